import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { conversationRecord, conversationRecords, gridStart, gridSteps, gridStepMs, now } from './arbitraries.js';
import { naiveEvaluate } from './naive-evaluator.js';
import type { NaiveOutcome } from './naive-evaluator.js';
import { naiveInstant, naiveWithoutDuplicates } from './naive-events.js';
import {
  naiveBuckets,
  naiveChannel,
  naiveFigures,
  naiveHandoffs,
  naiveLatestVersions,
  naiveTotals,
} from './naive-report.js';

const seed = 20260302;
const everything = { from: gridStart - 100 * gridStepMs, to: gridStart + 200 * gridStepMs };

describe('random conversations', () => {
  it('keep the sums of the outcomes', () => {
    const property = fc.property(conversationRecords(), now(), (records, clock) => {
      const totals = naiveTotals(records, { ...everything, now: clock });
      const handoffs = naiveHandoffs(totals);
      const { handled, deflected, humanJoined, deflectedHandedOff, resolved, pending, couldResolve } = totals;
      assert.equal(resolved + totals.unresolved + totals.undeterminable + pending, handled);
      assert.equal(deflected + handoffs + humanJoined - deflectedHandedOff, handled);
      assert.ok(resolved <= deflected && deflected <= handled && handled <= totals.conversations);
      assert.ok(couldResolve <= pending && totals.confirmed <= resolved);
      assert.ok(totals.assignedHandedOff <= totals.assigned);
      assert.equal(totals.assignedHandedOff, handoffs);
    });
    fc.assert(property, { seed, numRuns: 100 });
  });

  it('do not depend on the order of events where no two tie', () => {
    const property = fc.property(conversationRecord({ distinctOrder: true }), now(), (record, clock) => {
      const backwards = { ...record, events: record.events.toReversed() };
      const { feedback, ...outcome } = naiveEvaluate(record, { now: clock });
      const { feedback: feedbackBackwards, ...outcomeBackwards } = naiveEvaluate(backwards, { now: clock });
      assert.deepEqual(outcomeBackwards, outcome);
      assert.deepEqual(feedbackBackwards, feedback);
    });
    fc.assert(property, { seed, numRuns: 100 });
  });

  it('are at an earlier clock what their cut-off records are', () => {
    const property = fc.property(conversationRecord(), now(), now(), (record, one, other) => {
      const earlier = Math.min(one, other);
      const events = naiveWithoutDuplicates(record.events).filter((event) => naiveInstant(event.at) <= earlier);
      // A ticket's close has no history but its own instant, and later ones are open either way.
      assert.deepEqual(naiveEvaluate({ ...record, events }, { now: earlier }), naiveEvaluate(record, { now: earlier }));
    });
    fc.assert(property, { seed, numRuns: 100 });
  });

  it('keep a settled resolution and deflection whatever comes later', () => {
    const property = fc.property(
      conversationRecord(),
      fc.boolean(),
      now(),
      now(),
      (record, requireNoHuman, one, other) => {
        const rules = { requireNoHuman };
        const before = naiveEvaluate(record, { now: Math.min(one, other), rules });
        const after = naiveEvaluate(record, { now: Math.max(one, other), rules });
        if (!before.settled) return;
        for (const field of ['resolution', 'confirmed', 'deflected', 'settlesAt', 'resolutionTimeMs'] as const)
          assert.equal(after[field], before[field], field);
      },
    );
    fc.assert(property, { seed, numRuns: 300 });
  });

  it('end within the bounds of the resolution rate', () => {
    const property = fc.property(conversationRecords(), now(), (records, clock) => {
      // A conversation that is only handled later joins what is divided, so the cohort is those handled by now.
      const cohort = naiveLatestVersions(records).filter((record) => naiveEvaluate(record, { now: clock }).handled);
      const { low, high } = naiveFigures(naiveTotals(cohort, { ...everything, now: clock }));
      const final = naiveFigures(naiveTotals(cohort, { ...everything, now: everything.to })).resolutionRate;
      if (final === null || low === null || high === null) return;
      assert.ok(low <= final && final <= high);
    });
    fc.assert(property, { seed, numRuns: 200 });
  });

  it('add up over channels and weeks to their total', () => {
    const property = fc.property(conversationRecords(), now(), (records, clock) => {
      const total = naiveTotals(records, { ...everything, now: clock });
      const channels = [...new Set(records.map(naiveChannel))];
      const weeks = naiveBuckets(everything.from, everything.to, { grain: 'week', timeZone: 'Europe/Berlin' });
      const parts = [
        channels.map((channel) => naiveTotals(records, { ...everything, now: clock, channels: [channel] })),
        weeks.map(({ start, end }) => naiveTotals(records, { from: start, to: end, now: clock })),
      ];
      for (const part of parts)
        for (const measure of ['conversations', 'handled', 'resolvedSet', 'feedbackPositive'] as const)
          assert.equal(
            part.reduce((sum, totals) => sum + totals[measure], 0),
            total[measure],
            measure,
          );
    });
    fc.assert(property, { seed, numRuns: 20 });
  });

  it('are of every kind', () => {
    const records = fc.sample(conversationRecord(), { seed, numRuns: 2000 });
    const clock = gridStart + (gridSteps - 8) * gridStepMs;
    const outcomes = records.map((record) => naiveEvaluate(record, { now: clock }));
    const seen = (holds: (outcome: NaiveOutcome) => boolean): number => outcomes.filter(holds).length;
    for (const resolution of ['resolved', 'unresolved', 'undeterminable', 'pending', null])
      assert.ok(seen((outcome) => outcome.resolution === resolution) > 20, `resolution ${resolution}`);
    for (const claim of ['confirmed', 'couldResolve', 'deflected', 'humanJoined', 'transferRequested'] as const)
      assert.ok(seen((outcome) => outcome[claim]) > 5, claim);
    for (const cause of ['agent', 'automation', 'manual', 'unknown'])
      assert.ok(seen((outcome) => outcome.handoff?.cause === cause) > 20, `cause ${cause}`);
    assert.ok(seen((outcome) => outcome.deflected && outcome.handoff !== null) > 5, 'handed off late');
    assert.ok(seen((outcome) => outcome.closedByTeammate !== null) > 20, 'closed by a teammate');
    assert.ok(seen((outcome) => (outcome.timeToCloseMs ?? 0) > 0) > 20, 'time to close');
    assert.ok(seen((outcome) => (outcome.resolutionTimeMs ?? 0) < 0) > 0, 'negative time');
    assert.ok(
      records.some(({ events }) => naiveWithoutDuplicates(events).length < events.length),
      'duplicates',
    );
  });
});
