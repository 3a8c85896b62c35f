import type { SegmentedStore } from '../store/segmented-store.js';
import { recordsOf } from './bytes.js';
import { putInOrder } from './make-ready.js';
import type { Slices } from './slices.js';

/** Untrusted records, as objects or as bytes of NDJSON. */
export type RecordsContent = { readonly conversations: readonly unknown[] } | { readonly ndjson: Uint8Array };

/** What came of them. */
export interface LoadedRecords {
  /** How many there were, good or bad. */
  readonly records: number;
  /** The number of the line after its last, for messages about bytes. */
  readonly nextLine: number;
}

/**
 * Takes records into a store, in slices; what is wrong is refused by name and nothing else is lost.
 * @param firstLine number of the first line in the whole answer
 * @param slices the same for all pages of an answer: many small ones must not hold the thread either
 * @throws the signal's reason once it is aborted
 */
export async function loadRecords(
  content: RecordsContent,
  store: SegmentedStore,
  firstLine: number,
  slices: Slices,
  signal: AbortSignal,
): Promise<LoadedRecords> {
  let records = 0;
  const take = (record: unknown): void => {
    records += 1;
    store.upsert([record]);
    putInOrder(store);
  };
  const source = 'ndjson' in content ? recordsOf(content.ndjson, firstLine) : content.conversations.values();
  const nextLine = await slices.through<unknown, number | undefined>(source, take, signal);
  return { records, nextLine: nextLine ?? firstLine };
}
