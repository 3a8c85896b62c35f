import { CustomerAgentHandoff } from '../reports/customer-agent-handoff.js';
import { defineElement } from '../define-element.js';

defineElement('customer-agent-handoff', CustomerAgentHandoff);
