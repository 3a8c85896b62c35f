import type { ConversationQuery, PerformanceAdapter, RequestContext } from '../adapters/adapter.js';
import { AdapterError, isAbort } from '../errors.js';
import { loadRecords } from '../load/load-records.js';
import { pagesUntil } from '../load/pages.js';
import { Slices } from '../load/slices.js';
import { createStore, type ConversationStore } from '../store/conversation-store.js';
import { checkPage, type CheckedPage } from './check-page.js';
import { machineClock, type Clock } from './clock.js';
import { idleState, type FeedState } from './feed-state.js';

/** What changed since is asked for with this overlap, so that nothing between two questions is lost. */
const OVERLAP_MS = 2 * 60_000;
/** Time between two questions for what changed, where nothing else asks. */
const REFRESH_MS = 5 * 60_000;
/** An element that leaves and comes back within it (moved, re-rendered) finds its load still under way. */
const LINGER_MS = 1_000;
/** Progress is told at most this often. */
const TELL_MS = 100;

/** How the page that asks looks at the data. */
export type Viewer = Pick<RequestContext, 'locale' | 'timeZone'>;

/** What a listener wants of a feed. */
export interface Wish {
  /** From where on conversations are wanted, epoch ms; -Infinity: all there are. */
  readonly since: number;
  readonly viewer: Viewer;
}

/** `load`: conversations of a stretch of time. `refresh`: what changed since the last complete load. */
interface Errand {
  readonly kind: 'load' | 'refresh';
  readonly query: ConversationQuery;
  /** From where on data is there once the errand is done. */
  readonly since: number;
}

/** Where an errand broke off, so that the next try goes on from there. */
interface Breakpoint {
  readonly errand: string;
  readonly cursor: string;
  readonly line: number;
}

/**
 * One adapter's data for everybody who shows it: one load, one store, one clock. The store's clock is the earlier of the
 * clock and the instant the data is complete up to, so that a page left open settles nothing it has not heard of.
 */
export class PerformanceFeed {
  readonly store: ConversationStore;
  #state: FeedState = idleState;
  readonly #wishes = new Map<() => void, Wish>();
  /** Data is there from here on, epoch ms. */
  #loadedSince = Infinity;
  #breakpoint: Breakpoint | null = null;
  #running: AbortController | null = null;
  /** Something changed at the source since it was last asked. */
  #moved = false;
  #stopTimer: (() => void) | null = null;
  #stopSubscription: (() => void) | null = null;
  #lastTold = -Infinity;

  constructor(
    readonly adapter: PerformanceAdapter,
    readonly clock: Clock = machineClock,
  ) {
    this.store = createStore({ now: clock.now() });
  }

  get state(): FeedState {
    return this.#state;
  }

  /** Calls `changed` after every change of state or data until the function handed back is called. Loads what is wished for. */
  listen(changed: () => void, wish: Wish): () => void {
    this.#wishes.set(changed, wish);
    queueMicrotask(() => this.#goOn()); // Elements of a page come one after the other: one question serves them all.
    return () => this.#leave(changed);
  }

  /** Asks again for what failed or was cancelled, from where it broke off. */
  retry(): void {
    if (this.#running !== null) return;
    if (this.#state.phase === 'ready') this.#moved = true;
    else this.#set({ phase: 'idle', error: null });
    this.#goOn();
  }

  /** Stops the load under way; what arrived stays. */
  cancel(): void {
    if (this.#state.phase === 'loading') this.#set({ phase: 'cancelled' });
    this.#running?.abort();
  }

  /** Asks for what changed since the last complete load. */
  refresh(): void {
    this.#moved = true;
    this.#goOn();
  }

  #leave(changed: () => void): void {
    this.#wishes.delete(changed);
    if (this.#wishes.size > 0) return;
    this.clock.after(LINGER_MS, () => {
      if (this.#wishes.size === 0) this.#rest();
    });
  }

  /** Nobody looks any more: what is loaded stays, nothing goes on. */
  #rest(): void {
    this.#running?.abort();
    this.#stopTimer?.();
    this.#stopSubscription?.();
    this.#stopTimer = this.#stopSubscription = null;
  }

  /** Runs the next errand, if there is one and nothing stands against it. */
  #goOn(): void {
    const { phase } = this.#state;
    if (this.#running !== null || this.#wishes.size === 0 || phase === 'failed' || phase === 'cancelled') return;
    const errand = this.#nextErrand();
    if (errand === null) this.#watch();
    else void this.#run(errand);
  }

  #nextErrand(): Errand | null {
    const since = Math.min(...[...this.#wishes.values()].map((wish) => wish.since));
    const bounds: ConversationQuery = since === -Infinity ? {} : { since };
    if (since < this.#loadedSince) {
      const until = this.#loadedSince === Infinity ? {} : { until: this.#loadedSince };
      return { kind: 'load', query: { ...bounds, ...until }, since };
    }
    const { asOf } = this.#state;
    if (!this.#moved || asOf === null) return null;
    return { kind: 'refresh', query: { ...bounds, updatedSince: asOf - OVERLAP_MS }, since: this.#loadedSince };
  }

  async #run(errand: Errand): Promise<void> {
    const controller = new AbortController();
    const first = this.#state.asOf === null;
    this.#running = controller;
    this.#moved = false;
    if (first) this.#set({ phase: 'loading', error: null });
    try {
      const asOf = await this.#fetch(errand, controller.signal);
      this.#loadedSince = errand.since;
      this.#breakpoint = null;
      // Older conversations that come later say nothing about what happened since the last complete load.
      const complete = first || errand.kind === 'refresh' ? asOf : this.#state.asOf!;
      this.store.advanceTo(Math.min(this.clock.now(), complete));
      this.#running = null;
      this.#set({ phase: 'ready', error: null, asOf: complete });
      this.#goOn();
    } catch (error) {
      this.#running = null;
      if (controller.signal.aborted || isAbort(error)) this.#aborted();
      else this.#failed(AdapterError.from(error), first);
    }
  }

  /** Cancelled, or nobody looks any more: no failure. Who comes back meanwhile is served. */
  #aborted(): void {
    if (this.#state.phase === 'loading') this.#set({ phase: 'idle' });
    this.#goOn();
  }

  #failed(error: AdapterError, first: boolean): void {
    this.#set(first ? { phase: 'failed', error } : { error });
    if (!first) this.#watch();
  }

  /** Takes in all pages. @returns up to where the data is complete, epoch ms */
  async #fetch(errand: Errand, signal: AbortSignal): Promise<number> {
    const { adapter, store, clock } = this;
    if (adapter.conversations === undefined) {
      throw new AdapterError(
        'unsupported',
        'The adapter has no conversations(). Give it one, or use an adapter that has.',
      );
    }
    let asOf = clock.now();
    const key = JSON.stringify(errand.query);
    const resumed = this.#breakpoint?.errand === key ? this.#breakpoint : null;
    if (resumed === null && errand.kind === 'load') this.#set({ loaded: 0, total: null, progress: null, warnings: [] });
    const query = resumed === null ? errand.query : { ...errand.query, cursor: resumed.cursor };
    const slices = new Slices();
    let line = resumed?.line ?? 1;
    for await (const page of pagesUntil(adapter.conversations(query, this.#context(signal)), signal)) {
      const checked = checkPage(page);
      const { records, nextLine } = await loadRecords(checked.content, store, slices, line, signal);
      store.remove(checked.removed);
      line = nextLine;
      asOf = checked.asOf ?? asOf;
      this.#breakpoint = checked.cursor === null ? null : { errand: key, cursor: checked.cursor, line };
      if (errand.kind === 'load') this.#progress(checked, records);
    }
    return adapter.source === 'archive' ? (store.lastInstant(clock.now()) ?? asOf) : asOf;
  }

  #progress(page: CheckedPage, records: number): void {
    const { loaded, total, progress, warnings } = this.#state;
    this.#set({
      loaded: loaded + records,
      total: page.total ?? total,
      progress: page.progress ?? progress,
      warnings: [...new Set([...warnings, ...page.warnings])],
    });
  }

  #context(signal: AbortSignal): RequestContext {
    const [wish] = this.#wishes.values();
    return { signal, locale: 'en', timeZone: 'UTC', ...wish?.viewer };
  }

  /** Everything is loaded: waits for the source to say that something changed, and asks now and then by itself. */
  #watch(): void {
    const { adapter, clock } = this;
    if (adapter.source === 'archive') return;
    this.#stopTimer?.();
    this.#stopTimer = clock.after(this.#state.error?.retryAfterMs ?? REFRESH_MS, () => this.refresh());
    if (this.#stopSubscription !== null || adapter.subscribe === undefined) return;
    const controller = new AbortController();
    const stop = adapter.subscribe(() => this.refresh(), this.#context(controller.signal));
    this.#stopSubscription = () => {
      controller.abort();
      stop?.();
    };
  }

  /** Progress inside a load is told now and then, everything else at once. */
  #set(change: Partial<FeedState>): void {
    const samePhase = change.phase === undefined || change.phase === this.#state.phase;
    this.#state = { ...this.#state, ...change };
    const at = performance.now();
    if (samePhase && this.#running !== null && at - this.#lastTold < TELL_MS) return;
    this.#lastTold = at;
    for (const changed of [...this.#wishes.keys()]) changed();
  }
}
