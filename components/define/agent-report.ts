import { AgentReport } from '../reports/agent-report.js';
import { defineElement } from '../define-element.js';

defineElement('agent-report', AgentReport);
