import type { PerformanceAdapter } from '../adapters/adapter.js';
import { gapStatuses, type GapStatus } from '../gaps/gap-records.js';
import { parseQuestionPage, type CheckedQuestion } from '../gaps/questions.js';
import { checkContract } from './check-contract.js';
import { gapWorkOf } from './gap-work.js';
import type { Viewer } from './performance-feed.js';

/** Questions asked for at once. */
const PAGE = 500;
/** Pages of one status before a topic is left alone. */
const MOST_PAGES = 40;

/** All questions of a topic, those resolved and dismissed as well. `unknown`: the source does not tell. */
export type TopicHistory = readonly CheckedQuestion[] | 'loading' | 'unknown';

/** The whole histories of topics, asked for one topic after the other, and again after something of them was written. */
export class TopicHistories {
  readonly #adapter: PerformanceAdapter;
  readonly #changed: () => void;
  readonly #known = new Map<string, TopicHistory>();
  readonly #controller = new AbortController();
  readonly #stopWork: () => void;
  #queue: Promise<void> = Promise.resolve();

  constructor(adapter: PerformanceAdapter, changed: () => void) {
    this.#adapter = adapter;
    this.#changed = changed;
    this.#stopWork = gapWorkOf(adapter).listen({
      changed: () => undefined,
      confirmed: ({ topics }) => this.#forget(topics.map(({ topicId }) => topicId)),
    });
  }

  /** What is known of a topic; what is not is asked for. */
  of(topicId: string, viewer: Viewer): TopicHistory {
    const known = this.#known.get(topicId);
    if (known !== undefined) return known;
    this.#known.set(topicId, 'loading');
    this.#queue = this.#queue.then(() => this.#load(topicId, viewer));
    return 'loading';
  }

  stop(): void {
    this.#controller.abort();
    this.#stopWork();
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
      const parts = [];
      for (const status of gapStatuses) parts.push(...(await this.#questions(topicId, status, viewer)));
      history = parts;
    } catch {
      // Whether an answer helped is an extra: it is left out, and the list says nothing of it.
    }
    if (signal.aborted) return;
    this.#known.set(topicId, history);
    this.#changed();
  }

  /** @throws {RangeError} where there are too many: a part of them would say something wrong */
  async #questions(topicId: string, status: GapStatus, viewer: Viewer): Promise<readonly CheckedQuestion[]> {
    checkContract(this.#adapter);
    const found: CheckedQuestion[] = [];
    const { signal } = this.#controller;
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = { topicId, status, search: '', limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
      const answer: unknown = await this.#adapter.knowledgeGaps!.questions!(query, { ...viewer, signal });
      const { entries, cursor: next } = parseQuestionPage(answer);
      found.push(...entries);
      if (next === undefined) return found;
      cursor = next;
    }
    throw new RangeError(`The topic has more than ${PAGE * MOST_PAGES} questions.`);
  }
}
