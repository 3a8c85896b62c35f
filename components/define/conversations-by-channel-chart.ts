import { ConversationsByChannelChart } from '../reports/conversations-by-channel-chart.js';
import { defineElement } from '../define-element.js';

defineElement('conversations-by-channel-chart', ConversationsByChannelChart);
