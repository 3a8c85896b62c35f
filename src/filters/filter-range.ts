import type { CivilDay } from '../time/civil.js';
import { readCivilDate, writeCivilDate } from './civil-date.js';
import { readWeeks } from './read-weeks.js';

/** A range of time as somebody chooses it, not tied to a clock or a zone yet. */
export type FilterRange =
  /** The calendar week that contains now, and those before it. */
  | { readonly kind: 'weeks'; readonly weeks: number }
  /** A civil quarter: the one that contains now, or the one before it. */
  | { readonly kind: 'quarter'; readonly before: 0 | 1 }
  /** Civil days, both included. */
  | { readonly kind: 'days'; readonly first: CivilDay; readonly last: CivilDay };

/** The longest custom range: as many weeks as a range of weeks can have, so that months always suffice to draw it. */
export const MOST_DAYS = 9_999 * 7;

const NAMED: Readonly<Record<string, FilterRange>> = {
  'this-week': { kind: 'weeks', weeks: 1 },
  'this-quarter': { kind: 'quarter', before: 0 },
  'last-quarter': { kind: 'quarter', before: 1 },
};

/** The range of a text such as `12w`; null where it is none. See `Filters`. */
export function readRange(text: string): FilterRange | null {
  if (Object.hasOwn(NAMED, text)) return NAMED[text]!;
  const weeks = readWeeks(text);
  return weeks === null ? readDays(text) : { kind: 'weeks', weeks };
}

/** The text of civil days, both included; in either order. */
export function writeDays(first: CivilDay, last: CivilDay): string {
  return `${writeCivilDate(Math.min(first, last))}..${writeCivilDate(Math.max(first, last))}`;
}

function readDays(text: string): FilterRange | null {
  const [start, end, ...more] = text.split('..');
  if (start === undefined || end === undefined || more.length > 0) return null;
  const first = readCivilDate(start);
  const last = readCivilDate(end);
  if (first === null || last === null || first > last || last - first >= MOST_DAYS) return null;
  return { kind: 'days', first, last };
}
