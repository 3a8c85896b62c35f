/** Registers every element of the kit. */
import './define/agent-performance.js';
import './define/impact-this-week.js';
import './define/knowledge-gaps-table.js';
import './define/performance-filters.js';
import './define/resolution-rate-chart.js';
