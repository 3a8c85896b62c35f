import type { Localization } from '../../src/localize/localize.js';
import type { Figure } from '../../src/metrics/figures.js';

/** Below this denominator the interval says how little a rate is worth. */
const SMALL = 100;

/** The 95 % interval of a rate in words, where its denominator is small; undefined otherwise. */
export function intervalText(figure: Figure, { messages }: Localization): string | undefined {
  const interval = intervalOf(figure);
  return interval === undefined ? undefined : messages.figures.interval(interval[0], interval[1]);
}

/** The same for a table's cell, whose column is named after it; empty where the denominator is not small. */
export function intervalCell(figure: Figure, { messages }: Localization): string {
  const interval = intervalOf(figure);
  return interval === undefined ? '' : messages.figures.intervalRange(interval[0], interval[1]);
}

function intervalOf({ interval, denominator = 0 }: Figure): readonly [number, number] | undefined {
  return interval == null || denominator >= SMALL ? undefined : interval;
}
