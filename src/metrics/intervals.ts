/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959964;

/** Two ratios, low and high, 0–1. */
export type Interval = readonly [low: number, high: number];

/** 95 % Wilson score interval of a rate; null where there is nothing to divide by. */
export function wilsonInterval(numerator: number, denominator: number): Interval | null {
  if (denominator <= 0) return null;
  const p = numerator / denominator;
  const zz = (Z * Z) / denominator;
  const centre = (p + zz / 2) / (1 + zz);
  const reach = (Z / (1 + zz)) * Math.sqrt((p * (1 - p)) / denominator + zz / (4 * denominator));
  return [Math.max(0, centre - reach), Math.min(1, centre + reach)];
}

/** Newcombe's hybrid 95 % interval of the difference a − b of two rates, in ratios; null where either has no denominator. */
export function newcombeInterval(a: Share, b: Share): Interval | null {
  const wilsonA = wilsonInterval(a.numerator, a.denominator);
  const wilsonB = wilsonInterval(b.numerator, b.denominator);
  if (wilsonA === null || wilsonB === null) return null;
  const pA = a.numerator / a.denominator;
  const pB = b.numerator / b.denominator;
  const difference = pA - pB;
  return [
    difference - Math.hypot(pA - wilsonA[0], wilsonB[1] - pB),
    difference + Math.hypot(wilsonA[1] - pA, pB - wilsonB[0]),
  ];
}

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** Whether two rates differ beyond the noise: Newcombe's interval leaves 0 out. null where one of them is unknown. */
export function ratesDiffer(a: Share, b: Share): boolean | null {
  const interval = newcombeInterval(a, b);
  return interval === null ? null : interval[0] > 0 || interval[1] < 0;
}

/** Whether two counts differ beyond the noise. */
export function countsDiffer(a: number, b: number): boolean {
  return Math.abs(a - b) > 1.96 * Math.sqrt(a + b);
}

/** 95 % interval of the mean behind a count of events that come by themselves (Byar's approximation), in events. */
export function countInterval(count: number): Interval {
  const low = count === 0 ? 0 : count * (1 - 1 / (9 * count) - Z / (3 * Math.sqrt(count))) ** 3;
  const more = count + 1;
  return [Math.max(0, low), more * (1 - 1 / (9 * more) + Z / (3 * Math.sqrt(more))) ** 3];
}
