import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Question } from '../../../src/metrics/answer.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import type { ConversationStore } from '../../../src/store/conversation-store.js';
import { generateConversations } from '../../../src/testing/generator.js';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 2, 13, 9);
const records = [...generateConversations({ seed: 3, from: NOW - 14 * DAY_MS, to: NOW, perWeek: 4_000 })];
const measures = ['resolved', 'handoffs', 'pending'] as const;
/** A week, as it stood when it ended. */
const question: Question = { measures, boundaries: [NOW - 8 * DAY_MS, NOW - DAY_MS], now: NOW - DAY_MS };

function filled(): ConversationStore {
  const store = createStore({ now: NOW });
  store.upsert(records);
  return store;
}

function countsIn(store: ConversationStore): readonly number[] {
  const [totals] = store.answer(question).totals;
  return measures.map((measure) => totals!.of(measure).count);
}

describe('ahead of a question at an earlier clock', () => {
  it('is judged in steps, for the same answer', () => {
    const store = filled();
    const steps = [...store.ahead!(question)].length;
    assert.ok(steps >= 2, `${steps}`);
    const counts = countsIn(store);
    assert.ok(counts.every((count) => count > 0));
    assert.deepEqual(counts, countsIn(filled()));
    assert.equal([...store.ahead!(question)].length, 0, 'nothing is left to do');
  });

  it('nothing is done for the clock of the store', () => {
    assert.equal([...filled().ahead!({ ...question, now: NOW })].length, 0);
  });

  it('nothing is kept of what changed between two steps', () => {
    const [store, other] = [filled(), filled()];
    const steps = store.ahead!(question)[Symbol.iterator]();
    steps.next();
    const ids = records.slice(0, 500).map(({ id }) => id);
    for (const changed of [store, other]) changed.remove(ids);
    while (steps.next().done !== true);
    assert.deepEqual(countsIn(store), countsIn(other));
  });
});
