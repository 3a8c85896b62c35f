import type { TokenName } from '../../src/theme/tokens.js';

/**
 * What a chart shows, in words and numbers, with nothing left to decide but pixels. The chart knows no metric and no
 * language: every text in here is finished.
 */
export interface ChartModel {
  readonly kind: 'line' | 'bar';
  /** Height: `regular` is --dg-chart-height, `large` --dg-chart-height-l. */
  readonly size: 'regular' | 'large';
  /** Accessible name: the card's title. */
  readonly label: string;
  /** Accessible description: one sentence that sums the chart up. */
  readonly summary: string;
  /** What a screen reader calls it, in the page's language ("chart"). */
  readonly roleDescription: string;
  /** Oldest first, whatever the writing direction. */
  readonly points: readonly ChartPoint[];
  /** Bars: stacked from the zero line up. Lines: drawn in this order. */
  readonly series: readonly ChartSeries[];
  readonly axis: ChartAxis;
}

/** One bucket of time. */
export interface ChartPoint {
  /** Instant of its first moment, epoch ms; identifies it over updates. */
  readonly at: number;
  /** Short text under the axis. */
  readonly label: string;
  /** Unfinished ones are hatched (bars) or dashed with a hollow point (lines). */
  readonly state: 'complete' | 'settling' | 'open';
  /** Heading of the tooltip ("Week of 2 March"). */
  readonly title: string;
  /** Word for an unfinished state, shown as a tag; absent for complete ones. */
  readonly stateLabel?: string;
}

/** One thing that is drawn. */
export interface ChartSeries {
  readonly key: string;
  readonly label: string;
  readonly color: TokenName;
  /** Always hatched, whatever the state of time (pending conversations on top of resolved ones). */
  readonly hatched?: boolean;
  /** One a point; null breaks a line and leaves a bar out. Ratios 0–1, counts, or milliseconds. */
  readonly values: readonly (number | null)[];
  /** Where the value can still end, one a point; the band is drawn from the last complete point on. */
  readonly band?: { readonly low: readonly (number | null)[]; readonly high: readonly (number | null)[] };
  /** One a point: the lines under the tooltip's heading; the first is the value and what it is of. */
  readonly tooltips: readonly ChartTooltip[];
  /** One a point: said in full ("Week of 2 March, resolution rate 61 percent, 122 of 200, settling"). */
  readonly spoken: readonly string[];
  /** Direct labels at the line's last point and at the ends of the band; `value` is absent where the last point has none. */
  readonly endLabels?: { readonly value?: string; readonly low?: string; readonly high?: string };
}

export interface ChartTooltip {
  /** The figure, large ("61.2%"). */
  readonly value: string;
  /** What it is of ("1,208 of 1,973 settled"). */
  readonly of: string;
  /** Further sentences. */
  readonly notes: readonly string[];
}

export interface ChartAxis {
  readonly unit: 'ratio' | 'count' | 'milliseconds';
  /** Text of a tick. */
  readonly format: (value: number) => string;
}
