import type { Grain } from '../time/civil.js';

/** Which conversations the reports of a page show, and how time is cut. */
export interface Filters {
  /**
   * `this-week`, `this-quarter`, `last-quarter`, so many weeks with the current one as their last, such as `12w`, or civil
   * days, both included, such as `2026-01-05..2026-03-01`.
   */
  readonly range: string;
  /** What time is cut into. Where that gives more points than a chart can show, the next longer one stands in. */
  readonly grain: Grain;
  /** Names as the source writes them, at least one; null: all channels, also those that come later. */
  readonly channels: readonly string[] | null;
}

/** What a page shows where nothing says otherwise. */
export const defaultFilters: Filters = Object.freeze({ range: '12w', grain: 'week', channels: null });

/** Whether two pages with these filters show the same. */
export function sameFilters(a: Filters, b: Filters): boolean {
  return a.range === b.range && a.grain === b.grain && sameChannels(a.channels, b.channels);
}

function sameChannels(a: Filters['channels'], b: Filters['channels']): boolean {
  if (a === null || b === null) return a === b;
  return a.length === b.length && a.every((channel) => b.includes(channel));
}
