import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addSubmissions, FeedbackList } from '../../../src/conversation/feedback.js';
import { feedbackValues } from '../../../src/conversation/record.js';
import { tableOf } from '../../support/event-tables.js';

const HOUR = 3_600_000;
const T0 = Date.UTC(2026, 2, 2, 9);

const events = [
  { type: 'feedback', at: T0 - HOUR, value: 'negative', id: 'before the first reply' },
  { type: 'message', at: T0, by: { kind: 'visitor' }, id: 'question' },
  { type: 'message', at: T0, by: { kind: 'agent' }, id: 'note', public: false },
  { type: 'message', at: T0 + HOUR, by: { kind: 'agent' }, id: 'reply' },
  { type: 'feedback', at: T0 + HOUR, value: 'positive', id: 'with the reply' },
  { type: 'feedback', at: T0 + 2 * HOUR, value: 'negative', id: 'names the reply', messageId: 'reply' },
  { type: 'feedback', at: T0 + 2 * HOUR, value: 'negative', id: 'names the question', messageId: 'question' },
  { type: 'feedback', at: T0 + 2 * HOUR, value: 'negative', id: 'names a note', messageId: 'note' },
  { type: 'feedback', at: T0 + 2 * HOUR, value: 'negative', id: 'names nothing known', messageId: 'gone' },
  { type: 'feedback', at: T0 + 2 * HOUR, value: 'negative', id: 'names an empty id', messageId: '' },
  { type: 'feedback', at: T0 + 500 * HOUR, value: 'neutral', id: 'long after settlement' },
];

describe('feedback submissions', () => {
  const at = (visible: number): readonly unknown[] => {
    const list = new FeedbackList();
    addSubmissions(tableOf({ id: 'c', startedAt: T0, events }).table, visible, list);
    return Array.from({ length: list.count }, (_, place) => ({
      at: list.at[place],
      value: feedbackValues[list.values[place]!],
    }));
  };

  it('are those from the first reply on that name no message or a reply, after settlement too', () => {
    assert.deepEqual(at(events.length), [
      { at: T0 + HOUR, value: 'positive' },
      { at: T0 + 2 * HOUR, value: 'negative' },
      { at: T0 + 500 * HOUR, value: 'neutral' },
    ]);
  });

  it('are only those that exist at the clock', () => {
    assert.deepEqual([at(4), at(5)], [[], [{ at: T0 + HOUR, value: 'positive' }]]);
    assert.deepEqual(at(0), []);
  });

  it('are added to those a list holds already, however many', () => {
    const list = new FeedbackList();
    const { table } = tableOf({ id: 'c', startedAt: T0, events });
    for (let round = 0; round < 20; round++) addSubmissions(table, table.count, list);
    assert.equal(list.count, 60);
    assert.deepEqual([...list.at.subarray(57, 60)], [T0 + HOUR, T0 + 2 * HOUR, T0 + 500 * HOUR]);
    list.clear();
    assert.equal(list.count, 0);
  });
});
