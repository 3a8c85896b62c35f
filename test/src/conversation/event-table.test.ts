import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conversationFlags, ELSEWHERE, EventTable, NONE } from '../../../src/conversation/event-table.js';
import { parseConversation } from '../../../src/conversation/parse.js';
import { plainTable, tableOf } from '../../support/event-tables.js';

const T0 = Date.UTC(2026, 2, 2, 9);
const record = (events: readonly object[], more: object = {}): object => ({ id: 'c', startedAt: T0, events, ...more });
const feedback = (after: number, messageId: string | null): object => ({
  type: 'feedback',
  at: T0 + after,
  value: 'neutral',
  messageId,
});
const refsOf = (events: readonly object[]): readonly number[] => plainTable(tableOf(record(events)).table).refs;

describe('an event table', () => {
  it('numbers teammates by id, and calls one without an id unknown', () => {
    const assigned = (after: number, id: string | null): object => ({
      type: 'assignment',
      at: T0 + after,
      to: { kind: 'teammate', id },
    });
    const closed = { type: 'closed', at: T0 + 9, by: { kind: 'teammate', id: 'bo' } };
    const { table, teammates } = tableOf(record([assigned(1, 'ana'), assigned(2, null), assigned(3, 'bo'), closed]));
    assert.deepEqual(plainTable(table).refs, [1, 2, 3, 3]);
    assert.deepEqual([0, 1, 2, 3].map(teammates.idOf, teammates), [null, 'ana', 'unknown', 'bo']);
  });

  it('says which event feedback is about, wherever that stands', () => {
    const reply = { type: 'message', at: T0 + 5, by: { kind: 'agent' }, id: 'reply' };
    const events = [feedback(1, 'reply'), feedback(2, null), feedback(3, 'gone'), feedback(4, ''), reply];
    assert.deepEqual(refsOf(events), [4, NONE, ELSEWHERE, ELSEWHERE, NONE]);
  });

  it('names nobody where an event names no teammate', () => {
    const to = { kind: 'agent', id: 'ana' };
    assert.deepEqual(
      refsOf([
        { type: 'assignment', at: T0, to },
        { type: 'closed', at: T0, by: to },
      ]),
      [NONE, NONE],
    );
  });

  it('keeps what is out of the ordinary about the conversation', () => {
    const reply = { type: 'message', at: T0, by: { kind: 'agent' } };
    const later = { ...reply, at: T0 + 1 };
    const flagsOf = (more: object, events: readonly object[] = []): number => tableOf(record(events, more)).table.flags;
    assert.equal(flagsOf({}, [reply, later]), 0);
    assert.equal(flagsOf({ excluded: 'spam' }), conversationFlags.excluded);
    assert.equal(flagsOf({ eligible: false }), conversationFlags.ineligible);
    assert.equal(flagsOf({ initiatedBy: 'team' }), conversationFlags.byTeam);
    assert.equal(flagsOf({ complete: false }), conversationFlags.incomplete);
    assert.equal(flagsOf({}, [reply, reply]), conversationFlags.duplicateEvents);
    assert.equal(flagsOf({}, [later, reply]), conversationFlags.outOfOrder);
  });

  it('forgets the conversation before', () => {
    const long = Array.from({ length: 300 }, (_, after) => feedback(after, 'gone'));
    const full = { updatedAt: T0, excluded: 'spam', ticket: { id: 't', closedAt: T0 } };
    const table = new EventTable();
    table.fillFrom(parseConversation(record(long, full)), () => 1);
    assert.equal(table.count, 300);
    table.fillFrom(parseConversation(record([feedback(1, null)])), () => 1);
    assert.deepEqual(plainTable(table), plainTable(tableOf(record([feedback(1, null)])).table));
  });

  it('renumbers its teammates and nothing else', () => {
    const assigned = { type: 'assignment', at: T0 + 1, to: { kind: 'teammate', id: 'ana' } };
    const closed = { type: 'closed', at: T0 + 2, by: { kind: 'teammate', id: 'bo' } };
    const reply = { type: 'message', at: T0, by: { kind: 'agent' }, id: 'reply' };
    const { table } = tableOf(record([reply, assigned, closed, feedback(3, 'reply'), feedback(4, 'gone')]));
    const seen: number[] = [];
    table.renumberTeammates((teammate) => seen.push(teammate) + 100);
    assert.deepEqual(seen, [1, 2]);
    assert.deepEqual(plainTable(table).refs, [NONE, 101, 102, 0, ELSEWHERE]);
  });
});
