import { parseInstant } from '../conversation/instant.js';
import type { Instant } from '../conversation/record.js';
import { AdapterError } from '../errors.js';
import { GapDesk, type GapRecords } from '../gaps/gap-desk.js';
import type { ConversationPage, ConversationQuery, PerformanceAdapter, RequestContext } from './adapter.js';
import { gapHalf, type GapHalf } from './gap-desk-adapter.js';
import { nextTask } from '../time/next-task.js';
import { boundsOf, isWanted } from './query-bounds.js';

/** Conversations a page at the most. */
const PAGE_SIZE = 1_000;

/** Knowledge gaps that are kept in memory, read anew at every question. What is written lies over them as long as the page. */
export type MemoryGaps = GapRecords;

/** Further facts of a {@link memoryAdapter}. */
export interface MemoryAdapterOptions {
  /** The data is complete up to here; absent: up to the moment it is asked. */
  readonly asOf?: Instant;
}

/**
 * Hands over records that are in memory already, unchecked and in their order. An array is read anew at every question,
 * so records that are added to it later are seen; anything else is read once, when first asked.
 */
export function memoryAdapter(
  records: Iterable<unknown>,
  gaps?: MemoryGaps,
  options: MemoryAdapterOptions = {},
): PerformanceAdapter {
  let list: readonly unknown[] | undefined;
  const read = (): readonly unknown[] => (list ??= Array.isArray(records) ? records : [...records]);
  return {
    contract: 1,
    conversations: (query, context) => pagesOf(read(), query, context, options),
    conversationsById: async (ids, { signal }) => {
      signal.throwIfAborted();
      return recordsById(read(), ids);
    },
    ...(gaps === undefined ? {} : gapsOf(gaps, options)),
  };
}

function gapsOf(gaps: MemoryGaps, { asOf }: MemoryAdapterOptions): GapHalf {
  const standing = parseInstant(asOf);
  const desk = new GapDesk(() => gaps, { now: () => (typeof standing === 'number' ? standing : Date.now()) });
  return gapHalf(() => desk);
}

async function* pagesOf(
  records: readonly unknown[],
  query: ConversationQuery,
  { signal }: RequestContext,
  { asOf }: MemoryAdapterOptions,
): AsyncGenerator<ConversationPage, void, undefined> {
  signal.throwIfAborted();
  const bounds = boundsOf(query);
  const start = readCursor(query.cursor);
  // What comes in while pages are handed over belongs to the next question.
  const end = records.length;
  const wanted: number[] = [];
  for (let from = 0; from < end; from += PAGE_SIZE) {
    for (let place = from; place < Math.min(end, from + PAGE_SIZE); place++) {
      if (isWanted(records[place], bounds)) wanted.push(place);
    }
    await nextTask();
    signal.throwIfAborted();
  }
  const rest = wanted.filter((place) => place >= start);
  const facts = { total: wanted.length, ...(asOf === undefined ? {} : { asOf }) };
  for (let from = 0; from === 0 || from < rest.length; from += PAGE_SIZE) {
    const places = rest.slice(from, from + PAGE_SIZE);
    const next = rest[from + PAGE_SIZE] ?? end;
    yield { conversations: places.map((place) => records[place]), cursor: String(next), ...facts };
    await nextTask();
    signal.throwIfAborted();
  }
}

function readCursor(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor);
  throw new AdapterError('not-found', `There is no cursor ${JSON.stringify(cursor)}. Ask again without a cursor.`);
}

/** One record an id, in the order asked; of several versions the one that a load would leave standing. */
function recordsById(records: readonly unknown[], ids: readonly string[]): readonly unknown[] {
  const wanted = new Set(ids);
  const found = new Map<string, unknown>();
  for (const record of records) {
    const id = readField(record, 'id');
    if (typeof id !== 'string' || !wanted.has(id)) continue;
    if (!found.has(id) || updatedAt(record) >= updatedAt(found.get(id))) found.set(id, record);
  }
  return ids.filter((id) => found.has(id)).map((id) => found.get(id));
}

function updatedAt(record: unknown): number {
  const time = parseInstant(readField(record, 'updatedAt'));
  return typeof time === 'number' ? time : -Infinity;
}

function readField(record: unknown, field: string): unknown {
  try {
    return (record as Readonly<Record<string, unknown>> | null | undefined)?.[field];
  } catch {
    return undefined; // A getter that throws: the door names the record when it is loaded.
  }
}
