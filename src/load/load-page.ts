import type { ConversationStore } from '../store/conversation-store.js';
import { recordsOf } from './bytes.js';
import type { CheckedPage } from './check-page.js';
import { inSlices } from './slices.js';

/** What came of a page. */
export interface LoadedPage {
  /** Records it held, good or bad. */
  readonly records: number;
  /** The number of the line after its last, for messages about bytes. */
  readonly nextLine: number;
}

/**
 * Takes the records of a page into a store, in slices; what is wrong is refused by name and nothing else is lost.
 * @param firstLine number of the page's first line in the whole answer
 * @throws the signal's reason once it is aborted
 */
export async function loadPage(
  page: CheckedPage,
  store: ConversationStore,
  firstLine: number,
  signal: AbortSignal,
): Promise<LoadedPage> {
  const { content } = page;
  let records = 0;
  const take = (record: unknown): void => {
    records += 1;
    store.upsert([record]);
  };
  const source = 'ndjson' in content ? recordsOf(content.ndjson, firstLine) : content.conversations.values();
  const nextLine = await inSlices<unknown, number | undefined>(source, take, signal);
  store.remove(page.removed);
  return { records, nextLine: nextLine ?? firstLine };
}
