import type { PerformanceAdapter, RequestContext } from '../adapters/adapter.js';
import type { AdapterError } from '../errors.js';
import type { GapOutcome } from '../gaps/commands.js';
import type { CheckedPage } from '../gaps/gap-door.js';
import { checkContract } from './check-contract.js';
import { machineClock, type Clock } from './clock.js';
import { failureOf } from './failure.js';
import { tellFailure } from './failure-listener.js';
import { gapWorkOf, type GapWork } from './gap-work.js';
import { nothingYet, type ListState } from './list-state.js';
import { onceOnline } from './once-online.js';
import type { Viewer } from './performance-feed.js';
import { followChanges } from './subscription.js';

/** Entries asked for at once where all are wanted. */
const MANY = 500;
/** A search is asked for once the typing rests so long. */
const TYPING_MS = 150;

/** What every list can be asked for. */
export interface ListQuestion {
  readonly search: string;
}

/** Which part of the answer to a question is asked for. */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/** Who asks what; nobody waits for the answer any more once the signal is aborted. */
interface Asked<Question> {
  readonly question: Question;
  readonly viewer: Viewer;
  readonly signal: AbortSignal;
}

/** One list out of a source's gaps: asks the adapter page by page, the last question wins, and follows what is written. */
export abstract class PagedList<Entry extends { readonly id: string }, Question extends ListQuestion> {
  #state: ListState<Entry> = nothingYet;
  #question: Question | null = null;
  #viewer: Viewer | null = null;
  #cursor: string | null = null;
  #running: AbortController | null = null;
  /** The source told of a change while a page was under way. */
  #moved = false;
  /** A confirmed write has changed more than is known until the source is asked again. */
  #isOwed = false;
  #stopWaiting = (): void => {};
  #stopHoping = (): void => {};
  #stopSubscription: (() => void) | null = null;
  #stopWork: (() => void) | null = null;
  /** The rights and writes of the same source. */
  readonly work: GapWork;

  constructor(
    readonly adapter: PerformanceAdapter,
    readonly changed: () => void,
    readonly clock: Clock = machineClock,
  ) {
    this.work = gapWorkOf(adapter);
  }

  /** One page of the answer, checked. */
  protected abstract page(
    question: Question,
    request: PageRequest,
    context: RequestContext,
  ): Promise<CheckedPage<Entry>>;

  /** What is known of the entries after a confirmed write, until the source is asked again. */
  protected abstract after(entries: readonly Entry[], question: Question, outcome: GapOutcome): readonly Entry[];

  /** Entries asked for at once. */
  protected readonly pageSize: number = 10;

  get state(): ListState<Entry> {
    return this.#state;
  }

  /** Asks from the start, unless it is the question that is answered already. */
  ask(question: Question, viewer: Viewer): void {
    if (JSON.stringify([question, viewer]) === JSON.stringify([this.#question, this.#viewer])) return;
    const typing = this.#question !== null && this.#question.search !== question.search;
    this.#question = question;
    this.#viewer = viewer;
    this.#watch(viewer);
    this.#restart(typing ? TYPING_MS : 0);
  }

  /** The next page of the same question: as much again as there is, so that thousands are there after a few. */
  more(limit = Math.min(MANY, Math.max(this.pageSize, this.#state.entries.length))): void {
    if (this.#state.phase !== 'ready' || this.#cursor === null) return;
    this.#set({ ...this.#state, phase: 'more', error: null });
    void this.#fetch(this.#cursor, limit);
  }

  /** Asks for what is still missing, page by page; call it as long as something is. */
  rest(): void {
    if (this.#state.error === null) this.more(MANY);
  }

  /**
   * The ids of all entries that the question finds, those on no page yet as well.
   * @throws {AdapterError} why they did not come
   */
  async allIds(): Promise<readonly string[]> {
    const question = this.#question;
    const entries = await this.all();
    return question === this.#question ? entries.map(({ id }) => id) : []; // Others are looked for by now.
  }

  /** All entries that the question finds, whatever is asked for meanwhile; otherwise like {@link allIds}. */
  async all(): Promise<readonly Entry[]> {
    const { phase, entries } = this.#state;
    // What is there otherwise is of the question before.
    if (phase !== 'ready' && phase !== 'more') return this.#collect(this.#question!, [], null);
    return this.#cursor === null ? entries : this.#collect(this.#question!, entries, this.#cursor);
  }

  /** The ids of all there is whatever is searched for, asked for anew; null where others are looked for by now. */
  async idsThere(): Promise<ReadonlySet<string> | null> {
    const question = this.#question!;
    const entries = await this.#collect({ ...question, search: '' }, [], null);
    return question === this.#question ? new Set(entries.map(({ id }) => id)) : null;
  }

  /** What is known of the answer to a question, and all that comes from a cursor on. */
  async #collect(question: Question, known: readonly Entry[], from: string | null): Promise<readonly Entry[]> {
    const asked = { question, viewer: this.#viewer!, signal: new AbortController().signal };
    const entries = new Map(known.map((entry) => [entry.id, entry]));
    for await (const page of this.#pages(from, () => MANY, asked))
      for (const entry of page.entries) entries.set(entry.id, entry);
    return [...entries.values()];
  }

  /** The pages from a cursor on, as far as there are any: a source that hands out a cursor twice would go on for ever. */
  async *#pages(from: string | null, limit: () => number, asked: Asked<Question>): AsyncGenerator<CheckedPage<Entry>> {
    const followed = new Set<string | null>();
    let cursor = from;
    do {
      followed.add(cursor);
      const page = await this.#ask(cursor, limit(), asked);
      yield page;
      cursor = page.cursor ?? null;
    } while (cursor !== null && !followed.has(cursor));
  }

  /** Asks again for the page that failed, and for the rights where they are not known. */
  retry(): void {
    if (this.#question === null || this.#running !== null) return;
    this.#renewAccess(this.#viewer!);
    if (this.#state.isStale) {
      this.#set({ ...this.#state, phase: 'more', error: null });
      void this.#fetch(null, this.#shownAmount);
    } else if (this.#state.entries.length > 0 && this.#cursor !== null) this.more();
    else this.#restart();
  }

  /** Nobody looks any more; the next question starts afresh. */
  stop(): void {
    this.#stopWaiting();
    this.#stopHoping();
    this.#stopSubscription?.();
    this.#stopWork?.();
    this.#stopSubscription = this.#stopWork = null;
    this.#running?.abort();
    this.#running = null;
    this.#question = null;
    this.#cursor = null;
  }

  #watch(viewer: Viewer): void {
    if (this.#stopWork === null) this.#renewAccess(viewer);
    this.#stopWork ??= this.work.listen({
      changed: () => this.changed(),
      confirmed: (outcome) => this.#confirmed(outcome),
      moved: () => this.refresh(),
    });
    this.#stopSubscription ??= followChanges(this.adapter, this.clock, () => this.#heard(viewer), viewer);
  }

  #renewAccess(viewer: Viewer): void {
    void this.work.renewAccess(viewer).catch(() => undefined); // Whoever writes is told.
  }

  /** Somebody may have changed entries, and what the viewer may do with them. */
  #heard(viewer: Viewer): void {
    this.#renewAccess(viewer);
    this.refresh();
  }

  /** What the source has confirmed is seen at once; what only it can count, when it is asked again. */
  #confirmed(outcome: GapOutcome): void {
    const { entries, total } = this.#state;
    const left = this.after(entries, this.#question!, outcome);
    const gone = entries.length - left.length;
    this.#isOwed = true;
    this.#set({ ...this.#state, entries: left, total: total === null ? null : Math.max(left.length, total - gone) });
    this.refresh();
  }

  /** Asks again for what is on screen, which stays until the answer is there. */
  refresh(): void {
    if (this.#running !== null) this.#moved = true;
    else if (this.#state.phase === 'ready') void this.#fetch(null, this.#shownAmount);
  }

  get #shownAmount(): number {
    return Math.max(this.pageSize, this.#state.entries.length);
  }

  #restart(delayMs = 0): void {
    this.#cursor = null;
    this.#stopWaiting();
    this.#running?.abort();
    this.#set({ ...this.#state, phase: 'waiting', error: null, isStale: false });
    if (delayMs > 0) this.#stopWaiting = this.clock.after(delayMs, () => void this.#fetch(null));
    else void this.#fetch(null);
  }

  async #fetch(cursor: string | null, limit = this.pageSize): Promise<void> {
    this.#running?.abort();
    const controller = new AbortController();
    const { signal } = controller;
    this.#running = controller;
    this.#stopHoping();
    this.#moved = false;
    const isRefresh = cursor === null && this.#state.phase !== 'waiting';
    try {
      const asked = { question: this.#question!, viewer: this.#viewer!, signal };
      const page = await (isRefresh ? this.#askAgain(limit, asked) : this.#ask(cursor, limit, asked));
      if (signal.aborted) return;
      const { entries, refused } = cursor === null ? nothingYet : this.#state;
      const known = new Set(entries.map(({ id }) => id));
      this.#cursor = page.cursor ?? null;
      this.#running = null;
      if (cursor === null) this.#isOwed &&= this.#moved; // Written since it was asked: this is of before.
      this.#set({
        phase: 'ready',
        entries: [...entries, ...page.entries.filter(({ id }) => !known.has(id))],
        total: page.total ?? null,
        hasMore: this.#cursor !== null,
        refused: refused + page.refused.length,
        error: null,
        isStale: this.#isOwed && this.#state.isStale,
      });
      if (this.#moved || this.#isOwed) this.refresh();
    } catch (error) {
      if (signal.aborted) return; // A later question took its place, or nobody looks any more.
      this.#running = null;
      const failure = error as AdapterError;
      if (!isRefresh) this.#failed(failure, cursor);
      // Otherwise what is on screen is still the last that is known.
      else if (this.#isOwed) this.#set({ ...this.#state, phase: 'ready', error: failure, isStale: true });
      if (failure.code === 'offline') this.#stopHoping = onceOnline(() => (isRefresh ? this.refresh() : this.retry()));
    }
  }

  #failed(error: AdapterError, cursor: string | null): void {
    if (cursor === null) this.#set({ ...nothingYet, phase: 'failed', error });
    else this.#set({ ...this.#state, phase: 'ready', error });
  }

  /** What is on screen once more, page by page where it is more than a source hands over at once. */
  async #askAgain(amount: number, asked: Asked<Question>): Promise<CheckedPage<Entry>> {
    const entries = new Map<string, Entry>();
    const refused: CheckedPage<Entry>['refused'][number][] = [];
    let last: CheckedPage<Entry> | null = null;
    for await (const page of this.#pages(null, () => Math.min(MANY, amount - entries.size), asked)) {
      last = page;
      for (const entry of page.entries) entries.set(entry.id, entry);
      refused.push(...page.refused);
      if (page.entries.length === 0 || entries.size >= amount) break;
    }
    return { ...last!, entries: [...entries.values()], refused };
  }

  async #ask(cursor: string | null, limit: number, asked: Asked<Question>): Promise<CheckedPage<Entry>> {
    const { question, viewer, signal } = asked;
    try {
      checkContract(this.adapter);
      const request = { limit, ...(cursor === null ? {} : { cursor }) };
      return await this.page(question, request, { signal, ...viewer });
    } catch (error) {
      if (signal.aborted) throw error;
      const failure = failureOf(error);
      tellFailure(failure);
      throw failure;
    }
  }

  #set(state: ListState<Entry>): void {
    this.#state = state;
    this.changed();
  }
}
