import type { KnowledgeGapsAdapter, PerformanceAdapter } from '../adapters/adapter.js';
import { AdapterError, isPermissionError } from '../errors.js';
import { carryOut, parseOutcome, type GapOutcome } from '../gaps/commands.js';
import { fullAccess, parseAccess, type CheckedAccess } from '../gaps/rights.js';
import { parseWrite, selectionsOf, type GapWrite, type GapWriteKind } from '../gaps/writes.js';
import { checkContract } from './check-contract.js';
import { machineClock } from './clock.js';
import { failureOf } from './failure.js';
import { tellFailure } from './failure-listener.js';
import type { Viewer } from './performance-feed.js';
import { TopicOrders } from './topic-order.js';

/** Told of what moves in the gaps of one adapter. */
export interface GapListener {
  /** A write began or ended, or the rights are known. */
  changed(): void;
  /** The source has confirmed a write. */
  confirmed?(outcome: GapOutcome): void;
  /** The source says that what is shown is old. */
  moved?(): void;
}

/** One write on its way. */
interface Writing {
  readonly write: GapWrite;
  readonly answer: Promise<GapOutcome>;
}

/**
 * The rights and the writes of one adapter's gaps, for everybody who shows them. The right is checked here whatever an
 * element has checked; what was written is told to all lists of the page once the source has confirmed it.
 */
export class GapWork {
  readonly #listeners = new Set<GapListener>();
  /** By idempotency key. */
  readonly #running = new Map<string, Writing>();
  #access: CheckedAccess | null = null;
  #asking: Promise<CheckedAccess> | null = null;
  /** The source wants to be asked for the rights no more until then, epoch ms. */
  #refused: { readonly failure: AdapterError; readonly until: number } | null = null;
  /** Whose rights were asked for last. */
  #viewer: Viewer | null = null;

  readonly #orders = new WeakMap<object, TopicOrders>();

  constructor(readonly adapter: PerformanceAdapter) {}

  /** The topics as the tables list them that stand under one keeper of the open topic. */
  ordersUnder(keeper: object): TopicOrders {
    let orders = this.#orders.get(keeper);
    if (orders === undefined) this.#orders.set(keeper, (orders = new TopicOrders()));
    return orders;
  }

  /** The rights of the viewer; null while they are not known. */
  get access(): CheckedAccess | null {
    return this.#access;
  }

  /** Characters a question or a short answer may have; undefined: as many as the kit allows. */
  get textLimit(): number | undefined {
    const limit = this.#gaps?.textLimit;
    return Number.isInteger(limit) && limit! > 0 ? limit : undefined;
  }

  /** Whether the source has a function for such a write. */
  can(kind: GapWriteKind): boolean {
    return typeof this.#gaps?.[kind] === 'function';
  }

  /** Before the source is asked; one that throws at being looked at can nothing. */
  get #gaps(): KnowledgeGapsAdapter | undefined {
    try {
      return this.adapter.knowledgeGaps;
    } catch {
      return undefined;
    }
  }

  /** How the topic is being written, or this question of it; null where it is not. */
  savingOf(topicId: string, questionId?: string): GapWriteKind | null {
    for (const { write } of this.#running.values()) {
      const about = selectionsOf(write).find((selection) => selection.topicId === topicId);
      if (about === undefined) continue;
      if (questionId === undefined || about.questionIds === null || about.questionIds.includes(questionId))
        return write.kind;
    }
    return null;
  }

  /** Calls back until the function handed back is called. */
  listen(listener: GapListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Asks for the rights, once; a source that names none allows everything it can do.
   * @throws {AdapterError} why they are not known; the next call asks again
   */
  askAccess(viewer: Viewer): Promise<CheckedAccess> {
    return this.#access === null ? this.renewAccess(viewer) : Promise.resolve(this.#access);
  }

  /** Asks for the rights once more, such as after a change; those that are known hold until the answer. Otherwise like {@link askAccess}. */
  renewAccess(viewer: Viewer): Promise<CheckedAccess> {
    const refused = this.#refused;
    if (refused !== null && machineClock.now() < refused.until) return Promise.reject(refused.failure);
    return (this.#asking ??= this.#askAccess(viewer).finally(() => (this.#asking = null)));
  }

  /**
   * Carries a write out that anybody can have asked for. Twice with one key while it is on its way is one write.
   * @param key the same over retries
   * @throws {PermissionError} without the right
   * @throws {DataError} where the command makes no sense
   * @throws {AdapterError} where the source failed; nothing counts as changed
   */
  write(kind: GapWriteKind, command: unknown, key: string, viewer: Viewer): Promise<GapOutcome> {
    return this.#track(kind, command, key, async (write) => {
      const access = await this.askAccess(viewer);
      checkContract(this.adapter);
      const { signal } = new AbortController();
      try {
        return await carryOut(write, access, this.adapter.knowledgeGaps, { ...viewer, signal, idempotencyKey: key });
      } catch (error) {
        if (!isPermissionError(error)) tellFailure(failureOf(error));
        throw error;
      }
    });
  }

  /** Waits for a host that writes by itself, as for the source. Its answer is what an adapter's would be. */
  hostWrites(kind: GapWriteKind, command: unknown, key: string, answer: Promise<unknown>): Promise<GapOutcome> {
    return this.#track(kind, command, key, async (write) => parseOutcome(write, await answer));
  }

  async #track(
    kind: GapWriteKind,
    command: unknown,
    key: string,
    run: (write: GapWrite) => Promise<GapOutcome>,
  ): Promise<GapOutcome> {
    const known = this.#running.get(key);
    if (known !== undefined) return known.answer;
    const write = parseWrite(kind, command, this.textLimit);
    const answer = this.#settle(key, run(write));
    this.#running.set(key, { write, answer });
    this.#tell();
    return answer;
  }

  async #settle(key: string, answer: Promise<GapOutcome>): Promise<GapOutcome> {
    try {
      const outcome = await answer;
      for (const listener of [...this.#listeners]) listener.confirmed?.(outcome);
      return outcome;
    } catch (error) {
      if (isPermissionError(error)) throw error;
      const failure = failureOf(error);
      // The source knows better: the rights have changed since they were asked for.
      if (failure.code === 'forbidden') this.#forgetAccess();
      const isOld = failure.code === 'conflict' || failure.code === 'not-found';
      if (isOld) for (const listener of [...this.#listeners]) listener.moved?.();
      throw failure;
    } finally {
      this.#running.delete(key);
      this.#tell();
    }
  }

  #forgetAccess(): void {
    this.#access = null;
    if (this.#viewer !== null) void this.renewAccess(this.#viewer).catch(() => undefined); // Whoever writes is told.
  }

  async #askAccess(viewer: Viewer): Promise<CheckedAccess> {
    this.#viewer = viewer;
    const before = this.#access;
    try {
      const { signal } = new AbortController();
      const raw: unknown = await this.adapter.access?.({ ...viewer, signal });
      this.#access = raw === undefined && this.adapter.access === undefined ? fullAccess : parseAccess(raw);
    } catch (error) {
      const { code, message, ...rest } = failureOf(error);
      const failure = new AdapterError(code, `The rights are not known: ${message}`, { ...rest, cause: error });
      const { retryAfterMs } = failure;
      if (retryAfterMs !== undefined) this.#refused = { failure, until: machineClock.now() + retryAfterMs };
      tellFailure(failure);
      throw failure;
    }
    if (JSON.stringify(this.#access) !== JSON.stringify(before)) this.#tell();
    return this.#access;
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener.changed();
  }
}

const works = new WeakMap<PerformanceAdapter, GapWork>();

/** The one work of an adapter, whatever number of elements show its gaps. */
export function gapWorkOf(adapter: PerformanceAdapter): GapWork {
  let work = works.get(adapter);
  if (work === undefined) works.set(adapter, (work = new GapWork(adapter)));
  return work;
}
