import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { evaluate } from '../../../src/conversation/evaluate.js';
import type { ConversationEvent } from '../../../src/conversation/record.js';
import { criteria, type CriterionName, type Trace, type TracedCriterion } from '../../../src/conversation/trace.js';

const HOUR = 3_600_000;
const T0 = Date.UTC(2026, 2, 2, 9);
const hour = (hours: number): number => T0 + hours * HOUR;

const reply = (hours: number, id: string, more: object = {}): ConversationEvent => ({
  type: 'message',
  at: hour(hours),
  id,
  by: { kind: 'agent' },
  sources: [{ title: 'Returns' }],
  actions: [],
  ...more,
});
const teammate = (hours: number, id: string): ConversationEvent => ({
  type: 'message',
  at: hour(hours),
  id,
  by: { kind: 'teammate', id: 'ana' },
});
const feedback = (hours: number, id: string, value: 'positive' | 'negative'): ConversationEvent => ({
  type: 'feedback',
  at: hour(hours),
  id,
  value,
});
const handoff = (hours: number, id: string): ConversationEvent => ({
  type: 'handoff',
  at: hour(hours),
  id,
  cause: 'manual',
});
const request = (hours: number, id: string): ConversationEvent => ({ type: 'transfer-request', at: hour(hours), id });

const SETTLED = 300;
const PENDING = 50;
const traceOf = (events: readonly ConversationEvent[], hours: number): Trace =>
  evaluate({ id: 'c-1', startedAt: T0, events }, { now: hour(hours) }).trace;

type Row = readonly [state: TracedCriterion['state'], event: string | null, atHour: number | null, open: boolean];

function rowOf(trace: Trace, name: CriterionName): Row {
  const found = trace.criteria.find(({ criterion }) => criterion === name);
  assert.ok(found !== undefined);
  const { state, event, at, open } = found;
  return [state, event?.id ?? null, at === null ? null : (at - T0) / HOUR, open];
}

describe('the trace', () => {
  const table: readonly (readonly [string, readonly ConversationEvent[], number, CriterionName, Row])[] = [
    ['was handled by the first reply', [reply(1, 'a'), reply(2, 'b')], SETTLED, 'handled', ['met', 'a', 1, false]],
    [
      'was handled by a handoff of the agent',
      [{ type: 'handoff', id: 'h', at: hour(1), cause: 'agent' }],
      SETTLED,
      'handled',
      ['met', 'h', 1, false],
    ],
    [
      'was not handled by a visitor alone',
      [{ ...teammate(1, 'a'), by: { kind: 'visitor' } } as ConversationEvent],
      SETTLED,
      'handled',
      ['not-met', null, null, false],
    ],

    [
      'settled 72 hours after the last reply',
      [reply(1, 'a'), reply(30, 'b'), reply(102, 'c')],
      SETTLED,
      'settled',
      ['met', 'b', 102, false],
    ],
    ['has not settled, and says when it will', [reply(1, 'a')], PENDING, 'settled', ['not-met', 'a', 73, true]],
    [
      'settles after the handoff that stands in',
      [{ type: 'handoff', id: 'h', at: hour(1), cause: 'agent' }],
      PENDING,
      'settled',
      ['not-met', 'h', 73, true],
    ],

    [
      'is grounded by the first reply with a source',
      [reply(1, 'a', { sources: [] }), reply(2, 'b'), reply(3, 'c')],
      SETTLED,
      'grounded',
      ['met', 'b', 2, false],
    ],
    [
      'is grounded by an action',
      [reply(1, 'a', { sources: [], actions: [{ name: 'refund' }] })],
      SETTLED,
      'grounded',
      ['met', 'a', 1, false],
    ],
    ['is not grounded', [reply(1, 'a', { sources: [] })], SETTLED, 'grounded', ['not-met', null, null, false]],
    [
      'is not grounded yet, and can still be',
      [reply(1, 'a', { sources: [] })],
      PENDING,
      'grounded',
      ['not-met', null, null, true],
    ],
    [
      'does not know its grounding',
      [reply(1, 'a', { sources: null })],
      SETTLED,
      'grounded',
      ['unknown', null, null, false],
    ],
    [
      'does not know its grounding, which can still be known',
      [reply(1, 'a', { sources: null })],
      PENDING,
      'grounded',
      ['unknown', null, null, true],
    ],
    ['is grounded for good while it is pending', [reply(1, 'a')], PENDING, 'grounded', ['met', 'a', 1, false]],
    [
      'is not grounded by a reply after settlement',
      [reply(1, 'a', { sources: [] }), reply(73, 'b')],
      SETTLED,
      'grounded',
      ['not-met', null, null, false],
    ],

    ['holds no transfer request', [reply(1, 'a')], SETTLED, 'no-transfer-request', ['met', null, null, false]],
    ['holds none yet', [reply(1, 'a')], PENDING, 'no-transfer-request', ['met', null, null, true]],
    [
      'holds one for good, the first',
      [reply(1, 'a'), request(2, 'r'), request(3, 's')],
      PENDING,
      'no-transfer-request',
      ['not-met', 'r', 2, false],
    ],
    [
      'holds one that came too late',
      [reply(1, 'a'), request(73, 'r')],
      SETTLED,
      'no-transfer-request',
      ['met', null, null, false],
    ],

    ['holds no feedback', [reply(1, 'a')], SETTLED, 'no-negative-feedback', ['met', null, null, false]],
    [
      'holds positive feedback last',
      [reply(1, 'a'), feedback(2, 'f', 'negative'), feedback(3, 'g', 'positive')],
      SETTLED,
      'no-negative-feedback',
      ['met', 'g', 3, false],
    ],
    [
      'holds negative feedback last',
      [reply(1, 'a'), feedback(2, 'f', 'positive'), feedback(3, 'g', 'negative')],
      SETTLED,
      'no-negative-feedback',
      ['not-met', 'g', 3, false],
    ],
    [
      'holds negative feedback that a reply can cure',
      [reply(1, 'a'), feedback(2, 'f', 'negative')],
      PENDING,
      'no-negative-feedback',
      ['not-met', 'f', 2, true],
    ],
    [
      'holds negative feedback from before the last reply',
      [reply(1, 'a'), feedback(2, 'f', 'negative'), reply(3, 'b')],
      SETTLED,
      'no-negative-feedback',
      ['met', null, null, false],
    ],

    ['involves nobody', [reply(1, 'a')], SETTLED, 'no-human', ['met', null, null, false]],
    ['involves nobody yet', [reply(1, 'a')], PENDING, 'no-human', ['met', null, null, true]],
    [
      'involves a teammate who wrote',
      [reply(1, 'a'), teammate(2, 't')],
      PENDING,
      'no-human',
      ['not-met', 't', 2, false],
    ],
    [
      'involves a human by handoff',
      [reply(1, 'a'), handoff(2, 'h'), teammate(3, 't')],
      SETTLED,
      'no-human',
      ['not-met', 'h', 2, false],
    ],
    [
      'involves a teammate before the handoff',
      [reply(1, 'a'), teammate(2, 't'), handoff(3, 'h')],
      SETTLED,
      'no-human',
      ['not-met', 't', 2, false],
    ],
    [
      'involves a human too late',
      [reply(1, 'a'), handoff(73, 'h'), teammate(74, 't')],
      SETTLED,
      'no-human',
      ['met', null, null, false],
    ],
    [
      'involves a teammate in time and a handoff too late',
      [reply(1, 'a'), teammate(5, 't'), handoff(73, 'h')],
      SETTLED,
      'no-human',
      ['not-met', 't', 5, false],
    ],
  ];
  for (const [what, events, hours, criterion, expected] of table) {
    it(`tells by which event and when a conversation ${what}`, () => {
      assert.deepEqual(rowOf(traceOf(events, hours), criterion), expected);
    });
  }

  it('tells all six criteria in order, whatever happened', () => {
    for (const events of [[], [reply(1, 'a')], [request(1, 'r')]])
      assert.deepEqual(
        traceOf(events, SETTLED).criteria.map(({ criterion }) => criterion),
        criteria,
      );
  });

  it('claims nothing else of a conversation that was not handled', () => {
    const trace = traceOf([request(1, 'r'), teammate(2, 't'), feedback(3, 'f', 'negative')], SETTLED);
    const nothing: Row = ['unknown', null, null, false];
    for (const criterion of criteria.slice(1)) assert.deepEqual(rowOf(trace, criterion), nothing, criterion);
    assert.deepEqual([trace.settlesAt, trace.tooLate], [null, []]);
  });

  it('says when the window ends', () => {
    assert.equal(traceOf([reply(1, 'a')], PENDING).settlesAt, hour(73));
  });

  it('names who did what, and nobody where nobody is named', () => {
    const { criteria: rows } = traceOf(
      [{ type: 'message', at: hour(1), by: { kind: 'agent' }, sources: [{}] }, request(2, 'r')],
      5,
    );
    assert.deepEqual(rows[0]?.event, { type: 'message', at: hour(1), id: null, by: 'agent' });
    assert.deepEqual(rows[3]?.event, { type: 'transfer-request', at: hour(2), id: 'r', by: null });
  });

  it('names what came too late, from the end of the window on and up to the clock', () => {
    const late: readonly ConversationEvent[] = [
      reply(73, 'reply'),
      teammate(74, 'teammate'),
      feedback(75, 'feedback', 'negative'),
      request(76, 'request'),
      handoff(77, 'handoff'),
      { type: 'assignment', id: 'assignment', at: hour(78), to: { kind: 'teammate' } },
      { type: 'closed', id: 'closed', at: hour(79) },
      { ...teammate(80, 'note'), public: false } as ConversationEvent,
      { type: 'message', id: 'visitor', at: hour(81), by: { kind: 'visitor' } },
      request(SETTLED + 1, 'not yet'),
    ];
    const { tooLate } = traceOf([reply(1, 'a'), teammate(72, 'in time'), ...late], SETTLED);
    assert.deepEqual(
      tooLate.map(({ id }) => id),
      ['reply', 'teammate', 'feedback', 'request', 'handoff', 'assignment'],
    );
  });

  it('names nothing as too late while the window is open', () => {
    assert.deepEqual(traceOf([reply(1, 'a'), request(80, 'r')], PENDING).tooLate, []);
  });
});
