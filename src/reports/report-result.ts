import type { Definition } from '../metrics/definition.js';
import type { Figure, Unit } from '../metrics/figures.js';
import type { DataQuality } from '../metrics/quality.js';

/** A civil day, week or month of a report. Instants are epoch ms. */
export interface Bucket {
  /** The first instant whose civil date is its first day. */
  readonly start: number;
  /** The first instant of the next one; half-open. */
  readonly end: number;
  /** `open` while it has not ended; `settling` when it ended but holds pending conversations. */
  readonly state: 'complete' | 'settling' | 'open';
  /** The range cuts it: only what lies inside the range is counted. */
  readonly clipped: boolean;
  /** When the last of its pending conversations settles, unless the agent replies again; null where none is pending. */
  readonly settlesBy: number | null;
}

/** One line, bar or figure of a result. */
export interface Series {
  readonly key: string;
  readonly label?: string;
  readonly unit: Unit;
  /** One a bucket; exactly one where the report has no buckets. */
  readonly figures: readonly Figure[];
}

/** How a figure differs from what it was. */
export interface Change {
  /** Rates: difference of the two ratios. Counts and durations: difference as a share of what it was. null from or to the unknown, and from 0. */
  readonly difference: number | null;
  readonly unit: 'points' | 'share';
  /** Whether it lies outside the noise; null where no such claim is made (durations) or possible. */
  readonly clear: boolean | null;
}

/** The same figures as they stood at an earlier clock. */
export interface Comparison {
  /** What was counted then, half-open; epoch ms. */
  readonly from: number;
  readonly to: number;
  /** The clock everything was judged at. */
  readonly now: number;
  /** In the order of the result's series. */
  readonly series: readonly { readonly key: string; readonly figure: Figure; readonly change: Change }[];
}

/** What a report says. */
export interface ReportResult {
  readonly report: string;
  /** The clock everything was judged at, epoch ms. */
  readonly asOf: number;
  readonly definition: Definition;
  /** What was counted, half-open; epoch ms. */
  readonly from: number;
  readonly to: number;
  /** null where the report is one stretch of time. */
  readonly buckets: readonly Bucket[] | null;
  readonly series: readonly Series[];
  /** Of the whole range: one figure a series, counted and not averaged. */
  readonly totals: readonly Series[];
  /** Further figures of the whole range, which explain the series; absent where the report has none. */
  readonly details?: readonly Series[];
  /** Absent where the report compares with nothing, or must not. */
  readonly comparison?: Comparison;
  readonly quality: DataQuality;
}
