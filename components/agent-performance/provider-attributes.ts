import { DEFAULT_HISTORY_WEEKS } from '../../src/context/performance-scope.js';
import { parseInstant } from '../../src/conversation/instant.js';
import type { Weekday } from '../../src/time/civil.js';
import { parseWeekday } from '../../src/time/week-start.js';
import { zoneOf } from '../../src/time/zone.js';
import { attributeText } from '../attribute-text.js';
import { readWeeks } from '../../src/filters/read-weeks.js';

/** Centuries inside what a `Date` can hold, so that the weeks around it can be held as well. */
const LAST_NOW_MS = 8.5e15;

/** Told of an attribute that makes no sense; the default stands in for it. */
export type Complain = (message: string) => void;

/** The `time-zone` attribute; null: the viewer's own. */
export function readTimeZone(value: unknown, complain: Complain): string | null {
  const text = attributeText(value);
  return text === null ? null : tried(() => zoneOf(text).name, null, complain);
}

/** The `week-start` attribute, a day's name or 1 (Monday) to 7; null: as the locale says. */
export function readWeekStart(value: unknown, complain: Complain): Weekday | null {
  const text = attributeText(value);
  if (text !== null && /^[1-7]$/.test(text)) return Number(text) as Weekday;
  return text === null ? null : tried(() => parseWeekday(text), null, complain);
}

/** The `history` attribute in weeks, the current one included; null: all there are. */
export function readHistory(value: unknown, complain: Complain): number | null {
  const text = attributeText(value);
  if (text === null) return DEFAULT_HISTORY_WEEKS;
  if (text === 'all') return null;
  const weeks = readWeeks(text);
  if (weeks !== null) return weeks;
  complain(`history: expected weeks such as "26w", or "all", got "${text}".`);
  return DEFAULT_HISTORY_WEEKS;
}

/** The `now` attribute, epoch ms; null: the machine's clock. */
export function readNow(value: unknown, complain: Complain): number | null {
  const text = attributeText(value);
  if (text === null) return null;
  const instant = parseInstant(/^-?\d+$/.test(text) ? Number(text) : text);
  if (typeof instant === 'number' && Math.abs(instant) <= LAST_NOW_MS) return instant;
  const reason = typeof instant === 'number' ? 'expected an instant inside the calendar' : instant;
  complain(`now: ${reason}, got "${text}".`);
  return null;
}

function tried<T>(read: () => T, fallback: T, complain: Complain): T {
  try {
    return read();
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return fallback;
  }
}
