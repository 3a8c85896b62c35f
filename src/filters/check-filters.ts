import type { Grain } from '../time/civil.js';
import { readRange } from './filter-range.js';
import type { Filters } from './filters.js';
import { readChannels } from './channel-list.js';

/** Told of what makes no sense, by name; the rest is kept. */
export type Complain = (message: string) => void;

const GRAINS: readonly unknown[] = ['day', 'week', 'month'] satisfies readonly Grain[];

/**
 * Filters with a change that comes from outside and can be anything. What it does not say stays, and so does what it says
 * wrongly.
 */
export function filtersWith(filters: Filters, change: unknown, complain: Complain): Filters {
  if (typeof change !== 'object' || change === null) {
    complain(`filters: expected an object with range, grain or channels, got ${written(change)}.`);
    return filters;
  }
  const { range, grain, channels } = change as Partial<Record<keyof Filters, unknown>>;
  return {
    range: range === undefined ? filters.range : rangeOf(range, filters.range, complain),
    grain: grain === undefined ? filters.grain : grainOf(grain, filters.grain, complain),
    channels: channels === undefined ? filters.channels : channelsOf(channels, filters.channels, complain),
  };
}

function rangeOf(value: unknown, fallback: string, complain: Complain): string {
  const text = typeof value === 'string' ? value.trim() : '';
  if (readRange(text) !== null) return text;
  const known = 'this-week, weeks such as "12w", this-quarter, last-quarter, or days such as "2026-01-05..2026-03-01"';
  complain(`range: expected ${known}, got ${written(value)}.`);
  return fallback;
}

function grainOf(value: unknown, fallback: Grain, complain: Complain): Grain {
  const text = typeof value === 'string' ? value.trim() : value;
  if (GRAINS.includes(text)) return text as Grain;
  complain(`grain: expected day, week or month, got ${written(value)}.`);
  return fallback;
}

/** A list of names, or the text of one. None at all means all. */
function channelsOf(value: unknown, fallback: Filters['channels'], complain: Complain): Filters['channels'] {
  if (value === null) return null;
  const list: unknown = typeof value === 'string' ? readChannels(value) : value;
  if (!Array.isArray(list)) {
    complain(`channels: expected a list of names, or null for all, got ${written(value)}.`);
    return fallback;
  }
  const isName = (name: unknown): name is string => typeof name === 'string' && name !== '';
  for (const name of list) if (!isName(name)) complain(`channels: expected names, got ${written(name)}.`);
  const names = [...new Set(list.filter(isName))];
  if (names.length === 0) return list.length === 0 ? null : fallback;
  return names;
}

function written(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}
