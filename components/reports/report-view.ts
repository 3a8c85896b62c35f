import type { PerformanceSource } from '../../src/context/performance-source.js';
import type { Localization } from '../../src/localize/localize.js';
import type { ReportResult } from '../../src/reports/report-result.js';
import type { ReportQuery } from '../../src/reports/run-report.js';
import type { Presentation, ReportFace } from './report-presentation.js';

/** A result with its words, and what it was made from. */
export interface View {
  readonly query: ReportQuery;
  readonly feed: PerformanceSource['feed'];
  readonly localization: Localization;
  readonly face: ReportFace;
  readonly result: ReportResult;
  readonly presentation: Presentation;
}
