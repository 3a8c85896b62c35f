import type { FigureRow } from '../metrics/figures.js';

/** One line, bar or figure of a report. */
export interface SeriesDefinition {
  /** Name of the series in the API. */
  readonly key: string;
  readonly figure: FigureRow;
  /** Which way is good news; absent where more is neither good nor bad. */
  readonly better?: 'more' | 'less';
}

/** Further series, one for each channel or teammate that occurs: `channel:<name>`, `teammate:<id>`. */
export interface SplitDefinition {
  readonly by: 'channel' | 'teammate';
  readonly figure: FigureRow;
}

/** How a report is drawn; the words are the messages of the same name. */
export type Drawing =
  | { readonly kind: 'figures' }
  | {
      readonly kind: 'line' | 'bar';
      readonly size: 'regular' | 'large';
      /** Theme token of each series, by key, from the zero line up; of those that come from the data by `channel` or `teammate`. */
      readonly colors: Readonly<Record<string, string>>;
    };

/** A report: what it counts, how it is cut and how it is drawn. One row in `reports.ts`, or a host's own. */
export interface ReportDefinition {
  /** The tag, and the name in the API. */
  readonly report: string;
  /**
   * `buckets`: over time. `range`: the range as a whole. `week-so-far`: the calendar week that contains now, compared with the
   * same part of the last one.
   */
  readonly cut: 'buckets' | 'range' | 'week-so-far';
  readonly series: readonly SeriesDefinition[];
  /** Series that come from the data, after the others: those with most first, equal ones by name. */
  readonly split?: SplitDefinition;
  /** Further figures of the whole range, which explain the series. */
  readonly details?: readonly SeriesDefinition[];
  readonly drawing: Drawing;
}
