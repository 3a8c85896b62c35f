import { DefinitionError } from '../errors.js';
import { civilDayOf, DAY_MS, firstInstantOf, type CivilDay, type Grain } from '../time/civil.js';
import { weeksBack, type Calendar, type Range } from '../time/range.js';
import { zoneOf, type Zone } from '../time/zone.js';
import { readRange, type FilterRange } from './filter-range.js';
import type { Filters } from './filters.js';

/** Days of the longest range that can be cut into days, or into weeks: what has more points than that is no chart. */
const MOST_DAYS_BY: Readonly<Record<Grain, number>> = { day: 400, week: 400 * 7, month: Infinity };
const GRAINS: readonly Grain[] = ['day', 'week', 'month'];

/**
 * The instants that filters mean at a clock, half-open. Weeks end with the week that contains now, quarters are civil.
 * @throws {DefinitionError} where the range, the clock or the calendar makes no sense
 */
export function windowOf(filters: Pick<Filters, 'range'>, now: number, calendar: Calendar): Range {
  const range = rangeOf(filters);
  if (range.kind === 'weeks') return weeksBack(now, range.weeks, calendar);
  const zone = zoneOf(calendar.timeZone);
  const { first, last } = range.kind === 'days' ? range : quarterOf(now, range.before, zone);
  return { from: firstInstantOf(first, zone), to: firstInstantOf(last + 1, zone) };
}

/** What a stretch of time can be cut into without more points than a chart can show; always months. */
export function grainsOf({ from, to }: Range): readonly Grain[] {
  const days = Math.round((to - from) / DAY_MS);
  return GRAINS.filter((grain) => days <= MOST_DAYS_BY[grain]);
}

/** What time is really cut into: what the filters say, or the next longer grain that is possible. */
export function grainIn({ grain }: Pick<Filters, 'grain'>, window: Range): Grain {
  const possible = grainsOf(window);
  return GRAINS.slice(GRAINS.indexOf(grain)).find((longer) => possible.includes(longer)) ?? 'month';
}

/**
 * How many weeks reach back to the start of the range, the one that contains now included.
 * @throws {DefinitionError} where the range, the clock or the calendar makes no sense
 */
export function weeksOf(filters: Pick<Filters, 'range'>, now: number, calendar: Calendar): number {
  const zone = zoneOf(calendar.timeZone);
  const thisWeek = civilDayOf(weeksBack(now, 1, calendar).from, zone);
  const first = civilDayOf(windowOf(filters, now, calendar).from, zone);
  return 1 + Math.max(0, Math.ceil((thisWeek - first) / 7));
}

function rangeOf({ range }: Pick<Filters, 'range'>): FilterRange {
  const read = readRange(range);
  if (read === null) throw new DefinitionError(`range: expected a range such as "12w", got ${JSON.stringify(range)}.`);
  return read;
}

function quarterOf(now: number, before: number, zone: Zone): { readonly first: CivilDay; readonly last: CivilDay } {
  const shown = civilDayOf(now, zone);
  // Where clocks go back just after midnight the old date is shown again, though the new quarter has begun.
  const next = firstDayOfQuarter(shown, 1);
  const today = firstInstantOf(next, zone) <= now ? next : shown;
  return { first: firstDayOfQuarter(today, -before), last: firstDayOfQuarter(today, 1 - before) - 1 };
}

function firstDayOfQuarter(day: CivilDay, later: number): CivilDay {
  const date = new Date(day * DAY_MS);
  const month = Math.floor(date.getUTCMonth() / 3) * 3 + 3 * later;
  return Date.UTC(date.getUTCFullYear(), month, 1) / DAY_MS;
}
