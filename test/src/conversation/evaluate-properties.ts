import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { evaluate, type Outcome } from '../../../src/conversation/evaluate.js';
import { parseConversation } from '../../../src/conversation/parse.js';
import type { ConversationEvent, ConversationRecord } from '../../../src/conversation/record.js';
import type { OutcomeRules } from '../../../src/conversation/rules.js';
import { conversationEvent, conversationRecord, gridStepMs, now } from '../../support/arbitraries.js';
import { naiveEvaluate } from '../../support/naive-evaluator.js';
import { naiveInstant, naiveWithoutDuplicates } from '../../support/naive-events.js';

/** Any rules: windows on the grid and beside it, a human allowed or not, unknown grounding in its three readings. */
export const anyRules: fc.Arbitrary<Partial<OutcomeRules>> = fc.record(
  {
    windowMs: fc.constantFrom(72 * 3_600_000, 2 * gridStepMs, gridStepMs, gridStepMs + 1, 1),
    requireNoHuman: fc.boolean(),
    unknownGrounding: fc.constantFrom('undeterminable' as const, 'grounded' as const, 'ungrounded' as const),
  },
  { requiredKeys: [] },
);

const twoClocks = fc
  .tuple(now(), now())
  .map(([one, other]) => ({ early: Math.min(one, other), late: Math.max(one, other) }));

function claimsOf(record: ConversationRecord, clock: number, rules: Partial<OutcomeRules>): Omit<Outcome, 'trace'> {
  const { trace: _, ...claims } = evaluate(record, { now: clock, rules });
  return claims;
}

/** Sentences about one conversation with the properties that say whether they are true. */
export const evaluateProperties = {
  'every claim is that of the second opinion': fc.property(
    conversationRecord({ maxEvents: 14 }),
    now(),
    anyRules,
    (record, clock, rules) => {
      const { grounding, ...claims } = claimsOf(record, clock, rules);
      const { feedback: _, grounding: naiveGrounding, ...naive } = naiveEvaluate(record, { now: clock, rules });
      assert.deepEqual(claims, naive);
      const words = { grounded: 'yes', ungrounded: 'no', unknown: 'unknown' } as const;
      assert.equal(grounding === null ? 'no' : words[grounding], naiveGrounding);
    },
  ),

  'the order of events changes nothing where no two tie': fc.property(
    conversationRecord({ distinctOrder: true }).chain((record) =>
      fc.tuple(fc.constant(record), fc.shuffledSubarray([...record.events], { minLength: record.events.length })),
    ),
    now(),
    anyRules,
    ([record, events], clock, rules) => {
      const options = { now: clock, rules };
      assert.deepEqual(evaluate({ ...record, events }, options), evaluate(record, options));
    },
  ),

  'exact duplicates change nothing': fc.property(
    conversationRecord(),
    now(),
    anyRules,
    fc.nat(),
    (record, clock, rules, pick) => {
      const unique = naiveWithoutDuplicates(record.events);
      const copy = unique[pick % Math.max(1, unique.length)];
      if (copy === undefined) return;
      const options = { now: clock, rules };
      const twice = { ...record, events: [...unique, structuredClone(copy)] };
      assert.deepEqual(evaluate(twice, options), evaluate({ ...record, events: unique }, options));
      const before = parseConversation({ ...record, events: unique }).duplicateEvents;
      assert.equal(parseConversation(twice).duplicateEvents, before + 1);
    },
  ),

  'a new event at or after settlement changes no settled resolution and no settled deflection': fc.property(
    conversationRecord({ maxEvents: 8 }),
    now(),
    anyRules,
    fc.array(fc.tuple(conversationEvent(), fc.nat({ max: 20 }), fc.constantFrom(0, 1)), { minLength: 1, maxLength: 5 }),
    (record, clock, rules, late) => {
      const before = claimsOf(record, clock, rules);
      if (!before.settled) return;
      const added = late.map(([event, steps, ms]): ConversationEvent => {
        const { id: _, ...rest } = event; // An id could replace an earlier event, which is no new one.
        return { ...rest, at: before.settlesAt! + steps * gridStepMs + ms };
      });
      const after = claimsOf({ ...record, events: [...record.events, ...added] }, clock + 1000 * gridStepMs, rules);
      for (const field of [
        'settlesAt',
        'resolution',
        'confirmed',
        'deflected',
        'humanInvolved',
        'resolutionTimeMs',
      ] as const) {
        assert.equal(after[field], before[field], field);
      }
    },
  ),

  'an outcome that has settled never moves as the clock goes on': fc.property(
    conversationRecord(),
    twoClocks,
    anyRules,
    (record, { early, late }, rules) => {
      const before = claimsOf(record, early, rules);
      if (!before.settled) return;
      const after = claimsOf(record, late, rules);
      for (const field of ['settlesAt', 'resolution', 'confirmed', 'deflected', 'lastAgentReplyAt'] as const) {
        assert.equal(after[field], before[field], field);
      }
    },
  ),

  'evaluating at an earlier clock equals evaluating the record cut off there': fc.property(
    conversationRecord(),
    now(),
    anyRules,
    (record, clock, rules) => {
      const events = naiveWithoutDuplicates(record.events).filter(({ at }) => naiveInstant(at) <= clock);
      // The ticket stays: its close carries its own instant, and one that lies ahead is still open.
      assert.deepEqual(claimsOf(record, clock, rules), claimsOf({ ...record, events }, clock, rules));
    },
  ),

  'what follows from one another does': fc.property(conversationRecord(), now(), (record, clock) => {
    const outcome = evaluate(record, { now: clock });
    const implies = (claim: boolean, other: boolean, what: string): void => assert.ok(!claim || other, what);
    implies(outcome.deflected, outcome.handled, 'deflected is handled');
    implies(outcome.resolution === 'resolved', outcome.deflected, 'resolved is deflected');
    implies(outcome.confirmed, outcome.resolution === 'resolved', 'confirmed is resolved');
    implies(outcome.couldResolve, outcome.resolution === 'pending', 'could resolve is pending');
    implies(outcome.handled, outcome.assignedAt !== null && outcome.resolution !== null, 'handled is assigned');
    implies(outcome.humanJoined, outcome.humanInvolved && outcome.handoff === null, 'joined without a handoff');
    assert.equal(outcome.resolution === 'pending', outcome.handled && !outcome.settled);
    assert.equal(
      outcome.trace.criteria.every(({ state }) => state === 'met'),
      outcome.resolution === 'resolved',
    );
  }),
} as const;
