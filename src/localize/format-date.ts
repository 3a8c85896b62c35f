const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Writes instants (epoch ms) as civil dates and times of one zone, in the words of one locale. */
export interface DateFormat {
  /** "Fri 13 Mar, 10:20"; with its year where it is not the year of `reference`. */
  readonly dateTime: (at: number, reference?: number) => string;
  /** "13 Mar, 08:05", for narrow columns; with its year where it is not the year of `reference`. */
  readonly dateTimeShort: (at: number, reference?: number) => string;
  /** "9 Mar"; with its year where it is not the year of `reference`. */
  readonly day: (at: number, reference?: number) => string;
  /** "9 March"; with its year where it is not the year of `reference`. */
  readonly dayLong: (at: number, reference?: number) => string;
  /** "Monday 9 March"; with its year where it is not the year of `reference`. */
  readonly weekdayDay: (at: number, reference?: number) => string;
  /** "22 Dec – 13 Mar", both days included; with its years where it ends in another one than `reference`, or began in another one. */
  readonly dayRange: (first: number, last: number, reference?: number) => string;
  /** "Monday". */
  readonly weekday: (at: number) => string;
  /** "March 2026". */
  readonly month: (at: number) => string;
  /** "Mar"; with its year where it is not the year of `reference`. */
  readonly monthShort: (at: number, reference?: number) => string;
  /** "10:20". */
  readonly time: (at: number) => string;
  /** "2 hours ago", "yesterday": hours within the civil day, then civil days, weeks, months and years. */
  readonly relative: (at: number, now: number) => string;
  /** "today", "yesterday"; null where it is neither. */
  readonly nearDay: (at: number, now: number) => string | null;
}

/** Dates of a locale in an IANA zone. Throws RangeError for a zone that Intl does not know. */
export function dateFormat(locale: string, timeZone: string): DateFormat {
  // Weeks and months are cut by this calendar, whichever one a region writes its dates in.
  const calendar = 'gregory';
  const make = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone, calendar });
  const clock = { hour: '2-digit', minute: '2-digit' } as const;
  const dateTime = partsWithYear(make, { weekday: 'short', day: 'numeric', month: 'short', ...clock });
  const dateTimeShort = withYear(make, { day: 'numeric', month: 'short', ...clock });
  const weekdayShort = make({ weekday: 'short' });
  const weekday = make({ weekday: 'long' });
  const time = make(clock);
  const month = make({ month: 'long', year: 'numeric' });
  const range = make({ day: 'numeric', month: 'short' });
  const rangeWithYear = make({ day: 'numeric', month: 'short', year: 'numeric' });
  const year = make({ year: 'numeric' });
  const day = withYear(make, { day: 'numeric', month: 'short' });
  const dayLong = withYear(make, { day: 'numeric', month: 'long' });
  const weekdayDay = withYear(make, { weekday: 'long', day: 'numeric', month: 'long' });
  const monthShort = withYear(make, { month: 'short' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const civil = new Intl.DateTimeFormat('en', { year: 'numeric', month: 'numeric', day: 'numeric', timeZone });
  const daysBetween = (from: number, to: number) => civilDayNumber(civil, to) - civilDayNumber(civil, from);

  return {
    dateTime: (at, reference) => {
      // Inside a date German abbreviates "Fr." with a full stop; alone it is "Fr", which reads better in a line.
      const name = weekdayShort.format(at);
      return dateTime(at, reference)
        .map((part) => (part.type === 'weekday' ? { ...part, value: name } : part))
        .map(onOneLine)
        .join('');
    },
    dateTimeShort,
    day,
    dayLong,
    weekdayDay,
    monthShort,
    dayRange: (first, last, reference = last) => {
      const isPlain = year.format(last) === year.format(reference);
      return (isPlain ? range : rangeWithYear).formatRange(first, last);
    },
    weekday: (at) => weekday.format(at),
    month: (at) => month.format(at),
    time: (at) => time.formatToParts(at).map(onOneLine).join(''),
    relative: (at, now) => {
      const [amount, unit] = distance(at, now, daysBetween(now, at));
      return relative.format(amount, unit);
    },
    nearDay: (at, now) => {
      const days = daysBetween(now, at);
      return days === 0 || days === -1 ? relative.format(days, 'day') : null;
    },
  };
}

type MakeFormat = (options: Intl.DateTimeFormatOptions) => Intl.DateTimeFormat;

function withYear(make: MakeFormat, options: Intl.DateTimeFormatOptions): (at: number, reference?: number) => string {
  const parts = partsWithYear(make, options);
  return (at, reference) => parts(at, reference).map(onOneLine).join('');
}

function partsWithYear(
  make: MakeFormat,
  options: Intl.DateTimeFormatOptions,
): (at: number, reference?: number) => Intl.DateTimeFormatPart[] {
  const short = make(options);
  const full = make({ ...options, year: 'numeric' });
  const year = make({ year: 'numeric' });
  let known = { reference: NaN, year: '' }; // All dates of a card have one reference.
  const yearOf = (reference: number): string => {
    if (reference !== known.reference) known = { reference, year: year.format(reference) };
    return known.year;
  };
  return (at, reference) =>
    (reference === undefined || year.format(at) === yearOf(reference) ? short : full).formatToParts(at);
}

/** The text of a part, with a time and its half of the day on one line. */
function onOneLine(
  { value }: Intl.DateTimeFormatPart,
  index: number,
  parts: readonly Intl.DateTimeFormatPart[],
): string {
  return value === ' ' && parts[index + 1]?.type === 'dayPeriod' ? '\u00a0' : value;
}

function distance(at: number, now: number, days: number): [number, Intl.RelativeTimeFormatUnit] {
  const elapsed = at - now;
  const size = Math.abs(elapsed);
  if (size < MINUTE) return [0, 'second'];
  if (size < HOUR) return [Math.trunc(elapsed / MINUTE), 'minute'];
  if (days === 0 || size < 6 * HOUR) return [Math.trunc(elapsed / HOUR), 'hour'];
  const far = Math.abs(days);
  if (far < 14) return [days, 'day'];
  if (far < 60) return [Math.trunc(days / 7), 'week'];
  if (far < 365) return [Math.trunc(days / 30.4375), 'month'];
  return [Math.trunc(days / 365.25) || Math.sign(days), 'year'];
}

/** Civil days since 1970 of the zone's calendar, so that two instants can be told apart by days. */
function civilDayNumber(civil: Intl.DateTimeFormat, at: number): number {
  const parts = civil.formatToParts(at);
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(read('year'), read('month') - 1, read('day')) / DAY;
}
