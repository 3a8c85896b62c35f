import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStore, reports, runReport, type Grain, type ReportName, type Weekday } from '../../../src/core.js';
import { naiveBuckets, naiveTotals } from '../../support/naive-report.js';
import { naiveDetails, naiveSeries } from '../../support/naive-reports.js';
import { logOrSkip, realLogNames } from '../../support/real-logs.js';

const DAY_MS = 86_400_000;

for (const name of realLogNames) {
  describe(`the ${name} log`, () => {
    it('gives every report as the second opinion has it, by month and off the days’ boundaries', (t) => {
      const log = logOrSkip(name, t);
      if (log === null) return;
      const [records, expected] = log;
      const store = createStore({ now: expected.now });
      store.upsert(records);
      const calendar = { timeZone: expected.timeZone, weekStart: expected.weekStart as Weekday };
      const range = { from: expected.now - 120.3 * DAY_MS, to: expected.now - 1.7 * DAY_MS };
      const grain: Grain = 'month';
      const stretches = naiveBuckets(range.from, range.to, { ...calendar, grain }).map(({ start, end }) => ({
        from: Math.max(start, range.from),
        to: Math.min(end, range.to),
      }));
      const totals = stretches.map((stretch) => naiveTotals(records, { ...stretch, now: expected.now }));
      const whole = naiveTotals(records, { ...range, now: expected.now });
      for (const report of Object.keys(reports) as ReportName[]) {
        if (reports[report].cut === 'week-so-far') continue;
        const { series, buckets, details = [] } = runReport(store, report, { ...range, ...calendar, grain });
        const parts = buckets === null ? [whole] : totals;
        parts.forEach((part, place) => {
          const values = series.map(({ key, figures }) => [key, figures[place]!.value] as const);
          const said = new Map(values.filter(([key, value]) => !key.includes(':') || value !== 0));
          assert.deepEqual(said, naiveSeries(report, part), `${report}, stretch ${place}`);
        });
        const further = details.map(({ key, figures }) => [key, figures[0]!.value] as const);
        assert.deepEqual(new Map(further), naiveDetails(report, whole), report);
      }
    });
  });
}
