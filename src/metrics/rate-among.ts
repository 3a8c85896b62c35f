import type { FigureRow } from './figures.js';
import type { CountAmong } from './gap-cost.js';

/** A rate over some conversations. */
export interface RateAmong {
  /** Ratio 0–1. */
  readonly rate: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** A rate of the definition over conversations by their ids. null where there is nothing to divide by. */
export function rateAmong(
  figure: Extract<FigureRow, { readonly kind: 'rate' }>,
  conversationIds: readonly string[],
  countAmong: CountAmong,
): RateAmong | null {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const denominator = sum(countAmong(conversationIds, figure.denominator));
  if (denominator === 0) return null;
  const numerator = sum(countAmong(conversationIds, figure.numerator));
  return { rate: numerator / denominator, numerator, denominator };
}
