/** The kit's elements as classes; importing this registers nothing. */
export { AgentPerformance, type PerformanceLoadDetail } from './agent-performance/agent-performance.js';
export { KnowledgeGapsTable } from './knowledge-gaps/knowledge-gaps-table.js';
export { PerformanceTab, type TabPlace, type TabView } from './performance-tab/performance-tab.js';
export { ConversationsByChannelChart } from './reports/conversations-by-channel-chart.js';
export { ConversationsHandledChart } from './reports/conversations-handled-chart.js';
export { ConversationsResolvedChart } from './reports/conversations-resolved-chart.js';
export { CustomerAgentHandoff } from './reports/customer-agent-handoff.js';
export { DeflectionRateChart } from './reports/deflection-rate-chart.js';
export { DeflectionsChart } from './reports/deflections-chart.js';
export { HandleRateChart } from './reports/handle-rate-chart.js';
export { HumanHandoffRateChart } from './reports/human-handoff-rate-chart.js';
export { HumanHandoffsChart } from './reports/human-handoffs-chart.js';
export { ImpactThisWeek } from './reports/impact-this-week.js';
export { ResolutionRateCard } from './reports/resolution-rate-card.js';
export { ResolutionRateChart } from './reports/resolution-rate-chart.js';
export { TeamResolutionsChart } from './reports/team-resolutions-chart.js';
export { VisitorFeedbackChart } from './reports/visitor-feedback-chart.js';
export { isKitElement, tagNames, type TagName } from './tag-names.js';
