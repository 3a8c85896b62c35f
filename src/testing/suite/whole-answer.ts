import type { ConversationQuery } from '../../adapters/adapter.js';
import { describeValue } from '../../conversation/door.js';
import { isDataError } from '../../errors.js';
import { checkPage, type CheckedPage } from '../../feed/check-page.js';
import { recordsOf } from '../../load/bytes.js';
import { pagesUntil } from '../../load/pages.js';
import { fail, skip, someOf } from './outcome.js';
import type { Probe } from './probe.js';

/** One page as it came. */
export interface ReadPage extends CheckedPage {
  /** From 1. */
  readonly number: number;
  /** In their order when the page came, unchecked; a line that is no record comes as the DataError that names it. */
  readonly records: readonly unknown[];
  /** The page's bytes, as they were when it came; null where it came as objects. */
  readonly text: string | null;
}

/** All pages of one answer. */
export interface WholeAnswer {
  readonly pages: readonly ReadPage[];
  readonly records: readonly unknown[];
}

/** Pages in a row without a new conversation, after which an answer counts as one without an end. */
const MOST_IDLE = 100;

/**
 * Asks for conversations and reads the pages to their end, or until it is enough.
 * @throws {AdapterCheckError} where a page is not what the contract says
 */
export async function readPages(
  probe: Probe,
  query: ConversationQuery,
  isEnough = (_pages: readonly ReadPage[]): boolean => false,
): Promise<WholeAnswer> {
  const { adapter } = probe;
  if (adapter.conversations === undefined) skip('The adapter has no conversations().');
  const context = probe.context();
  const pages: ReadPage[] = [];
  const mustGoOn = progressCheck();
  const iterator = pagesUntil(adapter.conversations(query, context), context.signal);
  try {
    while (!isEnough(pages)) {
      const number = pages.length + 1;
      const next = await probe.ask(`conversations(), page ${number},`, () => iterator.next());
      if (next.done === true) break;
      const page = await probe.ask(`Page ${number}`, () => readPage(next.value, number));
      mustGoOn(page);
      pages.push(page);
    }
  } finally {
    void iterator.return();
  }
  return { pages, records: pages.flatMap(({ records }) => records) };
}

function readPage(raw: unknown, number: number): ReadPage {
  const page = checkPage(raw);
  if ('conversations' in page.content) return { ...page, number, records: [...page.content.conversations], text: null };
  const { ndjson } = page.content;
  return { ...page, number, records: [...recordsOf(ndjson)], text: new TextDecoder().decode(ndjson) };
}

/** Fails, page by page, where an answer goes round in circles or has no end. */
function progressCheck(): (page: ReadPage) => void {
  const cursors = new Map<string, number>();
  const seen = new Set<string>();
  let idle = 0;
  return ({ number, cursor, records }) => {
    const before = cursor === null ? undefined : cursors.get(cursor);
    if (before !== undefined) {
      fail(
        `Page ${number} has the cursor of page ${before}. Go on to the next page, and leave the cursor out at the end.`,
      );
    }
    if (cursor !== null) cursors.set(cursor, number);
    const known = seen.size;
    for (const id of idsOf(records)) seen.add(id);
    idle = seen.size > known ? 0 : idle + 1;
    if (idle < MOST_IDLE) return;
    fail(`The last ${idle} of ${number} pages brought no new conversation. End the answer where nothing more comes.`);
  };
}

/** The id of an unchecked record; null where it has none that can be read. */
export function idOf(record: unknown): string | null {
  if (isDataError(record)) return record.id ?? null;
  try {
    const { id } = record as { readonly id?: unknown };
    return typeof id === 'string' ? id : null;
  } catch {
    return null;
  }
}

/** The ids of records that have one. */
export function idsOf(records: readonly unknown[]): string[] {
  return records.map(idOf).filter((id) => id !== null);
}

/** Ids as messages name them. */
export function named(ids: readonly string[]): string[] {
  return ids.map((id) => describeValue(id));
}

/** Fails where there is nothing to look at. */
export function needRecords({ records }: WholeAnswer): void {
  if (idsOf(records).length === 0) skip('The source has no conversations to look at.');
}

/** Fails where an id that is wanted is not there. */
export function mustHoldAll(wanted: Iterable<string>, found: ReadonlySet<string>, what: string, wayOut: string): void {
  const missing = [...wanted].filter((id) => !found.has(id));
  if (missing.length === 0) return;
  fail(`${what} ${someOf(named(missing))}. ${wayOut}`);
}
