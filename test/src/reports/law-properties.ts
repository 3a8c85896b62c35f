import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { completeRules } from '../../../src/conversation/rules.js';
import { binCount } from '../../../src/metrics/bins.js';
import type { MeasureName } from '../../../src/metrics/measures.js';
import { runReport } from '../../../src/reports/run-report.js';
import type { ConversationStore } from '../../../src/store/conversation-store.js';
import { conversationEvent, conversationRecords, gridStart, gridStepMs, now } from '../../support/arbitraries.js';
import { naiveEvaluate } from '../../support/naive-evaluator.js';
import { naiveInstant } from '../../support/naive-events.js';
import { naiveLatestVersions } from '../../support/naive-report.js';
import { anyRules } from '../conversation/evaluate-properties.js';
import { allMeasures, ever } from '../store/store-support.js';
import { calendars, everyFigure, grains, ranges, splitRecords, storeOf } from './report-properties.js';

type Counts = Readonly<Record<MeasureName, number>>;

function countsOf(store: ConversationStore, more: object = {}): Counts {
  const [totals] = store.answer({ measures: allMeasures, boundaries: ever, ...more }).totals;
  return Object.fromEntries(allMeasures.map((name) => [name, totals!.of(name).count])) as Counts;
}

/** Counts, sums and bins of every measure, added over stores or stretches. */
function added(
  parts: readonly { of(measure: MeasureName): { count: number; sum: number; histogram: Uint32Array } }[],
): unknown {
  return allMeasures.map((name) => {
    const totals = parts.map((part) => part.of(name));
    const bins = Array.from({ length: binCount }, (_, bin) =>
      totals.reduce((sum, { histogram }) => sum + (histogram[bin] ?? 0), 0),
    );
    return [
      name,
      totals.reduce((sum, { count }) => sum + count, 0),
      totals.reduce((sum, total) => sum + total.sum, 0),
      bins,
    ];
  });
}

/** The laws of the metrics, as sentences with the properties that say whether they hold. */
export const lawProperties = {
  'deflected ones are handled ones, and handled ones are conversations': fc.property(
    conversationRecords(),
    now(),
    anyRules,
    (records, clock, rules) => {
      const counts = countsOf(storeOf(records, clock), { rules: completeRules(rules) });
      assert.ok(counts.deflected <= counts.handled && counts.handled <= counts.conversations);
      assert.ok(counts.confirmed <= counts.resolved && counts.couldResolve <= counts.pending);
      assert.ok(counts.deflectedPending <= counts.deflected && counts.deflectedHandedOff <= counts.lateHandoffs);
      assert.ok(
        counts.assignedHandedOffClosed <= counts.assignedHandedOff && counts.assignedHandedOff <= counts.assigned,
      );
    },
  ),

  'resolved ones are deflected ones while no human may be involved': fc.property(
    conversationRecords(),
    now(),
    (records, clock) => {
      const counts = countsOf(storeOf(records, clock));
      assert.ok(counts.resolved <= counts.deflected);
    },
  ),

  'resolved, unresolved, undeterminable and pending ones are the handled ones': fc.property(
    conversationRecords(),
    now(),
    anyRules,
    (records, clock, rules) => {
      const counts = countsOf(storeOf(records, clock), { rules: completeRules(rules) });
      assert.equal(counts.resolved + counts.unresolved + counts.undeterminable + counts.pending, counts.handled);
    },
  ),

  'deflected ones, handoffs and joined humans, less the deflected and handed off, are the handled ones': fc.property(
    conversationRecords(),
    now(),
    (records, clock) => {
      const counts = countsOf(storeOf(records, clock));
      assert.equal(counts.deflected + counts.handoffs + counts.humanJoined - counts.deflectedHandedOff, counts.handled);
      const causes =
        counts.handoffsByAgent + counts.handoffsByAutomation + counts.handoffsByManual + counts.handoffsByUnknown;
      assert.equal(causes, counts.handoffs);
    },
  ),

  'the sum of weeks, of days, of months and of channels is the total': fc.property(
    conversationRecords(),
    now(),
    calendars,
    grains,
    ranges,
    (records, clock, calendar, grain, range) => {
      const store = storeOf(records, clock);
      const { buckets } = runReport(store, everyFigure, { ...range, ...calendar, grain });
      const cuts = [range.from, ...buckets!.slice(1).map(({ start }) => start), range.to];
      const whole = store.answer({ measures: allMeasures, boundaries: [range.from, range.to], by: 'channel' });
      const total = added(whole.totals);
      assert.deepEqual(added(store.answer({ measures: allMeasures, boundaries: cuts }).totals), total);
      assert.deepEqual(added([...whole.by.values()].map(([part]) => part!)), total);
      const alone = store.channels().map((channel) => {
        return store.answer({ measures: allMeasures, boundaries: [range.from, range.to], channels: [channel] })
          .totals[0]!;
      });
      assert.deepEqual(added(alone), total);
    },
  ),

  'low ≤ the final resolution rate ≤ high': fc.property(
    conversationRecords({ maxLength: 20 }),
    now(),
    fc.array(fc.tuple(fc.nat({ max: 19 }), conversationEvent(), fc.nat({ max: 30 })), { maxLength: 12 }),
    anyRules,
    (records, clock, later, rules) => {
      // A fixed cohort: handled by now, so that nothing later joins what is divided.
      const cohort = naiveLatestVersions(records).filter(
        (record) => naiveEvaluate(record, { now: clock, rules }).handled,
      );
      const grown = cohort.map((record, index): ConversationRecord => {
        const news = later.filter(([which]) => which % cohort.length === index);
        const events = news.map(([, event, steps]) => ({ ...event, id: null, at: clock + 1 + steps * gridStepMs }));
        return { ...record, events: [...record.events, ...events] };
      });
      const rateOf = (of: readonly ConversationRecord[], at: number) => {
        const query = { from: ever[0], to: ever[1], grain: 'month', timeZone: 'UTC', weekStart: 1, rules } as const;
        return runReport(storeOf(of, at), 'resolution-rate-chart', query).totals[0]!.figures[0]!;
      };
      const { low, high } = rateOf(cohort, clock);
      const { value, pending } = rateOf(grown, ever[1]);
      assert.equal(pending, 0);
      if (value === null) return;
      assert.ok(low! <= value && value <= high!, `${low} ≤ ${value} ≤ ${high}`);
    },
  ),

  'another zone moves conversations between buckets of a fixed range, never the total': fc.property(
    conversationRecords(),
    now(),
    calendars,
    calendars,
    ranges,
    (records, clock, one, other, range) => {
      const store = storeOf(records, clock);
      const [here, there] = [one, other].map((calendar) => runReport(store, everyFigure, { ...range, ...calendar }));
      assert.deepEqual(here!.totals, there!.totals);
    },
  ),

  'two stores with disjoint ids add up to the store of both': fc.property(
    splitRecords,
    now(),
    fc.tuple(fc.integer({ min: -2, max: 30 }), fc.integer({ min: 0, max: 40 })),
    ([records, place], clock, [step, steps]) => {
      const boundaries = [gridStart + step * gridStepMs, gridStart + (step + steps) * gridStepMs];
      const answerOf = (part: readonly ConversationRecord[]) =>
        storeOf(part, clock).answer({ measures: allMeasures, boundaries }).totals[0]!;
      assert.deepEqual(
        added([answerOf(records.slice(0, place)), answerOf(records.slice(place))]),
        added([answerOf(records)]),
      );
    },
  ),

  'an earlier clock counts what the records cut off there hold': fc.property(
    conversationRecords(),
    now(),
    now(),
    (records, one, other) => {
      const early = Math.min(one, other);
      const versions = naiveLatestVersions(records);
      // Ids of events are left out, so that no later event stands in an earlier one’s place.
      const known = versions.map((record) => ({
        ...record,
        events: record.events.map((event) => ({ ...event, id: null })),
      }));
      const cut = known.map((record) => ({
        ...record,
        events: record.events.filter(({ at }) => naiveInstant(at) <= early),
      }));
      const counts = countsOf(storeOf(known as ConversationRecord[], Math.max(one, other)), { now: early });
      assert.deepEqual(counts, countsOf(storeOf(cut as ConversationRecord[], early)));
    },
  ),
} as const;
