import type { FigureRow } from '../metrics/figures.js';

/** One line, bar or figure of a report. */
export interface SeriesDefinition {
  /** Name of the series in the API. */
  readonly key: string;
  readonly figure: FigureRow;
  /** Which way is good news; absent where more is neither good nor bad. */
  readonly better?: 'more' | 'less';
}

/** How a report is drawn; the words are the messages of the same name. */
export type Drawing =
  | { readonly kind: 'figures' }
  | {
      readonly kind: 'line' | 'bar';
      readonly size: 'regular' | 'large';
      /** Theme token of each series, by key. */
      readonly colors: Readonly<Record<string, string>>;
    };

/** A report: what it counts, how it is cut and how it is drawn. One row in `reports.ts`, or a host's own. */
export interface ReportDefinition {
  /** The tag, and the name in the API. */
  readonly report: string;
  /** `buckets`: over time. `week-so-far`: the calendar week that contains now, compared with the same part of the last one. */
  readonly cut: 'buckets' | 'week-so-far';
  readonly series: readonly SeriesDefinition[];
  readonly drawing: Drawing;
}
