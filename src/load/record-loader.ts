import type { SegmentedStore } from '../store/segmented-store.js';
import { loadRecords, type LoadedRecords, type RecordsContent } from './load-records.js';
import { LoadingWorker, startWorker, type After, type StartWorker, type WorkerAnswer } from './loading-worker.js';
import { putInOrder } from './make-ready.js';
import { portionsOf } from './portions.js';
import { Slices } from './slices.js';

/** Bytes that have to come before a worker is worth its start. */
const WORTH_BYTES = 128 * 1_024;

/** Workers that a page refuses: found out once, and not tried again. */
const refused = new WeakSet<StartWorker>();

/** Lines that a worker has and that are not in the store yet. */
interface Undelivered {
  readonly ndjson: Uint8Array;
  readonly firstLine: number;
}

/**
 * Takes the pages of one answer into a store. Bytes are read in a worker as soon as one is there; objects, and bytes as long
 * as none is, in slices on the page. A worker that is refused, dies or falls silent is no error: its lines are read on the page again.
 */
export class RecordLoader {
  #worker: LoadingWorker | null = null;
  #undelivered: Undelivered[] = [];
  #bytes = 0;

  /**
   * @param after for how long a worker may be silent
   * @param start null: everything is loaded on the page
   * @param slices what is done on the page is done in
   */
  constructor(
    private readonly store: SegmentedStore,
    private readonly after: After,
    private readonly start: StartWorker | null = typeof Worker === 'undefined' ? null : startWorker,
    private readonly slices = new Slices(),
  ) {}

  /** Everything that was loaded is in the store. */
  get isDelivered(): boolean {
    return this.#undelivered.length === 0;
  }

  /**
   * Takes in one page.
   * @param firstLine number of its first line in the whole answer, where it is bytes
   * @throws the signal's reason once it is aborted
   */
  async load(content: RecordsContent, firstLine: number, signal: AbortSignal): Promise<LoadedRecords> {
    if ('ndjson' in content) return this.#loadBytes(content.ndjson, firstLine, signal);
    await this.flush(signal); // What came first is older: of two versions without a date the later one stands.
    return loadRecords(content, this.store, firstLine, this.slices, signal);
  }

  /** Brings everything that was loaded into the store. */
  async flush(signal: AbortSignal): Promise<void> {
    if (this.isDelivered) return;
    const worker = this.#worker;
    const answer = worker === null ? null : await this.#answer(() => worker.ask({ kind: 'flush' }), signal);
    if (answer === null) await this.#readAgain(signal);
    else await this.#adopt(answer, signal);
  }

  /** Nothing more will be loaded. What is not in the store is dropped. */
  end(): void {
    this.#worker?.end();
    this.#worker = null;
  }

  async #loadBytes(ndjson: Uint8Array, firstLine: number, signal: AbortSignal): Promise<LoadedRecords> {
    let records = 0;
    let nextLine = firstLine;
    for (const portion of portionsOf(ndjson)) {
      const loaded = await this.#loadPortion(portion, nextLine, signal);
      records += loaded.records;
      nextLine = loaded.nextLine;
    }
    return { records, nextLine };
  }

  async #loadPortion(ndjson: Uint8Array, firstLine: number, signal: AbortSignal): Promise<LoadedRecords> {
    this.#bytes += ndjson.length;
    if (this.#bytes >= WORTH_BYTES) this.#startWorker();
    const answer = this.#worker?.isReady === true ? await this.#ask(ndjson, firstLine, signal) : null;
    if (answer !== null) return answer;
    await this.flush(signal); // A worker that died since it was last asked still had lines that are older.
    return loadRecords({ ndjson }, this.store, firstLine, this.slices, signal);
  }

  #startWorker(): void {
    const { start } = this;
    if (this.#worker !== null || start === null || refused.has(start)) return;
    try {
      this.#worker = new LoadingWorker(start, this.after, (wasReady) => {
        if (!wasReady) refused.add(start);
      });
      this.#worker.start(this.store.now, this.store.rules);
    } catch {
      refused.add(start); // The page's policy, or another origin.
    }
  }

  /** null where the worker died: it had these lines, and those that were not delivered, in vain. */
  async #ask(ndjson: Uint8Array, firstLine: number, signal: AbortSignal): Promise<LoadedRecords | null> {
    // A copy goes, for the page's own stays until its conversations are in the store: a worker can die at any time.
    const answer = await this.#answer(
      () => this.#worker!.ask({ kind: 'lines', ndjson: new Uint8Array(ndjson), firstLine }),
      signal,
    );
    if (answer === null) return null;
    this.#undelivered.push({ ndjson, firstLine });
    await this.#adopt(answer, signal);
    return answer;
  }

  /** The worker's answer; null where it died. */
  async #answer(ask: () => Promise<WorkerAnswer>, signal: AbortSignal): Promise<WorkerAnswer | null> {
    signal.throwIfAborted();
    const stop = (): void => this.end();
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await ask();
    } catch {
      signal.throwIfAborted();
      this.end();
      return null;
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  async #adopt({ delivery }: WorkerAnswer, signal: AbortSignal): Promise<void> {
    if (delivery === null) return;
    await this.slices.through(this.store.adopt(delivery), () => putInOrder(this.store), signal);
    this.#undelivered = [];
  }

  async #readAgain(signal: AbortSignal): Promise<void> {
    const lost = this.#undelivered;
    this.#undelivered = [];
    for (const { ndjson, firstLine } of lost) await loadRecords({ ndjson }, this.store, firstLine, this.slices, signal);
  }
}
