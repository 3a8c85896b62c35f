import type { Zone } from './zone.js';

export const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;

/** A civil date as whole days since 1970-01-01, whatever the zone. */
export type CivilDay = number;

/** A day of the week: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** What time is cut into. */
export type Grain = 'day' | 'week' | 'month';

/** The civil date of an instant. */
export function civilDayOf(instant: number, zone: Zone): CivilDay {
  return Math.floor((instant + zone.offsetAt(instant)) / DAY_MS);
}

/**
 * The first instant at which the zone's clock shows a civil date and time. A time that the clock skips is the first instant
 * after the gap; one that it shows twice is the first of the two.
 * @param timeOfDay milliseconds of wall-clock time after midnight
 */
export function firstInstantOf(day: CivilDay, zone: Zone, timeOfDay = 0): number {
  const wall = day * DAY_MS + timeOfDay;
  const byOffsetBefore = wall - zone.offsetAt(wall - DAY_MS);
  const byOffsetAfter = wall - zone.offsetAt(wall + DAY_MS);
  const shown = [byOffsetBefore, byOffsetAfter].filter((instant) => instant + zone.offsetAt(instant) === wall);
  return shown.length > 0 ? Math.min(...shown) : endOfGap(wall, zone, byOffsetAfter, byOffsetBefore);
}

/** The clock jumps over `wall` somewhere in (low, high]: the first instant at which it shows something later. */
function endOfGap(wall: number, zone: Zone, low: number, high: number): number {
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + zone.offsetAt(middle) >= wall) high = middle;
    else low = middle;
  }
  return high;
}

/** Wall-clock milliseconds after midnight at an instant. */
export function timeOfDayOf(instant: number, zone: Zone): number {
  return instant + zone.offsetAt(instant) - civilDayOf(instant, zone) * DAY_MS;
}

/** The day of the week of a civil date. */
export function weekdayOf(day: CivilDay): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday; // 1970-01-01 was a Thursday.
}

/** The first day of the day, week or month that holds a civil date. */
export function firstDayOf(day: CivilDay, grain: Grain, weekStart: Weekday): CivilDay {
  if (grain === 'day') return day;
  if (grain === 'week') return day - ((weekdayOf(day) - weekStart + 7) % 7);
  const date = new Date(day * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / DAY_MS;
}

/** The first day of the next day, week or month after the one that begins on `first`. */
export function nextFirstDay(first: CivilDay, grain: Grain): CivilDay {
  if (grain === 'day') return first + 1;
  if (grain === 'week') return first + 7;
  const date = new Date(first * DAY_MS);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / DAY_MS;
}
