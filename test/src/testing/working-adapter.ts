import type { ConversationPage, KnowledgeGapsAdapter, PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { gapHalf } from '../../../src/adapters/gap-desk-adapter.js';
import { boundsOf, isWanted } from '../../../src/adapters/query-bounds.js';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { AdapterError } from '../../../src/errors.js';
import { GapDesk } from '../../../src/gaps/gap-desk.js';
import type { Access, GapQuestion, ShortAnswer } from '../../../src/gaps/gap-records.js';
import type { TopicQuestions } from '../../../src/gaps/topics.js';

const START = Date.UTC(2026, 2, 2, 9);
const HOUR = 3_600_000;
/** When the help desk is asked. */
export const now = START + 40 * HOUR;

/** A small source that can do everything: what broken adapters are made from. */
export function workingAdapter(access: Access = {}) {
  const records = Array.from({ length: 8 }, (_, index) => recordOf(index));
  const listeners = new Set<() => void>();
  const shortAnswers = [answerOf('a-1', START), answerOf('a-0', START - HOUR)];
  const keep = (): void => listeners.forEach((tell) => tell());
  const desk = new GapDesk(() => ({ topics, shortAnswers, access }), { now: () => now, keep });
  const half = gapHalf(() => desk);
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
    ...half,
    knowledgeGaps: half.knowledgeGaps as Required<KnowledgeGapsAdapter>,
    subscribe(changed, { signal }) {
      const tell = (): void => changed();
      const stop = (): void => void listeners.delete(tell);
      listeners.add(tell);
      signal.addEventListener('abort', stop);
      return stop;
    },
  } satisfies PerformanceAdapter;
}

/** A record of the working adapter: two start an hour, and the second of them changes ten hours later. */
export function recordOf(index: number): ConversationRecord {
  const startedAt = START + Math.floor(index / 2) * HOUR;
  const updatedAt = startedAt + (index % 2) * 10 * HOUR;
  return { id: `c-${index}`, startedAt, updatedAt, channel: 'chat', events: [{ type: 'closed', at: updatedAt }] };
}

const topics: readonly TopicQuestions[] = ['Refund of a gift card', 'Delivery abroad'].map((title, place) => ({
  id: `t-${place}`,
  title,
  questions: [0, 1, 2].slice(place).map((index) => questionOf(`q-${place}${index}`, title, index)),
}));

function questionOf(id: string, title: string, index: number): GapQuestion {
  const askedAt = START + index * HOUR;
  return { id, text: `${title}, how? (${index})`, askedAt, conversationId: `c-${index % 2}`, status: 'open' };
}

function answerOf(id: string, createdAt: number): ShortAnswer {
  return { id, question: 'When are you open?', answer: 'From nine to five.', createdAt, resolvesQuestionIds: [] };
}
