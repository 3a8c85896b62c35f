/** Registers every element of the kit. */
import './define/agent-performance.js';
import './define/conversations-by-channel-chart.js';
import './define/conversations-handled-chart.js';
import './define/conversations-resolved-chart.js';
import './define/customer-agent-handoff.js';
import './define/deflection-rate-chart.js';
import './define/deflections-chart.js';
import './define/handle-rate-chart.js';
import './define/human-handoff-rate-chart.js';
import './define/human-handoffs-chart.js';
import './define/impact-this-week.js';
import './define/knowledge-gaps-table.js';
import './define/performance-tab.js';
import './define/resolution-rate-card.js';
import './define/resolution-rate-chart.js';
import './define/team-resolutions-chart.js';
import './define/visitor-feedback-chart.js';
