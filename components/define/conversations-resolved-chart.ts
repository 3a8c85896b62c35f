import { ConversationsResolvedChart } from '../reports/conversations-resolved-chart.js';
import { defineElement } from '../define-element.js';

defineElement('conversations-resolved-chart', ConversationsResolvedChart);
