import type { ConversationQuery, PerformanceAdapter, RequestContext } from '../adapters/adapter.js';
import { AdapterError } from '../errors.js';
import { loadRecords } from '../load/load-records.js';
import { pagesUntil } from '../load/pages.js';
import { Slices } from '../load/slices.js';
import type { ConversationStore } from '../store/conversation-store.js';
import { checkPage } from './check-page.js';

/** What an answer has brought so far. Handed in again, the answer goes on from its last cursor. */
export interface Haul {
  /** When it was first asked for, epoch ms. */
  readonly askedAt: number;
  /** Up to where the data is complete once the answer is, epoch ms. */
  readonly asOf: number;
  /** Records that came in, good or bad. */
  readonly loaded: number;
  /** Of the whole answer, as far as the source knows. */
  readonly total: number | null;
  /** 0–1. */
  readonly progress: number | null;
  readonly warnings: readonly string[];
  /** What had come where the answer can be gone on with; null: only from the start. */
  readonly resume: { readonly cursor: string; readonly line: number; readonly loaded: number } | null;
}

/**
 * What an answer starts with: what an earlier try brought up to its last cursor, else nothing.
 * @param now epoch ms
 */
export function startOf(broken: Haul | null, now: number): Haul {
  if (broken !== null && broken.resume !== null) return { ...broken, loaded: broken.resume.loaded };
  return { askedAt: now, asOf: now, loaded: 0, total: null, progress: null, warnings: [], resume: null };
}

/**
 * Takes the pages of an answer into a store and tells after each what has come so far.
 * @param before what it starts with, by {@link startOf}
 * @throws {AdapterError} `unsupported`, `invalid-payload`; the signal's reason once it is aborted; what the adapter throws
 */
export async function* takePages(
  adapter: PerformanceAdapter,
  store: ConversationStore,
  query: ConversationQuery,
  context: RequestContext,
  before: Haul,
): AsyncGenerator<Haul, void> {
  if (typeof adapter.conversations !== 'function') {
    const message = 'The adapter has no conversations(). Give it one, or use an adapter that has.';
    throw new AdapterError('unsupported', message);
  }
  const { signal } = context;
  const { resume } = before;
  const slices = new Slices();
  let haul = before;
  let line = resume?.line ?? 1;
  const asked = resume === null ? query : { ...query, cursor: resume.cursor };
  for await (const raw of pagesUntil(adapter.conversations(asked, context), signal)) {
    const page = checkPage(raw);
    const { records, nextLine } = await loadRecords(page.content, store, line, slices, signal);
    signal.throwIfAborted();
    store.remove(page.removed);
    line = nextLine;
    const loaded = haul.loaded + records;
    haul = {
      askedAt: haul.askedAt,
      // What changed on a page after it came is not in it, however late the source answers with the last one.
      asOf: page.asOf === null ? haul.asOf : Math.min(page.asOf, haul.askedAt),
      loaded,
      total: page.total ?? haul.total,
      progress: page.progress === null ? haul.progress : Math.max(page.progress, haul.progress ?? 0),
      warnings: page.warnings.length === 0 ? haul.warnings : [...new Set([...haul.warnings, ...page.warnings])],
      resume: page.cursor === null ? haul.resume : { cursor: page.cursor, line, loaded },
    };
    yield haul;
  }
}
