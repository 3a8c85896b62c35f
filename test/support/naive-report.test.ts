import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  naiveBuckets,
  naiveCountsDiffer,
  naiveEdges,
  naiveFigures,
  naiveHistogram,
  naiveNewcombe,
  naiveQuantile,
  naiveRatesDiffer,
  naiveTotals,
  naiveWilson,
} from './naive-report.js';

const HOUR = 60 * 60 * 1000;
const monday = Date.UTC(2026, 2, 2, 9);

describe('statistics', () => {
  it('bins have 168 edges from a second to ninety days', () => {
    const edges = naiveEdges();
    assert.equal(edges.length, 168);
    assert.deepEqual(edges.slice(0, 4), [1000, 1100, 1210, 1331]);
    assert.ok((edges.at(-2) ?? 0) < 90 * 24 * HOUR && (edges.at(-1) ?? 0) >= 90 * 24 * HOUR);
  });

  it('a quantile is the middle of the bin of its nearest rank', () => {
    assert.equal(naiveQuantile(naiveHistogram([]), 50), null);
    assert.equal(naiveQuantile(naiveHistogram([999]), 50), 'under');
    assert.equal(naiveQuantile(naiveHistogram([1000]), 50), 1050);
    assert.equal(naiveQuantile(naiveHistogram([1000, 1099, 1100]), 50), 1050);
    assert.equal(naiveQuantile(naiveHistogram([1000, 1099, 1100]), 90), 1155);
    assert.equal(naiveQuantile(naiveHistogram([100 * 24 * HOUR]), 50), 'over');
  });

  it('intervals are those of the papers', () => {
    const wilson = naiveWilson({ count: 81, of: 263 });
    assert.ok(wilson !== null && near(wilson.low, 0.2553) && near(wilson.high, 0.3662));
    const newcombe = naiveNewcombe({ count: 56, of: 70 }, { count: 48, of: 80 });
    assert.ok(newcombe !== null && near(newcombe.low, 0.0524) && near(newcombe.high, 0.3339));
    assert.equal(naiveWilson({ count: 0, of: 0 }), null);
    assert.deepEqual(naiveWilson({ count: 0, of: 10 })?.low, 0);
  });

  it('a change is called one only where chance does not explain it', () => {
    assert.ok(naiveRatesDiffer({ count: 56, of: 70 }, { count: 48, of: 80 }));
    assert.ok(!naiveRatesDiffer({ count: 5, of: 10 }, { count: 4, of: 10 }));
    assert.ok(!naiveRatesDiffer({ count: 0, of: 0 }, { count: 4, of: 10 }));
    assert.ok(naiveCountsDiffer(100, 130) && !naiveCountsDiffer(100, 129));
  });

  it('nothing divided by nothing is null', () => {
    const figures = naiveFigures(naiveTotals([], { from: 0, to: monday, now: monday }));
    assert.ok(Object.values(figures).every((figure) => figure === null));
  });
});

describe('civil buckets', () => {
  const weekHours = (timeZone: string, day: string): number => {
    const at = Date.parse(`${day}T12:00:00Z`);
    const [week] = naiveBuckets(at, at + 1, { grain: 'week', timeZone });
    return week === undefined ? 0 : (week.end - week.start) / HOUR;
  };

  it('weeks are as long as their zone makes them', () => {
    assert.equal(weekHours('Europe/Berlin', '2026-03-25'), 167);
    assert.equal(weekHours('Europe/Berlin', '2026-10-21'), 169);
    assert.equal(weekHours('Australia/Lord_Howe', '2026-10-01'), 167.5);
    assert.equal(weekHours('Pacific/Apia', '2011-12-28'), 144);
    assert.equal(weekHours('Asia/Kathmandu', '2026-03-25'), 168);
  });

  it('a week starts where the host says', () => {
    const firstDay = (weekStart: number): string | undefined =>
      naiveBuckets(monday, monday + 1, { grain: 'week', timeZone: 'UTC', weekStart })[0]?.firstDay;
    assert.deepEqual([1, 6, 7, 0].map(firstDay), ['2026-03-02', '2026-02-28', '2026-03-01', '2026-03-01']);
  });

  it('a bucket that the range cuts says so', () => {
    const from = Date.UTC(2026, 0, 15);
    const months = naiveBuckets(from, Date.UTC(2026, 2, 1), { grain: 'month', timeZone: 'UTC' });
    assert.deepEqual(
      months.map(({ firstDay, clipped }) => [firstDay, clipped]),
      [
        ['2026-01-01', true],
        ['2026-02-01', false],
      ],
    );
  });

  it('a day that a zone skipped is no bucket', () => {
    const range = [Date.parse('2011-12-29T12:00:00-10:00'), Date.parse('2011-12-31T12:00:00+14:00')] as const;
    const days = naiveBuckets(...range, { grain: 'day', timeZone: 'Pacific/Apia' });
    assert.deepEqual(
      days.map(({ firstDay }) => firstDay),
      ['2011-12-29', '2011-12-31'],
    );
  });
});

function near(value: number, expected: number): boolean {
  return Math.abs(value - expected) < 0.0001;
}
