/** The bins, quantiles and intervals of the metrics page, each straight from its textbook formula. */

/** A rate's counts: `count` of `of`. */
export interface NaiveRate {
  readonly count: number;
  readonly of: number;
}

/** A confidence interval, both ends inside. */
export interface NaiveInterval {
  readonly low: number;
  readonly high: number;
}

/** A quantile in ms, or that it lies below or above all bins: "under 1 s" and "90 days or more". */
export type NaiveQuantile = number | 'under' | 'over';

const Z = 1.959964;
const NINETY_DAYS = 90 * 24 * 60 * 60 * 1000;

/** "e₀ = 1000 ms, eₖ₊₁ = ⌊eₖ · 11 / 10⌋ up to the first at or above 90 days (168 edges)" */
export function naiveEdges(): number[] {
  const edges = [1000];
  for (let edge = 1000; edge < NINETY_DAYS;) {
    edge = Math.floor((edge * 11) / 10);
    edges.push(edge);
  }
  return edges;
}

/** Durations in ms, not negative, as counts per bin: one below all edges, one between each two, one above. */
export function naiveHistogram(durations: readonly number[]): number[] {
  const edges = naiveEdges();
  const counts = Array.from({ length: edges.length + 1 }, () => 0);
  for (const duration of durations) {
    // Bins are half-open: what lies on an edge belongs to the bin above it.
    const bin = edges.filter((edge) => edge <= duration).length;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** "The nearest rank ⌈p · n⌉, reported as the middle of its bin"; `percent` is 0 to 100; null where nothing was counted. */
export function naiveQuantile(histogram: readonly number[], percent: number): NaiveQuantile | null {
  const edges = naiveEdges();
  const binsInOrder = histogram.flatMap((count, bin) => Array.from({ length: count }, () => bin));
  if (binsInOrder.length === 0) return null;
  // Whole numbers as long as it goes: 0.9 · n is not exact in binary.
  const rank = Math.max(1, Math.ceil((percent * binsInOrder.length) / 100));
  const bin = binsInOrder[rank - 1] ?? 0;
  const start = edges[bin - 1];
  const end = edges[bin];
  if (start === undefined) return 'under';
  if (end === undefined) return 'over';
  return (start + end) / 2;
}

/** The 95 % Wilson score interval; null for 0 ÷ 0. */
export function naiveWilson({ count, of }: NaiveRate): NaiveInterval | null {
  if (of === 0) return null;
  const share = count / of;
  const scale = 1 + (Z * Z) / of;
  const middle = (share + (Z * Z) / (2 * of)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  // At 0 and 1 the formula gives exactly 0 and 1; rounding may leave the range by its last digit.
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Newcombe's hybrid score interval of the difference `one − other`; null where one of them is 0 ÷ 0. */
export function naiveNewcombe(one: NaiveRate, other: NaiveRate): NaiveInterval | null {
  const oneInterval = naiveWilson(one);
  const otherInterval = naiveWilson(other);
  if (oneInterval === null || otherInterval === null) return null;
  const oneShare = one.count / one.of;
  const otherShare = other.count / other.of;
  const difference = oneShare - otherShare;
  return {
    low: difference - Math.hypot(oneShare - oneInterval.low, otherInterval.high - otherShare),
    high: difference + Math.hypot(oneInterval.high - oneShare, otherShare - otherInterval.low),
  };
}

/** "A difference of two rates is called a change when Newcombe's hybrid interval leaves 0 out." */
export function naiveRatesDiffer(one: NaiveRate, other: NaiveRate): boolean {
  const interval = naiveNewcombe(one, other);
  return interval !== null && (interval.low > 0 || interval.high < 0);
}

/** "Of two counts when |a − b| > 1.96 √(a + b)." */
export function naiveCountsDiffer(one: number, other: number): boolean {
  return Math.abs(one - other) > 1.96 * Math.sqrt(one + other);
}
