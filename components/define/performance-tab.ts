import './conversations-by-channel-chart.js';
import './conversations-handled-chart.js';
import './conversations-resolved-chart.js';
import './customer-agent-handoff.js';
import './deflection-rate-chart.js';
import './deflections-chart.js';
import './handle-rate-chart.js';
import './human-handoff-rate-chart.js';
import './human-handoffs-chart.js';
import './impact-this-week.js';
import './knowledge-gaps-table.js';
import './resolution-rate-card.js';
import './resolution-rate-chart.js';
import './team-resolutions-chart.js';
import './visitor-feedback-chart.js';
import { PerformanceTab } from '../performance-tab/performance-tab.js';
import { defineElement } from '../define-element.js';

defineElement('performance-tab', PerformanceTab);
