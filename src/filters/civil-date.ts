import { DAY_MS, type CivilDay } from '../time/civil.js';

/** The civil day that a text such as `2026-01-05` names; null where it names none. */
export function readCivilDate(text: string): CivilDay | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  // Some engines read the 30th of February as a day of March.
  return Number.isNaN(at) || writeCivilDate(at / DAY_MS) !== text ? null : at / DAY_MS;
}

/** A civil day of the years 0 to 9999 as `2026-01-05`. */
export function writeCivilDate(day: CivilDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
