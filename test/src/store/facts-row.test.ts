import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { officialRules } from '../../../src/conversation/rules.js';
import { bitOf, conversationFacts, type ConversationFact } from '../../../src/metrics/facts.js';
import { FactsRow, factsOf } from '../../../src/store/facts-row.js';
import { tableOf } from '../../support/event-tables.js';
import { HOUR, T0 } from './store-support.js';

const at = (hours: number): number => T0 + hours * HOUR;
const reply = (hours: number, more: object = {}): object => ({
  type: 'message',
  at: at(hours),
  by: { kind: 'agent' },
  sources: [{}],
  actions: [],
  ...more,
});
const feedback = (hours: number, value: string): object => ({ type: 'feedback', at: at(hours), value });
const closed = (hours: number): object => ({ type: 'closed', at: at(hours), by: { kind: 'teammate', id: 'ana' } });

function factsAt(hours: number, events: readonly object[], more: object = {}, row = new FactsRow()): FactsRow {
  factsOf(tableOf({ id: 'c', startedAt: T0, events, ...more }).table, at(hours), officialRules, row);
  return row;
}

function namesIn({ bits }: FactsRow): readonly ConversationFact[] {
  return conversationFacts.filter((fact) => (bits & bitOf(fact)) !== 0);
}

describe('a facts row', () => {
  const changes: readonly (readonly [string, number, readonly object[], object, number])[] = [
    ['when it starts', -1, [], {}, 0],
    ['when its next event begins to exist, whatever that is', 0, [reply(0), { type: 'reopened', at: at(5) }], {}, 5],
    ['when it settles', 1, [reply(0)], {}, 72],
    ['when its ticket closes', 1, [reply(0)], { ticket: { id: 't', closedAt: at(50) } }, 50],
    ['never again once all that is over', 72, [reply(0)], { ticket: { id: 't', closedAt: at(50) } }, Infinity],
  ];
  for (const [when, hours, events, more, expected] of changes) {
    it(`changes ${when}`, () => {
      const { changesAt } = factsAt(hours, events, more);
      assert.equal(changesAt, expected === Infinity ? Infinity : at(expected));
    });
  }

  it('lasts to its last instant, even one after the clock', () => {
    assert.equal(factsAt(0, []).lastAt, at(0));
    assert.equal(factsAt(0, [reply(-1)]).lastAt, at(0));
    assert.equal(factsAt(0, [reply(0), closed(9)]).lastAt, at(9));
    assert.equal(factsAt(0, [closed(9)], { ticket: { id: 't', closedAt: at(12) } }).lastAt, at(12));
  });

  it('tells a duration below zero and does not count it as timed', () => {
    const row = factsAt(300, [reply(-2)]);
    assert.equal(namesIn(row).includes('negativeDuration'), true);
    assert.equal(row.judgement.resolutionTimeMs, -2 * HOUR);
    assert.equal(namesIn(row).includes('resolutionTimed'), false);
    assert.equal(namesIn(factsAt(300, [reply(0)])).includes('negativeDuration'), false);
  });

  it('holds the feedback of a conversation that counts, and of no other', () => {
    const events = [reply(0), feedback(1, 'negative'), feedback(2, 'positive')];
    const { feedback: list } = factsAt(300, events);
    assert.deepEqual([...list.at.subarray(0, list.count)], [at(1), at(2)]);
    assert.deepEqual([...list.values.subarray(0, list.count)], [2, 0]);
    for (const more of [{ excluded: 'test' }, { eligible: false }, { initiatedBy: 'team' }])
      assert.equal(factsAt(300, events, more).feedback.count, 0);
  });

  it('forgets what it held when it is filled again', () => {
    const row = factsAt(300, [reply(0), feedback(1, 'negative'), { type: 'transfer-request', at: at(1) }, closed(9)]);
    assert.deepEqual(namesIn(row), [
      'counted',
      'handled',
      'unresolved',
      'deflected',
      'transferRequested',
      'assigned',
      'closedByTeammate',
    ]);
    const again = factsAt(300, [], {}, row);
    assert.deepEqual(namesIn(again), ['counted']);
    assert.deepEqual(again.judgement, factsAt(300, []).judgement);
    assert.equal(again.feedback.count, 0);
  });
});
