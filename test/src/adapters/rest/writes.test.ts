import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { demoAdapter } from '../../../../src/adapters/demo.js';
import { contextOf } from '../file-support.js';
import { overTheWire } from './rest-support.js';

describe('the demo, over the wire', () => {
  it('writes once for one key, undoes it, and says what stands in the way', async () => {
    const { adapter } = overTheWire(demoAdapter({ now: '2026-03-02T09:00:00Z' }));
    const gaps = adapter.knowledgeGaps!;
    const listing = { status: 'open', sortBy: 'conversations', direction: 'descending', search: '', limit: 1 } as const;
    const { topics } = await gaps.list(listing, contextOf());
    const { id: topicId } = topics[0] as { id: string };
    const { questions } = await gaps.questions!({ topicId, status: 'open', search: '', limit: 5 }, contextOf());
    const questionIds = [(questions[0] as { id: string }).id];
    const keyed = { ...contextOf(), idempotencyKey: '0123456789abcdef' };
    const command = { topicId, questionIds, question: 'Why?', answer: 'So.' };
    const first = await gaps.resolve!(command, keyed);
    assert.deepEqual(await gaps.resolve!(command, keyed), first);
    await assert.rejects(gaps.resolve!(command, contextOf()), { code: 'conflict' });
    const made = await adapter.shortAnswers!.list({ search: '', limit: 1 }, contextOf());
    assert.deepEqual(made.shortAnswers[0], first.shortAnswer);
    const { id: shortAnswerId } = first.shortAnswer as { id: string };
    const undo = { topics: [{ topicId, questionIds }], from: 'resolved', shortAnswerId } as const;
    assert.deepEqual(await gaps.restore!(undo, contextOf()), { topics: [{ topicId, questionIds }] });
  });
});
