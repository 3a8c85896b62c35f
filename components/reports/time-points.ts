import type { Localization } from '../../src/localize/localize.js';
import type { Bucket } from '../../src/reports/report-result.js';
import type { ChartPoint } from '../chart/chart-model.js';
import type { Moment } from './report-presentation.js';

/** The buckets of a result as points of a chart. */
export function pointsOf(
  buckets: readonly Bucket[],
  asOf: number,
  { messages }: Localization,
  { grain, today }: Moment,
): readonly ChartPoint[] {
  const words = messages.buckets;
  return buckets.map(({ start, state }) => ({
    at: start,
    label: words.axis(grain, start, asOf), // The year of all points would crowd the axis.
    state,
    get title() {
      return words.title(grain, start, today);
    },
    ...(state === 'complete' ? {} : { stateLabel: words.state(state) }),
  }));
}

/** When the last pending conversation of some buckets settles, epoch ms; null where none is pending. */
export function settledBy(buckets: readonly Bucket[]): number | null {
  const known = buckets.map((bucket) => bucket.settlesBy).filter((at) => at !== null);
  return known.length === 0 ? null : Math.max(...known);
}

/** Least and most of some values, and the first and the last: what a sentence about a line needs; null where there is none. */
export function endsOf<T>(
  points: readonly T[],
  valueOf: (point: T) => number,
): { readonly first: T | null; readonly last: T | null; readonly lowest: T | null; readonly highest: T | null } {
  const sorted = points.toSorted((a, b) => valueOf(a) - valueOf(b));
  return {
    first: points[0] ?? null,
    last: points.at(-1) ?? null,
    lowest: sorted[0] ?? null,
    highest: sorted.at(-1) ?? null,
  };
}

/**
 * Buckets as they concern a figure that nothing pending can change: those that are over are complete, and only the current
 * one is still running.
 */
export function withoutSettling(buckets: readonly Bucket[]): readonly Bucket[] {
  return buckets.map((bucket) => (bucket.state === 'settling' ? { ...bucket, state: 'complete' } : bucket));
}
