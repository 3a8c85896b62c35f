import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import type { Figure } from '../../../src/metrics/figures.js';
import type { ReportResult, Series } from '../../../src/reports/report-result.js';
import { reports, type ReportName } from '../../../src/reports/reports.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { runReport, type ReportQuery } from '../../../src/reports/run-report.js';
import { conversationRecords, now } from '../../support/arbitraries.js';
import { naiveBuckets, naiveLatestVersions, naiveTotals, type NaiveTotals } from '../../support/naive-report.js';
import { naiveDetails, naiveSeries } from '../../support/naive-reports.js';
import { anyRules } from '../conversation/evaluate-properties.js';
import { calendars, grains, ranges, storeOf } from './report-properties.js';

const ids = Array.from({ length: 24 }, (_, n) => `r${n}`);
const names = Object.keys(reports) as readonly ReportName[];
const overRanges = names.filter((name) => reports[name].cut !== 'week-so-far');

/** Everything a report can be asked. */
const asked = fc.record({
  range: ranges,
  grain: grains,
  calendar: calendars,
  channels: fc.constantFrom(undefined, [], ['chat'], ['unknown', 'email'], ['Chat', 'chat', 'none such']),
  rules: fc.option(anyRules, { nil: undefined }),
});

/** Values by series, without those that come from the data and have none. */
function valuesOf(series: readonly Series[], place: number): ReadonlyMap<string, number | null> {
  const isOwn = (key: string): boolean => !key.includes(':');
  const values = series.map(({ key, figures }) => [key, figures[place]!.value] as const);
  return new Map(values.filter(([key, value]) => isOwn(key) || value !== 0));
}

/** Those that come from the data stand last, those with most first, equal ones by name. */
function comesInOrder({ totals }: ReportResult): void {
  const split = totals
    .filter(({ key }) => key.includes(':'))
    .map(({ key, figures }) => [figures[0]!.value!, key] as const);
  const sorted = split.toSorted(([a, one], [b, other]) => b - a || (one < other ? -1 : 1));
  assert.deepEqual(split, sorted);
  assert.deepEqual(
    totals.slice(totals.length - split.length).map(({ key }) => key),
    split.map(([, key]) => key),
  );
}

function compareOverTime(result: ReportResult, totals: readonly NaiveTotals[], whole: NaiveTotals): void {
  const { report } = result;
  totals.forEach((stretch, place) =>
    assert.deepEqual(valuesOf(result.series, place), naiveSeries(report, stretch), report),
  );
  assert.deepEqual(valuesOf(result.totals, 0), naiveSeries(report, whole), report);
  comesInOrder(result);
}

/** How many rows a figure says there are: counted, and beside it. */
function saidBy(figure: Figure, isCount: boolean): readonly (number | undefined)[] {
  const counted = isCount ? figure.value! : figure.denominator === undefined ? undefined : figure.numerator;
  return [counted, figure.denominator === undefined ? 0 : figure.denominator - counted!, figure.pending ?? 0];
}

/** Sentences about all reports, against the second opinion, with the properties that say whether they are true. */
export const allReportsProperties = {
  'every series of every report is that of the second opinion': fc.property(
    conversationRecords({ maxLength: 30, ids }),
    fc.tuple(now(), now()),
    asked,
    (records, clocks, { range, grain, calendar, channels, rules }) => {
      const clock = Math.min(...clocks);
      const more = { ...(channels && { channels }), ...(rules && { rules }) };
      const query: ReportQuery = { ...range, ...calendar, grain, now: clock, ...more };
      const store = storeOf(records, Math.max(...clocks));
      const totalsOf = (from: number, to: number): NaiveTotals =>
        naiveTotals(records, { from, to, now: clock, ...more });
      const buckets = naiveBuckets(range.from, range.to, { grain, ...calendar });
      const whole = totalsOf(range.from, range.to);
      const totals = buckets.map(({ start, end }) => totalsOf(Math.max(start, range.from), Math.min(end, range.to)));
      for (const name of overRanges) {
        const result = runReport(store, name, query);
        if (reports[name].cut === 'buckets') compareOverTime(result, totals, whole);
        else {
          assert.equal(result.buckets, null);
          assert.deepEqual(valuesOf(result.series, 0), naiveSeries(name, whole), name);
          assert.deepEqual(valuesOf(result.details ?? [], 0), naiveDetails(name, whole), name);
        }
      }
    },
  ),

  'there are as many rows behind a figure as it says, and each counts by itself': fc.property(
    conversationRecords({ maxLength: 24, ids }),
    fc.tuple(now(), now()),
    asked,
    fc.constantFrom(...overRanges),
    fc.nat(),
    (records, clocks, { range, grain, calendar, channels, rules }, name, pick) => {
      const clock = Math.min(...clocks);
      const more = { now: clock, ...(channels && { channels }), ...(rules && { rules }) };
      const query: ReportQuery = { ...range, ...calendar, grain, ...more };
      const held = naiveLatestVersions(records);
      const store = createStore({ now: Math.max(...clocks) });
      store.upsert(held);
      const { totals } = runReport(store, name, query);
      const series = totals[pick % Math.max(1, totals.length)];
      if (series === undefined) return; // No channel occurs.
      const { key, unit } = series;
      const figure = series.figures[0]!;
      const rows = store.rows(name, key, { ...range, ...more });
      const isCount = unit === 'conversations' || unit === 'submissions';
      if (unit === 'milliseconds') assert.equal(rows.numerator.length, figure.denominator);
      else assert.deepEqual([rows.numerator.length, rows.rest.length, rows.pending.length], saidBy(figure, isCount));
      const byItself = (record: ConversationRecord): number => {
        const alone = runReport(storeOf([record], Math.max(...clocks)), name, query);
        const own = alone.totals.find((other) => other.key === key)?.figures[0];
        return own === undefined
          ? 0
          : unit === 'milliseconds'
            ? own.denominator!
            : isCount
              ? own.value!
              : own.numerator!;
      };
      for (const record of held)
        assert.equal(rows.numerator.filter(({ id }) => id === record.id).length, byItself(record), record.id);
      for (const { at } of [...rows.numerator, ...rows.rest]) assert.ok(range.from <= at && at < range.to);
    },
  ),
} as const;
