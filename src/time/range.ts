import { DefinitionError } from '../errors.js';
import {
  civilDayOf,
  firstDayOf,
  firstInstantOf,
  nextFirstDay,
  timeOfDayOf,
  type Grain,
  type Weekday,
} from './civil.js';
import { zoneOf } from './zone.js';

/** Instants, half-open: `from` belongs to it, `to` does not. Epoch ms. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The calendar that ranges are cut by. The core has no default for either. */
export interface Calendar {
  /** IANA name. */
  readonly timeZone: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekStart: Weekday;
}

/** A civil day, week or month that a range touches. */
export interface CivilSpan {
  /** First instant whose civil date is its first day, epoch ms. */
  readonly start: number;
  /** First instant of the next one; half-open. */
  readonly end: number;
  /** The range cuts it: only the part inside the range is counted. */
  readonly clipped: boolean;
}

const GRAINS: readonly string[] = ['day', 'week', 'month'];
/** 27 years of days; a longer chart is a mistake, not a question. */
const MOST_SPANS = 10_000;
/** Ranges whose spans are kept. */
const MOST_KNOWN = 8;
/** Centuries inside what a `Date` can hold, so that a calendar's neighbouring months can be held as well. */
const LAST_INSTANT_MS = 8.6e15;

/**
 * The civil days, weeks or months that a range touches, oldest first. Days that the calendar skips are left out.
 * @throws {DefinitionError} where range, grain, zone or week start make no sense
 */
export function spansOf(range: Range, grain: Grain, calendar: Calendar): readonly CivilSpan[] {
  checkRange(range);
  checkCalendar(calendar);
  const key = [range.from, range.to, grain, calendar.timeZone, calendar.weekStart].join();
  const known = knownSpans.get(key) ?? spansOfRange(range, grain, calendar);
  knownSpans.delete(key);
  knownSpans.set(key, known);
  for (const oldest of knownSpans.keys()) if (knownSpans.size > MOST_KNOWN) knownSpans.delete(oldest);
  return known;
}

/** What was asked for lately, the latest last: all reports of a page ask for the same. */
const knownSpans = new Map<string, readonly CivilSpan[]>();

function spansOfRange(range: Range, grain: Grain, calendar: Calendar): readonly CivilSpan[] {
  if (!GRAINS.includes(grain))
    throw new DefinitionError(`grain: expected day, week or month, got ${JSON.stringify(grain)}.`);
  const zone = zoneOf(calendar.timeZone);
  const spans: CivilSpan[] = [];
  if (range.from === range.to) return spans;
  let first = firstDayOf(civilDayOf(range.from, zone), grain, calendar.weekStart);
  let start = firstInstantOf(first, zone);
  while (start < range.to) {
    if (spans.length === MOST_SPANS)
      throw new DefinitionError(`range: more than ${MOST_SPANS} buckets. Choose a coarser grain.`);
    first = nextFirstDay(first, grain);
    const end = firstInstantOf(first, zone);
    if (end > start && end > range.from)
      spans.push(Object.freeze({ start, end, clipped: start < range.from || end > range.to }));
    start = end;
  }
  return spans;
}

/** @throws {DefinitionError} where the range is turned round or holds something that is no instant */
export function checkRange(range: Range): void {
  for (const end of ['from', 'to'] as const) checkInstant(range[end], end);
  if (range.from > range.to)
    throw new DefinitionError(`from: expected an instant not after to, got ${range.from} > ${range.to}.`);
}

function checkInstant(instant: number, name: string): void {
  if (!(Math.abs(instant) <= LAST_INSTANT_MS))
    throw new DefinitionError(`${name}: expected epoch milliseconds, got ${String(instant)}.`);
}

/** @throws {DefinitionError} where zone or week start are unknown */
export function checkCalendar(calendar: Calendar): void {
  zoneOf(calendar.timeZone);
  if (![1, 2, 3, 4, 5, 6, 7].includes(calendar.weekStart)) {
    throw new DefinitionError(
      `weekStart: expected 1 (Monday) to 7 (Sunday), got ${JSON.stringify(calendar.weekStart)}.`,
    );
  }
}

/** The calendar week that holds an instant. */
export function weekOf(instant: number, calendar: Calendar): Range {
  return weeksBack(instant, 1, calendar);
}

/** The calendar week that holds an instant and those before it, `weeks` in all. */
export function weeksBack(instant: number, weeks: number, calendar: Calendar): Range {
  checkCalendar(calendar);
  checkInstant(instant, 'now');
  const zone = zoneOf(calendar.timeZone);
  const shown = firstDayOf(civilDayOf(instant, zone), 'week', calendar.weekStart);
  // Where clocks go back just after midnight the old date is shown again, though the new week has begun.
  const first = firstInstantOf(shown + 7, zone) <= instant ? shown + 7 : shown;
  return { from: firstInstantOf(first - 7 * (weeks - 1), zone), to: firstInstantOf(first + 7, zone) };
}

/** Civil days that a range touches, 1 at the least. */
export function civilDaysIn({ from, to }: Range, timeZone: string): number {
  const zone = zoneOf(timeZone);
  return Math.max(1, civilDayOf(to - 1, zone) - civilDayOf(from, zone) + 1);
}

/** The same wall-clock time so many civil days earlier; skipped by the clock → the next valid, shown twice → the first. */
export function civilDaysBefore(instant: number, days: number, timeZone: string): number {
  const zone = zoneOf(timeZone);
  return firstInstantOf(civilDayOf(instant, zone) - days, zone, timeOfDayOf(instant, zone));
}
