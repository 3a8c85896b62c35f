import { describeValue } from '../conversation/door.js';
import { AdapterError, DefinitionError } from '../errors.js';

/** One entry of a listing with what it is sorted by. */
export interface SortedRow<T> extends RowPlace {
  readonly value: T;
}

/** Where a row stands in its listing. */
export interface RowPlace {
  readonly key: string | number;
  readonly id: string;
}

/** A listing in one order; a cursor of another is refused. */
export interface Listing {
  /** In messages, for example `list of knowledge gaps`. */
  readonly name: string;
  /** What tells the listing and its order from others. */
  readonly marks: readonly string[];
  readonly keyType: 'string' | 'number';
  readonly inOrder: (a: RowPlace, b: RowPlace) => number;
}

/** One page of values. */
export interface KeysetPage<T> {
  readonly values: readonly T[];
  /** Where the next page starts; absent: this was the last. */
  readonly cursor?: string;
  readonly total: number;
}

/**
 * One page of rows. It starts after the row that the cursor names, not after a number of rows: rows that come or go between
 * two pages neither repeat nor hide others.
 * @throws {AdapterError} `not-found` for a cursor of another listing
 * @throws {DefinitionError} for a limit below 1
 */
export function pageOf<T>(
  rows: readonly SortedRow<T>[],
  listing: Listing,
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): KeysetPage<T> {
  if (!Number.isInteger(limit) || limit < 1) {
    throw new DefinitionError(`${listing.name}: limit: expected a whole number from 1 on, got ${limit}.`);
  }
  const sorted = [...rows].sort(listing.inOrder);
  const after = cursor === undefined ? undefined : readCursor(cursor, listing);
  const rest = after === undefined ? sorted : sorted.filter((row) => listing.inOrder(row, after) > 0);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  const hasMore = last !== undefined && rest.length > shown.length;
  return {
    values: shown.map(({ value }) => value),
    ...(hasMore ? { cursor: JSON.stringify([...listing.marks, last.key, last.id]) } : {}),
    total: sorted.length,
  };
}

/** Numbers from the highest to the lowest, ties by id. */
export function latestFirst(a: RowPlace, b: RowPlace): number {
  return Number(b.key) - Number(a.key) || byId(a.id, b.id);
}

/** Ids in the order of their code units. */
export function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function readCursor(cursor: string, { name, marks, keyType }: Listing): RowPlace {
  const parts = parseCursor(cursor);
  const [key, id] = parts.slice(marks.length);
  const isOurs = marks.every((mark, place) => parts[place] === mark);
  if (isOurs && typeof key === keyType && typeof id === 'string') return { key: key as string | number, id };
  throw new AdapterError(
    'not-found',
    `The ${name} has no cursor ${describeValue(cursor)} in this order. Ask again without a cursor.`,
  );
}

function parseCursor(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(cursor);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
