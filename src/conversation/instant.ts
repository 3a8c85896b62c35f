/** Numbers below it are refused as seconds: 10¹¹ s is the year 5138, 10¹¹ ms is 1973. */
const SMALLEST_MS = 1e11;
/** The last instant a `Date` can hold. */
const LARGEST_MS = 8.64e15;

const ISO = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/;

/**
 * An untrusted instant as epoch milliseconds UTC. What is refused comes back as text: what was expected and the way out.
 * Digits below the millisecond are cut.
 */
export function parseInstant(value: unknown): number | string {
  if (typeof value === 'number') return parseNumber(value);
  if (typeof value === 'string') return parseIso(value);
  return 'expected epoch milliseconds or ISO 8601 with an offset. Turn it into one of them in your adapter';
}

function parseNumber(value: number): number | string {
  if (!Number.isFinite(value)) return 'expected epoch milliseconds. Find out in your adapter why it is no number';
  if (!Number.isInteger(value)) return 'expected an integer of epoch milliseconds. Round it in your adapter';
  if (Math.abs(value) < SMALLEST_MS)
    return 'looks like seconds, expected epoch milliseconds. Multiply by 1000 in your adapter';
  if (Math.abs(value) > LARGEST_MS)
    return 'lies outside the calendar, expected epoch milliseconds. Correct its unit in your adapter';
  return value;
}

function parseIso(value: string): number | string {
  const match = value.length <= 40 ? ISO.exec(value) : null;
  if (match === null) return 'expected epoch milliseconds or ISO 8601 with an offset. Add the offset in your adapter';
  const [, year, month, day, hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] =
    match;
  const local = Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!, +second, +fraction.padEnd(3, '0').slice(0, 3));
  const inCalendar =
    +year! >= 100 && +day! >= 1 && +month! >= 1 && +month! <= 12 && +day! <= daysInMonth(+year!, +month!);
  const onClock = +hour! <= 23 && +minute! <= 59 && +second <= 59 && +offsetHour <= 23 && +offsetMinute <= 59;
  if (!inCalendar || !onClock) return 'is no date of the calendar. Correct it in your adapter';
  const offsetMs = (+offsetHour * 60 + +offsetMinute) * 60_000;
  return sign === '-' ? local + offsetMs : local - offsetMs;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}
