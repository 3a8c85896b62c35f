import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { feedbackSubmissions } from '../../../src/conversation/feedback.js';
import { parseConversation } from '../../../src/conversation/parse.js';

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

describe('feedbackSubmissions', () => {
  const at = (visible: number): readonly unknown[] =>
    feedbackSubmissions(parseConversation({ id: 'c', startedAt: T0, events }), visible);

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
});
