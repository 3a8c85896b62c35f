import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStore } from '../../../src/reports/reporting-store.js';
import { handCounted, NOW_MS } from '../../support/hand-made-records.js';

describe('countAmong', () => {
  it('counts among all conversations what the totals count, and each id once', () => {
    const store = createStore({ now: NOW_MS });
    store.upsert(handCounted);
    const names = ['conversations', 'handled', 'resolved', 'pending', 'handoffs', 'deflected'] as const;
    const ids = handCounted.map(({ id }) => id);
    const [totals] = store.answer({ measures: names, boundaries: [0, NOW_MS] }).totals;
    assert.deepEqual(
      store.countAmong([...ids, ...ids], names),
      names.map((name) => totals!.of(name).count),
    );
  });

  it('counts nowhere what is not held, was removed, or came only just now and was taken back', () => {
    const store = createStore({ now: NOW_MS });
    store.upsert(handCounted);
    assert.deepEqual(store.countAmong(['resolved', 'nobody'], ['resolved']), [1]);
    store.remove(['resolved']);
    assert.deepEqual(store.countAmong(['resolved'], ['resolved', 'conversations']), [0, 0]);
  });

  it('refuses measures of feedback, of which a conversation can have several', () => {
    const store = createStore({ now: NOW_MS });
    assert.throws(
      () => store.countAmong([], ['feedbackPositive']),
      /expected measures of conversations, got feedbackPositive/,
    );
  });
});
