import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { SameEnd, UNDIGESTED } from '../../../src/conversation/foregone.js';
import { completeRules, type OutcomeRules } from '../../../src/conversation/rules.js';
import { bitOf } from '../../../src/metrics/facts.js';
import { FactsRow, factsOf } from '../../../src/store/facts-row.js';
import { conversationRecord, gridStepMs, now } from '../../support/arbitraries.js';
import { tableOf } from '../../support/event-tables.js';
import { holds } from '../metrics/holds.js';
import { answered, HOUR, T0 } from '../store/store-support.js';

const anyRules: fc.Arbitrary<OutcomeRules> = fc
  .record({
    windowMs: fc.constantFrom(1, 6, 20, 40, 60).map((steps) => steps * gridStepMs),
    requireNoHuman: fc.boolean(),
    unknownGrounding: fc.constantFrom('undeterminable' as const, 'grounded' as const, 'ungrounded' as const),
  })
  .map(completeRules);

const after = (rules: OutcomeRules, clock: number, record: unknown): FactsRow => {
  const row = new FactsRow();
  factsOf(tableOf(record).table, clock, rules, row);
  return row;
};

describe('a foregone end', () => {
  it('is that of the judge, by other rules and at a later clock', () => {
    let told = 0;
    const property = fc.property(
      conversationRecord({ maxEvents: 5 }),
      now(),
      fc.nat(40),
      anyRules,
      anyRules,
      (record, clock, steps, own, other) => {
        const { digest } = after(own, clock, record);
        const later = clock + steps * gridStepMs;
        const [held, anew] = [after(own, later, record), after(other, later, record)];
        const { settlesAt } = held.judgement;
        const settlesBy = settlesAt + other.windowMs - own.windowMs;
        const has = (fact: 'transferRequested' | 'deflected'): boolean => (held.bits & bitOf(fact)) !== 0;
        const isForegone = new SameEnd(own, other).holds(
          digest,
          has('transferRequested'),
          !has('deflected'),
          settlesAt <= later,
          settlesBy <= later,
        );
        if (!isForegone) return;
        told += 1;
        assert.equal(anew.bits, held.bits);
        assert.ok(Object.is(anew.judgement.settlesAt, settlesBy));
        assert.ok(anew.countsLike(held));
        assert.ok(anew.feedback.equals(held.feedback));
        assert.equal(anew.judgement.closedByTeammate, held.judgement.closedByTeammate);
        assert.ok(Object.is(anew.judgement.resolutionTimeMs, held.judgement.resolutionTimeMs));
      },
    );
    holds(property, 2_000);
    assert.ok(told > 200, `${told}`);
  });

  it('is told of none that is longer than the window, or that something will still happen in', () => {
    const [short, long] = [completeRules({ windowMs: HOUR }), completeRules({ windowMs: 100 * HOUR })];
    const record = answered('a', T0, {
      events: [
        ...answered('a').events,
        { type: 'message', at: T0 + 5 * HOUR, by: { kind: 'agent' }, sources: [{}], actions: [] },
      ],
    });
    const isTold = (own: OutcomeRules, other: OutcomeRules, hours: number): boolean =>
      new SameEnd(own, other).holds(after(own, T0 + hours * HOUR, record).digest, false, false, true, true);
    assert.equal(isTold(long, long, 300), true);
    assert.equal(isTold(long, short, 300), false);
    assert.equal(after(short, T0 + 300 * HOUR, record).digest, UNDIGESTED);
    assert.equal(after(long, T0 + 4 * HOUR, record).digest, UNDIGESTED);
  });

  it('is told by the other rules where their window is twice as long, and never where it is no longer', () => {
    const own = completeRules();
    for (const ms of [1_023, 1_024, 1_025, HOUR, 2 ** 24 - 1, 2 ** 24, 2 ** 24 + 1]) {
      const [reply] = answered('a').events;
      const { digest } = after(
        own,
        T0 + 300 * HOUR,
        answered('a', T0, { events: [reply!, { ...reply!, at: T0 + ms }] }),
      );
      const isTold = (windowMs: number): boolean =>
        new SameEnd(own, completeRules({ windowMs })).holds(digest, false, false, true, true);
      assert.deepEqual([ms / 2, ms - 1, ms].map(isTold), [false, false, false], `${ms}`);
      assert.deepEqual([2 * ms, 3 * ms].map(isTold), [true, true], `${ms}`);
    }
  });

  it('is told where nobody handled it, whatever the rules', () => {
    const { digest } = after(completeRules(), T0, { id: 'a', startedAt: T0, events: [] });
    const same = new SameEnd(completeRules(), completeRules({ windowMs: 1, requireNoHuman: false }));
    assert.equal(same.holds(digest, false, true, false, false), true);
  });
});
