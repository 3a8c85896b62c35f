import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { GapList } from '../../../src/feed/gap-list.js';
import { PerformanceFeed } from '../../../src/feed/performance-feed.js';
import { QuestionList } from '../../../src/feed/question-list.js';
import { textsOnHeap } from '../store/heap-search.js';
import { DAY, FakeClock, MINUTE, quiet, SECOND, T0 } from './fake-clock.js';
import { answered, linesOf, wishOf } from './fake-source.js';

// In two parts each, so that only what a source hands over has them joined.
const [id, words, topic] = [
  ['conversation-of-', 'a-person'],
  ['words-of-', 'a-person'],
  ['topic-of-', 'a-person'],
] as const;
const joined = (parts: readonly string[]): string => parts.join('');
const viewer = { locale: 'en', timeZone: 'UTC' };

/** A source from which somebody can be removed; it makes everything anew each time, as one behind a wire does. */
function privateSource(inBytes: boolean, tells = true) {
  let isGone = false;
  const listeners = new Set<() => void>();
  const adapter: PerformanceAdapter = {
    contract: 1,
    async *conversations() {
      const person = { ...answered(joined(id)), topic: joined(topic) };
      const records = isGone ? [answered('stays')] : [answered('stays'), person];
      const removed = isGone ? [joined(id)] : [];
      yield inBytes ? { ndjson: linesOf(...records), removed } : { conversations: records, removed };
    },
    knowledgeGaps: {
      list: async () => ({ topics: isGone ? [] : [topicOf()] }),
      questions: async () => ({ questions: isGone ? [] : [questionOf()] }),
    },
    ...(tells ? { subscribe: (changed) => void listeners.add(changed) } : {}),
  };
  const remove = async (clock: FakeClock): Promise<void> => {
    isGone = true;
    for (const tell of listeners) tell();
    await clock.pass(tells ? 2 * SECOND : 5 * MINUTE);
  };
  return { adapter, remove };
}

function topicOf() {
  const counts = { openQuestions: 1, conversations: 1, lastAskedAt: T0, conversationIds: [joined(id)] };
  return { id: 't', title: joined(topic), status: 'open', ...counts };
}

function questionOf() {
  return { id: 'q', text: joined(words), askedAt: T0, conversationId: joined(id), status: 'open' };
}

/** The topics and the questions of somebody who is still there. */
async function openLists(tells = true) {
  const clock = new FakeClock();
  const { adapter, remove } = privateSource(false, tells);
  const gaps = new GapList(adapter, () => {}, clock);
  const questions = new QuestionList(adapter, () => {}, clock);
  gaps.ask({ status: 'open', sortBy: 'title', direction: 'ascending', search: '' }, viewer);
  questions.ask({ topicId: 't', status: 'open', search: '' }, viewer);
  await quiet();
  const lists = [gaps, questions] as const;
  assert.deepEqual(entriesOf(lists), [1, 1]);
  return { clock, lists, remove };
}

function entriesOf(lists: readonly (GapList | QuestionList)[]): readonly number[] {
  return lists.map(({ state }) => state.entries.length);
}

const nothing = [false, false, false];

describe('a conversation that its source has removed', () => {
  for (const inBytes of [false, true]) {
    it(`leaves nothing in a feed that was handed ${inBytes ? 'bytes' : 'objects'}`, async () => {
      const clock = new FakeClock(T0 + 7 * DAY);
      const { adapter, remove } = privateSource(inBytes);
      const feed = new PerformanceFeed(adapter, clock);
      feed.listen(() => {}, wishOf());
      await quiet();
      assert.equal(feed.store.size, 2);
      const query = { from: T0 - DAY, to: T0 + DAY, timeZone: 'UTC', weekStart: 1 } as const;
      const rows = (): readonly string[] =>
        feed.store.rows('resolution-rate-chart', 'resolutionRate', query).numerator.map((row) => row.id);
      assert.equal(rows().length, 2);
      await remove(clock);
      assert.deepEqual(rows(), ['stays']);
      assert.deepEqual(await textsOnHeap([id, words, topic]), nothing);
    });
  }

  it('leaves nothing in the lists of gaps', async () => {
    const { clock, lists, remove } = await openLists();
    assert.deepEqual(await textsOnHeap([id, words, topic]), [true, true, true]);
    await remove(clock);
    assert.deepEqual(entriesOf(lists), [0, 0]);
    assert.deepEqual(await textsOnHeap([id, words, topic]), nothing);
    for (const list of lists) list.stop();
  });

  it('leaves the open lists of a source that tells of no changes within five minutes', async () => {
    const { clock, lists, remove } = await openLists(false);
    await remove(clock);
    assert.deepEqual(entriesOf(lists), [0, 0]);
    for (const list of lists) list.stop();
    assert.equal(clock.waiting, 0);
  });
});
