import { filtersWith, type Complain } from '../../src/filters/check-filters.js';
import { readCivilDate, writeCivilDate } from '../../src/filters/civil-date.js';
import { defaultFilters, type Filters } from '../../src/filters/filters.js';
import { grainIn, weeksOf, windowOf } from '../../src/filters/window-of.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import type { ReportQuery } from '../../src/reports/run-report.js';
import { civilDayOf } from '../../src/time/civil.js';
import type { Calendar } from '../../src/time/range.js';
import { zoneOf } from '../../src/time/zone.js';
import { attributeText } from '../attribute-text.js';

/** What a report's own attributes say; frameworks set anything. */
export interface FilterAttributes {
  readonly range: unknown;
  /** Civil days, both included. */
  readonly from: unknown;
  readonly to: unknown;
  readonly grain: unknown;
  /** A comma list. */
  readonly channels: unknown;
  readonly noFilters: boolean;
}

/** Weeks that *week so far* looks at. */
const WEEKS_COMPARED = 2;

/**
 * What a report shows: what its own attributes say, else the page's filters, unless it goes without them, else the default.
 * @param page null: there is no page around it
 * @param now a clock, epoch ms: without `to`, days end with its
 */
export function filtersOf(
  attributes: FilterAttributes,
  page: Filters | null,
  now: number,
  { timeZone }: Calendar,
  complain: Complain,
): Filters {
  const base = page === null || attributes.noFilters ? defaultFilters : page;
  const range = daysOf(attributes, () => writeCivilDate(civilDayOf(now, zoneOf(timeZone))), complain);
  const own = {
    range: range ?? attributeText(attributes.range),
    grain: attributeText(attributes.grain),
    channels: attributeText(attributes.channels),
  };
  const said = Object.fromEntries(Object.entries(own).filter(([, text]) => text !== null));
  return filtersWith(base, said, complain);
}

/** The range of `from` and `to`; null where they say none. */
function daysOf({ from, to }: FilterAttributes, today: () => string, complain: Complain): string | null {
  const start = dayOf('from', from, complain);
  const end = dayOf('to', to, complain);
  if (start === null) {
    if (end !== null) complain(`to: expected a day in from as well, got "${end}" alone.`);
    return null;
  }
  const last = end ?? (start > today() ? start : today());
  if (start <= last) return `${start}..${last}`;
  complain(`from: expected a day not after to, got "${start}" and "${last}".`);
  return null;
}

function dayOf(name: string, value: unknown, complain: Complain): string | null {
  const text = attributeText(value)?.trim() ?? null;
  if (text === null || readCivilDate(text) !== null) return text;
  complain(`${name}: expected a day such as "2026-01-05", got "${text}".`);
  return null;
}

/** The question that filters put to a report, beside zone and week start. *Week so far* heeds channels alone. */
export function queryOf(
  { cut }: Pick<ReportDefinition, 'cut'>,
  filters: Filters,
  now: number,
  calendar: Calendar,
  history: 'events' | 'snapshot',
): Pick<ReportQuery, 'from' | 'to' | 'grain' | 'channels' | 'compare'> {
  const channels = filters.channels === null ? {} : { channels: filters.channels };
  if (cut === 'week-so-far') return { ...channels, compare: history !== 'snapshot' };
  const window = windowOf(filters, now, calendar);
  return cut === 'range' ? { ...window, ...channels } : { ...window, ...channels, grain: grainIn(filters, window) };
}

/** Weeks that must be loaded for a report, the current one included. */
export function weeksFor(
  { cut }: Pick<ReportDefinition, 'cut'>,
  filters: Filters,
  now: number,
  calendar: Calendar,
): number {
  return cut === 'week-so-far' ? WEEKS_COMPARED : weeksOf(filters, now, calendar);
}
