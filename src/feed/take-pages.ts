import type { ConversationQuery, PerformanceAdapter, RequestContext } from '../adapters/adapter.js';
import { AdapterError } from '../errors.js';
import type { After, StartWorker } from '../load/loading-worker.js';
import { putInOrder } from '../load/make-ready.js';
import { PAUSE, pagesUntil } from '../load/pages.js';
import { RecordLoader } from '../load/record-loader.js';
import type { SegmentedStore } from '../store/segmented-store.js';
import { nextFrame } from '../time/next-frame.js';
import { nextTask } from '../time/next-task.js';
import { checkContract } from './check-contract.js';
import { checkPage, type CheckedPage } from './check-page.js';
import type { Clock } from './clock.js';

/** A page that lets wait for itself so long keeps nothing back that came before it, ms. */
const PAUSE_MS = 1_000;

/** What an answer has brought so far. Handed in again, the answer goes on from its last cursor. */
export interface Haul {
  /** When it was first asked for, epoch ms. */
  readonly askedAt: number;
  /** Up to where the data is complete once the answer is, epoch ms. */
  readonly asOf: number;
  /** Something of it, or of an earlier try, came. */
  readonly hasBrought: boolean;
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
 * What an answer starts with: what an earlier try brought up to its last cursor, else nothing. It is as old as the earlier
 * try: what that brought is there, and may have been removed at the source since.
 * @param now epoch ms
 */
export function startOf(broken: Haul | null, now: number): Haul {
  if (broken !== null && broken.resume !== null) return { ...broken, loaded: broken.resume.loaded };
  const { askedAt, asOf, hasBrought } = broken?.hasBrought ? broken : { askedAt: now, asOf: now, hasBrought: false };
  return { askedAt, asOf, hasBrought, loaded: 0, total: null, progress: null, warnings: [], resume: null };
}

/**
 * Takes the pages of an answer into a store and tells after each what has come so far.
 * @param before what it starts with, by {@link startOf}
 * @param clock tells when a worker has been silent for too long, and when the source lets wait for itself
 * @param startWorker null: everything is loaded on the page; absent: by the kit's own worker where one can be had
 * @throws {AdapterError} `unsupported`, `invalid-payload`; the signal's reason once it is aborted; what the adapter throws
 */
export async function* takePages(
  adapter: PerformanceAdapter,
  store: SegmentedStore,
  query: ConversationQuery,
  context: RequestContext,
  before: Haul,
  clock: Pick<Clock, 'after'>,
  startWorker?: StartWorker | null,
): AsyncGenerator<Haul, void> {
  checkContract(adapter);
  if (typeof adapter.conversations !== 'function') {
    const message = 'The adapter has no conversations(). Give it one, or use an adapter that has.';
    throw new AdapterError('unsupported', message);
  }
  const { signal } = context;
  const { resume } = before;
  const after: After = (ms, call) => clock.after(ms, call);
  const loader = new RecordLoader(store, after, startWorker);
  const pauses = { afterMs: PAUSE_MS, after, isWanted: () => !loader.isDelivered };
  let haul = before;
  /** What an earlier try brought is of then by the source's clock, too: the page's may run ahead of it. */
  const earlier = before.hasBrought ? before.asOf : Infinity;
  let line = resume?.line ?? 1;
  /** Where the answer can be gone on with once everything up to there is in the store. */
  let reached = resume;
  const asked = resume === null ? query : { ...query, cursor: resume.cursor };
  // A page that asks has mostly not been drawn yet: its first picture and the first records would make each other late.
  const drawn = nextFrame().then(nextFrame);
  try {
    for await (const raw of pagesUntil(adapter.conversations(asked, context), signal, pauses)) {
      if (raw === PAUSE) {
        await loader.flush(signal);
        yield (haul = { ...haul, resume: reached });
        continue;
      }
      const page = checkPage(raw);
      await drawn;
      const { records, nextLine } = await loader.load(page.content, line, signal);
      if (page.removed.length > 0) await loader.flush(signal);
      signal.throwIfAborted();
      if (page.removed.length > 0) store.remove(page.removed);
      line = nextLine;
      const loaded = haul.loaded + records;
      if (page.cursor !== null) reached = { cursor: page.cursor, line, loaded };
      haul = afterPage(haul, page, earlier, loaded, loader.isDelivered ? reached : haul.resume);
      yield haul;
    }
    await loader.flush(signal);
    await nextTask();
    signal.throwIfAborted();
    putInOrder(store, 1); // Whoever asks next asks about what came last as well.
  } catch (error) {
    // What arrived before a failure stays, and is not asked for again.
    if (signal.aborted) throw error;
    await loader.flush(signal);
    yield { ...haul, resume: loader.isDelivered ? reached : haul.resume };
    throw error;
  } finally {
    loader.end();
  }
}

/** What has come after one more page. */
function afterPage(haul: Haul, page: CheckedPage, earlier: number, loaded: number, resume: Haul['resume']): Haul {
  return {
    askedAt: haul.askedAt,
    // What changed on a page after it came is not in it, however late the source answers with the last one.
    asOf: page.asOf === null ? haul.asOf : Math.min(page.asOf, haul.askedAt, earlier),
    hasBrought: haul.hasBrought || loaded > 0,
    loaded,
    total: page.total ?? haul.total,
    progress: page.progress === null ? haul.progress : Math.max(page.progress, haul.progress ?? 0),
    warnings: page.warnings.length === 0 ? haul.warnings : [...new Set([...haul.warnings, ...page.warnings])],
    resume,
  };
}
