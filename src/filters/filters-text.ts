import { writeChannels } from './channel-list.js';
import { filtersWith } from './check-filters.js';
import { defaultFilters, type Filters } from './filters.js';

/** What a text says. */
export interface ParsedFilters {
  readonly filters: Filters;
  /** What in it makes no sense, each by name; empty where all does. */
  readonly problems: readonly string[];
}

const NAMES: readonly string[] = ['range', 'grain', 'channels'] satisfies readonly (keyof Filters)[];

/**
 * Filters as a part of an address: `range=12w&grain=week&channels=chat,email`. Survives being taken apart and put together
 * again by `URLSearchParams`.
 */
export function printFilters({ range, grain, channels }: Filters): string {
  const parts = [`range=${escaped(range)}`, `grain=${grain}`];
  if (channels !== null) parts.push(`channels=${escaped(writeChannels(channels))}`);
  return parts.join('&');
}

/**
 * The filters that a text says, with or without `?` or `#` before it. What it does not say is as in `base`, and so is what it
 * says wrongly.
 */
export function parseFilters(text: string, base: Filters = defaultFilters): ParsedFilters {
  const problems: string[] = [];
  const said = new Map<string, string>();
  for (const part of text.trim().replace(/^[?#]/, '').split('&')) {
    if (part === '') continue;
    const [name = '', ...value] = part.split('=');
    const key = unescaped(name);
    if (!NAMES.includes(key)) problems.push(`${key}: is no filter; expected ${NAMES.join(', ')}.`);
    else if (said.has(key)) problems.push(`${key}: is said more than once; the first stands.`);
    else said.set(key, unescaped(value.join('=')));
  }
  const filters = filtersWith(base, Object.fromEntries(said), (problem) => problems.push(problem));
  return { filters, problems };
}

/** Commas may stand in a query as they are, and are easier to read. */
function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll('%2C', ',');
}

function unescaped(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
