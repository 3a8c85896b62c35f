import type { PerformanceAdapter } from '../adapters/adapter.js';
import { AdapterError, type AdapterErrorCode } from '../errors.js';
import { gapStatuses, type GapStatus } from '../gaps/gap-records.js';
import { parseQuestionPage, type CheckedQuestion } from '../gaps/questions.js';
import { checkContract } from './check-contract.js';
import { machineClock, type Clock } from './clock.js';
import { failureOf } from './failure.js';
import { gapWorkOf } from './gap-work.js';
import type { Viewer } from './performance-feed.js';
import { Teller } from './teller.js';

/** Questions asked for at once. */
const PAGE = 500;
/** Pages of one status before a topic is left alone. */
const MOST_PAGES = 40;
/** What failed for a while, or may have changed, is asked for again after so long. */
const AGAIN_MS = 60_000;
/** Failures that will be the same again. */
const LASTING: readonly AdapterErrorCode[] = ['unsupported', 'not-found', 'forbidden', 'invalid-payload'];

/** All questions of a topic, those resolved and dismissed as well. `unknown`: the source does not tell. */
export type TopicHistory = readonly CheckedQuestion[] | 'loading' | 'unknown';

/** The whole histories of topics, asked for one topic after the other, and again after something of them was written. */
export class TopicHistories {
  readonly #adapter: PerformanceAdapter;
  readonly #changed: () => void;
  readonly #known = new Map<string, TopicHistory>();
  readonly #controller = new AbortController();
  readonly #stopWork: () => void;
  readonly #clock: Clock;
  /** Topics that are asked for again. */
  readonly #failed = new Set<string>();
  #stopWaiting: (() => void) | null = null;
  /** Topics whose histories may have changed since they were asked for. */
  readonly #old = new Set<string>();
  readonly #teller: Teller;
  #queue: Promise<void> = Promise.resolve();

  constructor(adapter: PerformanceAdapter, changed: () => void, clock: Clock = machineClock) {
    this.#adapter = adapter;
    this.#clock = clock;
    this.#changed = changed;
    this.#teller = new Teller(clock, () => this.#setOld(), AGAIN_MS);
    this.#stopWork = gapWorkOf(adapter).listen({
      changed: () => undefined,
      confirmed: ({ topics }) => this.#forget(topics.map(({ topicId }) => topicId)),
    });
  }

  /** What is known of a topic; what is not is asked for. */
  of(topicId: string, viewer: Viewer): TopicHistory {
    const known = this.#known.get(topicId);
    if (known !== undefined && !this.#old.delete(topicId)) return known;
    this.#known.set(topicId, known ?? 'loading');
    this.#queue = this.#queue.then(() => this.#load(topicId, viewer));
    return known ?? 'loading';
  }

  /** The source has changed: what is known stays until it has been asked for again, once a minute at the most. */
  renew(): void {
    this.#teller.soon();
  }

  stop(): void {
    this.#controller.abort();
    this.#stopWork();
    this.#stopWaiting?.();
    this.#teller.stop();
  }

  #setOld(): void {
    for (const [topicId, history] of this.#known) if (history !== 'loading') this.#old.add(topicId);
    this.#changed();
  }

  #forget(topicIds: readonly string[]): void {
    for (const topicId of topicIds) this.#known.delete(topicId);
    this.#changed();
  }

  async #load(topicId: string, viewer: Viewer): Promise<void> {
    const { signal } = this.#controller;
    if (signal.aborted) return;
    let history: TopicHistory = 'unknown';
    try {
      // Each once, as it came last: what somebody closes meanwhile is listed twice.
      const questions = new Map<string, CheckedQuestion>();
      for (const status of gapStatuses)
        for (const question of await this.#questions(topicId, status, viewer)) questions.set(question.id, question);
      history = [...questions.values()];
    } catch (error) {
      // Whether an answer helped is an extra: it is left out, and the list says nothing of it.
      if (!signal.aborted && !isLasting(error)) this.#tryLater(topicId);
    }
    if (signal.aborted) return;
    this.#known.set(topicId, history);
    this.#changed();
  }

  #tryLater(topicId: string): void {
    this.#failed.add(topicId);
    this.#stopWaiting ??= this.#clock.after(AGAIN_MS, () => {
      this.#stopWaiting = null;
      const failed = [...this.#failed];
      this.#failed.clear();
      this.#forget(failed);
    });
  }

  /** @throws {RangeError} where there are too many: a part of them would say something wrong */
  async #questions(topicId: string, status: GapStatus, viewer: Viewer): Promise<readonly CheckedQuestion[]> {
    checkContract(this.#adapter);
    const gaps = this.#adapter.knowledgeGaps;
    if (typeof gaps?.questions !== 'function') {
      throw new AdapterError('unsupported', 'The adapter has no knowledgeGaps.questions.');
    }
    const found: CheckedQuestion[] = [];
    const { signal } = this.#controller;
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = { topicId, status, search: '', limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const answer: unknown = await gaps.questions(query, { ...viewer, signal });
      const { entries, cursor: next } = parseQuestionPage(answer);
      found.push(...entries);
      if (next === undefined) return found;
      cursor = next;
    }
    throw new RangeError(`The topic has more than ${PAGE * MOST_PAGES} questions.`);
  }
}

function isLasting(error: unknown): boolean {
  return error instanceof RangeError || LASTING.includes(failureOf(error).code);
}
