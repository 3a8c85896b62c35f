import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { figures, type FigureName, type FigureRow } from '../../../src/metrics/figures.js';
import type { ReportDefinition } from '../../../src/reports/report-definition.js';
import { runReport } from '../../../src/reports/run-report.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import type { ConversationStore } from '../../../src/store/conversation-store.js';
import type { Grain, Weekday } from '../../../src/time/civil.js';
import { civilDaysBefore } from '../../../src/time/range.js';
import { conversationRecord, conversationRecords, gridStart, gridStepMs, now } from '../../support/arbitraries.js';
import {
  naiveBuckets,
  naiveFigures,
  naiveLatestVersions,
  naiveTotals,
  type NaiveFigures,
} from '../../support/naive-report.js';
import { anyRules } from '../conversation/evaluate-properties.js';

const DAY_MS = 86_400_000;

/** A report of every figure there is, as a host could write it. */
export const everyFigure: ReportDefinition = {
  report: 'every-figure',
  cut: 'buckets',
  series: Object.entries(figures).map(([key, figure]): { key: string; figure: FigureRow } => ({ key, figure })),
  drawing: { kind: 'figures' },
};

/** Figures that the second opinion has by the same or another name. */
const naiveNames = {
  handleRate: 'handleRate',
  resolutionRate: 'resolutionRate',
  deflectionRate: 'deflectionRate',
  handoffRate: 'handoffRate',
  helpfulRate: 'helpfulRate',
  averageResolutionTime: 'averageResolutionTime',
  conversionRate: 'conversionRate',
  averageTimeToClose: 'averageTimeToClose',
} as const satisfies Partial<Record<FigureName, keyof NaiveFigures>>;

export const calendars = fc.record({
  timeZone: fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'Africa/Casablanca',
    'America/Havana',
    'UTC',
  ),
  weekStart: fc.constantFrom<Weekday>(1, 6, 7),
});
/** Most begin before or among the conversations, so that few reports are empty. */
export const ranges = fc
  .tuple(
    fc.oneof({ arbitrary: fc.integer({ min: -10, max: 4 }), weight: 4 }, { arbitrary: fc.nat({ max: 60 }), weight: 1 }),
    fc.oneof({ arbitrary: fc.integer({ min: 10, max: 80 }), weight: 4 }, { arbitrary: fc.nat({ max: 10 }), weight: 1 }),
    fc.constantFrom(0, 0, 1),
  )
  .map(([step, steps, ms]) => {
    const from = gridStart + step * gridStepMs + ms;
    return { from, to: from + steps * gridStepMs };
  });
export const grains = fc.constantFrom<Grain>('day', 'week', 'month');
/** More than a record's six, so that a report counts more than six conversations. */
const ids = Array.from({ length: 24 }, (_, n) => `r${n}`);
const channels = fc.constantFrom(undefined, ['chat'], ['unknown', 'email']);

export function storeOf(records: Iterable<ConversationRecord>, clock: number): ConversationStore {
  const store = createStore({ now: clock });
  assert.equal(store.upsert(records).rejected.length, 0);
  return store;
}

/** Sentences about reports, against the second opinion, with the properties that say whether they are true. */
export const reportProperties = {
  'buckets and figures are those of the second opinion': fc.property(
    conversationRecords({ maxLength: 30, ids }),
    fc.tuple(now(), now()),
    fc.record({ range: ranges, grain: grains, calendar: calendars, wanted: channels, rules: fc.option(anyRules) }),
    (records, [one, other], { range, grain, calendar, wanted, rules }) => {
      const asked = Math.min(one, other);
      const filter = wanted === undefined ? {} : { channels: wanted };
      const whatIf = rules === null ? {} : { rules };
      const store = storeOf(records, Math.max(one, other));
      const result = runReport(store, everyFigure, { ...range, ...calendar, grain, now: asked, ...filter, ...whatIf });

      const expected = naiveBuckets(range.from, range.to, { grain, ...calendar });
      assert.deepEqual(
        result.buckets!.map(({ start, end, clipped }) => ({ start, end, clipped })),
        expected.map(({ start, end, clipped }) => ({ start, end, clipped })),
      );
      const stretches = expected.map(({ start, end }) => ({
        from: Math.max(start, range.from),
        to: Math.min(end, range.to),
      }));
      [...stretches, range].forEach((stretch, index) => {
        const totals = naiveTotals(records, { ...stretch, now: asked, ...filter, ...whatIf });
        const naive = naiveFigures(totals);
        const figureOf = (name: FigureName) => {
          const series = (index < stretches.length ? result.series : result.totals).find(({ key }) => key === name)!;
          return series.figures[index < stretches.length ? index : 0]!;
        };
        for (const [name, theirs] of Object.entries(naiveNames))
          assert.equal(figureOf(name as FigureName).value, naive[theirs], name);
        const { low, high, pending } = figureOf('resolutionRate');
        assert.deepEqual([low, high, pending], [naive.low, naive.high, totals.pending]);
        assert.deepEqual(
          [figureOf('handled').value, figureOf('handled').denominator],
          [totals.handled, totals.conversations],
        );
        assert.deepEqual(
          [figureOf('resolvedSet').value, figureOf('resolvedSet').pending],
          [totals.resolvedSet, totals.pending],
        );
        assert.equal(figureOf('averageResolutionTimeSet').denominator, totals.resolutionTimeSetCount);

        const bucket = result.buckets![index];
        if (bucket === undefined) return;
        const state = bucket.end > asked ? 'open' : totals.pending > 0 ? 'settling' : 'complete';
        assert.deepEqual([bucket.state, bucket.settlesBy !== null], [state, totals.pending > 0]);
      });
    },
  ),

  'this week and the same part of last week are those of the second opinion': fc.property(
    conversationRecords({ maxLength: 30, ids }),
    now(),
    fc.nat({ max: 13 * 24 }),
    calendars,
    (records, clock, hours, calendar) => {
      // The weeks around the clocks’ change in Europe and the weeks before it.
      const at = clock + hours * (DAY_MS / 24);
      const result = runReport(storeOf(records, at), 'impact-this-week', calendar);
      const then = civilDaysBefore(at, 7, calendar.timeZone);
      for (const [instant, values] of [
        [at, result.series.map(({ figures: [figure] }) => figure!.value)],
        [then, result.comparison!.series.map(({ figure }) => figure.value)],
      ] as const) {
        const [week] = naiveBuckets(instant, instant + 1, { grain: 'week', ...calendar });
        const totals = naiveTotals(records, { from: week!.start, to: instant + 1, now: instant });
        const { deflectionRate, helpfulRate } = naiveFigures(totals);
        const { resolutionTimeSetSum, resolutionTimeSetCount } = totals;
        const time = resolutionTimeSetCount === 0 ? null : resolutionTimeSetSum / resolutionTimeSetCount;
        assert.deepEqual(values, [totals.resolvedSet, totals.handled, time, deflectionRate, helpfulRate]);
      }
    },
  ),
} as const;

/** Records of distinct ids, split over two stores. */
export const splitRecords = fc
  .uniqueArray(conversationRecord({ ids: Array.from({ length: 40 }, (_, n) => `s${n}`) }), {
    selector: ({ id }) => id,
    maxLength: 14,
  })
  .chain((records) => fc.tuple(fc.constant(naiveLatestVersions(records)), fc.nat({ max: records.length })));
