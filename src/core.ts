/** The DOM-free core: judge conversations, keep them in a store, ask it reports. Runs in a browser, a worker and a server. */
export { DataError, DefinitionError, type Refusal } from './errors.js';
export type * from './conversation/record.js';
export type { CheckedActor, CheckedEvent, Conversation } from './conversation/conversation.js';
export { parseConversation } from './conversation/parse.js';
export { parseInstant } from './conversation/instant.js';
export { officialRules, type OutcomeRules } from './conversation/rules.js';
export { evaluate, type Handoff, type Outcome } from './conversation/evaluate.js';
export type { Grounding, Resolution } from './conversation/judgement.js';
export {
  criteria,
  type CriterionName,
  type Trace,
  type TracedCriterion,
  type TracedEvent,
} from './conversation/trace.js';
export type {
  Answer,
  AnswersQuestions,
  Counted,
  Question,
  Selection,
  Stretch,
  Total,
  Totals,
} from './metrics/answer.js';
export { definitionHash, definitionVersion, type Definition } from './metrics/definition.js';
export { figures, type Figure, type FigureName, type FigureRow, type Unit } from './metrics/figures.js';
export { measures, type AskedMeasure, type Measure, type MeasureName, type NamedMeasure } from './metrics/measures.js';
export type { DataQuality, QualityEntry, QualityExample } from './metrics/quality.js';
export type { ReportDefinition, SeriesDefinition, SplitDefinition } from './reports/report-definition.js';
export type { Bucket, Change, Comparison, ReportResult, Series } from './reports/report-result.js';
export { reports, type ReportName } from './reports/reports.js';
export type { RowsBehind, RowsQuery } from './reports/rows-behind.js';
export { runReport, type ReportQuery } from './reports/run-report.js';
export { createStore, type ReportingStore } from './reports/reporting-store.js';
export type { ConversationStore, StoreOptions, UpsertResult } from './store/conversation-store.js';
export { defaultFilters, type Filters } from './filters/filters.js';
export { parseFilters, printFilters, type ParsedFilters } from './filters/filters-text.js';
export { windowOf } from './filters/window-of.js';
export type { Grain, Weekday } from './time/civil.js';
export type { Calendar, Range } from './time/range.js';
