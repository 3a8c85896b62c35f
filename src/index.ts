/** The browser API: classes, adapters and settings. Registers nothing; `deskglass/define.js` does. */
export * from '../components/index.js';
export type {
  ConversationPage,
  ConversationQuery,
  KnowledgeGapsAdapter,
  PerformanceAdapter,
  RequestContext,
  ShortAnswersAdapter,
} from './adapters/adapter.js';
export { demoAdapter } from './adapters/demo.js';
export { fileAdapter } from './adapters/file.js';
export { memoryAdapter } from './adapters/memory.js';
export type { RetryOptions } from './adapters/backoff.js';
export { restAdapter, type GetToken, type RestAdapterOptions, type TokenRequest } from './adapters/rest.js';
export { withRetry } from './adapters/with-retry.js';
export { configure, type Configuration } from './context/configure.js';
export {
  AdapterError,
  adapterErrorCodes,
  DataError,
  DefinitionError,
  PermissionError,
  type AdapterErrorCode,
  type AdapterErrorOptions,
  type Refusal,
} from './errors.js';
export type * from './conversation/record.js';
export { defaultFilters, type Filters } from './filters/filters.js';
export { parseFilters, printFilters, type ParsedFilters } from './filters/filters-text.js';
export type { GapOutcome } from './gaps/commands.js';
export type * from './gaps/gap-records.js';
export type { FigureRow } from './metrics/figures.js';
export type { Measure, NamedMeasure } from './metrics/measures.js';
export type { ReportDefinition, SeriesDefinition, SplitDefinition } from './reports/report-definition.js';
