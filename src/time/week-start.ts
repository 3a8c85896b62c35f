import { DefinitionError } from '../errors.js';
import type { Weekday } from './civil.js';

const NAMES: Readonly<Record<string, Weekday>> = {
  monday: 1,
  tuesday: 2,
  wednesday: 3,
  thursday: 4,
  friday: 5,
  saturday: 6,
  sunday: 7,
};

/** The day of the week of an English name, any case. @throws {DefinitionError} for any other text */
export function parseWeekday(name: string): Weekday {
  const key = name.trim().toLowerCase();
  const weekday = Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;
  if (weekday === undefined)
    throw new DefinitionError(`week-start: expected a day such as "monday", got ${JSON.stringify(name)}.`);
  return weekday;
}

/** The day a locale's weeks start on; Monday where the engine does not know. */
export function weekStartOf(locale: string): Weekday {
  try {
    const known = new Intl.Locale(locale) as Intl.Locale & {
      getWeekInfo?: () => { firstDay: number };
      weekInfo?: { firstDay: number };
    };
    const firstDay = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay;
    return firstDay !== undefined && firstDay >= 1 && firstDay <= 7 ? (firstDay as Weekday) : 1;
  } catch {
    return 1; // Not a language tag: the page's mistake, no reason to show nothing.
  }
}
