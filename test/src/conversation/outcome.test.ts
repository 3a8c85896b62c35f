import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { evaluate, type Outcome } from '../../../src/conversation/evaluate.js';
import type { ConversationEvent, ConversationRecord } from '../../../src/conversation/record.js';
import type { OutcomeRules } from '../../../src/conversation/rules.js';
import { DefinitionError } from '../../../src/errors.js';

interface OutcomeCase {
  readonly name: string;
  readonly record: ConversationRecord;
  readonly now: number;
  readonly rules?: Partial<OutcomeRules>;
  readonly expected: Partial<Outcome>;
}

const HOUR = 3_600_000;
const T0 = Date.UTC(2026, 2, 2, 9);
const casesFile = new URL('../../../src/testing/outcome-cases.json', import.meta.url);
const cases = JSON.parse(readFileSync(casesFile, 'utf8')) as readonly OutcomeCase[];

const reply = (hours: number, more: object = {}): ConversationEvent => ({
  type: 'message',
  at: T0 + hours * HOUR,
  by: { kind: 'agent' },
  sources: [{ title: 'Returns' }],
  ...more,
});
const agentHandoff = (hours: number): ConversationEvent => ({ type: 'handoff', at: T0 + hours * HOUR, cause: 'agent' });
const outcomeOf = (events: readonly ConversationEvent[], hours: number): Outcome =>
  evaluate({ id: 'c-1', startedAt: T0, events }, { now: T0 + hours * HOUR });

describe('the outcome of one conversation', () => {
  it('is known for 96 cases', () => {
    assert.equal(cases.length, 96);
    assert.equal(new Set(cases.map(({ name }) => name)).size, 96);
  });

  for (const { name, record, now, rules = {}, expected } of cases) {
    it(name, () => {
      const outcome = evaluate(record, { now, rules });
      for (const [field, value] of Object.entries(expected)) {
        assert.ok(Object.hasOwn(outcome, field), `${field} is told`);
        assert.deepEqual(outcome[field as keyof Outcome], value, field);
      }
    });
  }

  it('of a record does not change the record', () => {
    for (const { record, now, rules = {} } of cases) {
      const before = structuredClone(record);
      const first = evaluate(record, { now, rules });
      assert.deepEqual(evaluate(record, { now, rules }), first);
      assert.deepEqual(record, before);
    }
  });

  it('of a frozen record can be told', () => {
    const record = Object.freeze({ id: 'c-1', startedAt: T0, events: Object.freeze([Object.freeze(reply(0))]) });
    assert.equal(evaluate(record, { now: T0 }).handled, true);
  });
});

describe('settlement', () => {
  it('is one millisecond late at the window’s end', () => {
    assert.equal(outcomeOf([reply(0)], 72 - 1 / HOUR).settled, false);
    assert.equal(outcomeOf([reply(0)], 72).settled, true);
  });

  it('moves with a reply inside the window and not with one at its end', () => {
    assert.equal(outcomeOf([reply(0), reply(72 - 1 / HOUR)], 300).settlesAt, T0 + (144 - 1 / HOUR) * HOUR);
    assert.equal(outcomeOf([reply(0), reply(72)], 300).settlesAt, T0 + 72 * HOUR);
  });

  it('of a handoff by the agent stays where it is when a reply comes too late', () => {
    const events = [agentHandoff(0), reply(72)];
    assert.deepEqual(
      [outcomeOf(events, 71.5), outcomeOf(events, 72), outcomeOf(events, 200)].map(({ settlesAt, resolution }) => [
        settlesAt,
        resolution,
      ]),
      [
        [T0 + 72 * HOUR, 'pending'],
        [T0 + 72 * HOUR, 'unresolved'],
        [T0 + 72 * HOUR, 'unresolved'],
      ],
    );
  });

  it('of a handoff by the agent gives way to a reply in time', () => {
    const outcome = outcomeOf([agentHandoff(0), reply(71)], 300);
    assert.deepEqual([outcome.lastAgentReplyAt, outcome.settlesAt], [T0 + 71 * HOUR, T0 + 143 * HOUR]);
  });

  it('counts from the first of several handoffs by the agent', () => {
    assert.equal(outcomeOf([agentHandoff(1), agentHandoff(30)], 300).settlesAt, T0 + 73 * HOUR);
  });

  it('of a reply is not moved by a handoff that comes after it', () => {
    assert.equal(outcomeOf([reply(0), agentHandoff(71), reply(100)], 300).settlesAt, T0 + 72 * HOUR);
  });
});

describe('evaluate', () => {
  it('refuses a clock that is none', () => {
    for (const now of [NaN, Infinity, -Infinity, undefined, '2026-03-02'])
      assert.throws(() => evaluate({ id: 'c', startedAt: T0, events: [] }, { now: now as number }), DefinitionError);
  });
});
