import { ConversationsHandledChart } from '../reports/conversations-handled-chart.js';
import { defineElement } from '../define-element.js';

defineElement('conversations-handled-chart', ConversationsHandledChart);
