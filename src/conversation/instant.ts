/** Numbers below it are refused as seconds: 10¹¹ s is the year 5138, 10¹¹ ms is 1973. */
const SMALLEST_MS = 1e11;
/** The last instant a `Date` can hold. */
const LARGEST_MS = 8.64e15;

/** The longest fraction of a second is nine digits, so no instant is longer than this. */
const LONGEST_ISO = 40;

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
  const fields = readIso(value);
  if (fields === null) return 'expected epoch milliseconds or ISO 8601 with an offset. Add the offset in your adapter';
  const { year, month, day, hour, minute, second, ms, sign, offsetHour, offsetMinute } = fields;
  const inCalendar = year >= 100 && day >= 1 && month >= 1 && month <= 12 && day <= daysInMonth(year, month);
  const onClock = hour <= 23 && minute <= 59 && second <= 59 && offsetHour <= 23 && offsetMinute <= 59;
  if (!inCalendar || !onClock) return 'is no date of the calendar. Correct it in your adapter';
  const local = Date.UTC(year, month - 1, day, hour, minute, second, ms);
  return local - sign * (offsetHour * 60 + offsetMinute) * 60_000;
}

/** What an instant's text says, whether or not there is such a date. */
interface IsoFields {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly ms: number;
  /** 0 for `Z`. */
  readonly sign: 1 | 0 | -1;
  readonly offsetHour: number;
  readonly offsetMinute: number;
}

/**
 * `YYYY-MM-DDThh:mm`, then `:ss`, then a fraction of up to nine digits, then `Z` or `±hh:mm`; null for any other text. Read
 * by hand: most of a record's instants are texts in many sources, and the groups of a pattern would be ten texts more each.
 */
function readIso(text: string): IsoFields | null {
  if (text.length > LONGEST_ISO || text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':')
    return null;
  const hasSeconds = text[16] === ':';
  const hasFraction = hasSeconds && text[19] === '.';
  const zoneAt = hasFraction ? endOfDigits(text, 20) : hasSeconds ? 19 : 16;
  const sign = text[zoneAt] === 'Z' ? 0 : text[zoneAt] === '+' ? 1 : text[zoneAt] === '-' ? -1 : NaN;
  const fields = {
    year: digitsAt(text, 0, 4),
    month: digitsAt(text, 5, 2),
    day: digitsAt(text, 8, 2),
    hour: digitsAt(text, 11, 2),
    minute: digitsAt(text, 14, 2),
    second: hasSeconds ? digitsAt(text, 17, 2) : 0,
    ms: hasFraction ? millisecondsAt(text, 20, zoneAt) : 0,
    sign: sign as IsoFields['sign'],
    offsetHour: sign === 0 ? 0 : digitsAt(text, zoneAt + 1, 2),
    offsetMinute: sign === 0 ? 0 : digitsAt(text, zoneAt + 4, 2),
  };
  const isWhole = sign === 0 ? text.length === zoneAt + 1 : text.length === zoneAt + 6 && text[zoneAt + 3] === ':';
  return isWhole && hasNumbers(fields) ? fields : null;
}

/** The number that so many digits are; NaN where one of them is none. */
function digitsAt(text: string, from: number, count: number): number {
  let number = 0;
  for (let index = from; index < from + count; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN; // Beyond the text's end it is NaN.
    number = number * 10 + digit;
  }
  return number;
}

function endOfDigits(text: string, from: number): number {
  let end = from;
  while (!Number.isNaN(digitsAt(text, end, 1))) end++;
  return end;
}

/** One to nine digits behind the point as whole milliseconds; NaN for any other number of them. */
function millisecondsAt(text: string, from: number, end: number): number {
  const count = end - from;
  if (count < 1 || count > 9) return NaN;
  if (count === 1) return digitsAt(text, from, 1) * 100;
  return count === 2 ? digitsAt(text, from, 2) * 10 : digitsAt(text, from, 3);
}

/** A sum is a number only where all its parts are. */
function hasNumbers({
  year,
  month,
  day,
  hour,
  minute,
  second,
  ms,
  sign,
  offsetHour,
  offsetMinute,
}: IsoFields): boolean {
  return !Number.isNaN(year + month + day + hour + minute + second + ms + sign + offsetHour + offsetMinute);
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
}
