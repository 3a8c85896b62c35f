/** A second opinion on the calendar: civil days, weeks and months by Temporal, which shares nothing with the kit's own. */
import { Temporal } from 'temporal-polyfill';

/** How a range is cut. */
export interface NaiveCalendar {
  readonly grain: 'day' | 'week' | 'month';
  /** IANA name. */
  readonly timeZone: string;
  /** First day of the week: 1 is Monday, 6 Saturday, 7 (or 0) Sunday. Only read for weeks. */
  readonly weekStart?: number;
}

/** One civil day, week or month. Instants are epoch ms. */
export interface NaiveBucket {
  /** The civil date it starts on, `2026-03-29`. */
  readonly firstDay: string;
  /** The first instant of that date. */
  readonly start: number;
  /** The first instant of the next bucket's date; exclusive. */
  readonly end: number;
  /** True where the range holds only a part of it. */
  readonly clipped: boolean;
}

/** The civil buckets that cover the instants `[from, to)`, in order, each in full whether or not the range cuts it. */
export function naiveBuckets(from: number, to: number, calendar: NaiveCalendar): NaiveBucket[] {
  const buckets: NaiveBucket[] = [];
  if (from >= to) return buckets;
  const civilDate = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(calendar.timeZone).toPlainDate();
  let firstDay = firstDayOf(civilDate, calendar);
  while (firstInstant(firstDay, calendar.timeZone) < to) {
    const nextFirstDay = firstDay.add(oneOf(calendar.grain));
    const start = firstInstant(firstDay, calendar.timeZone);
    const end = firstInstant(nextFirstDay, calendar.timeZone);
    // A date that a zone skipped has no instant, so nothing can be in it.
    if (start < end && end > from)
      buckets.push({ firstDay: firstDay.toString(), start, end, clipped: start < from || end > to });
    firstDay = nextFirstDay;
  }
  return buckets;
}

function firstDayOf(date: Temporal.PlainDate, { grain, weekStart = 1 }: NaiveCalendar): Temporal.PlainDate {
  if (grain === 'day') return date;
  if (grain === 'month') return date.with({ day: 1 });
  return date.subtract({ days: (date.dayOfWeek - weekStart + 7) % 7 });
}

function oneOf(grain: NaiveCalendar['grain']): Temporal.DurationLike {
  if (grain === 'day') return { days: 1 };
  return grain === 'week' ? { weeks: 1 } : { months: 1 };
}

/** "The first instant whose civil date is its first day." */
function firstInstant(date: Temporal.PlainDate, timeZone: string): number {
  return date.toZonedDateTime(timeZone).epochMilliseconds;
}
