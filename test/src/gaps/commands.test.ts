import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError, DataError, PermissionError } from '../../../src/errors.js';
import { carryOut, undoOf, type GapOutcome, type GapWriter } from '../../../src/gaps/commands.js';
import { gapRights, rightStandings } from '../../../src/gaps/gap-records.js';
import { topicsAfter } from '../../../src/gaps/known-topics.js';
import { accessOf, fullAccess, parseAccess, rightsFor, standingOf } from '../../../src/gaps/rights.js';
import type { CheckedTopic } from '../../../src/gaps/topics.js';
import { parseWrite, type GapWrite } from '../../../src/gaps/writes.js';

const topics = [{ topicId: 'g-1', questionIds: ['a', 'b'] }];
const shortAnswer = {
  id: 's-1',
  question: 'Q?',
  answer: 'A.',
  createdAt: Date.UTC(2026, 2, 13),
  resolvesQuestionIds: ['a', 'b'],
};
const resolve: GapWrite = { kind: 'resolve', command: { ...topics[0]!, question: 'Q?', answer: 'A.' } };
const dismiss: GapWrite = { kind: 'dismiss', command: { topics } };
const reopen: GapWrite = { kind: 'restore', command: { topics, from: 'resolved' } };
const undo: GapWrite = { kind: 'restore', command: { topics, from: 'resolved', shortAnswerId: 's-1' } };

function writer(answer: unknown, asked: unknown[] = []): GapWriter<string> {
  const write = async (...call: unknown[]) => (asked.push(call), answer as never);
  return { resolve: write, dismiss: write, restore: write };
}

describe('carryOut', () => {
  it('hands the command to the source, and back what the source has confirmed', async () => {
    const asked: unknown[] = [];
    const outcome = await carryOut(resolve, fullAccess, writer({ topics, shortAnswer }, asked), 'context');
    assert.deepEqual(asked, [[resolve.command, 'context']]);
    assert.deepEqual([outcome.kind, outcome.from, outcome.to, outcome.topics], ['resolve', 'open', 'resolved', topics]);
    assert.equal(outcome.shortAnswer?.createdBy, null);
    assert.equal((await carryOut(dismiss, fullAccess, writer({ topics }), '')).to, 'dismissed');
    const opened = await carryOut(reopen, fullAccess, writer({ topics }), '');
    assert.deepEqual([opened.from, opened.to], ['resolved', 'open']);
  });

  it('asks nothing of the source where a right is missing', async () => {
    const asked: unknown[] = [];
    for (const write of [resolve, dismiss, reopen, undo]) {
      for (const right of rightsFor(write)) {
        for (const standing of ['needs-role', 'needs-seat', 'hidden'] as const) {
          const access = accessOf({ [right]: standing });
          await assert.rejects(carryOut(write, access, writer({ topics, shortAnswer }, asked), ''), PermissionError);
        }
      }
    }
    assert.deepEqual(asked, []);
  });

  it('says what a source cannot do', async () => {
    for (const write of [resolve, dismiss, undo]) {
      for (const source of [undefined, {}]) {
        const isUnsupported = (error: unknown): boolean =>
          error instanceof AdapterError && error.code === 'unsupported';
        await assert.rejects(carryOut(write, fullAccess, source, ''), isUnsupported);
      }
    }
  });

  it('refuses an answer that does not name what has changed', async () => {
    const strange = [null, undefined, {}, { topics: [{ topicId: 'g-1', questionIds: null }] }, { topics: ['g-1'] }];
    for (const answer of strange) {
      await assert.rejects(carryOut(dismiss, fullAccess, writer(answer), ''), DataError);
    }
    await assert.rejects(carryOut(resolve, fullAccess, writer({ topics }), ''), DataError);
  });
});

describe('undoOf', () => {
  const outcome: GapOutcome = { kind: 'dismiss', from: 'open', to: 'dismissed', topics, shortAnswer: null };

  it('opens exactly the questions that a write has closed', () => {
    assert.deepEqual(undoOf(outcome), { topics, from: 'dismissed' });
  });

  it('takes the short answer back with them', async () => {
    const resolved = await carryOut(resolve, fullAccess, writer({ topics, shortAnswer }), '');
    assert.deepEqual(undoOf(resolved), { topics, from: 'resolved', shortAnswerId: 's-1' });
  });

  it('is null for what opened questions', () => {
    assert.equal(undoOf({ ...outcome, from: 'dismissed', to: 'open' }), null);
  });
});

describe('topicsAfter', () => {
  const row = (id: string, openQuestions: number): CheckedTopic => ({
    id,
    title: id,
    openQuestions,
    conversations: openQuestions,
    lastAskedAt: 1,
    status: 'open',
    returned: false,
    conversationIds: null,
  });
  const outcome: GapOutcome = { kind: 'dismiss', from: 'open', to: 'dismissed', topics, shortAnswer: null };

  it('lets a topic leave whose last question changed, and counts the others down', () => {
    const after = topicsAfter([row('g-1', 2), row('g-2', 0), row('g-3', 1)], 'open', outcome);
    assert.deepEqual(
      after.map(({ id }) => id),
      ['g-2', 'g-3'],
    );
    assert.equal(topicsAfter([row('g-1', 5)], 'open', outcome)[0]?.openQuestions, 3);
  });

  it('leaves a list of another status as it is', () => {
    const rows = [row('g-1', 2)];
    assert.equal(topicsAfter(rows, 'resolved', outcome), rows);
  });
});

describe('the rights', () => {
  it('are all allowed where a source names none', () => {
    assert.deepEqual(parseAccess({}), fullAccess);
    assert.deepEqual(parseAccess({ 'resolve-gap': 'needs-seat', more: 1 }), accessOf({ 'resolve-gap': 'needs-seat' }));
  });

  it('refuse a standing nobody knows instead of taking it for a permission', () => {
    for (const strange of [null, [], 'allowed', { 'dismiss-gap': 'yes' }, { 'dismiss-gap': true }]) {
      assert.throws(() => parseAccess(strange), DataError);
    }
    assert.deepEqual([gapRights.length, rightStandings.length], [3, 4]);
  });

  it('of a write that needs several stand as the first in the way', () => {
    const rights = rightsFor(resolve);
    assert.equal(standingOf(fullAccess, rights), 'allowed');
    assert.equal(standingOf(accessOf({ 'resolve-gap': 'needs-role' }), rights), 'needs-role');
    const mixed = accessOf({ 'create-short-answer': 'needs-seat', 'resolve-gap': 'hidden' });
    assert.equal(standingOf(mixed, rights), 'hidden');
    assert.equal(standingOf(mixed, rightsFor(dismiss)), 'allowed');
  });

  it('taking back needs the right of what is taken back', () => {
    const dismissed: GapWrite = { kind: 'restore', command: { topics, from: 'dismissed' } };
    assert.deepEqual(
      [reopen, undo, dismissed].map((write) => rightsFor(write).join(' ')),
      ['resolve-gap', 'create-short-answer resolve-gap', 'dismiss-gap'],
    );
  });
});

describe('parseWrite', () => {
  it('keeps texts as they were typed, and each question once', () => {
    const raw = { topicId: 'g', questionIds: ['a', 'a'], question: ' <b>?</b> ', answer: '=A1\u0000', more: true };
    assert.deepEqual(parseWrite('resolve', raw), {
      kind: 'resolve',
      command: { topicId: 'g', questionIds: ['a'], question: ' <b>?</b> ', answer: '=A1\u0000' },
    });
  });

  it('refuses texts over the limit by name', () => {
    const raw = { topicId: 'g', questionIds: null, question: 'Q', answer: 'x'.repeat(2_001) };
    assert.throws(() => parseWrite('resolve', raw), /gap-resolve-request.*answer: expected at most 2000 characters/);
    assert.equal(parseWrite('resolve', raw, 3_000).kind, 'resolve');
  });
});
