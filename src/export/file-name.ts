import type { Range } from '../time/range.js';
import { zoneOf } from '../time/zone.js';
import { isoDayIn } from './iso.js';

/** Longer titles are cut, so that the whole name fits every file system. */
const LONGEST_TITLE = 60;

/**
 * Name of a file about a range, such as `Resolution-rate-over-time_2026-01-05_2026-03-29.csv`: the first and the last day in
 * the zone. Letters and digits of any script stay; all else, which could be a path or turn the name around, becomes a hyphen.
 */
export function fileName(title: string, range: Range, timeZone: string, extension: 'csv' | 'png' | 'json'): string {
  const letters = title.normalize('NFC').replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  const name = [...letters]
    .slice(0, LONGEST_TITLE)
    .join('')
    .replaceAll(/^-+|-+$/g, '');
  const zone = zoneOf(timeZone);
  const days = new Set([range.from, Math.max(range.from, range.to - 1)].map((at) => isoDayIn(zone, at)));
  return `${[name, ...days].filter((part) => part !== '').join('_')}.${extension}`;
}
