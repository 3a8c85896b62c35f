import { AgentPerformance } from '../agent-performance/agent-performance.js';
import { defineElement } from '../define-element.js';

defineElement('agent-performance', AgentPerformance);
