import { Door, reasonOf } from '../conversation/door.js';
import type { Instant } from '../conversation/record.js';
import type { Refusal } from '../errors.js';

/** What pages and their fields may hold at the most. */
export const most = {
  entries: 10_000,
  label: 1_000,
  text: 1_000_000,
  url: 8_000,
  /** A cursor may carry the title it stands at. */
  cursor: 1_100_000,
  ids: 1_000_000,
} as const;

/** One page of a listing that has passed the door. */
export interface CheckedPage<T> {
  readonly entries: readonly T[];
  /** Entries that were left out, each with the reason. */
  readonly refused: readonly Refusal[];
  readonly cursor?: string;
  readonly total?: number;
}

/** How the pages of one listing are read. */
export interface PageReader<T> {
  /** The page in messages, for example `page of knowledge gaps`. */
  readonly page: string;
  /** The page's field that holds the entries. */
  readonly field: string;
  /** One entry in messages, for example `knowledge gap`. */
  readonly entry: string;
  /** Reads one entry; refuses through the door, whose `id` it sets as soon as it knows it. */
  readonly read: (raw: unknown, door: Door) => T;
}

/**
 * Checks an untrusted page. An entry that is wrong is left out by name and sinks none of the others.
 * @throws {DataError} where the page itself is not what the contract says
 */
export function parsePage<T extends { readonly id: string }>(page: unknown, reader: PageReader<T>): CheckedPage<T> {
  const door = new Door(reader.page);
  return reading(door, page, () => {
    const { [reader.field]: list, cursor: rawCursor, total } = door.object(page, '');
    const raws = [...door.list(list, reader.field, most.entries)];
    const cursor = door.optionalText(rawCursor, 'cursor', most.cursor);
    const isCounted = total !== undefined && total !== null;
    return {
      ...parseEntries(raws, reader),
      ...(cursor === null || cursor === '' ? {} : { cursor }),
      ...(isCounted ? { total: parseCount(total, 'total', door) } : {}),
    };
  });
}

function parseEntries<T extends { readonly id: string }>(
  raws: readonly unknown[],
  { entry: what, read }: PageReader<T>,
): Pick<CheckedPage<T>, 'entries' | 'refused'> {
  const entries = new Map<string, T>();
  const refused: Refusal[] = [];
  for (const raw of raws) {
    const door = new Door(what);
    const result = readOrRefusal(door, raw, () => {
      const entry = read(raw, door);
      if (entries.has(entry.id)) door.refuse('id', entry.id, 'expected an id of its own. Merge those that share one');
      return entry;
    });
    if ('refusal' in result) refused.push(result.refusal);
    else entries.set(result.value.id, result.value);
  }
  return { entries: [...entries.values()], refused };
}

/** Reads a part that sinks no other where it is wrong: then there is what the door refused of it, as plain data. */
export function readOrRefusal<T>(
  door: Door,
  raw: unknown,
  read: () => T,
): { readonly value: T } | { readonly refusal: Refusal } {
  try {
    return { value: reading(door, raw, read) };
  } catch (error) {
    if (door.refusal === null || error !== door.refusal) throw error;
    const { id, field, value, message } = door.refusal;
    return { refusal: { ...(id === undefined ? {} : { id }), field, value, message } };
  }
}

/** A whole number from 0 on. */
export function parseCount(raw: unknown, field: string, door: Door): number {
  if (typeof raw !== 'number' || !Number.isSafeInteger(raw) || raw < 0) {
    door.refuse(field, raw, 'expected a whole number from 0 on. Count it in your adapter');
  }
  return raw;
}

/**
 * An instant of an entry that a desk in memory holds, epoch ms: what no door has checked yet.
 * @param what the entry in messages, for example `gap question`
 * @throws {DataError} where it is none
 */
export function instantOf(what: string, id: string, value: Instant, field: string): number {
  if (typeof value === 'number') return value;
  const door = new Door(what);
  door.id = id;
  return door.instant(value, field);
}

/** A list of ids. */
export function parseIds(raw: unknown, field: string, door: Door): readonly string[] {
  return door.list(raw, field, most.ids).map((id, index) => door.text(id, `${field}[${index}]`, most.label));
}

/** A getter or proxy of the source that throws is a refusal by name as well, not a crash. */
export function reading<T>(door: Door, raw: unknown, read: () => T): T {
  try {
    return read();
  } catch (error) {
    // Not `instanceof`: a getter can throw a DataError of its own making, or a proxy that throws when it is asked.
    if (door.refusal !== null && error === door.refusal) throw error;
    return door.refuse('', raw, `reading it failed (${reasonOf(error)}). Hand over plain data`);
  }
}
