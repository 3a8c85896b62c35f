import type { Localization } from '../../src/localize/localize.js';
import type { Figure } from '../../src/metrics/figures.js';

/** Below this denominator the interval says how little a rate is worth. */
const SMALL = 100;

/** The 95 % interval of a rate in words, where its denominator is small; undefined otherwise. */
export function intervalText({ interval, denominator = 0 }: Figure, { messages }: Localization): string | undefined {
  if (interval == null || denominator >= SMALL) return undefined;
  return messages.figures.interval(interval[0], interval[1]);
}
