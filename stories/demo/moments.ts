import type { Language } from './settings.js';

const minuteMs = 60_000;
const minutesADay = 1440;

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', de: 'de-DE', ar: 'ar-EG' };

/** The help desk's way of saying when, in its language and zone. */
export interface Moments {
  /** "4 min ago", "5 hours ago", "12 Mar": short, for a list. */
  ago(minutesAgo: number): string;
  /** "Thu, 12 March, 10:20". */
  full(minutesAgo: number): string;
  /** "12 Mar 2026". */
  day(daysAgo: number): string;
  /** "March 2026". */
  month(monthsAgo: number): string;
  /** "Fri, 13 Mar 2026, 10:20" of an instant, epoch ms. */
  at(instant: number): string;
  /** Machine-readable, for `<time datetime>`. */
  machine(minutesAgo: number): string;
  count(value: number): string;
}

/** How moments before `now` (epoch ms) are said. */
export function momentsIn(language: Language, timeZone: string, now: number): Moments {
  const locale = locales[language];
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' });
  const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { timeZone, ...options });
  const shortDay = format({ day: 'numeric', month: 'short' });
  const full = format({ weekday: 'short', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit' });
  const day = format({ day: 'numeric', month: 'short', year: 'numeric' });
  const month = format({ month: 'long', year: 'numeric' });
  const at = format({
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
  const count = new Intl.NumberFormat(locale);
  const before = (minutes: number) => now - minutes * minuteMs;
  return {
    ago(minutesAgo) {
      if (minutesAgo < 60) return relative.format(-minutesAgo, 'minute');
      if (minutesAgo < minutesADay) return relative.format(-Math.round(minutesAgo / 60), 'hour');
      return shortDay.format(before(minutesAgo));
    },
    full: (minutesAgo) => full.format(before(minutesAgo)),
    day: (daysAgo) => day.format(before(daysAgo * minutesADay)),
    month: (monthsAgo) => month.format(before(monthsAgo * 30.4 * minutesADay)),
    at: (instant) => at.format(instant),
    machine: (minutesAgo) => new Date(before(minutesAgo)).toISOString(),
    count: (value) => count.format(value),
  };
}
