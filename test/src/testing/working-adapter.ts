import type {
  ConversationPage,
  KnowledgeGapsAdapter,
  PerformanceAdapter,
  RequestContext,
} from '../../../src/adapters/adapter.js';
import { boundsOf, isWanted } from '../../../src/adapters/query-bounds.js';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { AdapterError } from '../../../src/errors.js';
import type { Access, GapQuestion, GapSelection, GapStatus, ShortAnswer } from '../../../src/gaps/gap-records.js';
import { listTopics, topicsWithStatus, type TopicQuestions } from '../../../src/gaps/topics.js';

const START = Date.UTC(2026, 2, 2, 9);
const HOUR = 3_600_000;
/** When the help desk is asked. */
export const now = START + 40 * HOUR;

/** A source that can do everything, by hand, and in few lines: what broken adapters are made from. */
export function workingAdapter(access: Access = {}) {
  const records = Array.from({ length: 8 }, (_, index) => recordOf(index));
  const desk = new WrittenDesk();
  const listeners = new Set<() => void>();
  const changing = async <Answer>(
    context: RequestContext,
    right: keyof Access,
    write: () => Answer,
  ): Promise<Answer> => {
    context.signal.throwIfAborted();
    if ((access[right] ?? 'allowed') !== 'allowed') throw new AdapterError('forbidden', `You may not: ${right}.`);
    const answer = desk.once(context.idempotencyKey!, write);
    for (const tell of listeners) tell();
    return answer;
  };
  const gaps = {
    list: async (query, { signal, locale }) => {
      signal.throwIfAborted();
      return listTopics(topicsWithStatus(desk.topics(), query.status), query, locale);
    },
    questions: async ({ topicId, status, search, cursor = '0', limit }, { signal }) => {
      signal.throwIfAborted();
      const found = desk
        .questions(topicId)
        .filter((question) => question.status === status && question.text.toLowerCase().includes(search.toLowerCase()))
        .sort((a, b) => Number(b.askedAt) - Number(a.askedAt));
      return { questions: found.slice(Number(cursor), Number(cursor) + limit), ...frame(found, cursor, limit) };
    },
    resolve: (command, context) =>
      changing(context, 'resolve-gap', () => {
        const topics = desk.move([command], 'open', 'resolved');
        return { topics, shortAnswer: desk.add(command.question, command.answer, topics[0]!.questionIds) };
      }),
    dismiss: ({ topics }, context) =>
      changing(context, 'dismiss-gap', () => ({ topics: desk.move(topics, 'open', 'dismissed') })),
    restore: ({ topics, from, shortAnswerId }, context) =>
      changing(context, 'dismiss-gap', () => {
        const moved = desk.move(topics, from, 'open');
        if (shortAnswerId !== undefined) desk.answers = desk.answers.filter(({ id }) => id !== shortAnswerId);
        return { topics: moved };
      }),
  } satisfies KnowledgeGapsAdapter;
  return {
    contract: 1,
    async *conversations(query, { signal }) {
      signal.throwIfAborted();
      const wanted = records.filter((record) => isWanted(record, boundsOf(query)));
      if (!/^\d+$/.test(query.cursor ?? '0')) throw new AdapterError('not-found', 'There is no such cursor.');
      for (let from = Number(query.cursor ?? 0); from < Math.max(1, wanted.length); from += 3) {
        const page = { conversations: wanted.slice(from, from + 3), cursor: String(from + 3), asOf: now };
        yield { ...page, total: wanted.length, removed: ['c-gone'] } satisfies ConversationPage;
        signal.throwIfAborted();
      }
    },
    async conversationsById(ids, { signal }) {
      signal.throwIfAborted();
      return records.filter(({ id }) => ids.includes(id));
    },
    knowledgeGaps: gaps,
    shortAnswers: {
      list: async ({ search, cursor = '0', limit }, { signal }) => {
        signal.throwIfAborted();
        const found = desk.answers.filter(({ question, answer }) => `${question} ${answer}`.includes(search));
        return { shortAnswers: found.slice(Number(cursor), Number(cursor) + limit), ...frame(found, cursor, limit) };
      },
    },
    async access({ signal }) {
      signal.throwIfAborted();
      return access;
    },
    subscribe(changed, { signal }) {
      const tell = (): void => changed();
      const stop = (): void => void listeners.delete(tell);
      listeners.add(tell);
      signal.addEventListener('abort', stop);
      return stop;
    },
  } satisfies PerformanceAdapter;
}

/** A record of the working adapter: two started an hour, and changed ten hours later in turns. */
export function recordOf(index: number): ConversationRecord {
  const startedAt = START + Math.floor(index / 2) * HOUR;
  const updatedAt = startedAt + (index % 2) * 10 * HOUR;
  return { id: `c-${index}`, startedAt, updatedAt, channel: 'chat', events: [{ type: 'closed', at: updatedAt }] };
}

function frame(found: readonly unknown[], cursor: string, limit: number): { total: number; cursor?: string } {
  const next = Number(cursor) + limit;
  return { total: found.length, ...(next < found.length ? { cursor: String(next) } : {}) };
}

/** The part that is written to. */
class WrittenDesk {
  answers: readonly ShortAnswer[] = [answerOf('a-1', START), answerOf('a-0', START - HOUR)];
  readonly #statuses = new Map<string, GapStatus>();
  readonly #heard = new Map<string, unknown>();

  topics(): readonly TopicQuestions[] {
    return ['Refund of a gift card', 'Delivery abroad'].map((title, place) => ({
      id: `t-${place}`,
      title,
      questions: [0, 1, 2].slice(place).map((index) => this.#question(`q-${place}${index}`, title, index)),
    }));
  }

  questions(topicId: string): readonly GapQuestion[] {
    const topic = this.topics().find(({ id }) => id === topicId);
    if (topic === undefined) throw new AdapterError('not-found', 'There is no such topic.');
    return topic.questions;
  }

  /** Writes once a key. */
  once<Answer>(key: string, write: () => Answer): Answer {
    if (!this.#heard.has(key)) this.#heard.set(key, write());
    return this.#heard.get(key) as Answer;
  }

  move(topics: readonly GapSelection[], from: GapStatus, to: GapStatus) {
    const picked = topics.map(({ topicId, questionIds }) => {
      const standing = this.questions(topicId).flatMap(({ id, status }) => (status === from ? [id] : []));
      if (!(questionIds ?? standing).every((id) => standing.includes(id))) {
        throw new AdapterError('conflict', `A question is not ${from} any more.`);
      }
      return { topicId, questionIds: questionIds ?? standing };
    });
    for (const id of picked.flatMap(({ questionIds }) => questionIds)) this.#statuses.set(id, to);
    return picked;
  }

  add(question: string, answer: string, resolvesQuestionIds: readonly string[]): ShortAnswer {
    const id = `a-${this.answers.length}`;
    const made = { id, question, answer, createdAt: now, resolvesQuestionIds };
    this.answers = [made, ...this.answers];
    return made;
  }

  #question(id: string, title: string, index: number): GapQuestion {
    const askedAt = START + index * HOUR;
    const status = this.#statuses.get(id) ?? 'open';
    return { id, text: `${title}, how? (${index})`, askedAt, conversationId: `c-${index % 2}`, status };
  }
}

function answerOf(id: string, createdAt: number): ShortAnswer {
  return { id, question: 'When are you open?', answer: 'From nine to five.', createdAt, resolvesQuestionIds: [] };
}
