import type { PerformanceAdapter, RequestContext } from '../adapters/adapter.js';
import { officialRules } from '../conversation/rules.js';
import type { AdapterError } from '../errors.js';
import { makeReady } from '../load/make-ready.js';
import { Slices } from '../load/slices.js';
import { StoreWithRows } from '../reports/reporting-store.js';
import { nextFrame } from '../time/next-frame.js';
import { nextTask } from '../time/next-task.js';
import { machineClock, type Clock } from './clock.js';
import { knownAfterRefresh, loadErrand, pauseOf, refreshErrand, REFRESH_MS, type Errand } from './errand.js';
import { failureOf } from './failure.js';
import { tellFailure } from './failure-listener.js';
import { idleState, type FeedState } from './feed-state.js';
import { Listeners } from './listeners.js';
import { onceOnline } from './once-online.js';
import { subscribeTo } from './subscription.js';
import { startOf, takePages, type Haul } from './take-pages.js';
import { Teller } from './teller.js';
import type { Wish } from './wish.js';

/** An element that leaves and comes back within it (moved, re-rendered) finds its load still under way. */
const LINGER_MS = 1_000;
/** Progress is told at most this often. */
const TELL_MS = 100;

/** How the page that asks looks at the data. */
export type Viewer = Pick<RequestContext, 'locale' | 'timeZone'>;

/**
 * One adapter's data for everybody who shows it: one load, one store, one clock. The store's clock is the earlier of the
 * clock and the instant the data is complete up to, so that a page left open settles nothing it has not heard of.
 */
export class PerformanceFeed {
  readonly store: StoreWithRows;
  #state: FeedState = idleState;
  readonly #listeners = new Listeners();
  readonly #teller: Teller;
  /** Data is there from here on, epoch ms. */
  #loadedSince = Infinity;
  /** What happened up to here is known of all that is there, epoch ms. */
  #knownUpTo = Infinity;
  /** What errands that did not come to their end have brought, by key. */
  readonly #broken = new Map<string, Haul>();
  #running: AbortController | null = null;
  /** Something may have changed at the source since it was last asked. */
  #moved = false;
  /** The source asked for a pause that is not over. */
  #isPaused = false;
  #hasNamedRefused = false;
  #warnings: Readonly<Record<Errand['kind'], readonly string[]>> = { load: [], refresh: [] };
  #stopLingering: (() => void) | null = null;
  #stopTimer: (() => void) | null = null;
  #stopSubscription: (() => void) | null = null;
  #stopHoping = (): void => {};

  constructor(
    readonly adapter: PerformanceAdapter,
    readonly clock: Clock = machineClock,
  ) {
    this.store = new StoreWithRows(clock.now(), officialRules);
    this.#teller = new Teller(clock, () => this.#listeners.tell(), TELL_MS);
  }

  get state(): FeedState {
    return this.#state;
  }

  /** From here on all conversations of the source have come, epoch ms; Infinity before a first load has ended. */
  get loadedSince(): number {
    return this.#loadedSince;
  }

  /** Whether the conversations from there on, epoch ms, have come that somebody wishes for, once a first load has ended. */
  reach(since: number): 'there' | 'coming' | 'failed' {
    const { phase, error } = this.#state;
    const isWished = phase === 'ready' && this.#listeners.wishedSince < this.#loadedSince;
    if (!isWished || since >= this.#loadedSince) return 'there';
    return error === null ? 'coming' : 'failed';
  }

  /** Calls `changed` after every change of state or data until the function handed back is called. Loads what is wished for. */
  listen(changed: () => void, wish: Wish): () => void {
    const leave = this.#listeners.add(changed, wish);
    this.#stopLingering?.();
    this.#stopLingering = null;
    queueMicrotask(() => this.#goOn()); // Elements of a page come one after the other: one question serves them all.
    return () => {
      if (!leave() || this.#listeners.size > 0) return;
      this.#stopLingering = this.clock.after(LINGER_MS, () => this.#rest());
    };
  }

  /** Asks again for what failed or was cancelled, from where it broke off. */
  retry(): void {
    if (this.#running !== null) return;
    this.#isPaused = false;
    if (this.#state.phase === 'ready') this.#moved = true;
    else this.#set({ phase: 'idle', error: null });
    this.#goOn();
  }

  /** Stops the first load; what arrived stays. Later ones take nothing away while they run, and go on. */
  cancel(): void {
    if (this.#state.phase !== 'loading') return;
    this.#abort();
    this.#set({ phase: 'cancelled' });
  }

  /** Asks for what changed since the last complete load. */
  refresh(): void {
    this.#moved = true;
    this.#goOn();
  }

  /** Nobody looks any more: what is loaded stays, nothing goes on. Who comes back is told what changed meanwhile. */
  #rest(): void {
    this.#abort();
    this.#stopTimer?.();
    this.#stopSubscription?.();
    this.#stopHoping();
    this.#stopLingering = this.#stopTimer = this.#stopSubscription = null;
    this.#moved = true;
    const { phase, error } = this.#state;
    // Who looks next may be online again, and asks anew.
    const wasOffline = phase === 'failed' && error?.code === 'offline';
    if (phase === 'loading' || wasOffline) this.#set({ phase: 'idle', error: null });
  }

  /** What the errand under way still answers is dropped from here on. */
  #abort(): void {
    this.#running?.abort();
    this.#running = null;
    if (this.#state.asOf === null) this.#standAtEndOfArchive();
  }

  /** Runs the next errand, if there is one and nothing stands against it. */
  #goOn(): void {
    const { phase } = this.#state;
    if (this.#running !== null || this.#listeners.size === 0 || phase === 'failed' || phase === 'cancelled') return;
    const errand = this.#isPaused ? null : this.#nextErrand();
    if (errand === null) this.#watch();
    else void this.#run(errand);
  }

  #nextErrand(): Errand | null {
    const { asOf } = this.#state;
    const isStale = this.#moved && asOf !== null && this.adapter.source !== 'archive';
    // First, so that older conversations that do not come keep nobody from the news.
    if (isStale) return refreshErrand(this.#loadedSince, this.#knownUpTo);
    return loadErrand(this.#listeners.wishedSince, this.#loadedSince);
  }

  async #run(errand: Errand): Promise<void> {
    const controller = new AbortController();
    const { signal } = controller;
    const isFirst = this.#state.asOf === null;
    this.#running = controller;
    this.#stopTimer?.();
    this.#stopTimer = null;
    this.#stopHoping();
    this.#moved = false;
    try {
      const haul = await this.#fetch(errand, signal, isFirst);
      // What came last was taken in just now; the clock has work of its own, and so has whoever looks.
      await nextTask();
      signal.throwIfAborted();
      const known = this.#knownBy(errand, haul);
      this.store.advanceTo(Math.min(this.clock.now(), known.complete));
      this.#nameRefused();
      await makeReady(this.store, this.store.now, new Slices(), signal);
      await new Slices().through(this.#listeners.ahead(), () => {}, signal);
      await nextFrame();
      signal.throwIfAborted();
      this.#done(errand, haul, known);
    } catch (error) {
      if (!signal.aborted) this.#failed(errand, failureOf(error), isFirst);
    }
  }

  async #fetch(errand: Errand, signal: AbortSignal, isFirst: boolean): Promise<Haul> {
    const { adapter, store, clock } = this;
    let haul = startOf(this.#brokenOf(errand), clock.now());
    this.#arrived(errand, haul, isFirst);
    const context = { ...this.#listeners.viewer, signal };
    for await (haul of takePages(adapter, store, errand.query, context, haul, clock)) {
      this.#broken.set(errand.key, haul);
      this.#arrived(errand, haul, isFirst);
    }
    return haul;
  }

  /** What an errand has brought so far. One that asks for changes asks for all of them again, those meanwhile as well. */
  #brokenOf({ kind, key }: Errand): Haul | null {
    const broken = this.#broken.get(key) ?? null;
    return kind === 'refresh' && broken?.resume === null ? null : broken;
  }

  #arrived({ kind }: Errand, { asOf, loaded, total, progress, warnings }: Haul, isFirst: boolean): void {
    // Part of the data is judged no later than all of it will be.
    if (isFirst) this.store.advanceTo(Math.min(this.clock.now(), asOf));
    if (kind === 'refresh') return;
    const arrived = { loaded, total, progress, warnings: this.#allWarnings(warnings) };
    this.#set(isFirst ? { ...arrived, phase: 'loading', error: null } : arrived);
  }

  /** Up to where what came is known, and up to where everything is complete with it; epoch ms. */
  #knownBy({ kind }: Errand, haul: Haul): { readonly upTo: number; readonly complete: number } {
    const { store, clock, adapter } = this;
    const { asOf } = this.#state;
    const upTo = adapter.source === 'archive' ? (store.lastInstant(clock.now()) ?? haul.asOf) : haul.asOf;
    // Older conversations that come later say nothing about what happened since the last complete load.
    return { upTo, complete: asOf === null ? upTo : kind === 'refresh' ? Math.max(asOf, upTo) : asOf };
  }

  #done({ kind, key, since }: Errand, haul: Haul, { upTo, complete }: { upTo: number; complete: number }): void {
    this.#broken.delete(key);
    this.#knownUpTo =
      kind === 'refresh'
        ? knownAfterRefresh(this.#knownUpTo, upTo, haul.askedAt)
        : Math.min(this.#knownUpTo, upTo, ...[...this.#broken.values()].map(leftBehindAt));
    // What took long, or was broken off and taken up again, is old already.
    if (this.clock.now() - haul.askedAt >= REFRESH_MS) this.#moved = true;
    const said = kind === 'load' ? [...this.#warnings.load, ...haul.warnings] : haul.warnings;
    this.#warnings = { ...this.#warnings, [kind]: said };
    this.#loadedSince = since;
    this.#running = null;
    this.#isPaused = false;
    this.#set({ phase: 'ready', error: null, asOf: complete, warnings: this.#allWarnings() });
    this.#goOn();
  }

  /** The cards say how many records were left out; whoever can mend it is told which, once. */
  #nameRefused(): void {
    const { count, examples } = this.store.quality().rejected;
    if (count === 0 || this.#hasNamedRefused) return;
    this.#hasNamedRefused = true;
    const messages = examples.map(({ message }) => message).join('\n');
    console.warn(`deskglass: ${count} records were left out, for example:\n${messages}`);
  }

  #failed({ key }: Errand, error: AdapterError, isFirst: boolean): void {
    this.#running = null;
    // The source does not know its cursor any more: the next try starts over.
    const broken = this.#broken.get(key);
    if (broken !== undefined && (error.code === 'conflict' || error.code === 'not-found')) {
      this.#broken.set(key, { ...broken, resume: null });
    }
    this.#isPaused = error.retryAfterMs !== undefined;
    if (isFirst) this.#standAtEndOfArchive();
    this.#set(isFirst ? { phase: 'failed', error } : { error });
    tellFailure(error);
    if (error.code === 'offline') this.#stopHoping = onceOnline(() => this.retry());
    if (!isFirst) this.#watch();
  }

  /** Waits for the source to say that something changed, and asks now and then by itself. A closed log is done. */
  #watch(): void {
    const { adapter, clock } = this;
    const { error } = this.#state;
    const isArchive = adapter.source === 'archive';
    if (isArchive && error === null) return;
    this.#stopTimer ??= clock.after(pauseOf(error), () => {
      this.#stopTimer = null;
      this.#isPaused = false;
      this.refresh();
    });
    if (isArchive) return;
    this.#stopSubscription ??= subscribeTo(adapter, clock, () => this.refresh(), this.#listeners.viewer);
  }

  /** Part of a log ends where it ends, not at the clock of whoever reads it years later. */
  #standAtEndOfArchive(): void {
    if (this.adapter.source !== 'archive') return;
    const now = this.clock.now();
    this.store.advanceTo(this.store.lastInstant(now) ?? now);
  }

  #allWarnings(more: readonly string[] = []): readonly string[] {
    return [...new Set([...this.#warnings.load, ...more, ...this.#warnings.refresh])];
  }

  /** Progress inside a load is told now and then, everything else at once. */
  #set(change: Partial<FeedState>): void {
    const isProgress = this.#running !== null && (change.phase ?? this.#state.phase) === this.#state.phase;
    this.#state = { ...this.#state, ...change };
    if (isProgress) this.#teller.soon();
    else this.#teller.now();
  }
}

/** Up to where what an errand that broke off has left in the store is known; epoch ms. */
function leftBehindAt({ hasBrought, asOf }: Haul): number {
  return hasBrought ? asOf : Infinity;
}
