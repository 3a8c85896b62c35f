import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createStore, runReport } from '../../../src/core.js';
import { civilDaysBefore, civilDaysIn } from '../../../src/time/range.js';
import { conversationRecords } from '../../support/arbitraries.js';
import { naiveLatestVersions, naiveTotals } from '../../support/naive-report.js';

const DAY = 86_400_000;
const calendar = { timeZone: 'Europe/Berlin', weekStart: 1 } as const;

describe('the period before', () => {
  it('is as long in civil days, up to the same time, as it stood then', () => {
    fc.assert(
      fc.property(
        conversationRecords({ maxLength: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 0, max: 40 * DAY }),
        (records, days, into) => {
          const starts = records.map(({ startedAt }) =>
            typeof startedAt === 'number' ? startedAt : Date.parse(startedAt),
          );
          const from = Math.min(...starts, Date.UTC(2026, 2, 1)) + into / 2;
          const to = from + days * DAY;
          const now = Math.max(from, from + into);
          const store = createStore({ now });
          store.upsert(naiveLatestVersions(records));
          const range = { from: Math.floor(from), to: Math.floor(to) };
          const query = { ...range, ...calendar, previous: true };
          const { comparison, totals } = runReport(store, 'handle-rate-chart', query);
          const length = civilDaysIn(range, calendar.timeZone);
          const then = civilDaysBefore(now, length, calendar.timeZone);
          assert.equal(comparison!.now, then);
          assert.equal(comparison!.from, civilDaysBefore(range.from, length, calendar.timeZone));
          assert.ok(comparison!.to <= range.from && comparison!.to >= comparison!.from);
          const before = naiveTotals(records, { from: comparison!.from, to: comparison!.to, now: then });
          const [{ figure, change }] = comparison!.series as [(typeof comparison & object)['series'][number]];
          assert.deepEqual([figure.numerator, figure.denominator], [before.handled, before.conversations]);
          const after = totals[0]!.figures[0]!.value;
          assert.equal(change.difference, after === null || figure.value === null ? null : after - figure.value);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('is not looked at unasked, and not where the source knows only the present', () => {
    const store = createStore({ now: 50 * DAY });
    const query = { from: 10 * DAY, to: 24 * DAY, timeZone: 'UTC', weekStart: 1 } as const;
    for (const report of ['resolution-rate-card', 'conversations-handled-chart'] as const) {
      assert.equal(runReport(store, report, query).comparison, undefined);
      assert.equal(runReport(store, report, { ...query, previous: true, compare: false }).comparison, undefined);
      assert.equal(runReport(store, report, { ...query, previous: true }).comparison?.from, -4 * DAY);
    }
  });
});
