import { dateFormat } from './format-date.js';
import type { DateFormat } from './format-date.js';
import { figureParts, signed } from './figure-parts.js';
import type { FigurePart } from './figure-parts.js';
import { durationFormat } from './format-duration.js';

type Nullable<Write> = Write extends (value: number, ...rest: infer Rest) => infer Result
  ? (value: number | null, ...rest: Rest) => Result
  : never;

/**
 * Everything the kit writes with digits, in one locale and one zone. Percent exists only here: ratios come in as 0–1.
 * null, and anything that is no finite number, is written as {@link Format.dash}. Minus is U+2212.
 */
export interface Format {
  /** BCP 47 tag the numbers and dates are written in. */
  readonly locale: string;
  /** IANA zone the dates are written in. */
  readonly timeZone: string;
  /** What stands where there is nothing to divide by: "—". */
  readonly dash: string;
  /** "1,262". */
  readonly count: Nullable<(value: number) => string>;
  /** "2.3", for means such as how often a week. */
  readonly decimal: Nullable<(value: number) => string>;
  /** "1.5k", for axes. */
  readonly compact: Nullable<(value: number) => string>;
  /** A ratio 0–1 as "61.2%". */
  readonly ratio: Nullable<(value: number) => string>;
  /** A ratio 0–1 as "61%", for axes and intervals. */
  readonly ratioTick: Nullable<(value: number) => string>;
  /** A ratio 0–1 as "61.2 percent", for screen readers. */
  readonly ratioSpoken: Nullable<(value: number) => string>;
  /**
   * How many percentage points a ratio lies above another, both as {@link Format.ratio} shows them, so that a reader who
   * takes one from the other comes to the same: 0.6125 and 0.5754 are shown as 61.3% and 57.5%, which is "+3.8".
   */
  readonly points: Nullable<(value: number, than: number) => string>;
  /** A relative change: 0.098 is "+9.8%". */
  readonly change: Nullable<(value: number) => string>;
  /** Milliseconds as "4 min 12 s". */
  readonly duration: Nullable<(value: number) => string>;
  /** Milliseconds as "4 minutes, 12 seconds", for screen readers. */
  readonly durationSpoken: Nullable<(value: number) => string>;
  /** {@link Format.count} in parts. */
  readonly countParts: Nullable<(value: number) => readonly FigurePart[]>;
  /** {@link Format.ratio} in parts. */
  readonly ratioParts: Nullable<(value: number) => readonly FigurePart[]>;
  /** {@link Format.duration} in parts. */
  readonly durationParts: Nullable<(value: number) => readonly FigurePart[]>;
  /** Bytes as "3.2 MB". */
  readonly bytes: Nullable<(value: number) => string>;
  readonly dateTime: Nullable<DateFormat['dateTime']>;
  readonly dateTimeShort: Nullable<DateFormat['dateTimeShort']>;
  readonly day: Nullable<DateFormat['day']>;
  readonly dayLong: Nullable<DateFormat['dayLong']>;
  readonly weekday: Nullable<DateFormat['weekday']>;
  readonly weekdayDay: Nullable<DateFormat['weekdayDay']>;
  readonly month: Nullable<DateFormat['month']>;
  readonly monthShort: Nullable<DateFormat['monthShort']>;
  readonly time: Nullable<DateFormat['time']>;
  readonly relative: Nullable<DateFormat['relative']>;
  readonly dayRange: DateFormat['dayRange'];
  readonly nearDay: DateFormat['nearDay'];
}

const PLAIN: Readonly<Record<string, string>> = { en: 'en-GB', ar: 'ar-EG' };
const DASH = '—';
const cache = new Map<string, Format>();

/**
 * The format of a locale in a zone, one object a pair. Plain `en` is read as the English of most of the world, `en-GB`
 * (day before month, 24 hours); `en-US` stays American. Plain `ar` is read as `ar-EG`, with Arabic-Indic digits, because
 * engines do not agree on the digits of `ar` alone; `ar-AE` or `ar-MA` keep Latin ones. Throws RangeError for a tag or a zone that Intl does not know.
 */
export function createFormat(locale: string, timeZone: string): Format {
  const key = `${locale} ${timeZone}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const format = buildFormat(locale, timeZone);
  cache.set(key, format);
  return format;
}

function buildFormat(requested: string, timeZone: string): Format {
  const locale = PLAIN[requested] ?? requested;
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options);
  const oneDigit = { minimumFractionDigits: 1, maximumFractionDigits: 1 } as const;
  const count = number({ maximumFractionDigits: 0 });
  const ratio = number({ style: 'percent', ...oneDigit });
  const spoken = { style: 'unit', unit: 'percent', unitDisplay: 'long', maximumFractionDigits: 1 } as const;
  // "percent" in one word, as plain English has it; British English would say "per cent".
  const ratioSpoken = new Intl.NumberFormat(requested === 'en' ? requested : locale, spoken);
  const points = number({ ...oneDigit, signDisplay: 'exceptZero' });
  const plain = new Intl.NumberFormat('en', { style: 'percent', ...oneDigit, useGrouping: false });
  const shown = (value: number): number => Number.parseFloat(plain.format(value));
  const change = number({ style: 'percent', ...oneDigit, signDisplay: 'exceptZero' });
  const duration = durationFormat(locale);
  const dates = dateFormat(locale, timeZone);
  return {
    locale,
    timeZone,
    dash: DASH,
    count: orDash((value) => write(count, value)),
    decimal: orDash(writeWith(number({ maximumFractionDigits: 1 }))),
    compact: orDash(writeWith(number({ notation: 'compact', maximumFractionDigits: 1, useGrouping: true }))),
    ratio: orDash(writeWith(ratio)),
    ratioTick: orDash(writeWith(number({ style: 'percent', maximumFractionDigits: 0 }))),
    ratioSpoken: orDash((value) => write(ratioSpoken, value * 100)),
    points: orDash((value, than: number) => write(points, shown(value) - shown(than))),
    change: orDash(writeWith(change)),
    duration: orDash(duration.text),
    durationSpoken: orDash(duration.spoken),
    countParts: orDashParts((value) => [{ kind: 'number', text: write(count, value) }]),
    ratioParts: orDashParts((value) => figureParts(ratio.formatToParts(value))),
    durationParts: orDashParts(duration.parts),
    bytes: orDash((value) => writeBytes(number, value)),
    dateTime: orDash(dates.dateTime),
    dateTimeShort: orDash(dates.dateTimeShort),
    day: orDash(dates.day),
    dayLong: orDash(dates.dayLong),
    weekday: orDash(dates.weekday),
    weekdayDay: orDash(dates.weekdayDay),
    month: orDash(dates.month),
    monthShort: orDash(dates.monthShort),
    time: orDash(dates.time),
    relative: orDash(dates.relative),
    dayRange: dates.dayRange,
    nearDay: dates.nearDay,
  };
}

function orDash<Rest extends unknown[]>(
  writer: (value: number, ...rest: Rest) => string,
): (value: number | null, ...rest: Rest) => string {
  return (value, ...rest) => (value === null || !Number.isFinite(value) ? DASH : writer(value, ...rest));
}

function orDashParts(
  writer: (value: number) => readonly FigurePart[],
): (value: number | null) => readonly FigurePart[] {
  return (value) => (value === null || !Number.isFinite(value) ? [{ kind: 'number', text: DASH }] : writer(value));
}

function writeWith(format: Intl.NumberFormat): (value: number) => string {
  return (value) => write(format, value);
}

function write(format: Intl.NumberFormat, value: number): string {
  return format.formatToParts(value).map(signed).join('');
}

const BYTE_UNITS = [
  { unit: 'gigabyte', bytes: 1e9, digits: 1 },
  { unit: 'megabyte', bytes: 1e6, digits: 1 },
  { unit: 'kilobyte', bytes: 1e3, digits: 0 },
] as const;

function writeBytes(number: (options: Intl.NumberFormatOptions) => Intl.NumberFormat, value: number): string {
  const found = BYTE_UNITS.find(({ bytes }) => value >= bytes) ?? { unit: 'byte', bytes: 1, digits: 0 };
  const options = { style: 'unit', unit: found.unit, unitDisplay: 'short' } as const;
  return number({ ...options, maximumFractionDigits: found.digits }).format(value / found.bytes);
}
