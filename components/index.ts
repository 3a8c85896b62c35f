/** The kit's elements as classes; importing this registers nothing. */
export { AgentPerformance, type PerformanceLoadDetail } from './agent-performance/agent-performance.js';
export type { ExportRequest } from './export/request-export.js';
export { KnowledgeGapsTable } from './knowledge-gaps/knowledge-gaps-table.js';
export { ImpactThisWeek } from './reports/impact-this-week.js';
export { ResolutionRateChart } from './reports/resolution-rate-chart.js';
export { isKitElement, tagNames, type TagName } from './tag-names.js';
