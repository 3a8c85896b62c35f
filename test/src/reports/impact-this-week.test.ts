import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import type { ReportResult } from '../../../src/reports/report-result.js';
import { runReport, type ReportQuery } from '../../../src/reports/run-report.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { answered, HOUR } from '../store/store-support.js';

const at = (text: string): number => Date.parse(text);
const berlin = { timeZone: 'Europe/Berlin', weekStart: 1 } as const;
const iso = (instant: number): string => new Date(instant).toISOString();

function impact(now: number, records: readonly object[], query: Partial<ReportQuery> = {}): ReportResult {
  const store = createStore({ now });
  assert.equal(store.upsert(records).rejected.length, 0);
  return runReport(store, 'impact-this-week', { ...berlin, ...query });
}
const valuesOf = ({ series }: ReportResult): unknown =>
  Object.fromEntries(series.map(({ key, figures }) => [key, figures[0]!.value]));
const earlierOf = ({ comparison }: ReportResult): unknown =>
  Object.fromEntries(comparison!.series.map(({ key, figure }) => [key, figure.value]));
const changesOf = ({ comparison }: ReportResult): unknown =>
  Object.fromEntries(comparison!.series.map(({ key, change }) => [key, change]));

const slow = (id: string, startedAt: number, minutes: number): ConversationRecord => ({
  id,
  startedAt,
  events: [{ type: 'message', at: startedAt + minutes * 60_000, by: { kind: 'agent' }, sources: [{}] }],
});
const rated = (id: string, startedAt: number, value: 'positive' | 'negative', after = 60_000): ConversationRecord => ({
  ...answered(id, startedAt),
  events: [...answered(id, startedAt).events, { type: 'feedback', at: startedAt + after, value }],
});
const handedOff = (id: string, startedAt: number): ConversationRecord => ({
  ...answered(id, startedAt),
  events: [...answered(id, startedAt).events, { type: 'handoff', at: startedAt, seq: 1, cause: 'manual' }],
});

describe('impact this week', () => {
  /** Thursday, 12:00 in Berlin; the week began on Monday, 00:00, which is 23:00 on Sunday in UTC. */
  const now = at('2026-03-12T11:00:00Z');
  const monday = at('2026-03-08T23:00:00Z');
  const lastMonday = at('2026-03-01T23:00:00Z');
  const records: readonly ConversationRecord[] = [
    // Started last week and resolved by a reply whose window ends this week: set this week.
    slow('set on Monday', at('2026-03-06T08:00:00Z'), 30),
    slow('set on Wednesday', at('2026-03-08T09:00:00Z'), 10),
    // Set on Thursday after noon, which is not yet.
    slow('not set yet', at('2026-03-09T11:00:00Z'), 30),
    // Set at this very instant: up to and including now.
    slow('set now', now - 72 * HOUR, 0),
    rated('helpful', monday, 'positive'),
    rated('not helpful', now, 'negative', 0),
    handedOff('handed off', at('2026-03-10T08:00:00Z')),
    answered('not yet', now + 1),
    // Last week up to Thursday noon, and one that was set in it.
    slow('set last week', at('2026-02-28T09:00:00Z'), 20),
    handedOff('handed off last week', lastMonday),
    rated('rated last week', at('2026-03-04T09:00:00Z'), 'positive'),
    answered('at noon of last Thursday', at('2026-03-05T11:00:00Z')),
    answered('after noon of last Thursday', at('2026-03-05T11:00:00.001Z')),
    answered('proactive', monday, { initiatedBy: 'team' }),
    answered('spam', monday, { excluded: 'spam' }),
  ];
  const result = impact(now, records);

  it('counts from the week’s first instant up to and including now', () => {
    assert.deepEqual([result.buckets, result.from, result.to, result.asOf], [null, monday, now + 1, now]);
    const handled = result.series.find(({ key }) => key === 'handled')!.figures[0]!;
    // Helpful and not, handed off, not set yet and set now; of those last week none.
    assert.deepEqual([handled.value, handled.denominator], [5, 5]);
  });

  it('counts resolutions and their time by when they were set', () => {
    // On Monday, on Wednesday, now, and the helpful one of Monday’s first instant; the other three of this week are open.
    const resolved = result.series.find(({ key }) => key === 'resolved')!.figures[0]!;
    assert.deepEqual([resolved.value, resolved.pending], [4, 3]);
    const time = result.series.find(({ key }) => key === 'averageResolutionTime')!.figures[0]!;
    assert.deepEqual([time.value, time.numerator, time.denominator], [10 * 60_000, 40 * 60_000, 4]);
  });

  it('has this week’s own deflections and feedback', () => {
    assert.deepEqual(valuesOf(result), {
      resolved: 4,
      handled: 5,
      averageResolutionTime: 10 * 60_000,
      deflectionRate: 4 / 5,
      helpfulRate: 1 / 2,
    });
  });

  it('compares with last week up to the same time, as it stood then', () => {
    const then = at('2026-03-05T11:00:00Z');
    assert.deepEqual(
      [result.comparison!.from, result.comparison!.to, result.comparison!.now],
      [lastMonday, then + 1, then],
    );
    // Only one resolution was set by then, though by now all but the handed off one are.
    assert.deepEqual(earlierOf(result), {
      resolved: 1,
      handled: 3,
      averageResolutionTime: 20 * 60_000,
      deflectionRate: 2 / 3,
      helpfulRate: 1,
    });
  });

  it('tells changes of counts and times as shares, of rates as points, and claims none of times', () => {
    assert.deepEqual(changesOf(result), {
      resolved: { difference: 3, unit: 'share', clear: false },
      handled: { difference: 2 / 3, unit: 'share', clear: false },
      averageResolutionTime: { difference: -1 / 2, unit: 'share', clear: null },
      deflectionRate: { difference: 4 / 5 - 2 / 3, unit: 'points', clear: false },
      helpfulRate: { difference: -1 / 2, unit: 'points', clear: false },
    });
  });

  it('is the same report from the store as it stood', () => {
    const later = impact(now + 1_000 * HOUR, records, { now });
    assert.deepEqual({ ...later, quality: null }, { ...result, quality: null });
  });

  it('compares with nothing where the source knows only the present', () => {
    const { comparison, ...rest } = impact(now, records, { compare: false });
    assert.equal(comparison, undefined);
    assert.deepEqual(valuesOf({ ...rest }), valuesOf(result));
  });

  it('says null for a change from nothing', () => {
    const alone = impact(now, [answered('a', monday)]);
    assert.deepEqual(changesOf(alone), {
      resolved: { difference: null, unit: 'share', clear: false },
      handled: { difference: null, unit: 'share', clear: false },
      averageResolutionTime: { difference: null, unit: 'share', clear: null },
      deflectionRate: { difference: null, unit: 'points', clear: null },
      helpfulRate: { difference: null, unit: 'points', clear: null },
    });
  });

  it('calls a change clear where chance does not explain it', () => {
    const many = (count: number, startedAt: number): readonly object[] =>
      Array.from({ length: count }, (_, n) => answered(`${startedAt}-${n}`, startedAt));
    const { comparison } = impact(now, [...many(60, monday), ...many(20, lastMonday)]);
    assert.deepEqual(comparison!.series[1]!.change, { difference: 2, unit: 'share', clear: true });
  });
});

describe('last week up to the same time', () => {
  const table = [
    [
      'is an hour later in UTC before summer time',
      'Europe/Berlin',
      1,
      '2026-04-01T10:00+02:00',
      '2026-03-23T00:00+01:00',
      '2026-03-25T10:00+01:00',
    ],
    [
      'ends after the gap where that time was skipped',
      'Europe/Berlin',
      7,
      '2026-04-05T02:30+02:00',
      '2026-03-29T00:00+01:00',
      '2026-03-29T03:00+02:00',
    ],
    [
      'ends at the first of two such times',
      'Europe/Berlin',
      7,
      '2026-11-01T02:30+01:00',
      '2026-10-25T00:00+02:00',
      '2026-10-25T02:30+02:00',
    ],
    [
      'begins at one o’clock where midnight was skipped',
      'America/Sao_Paulo',
      7,
      '2018-11-11T12:00-02:00',
      '2018-11-04T01:00-02:00',
      '2018-11-04T12:00-02:00',
    ],
    [
      'reaches over the day that Samoa skipped',
      'Pacific/Apia',
      1,
      '2012-01-07T12:00+14:00',
      '2011-12-26T00:00-10:00',
      '2011-12-31T12:00+14:00',
    ],
  ] as const;
  for (const [what, timeZone, weekStart, now, from, then] of table) {
    it(`${what} (${timeZone}, ${now})`, () => {
      const { comparison } = impact(at(now), [], { timeZone, weekStart });
      assert.deepEqual(
        [comparison!.from, comparison!.now, comparison!.to - 1].map(iso),
        [from, then, then].map((t) => iso(at(t))),
      );
    });
  }

  it('is all of last week, and nothing of this one, where that day never was', () => {
    const calendar = { timeZone: 'Pacific/Apia', weekStart: 6 } as const;
    const end = at('2011-12-31T00:00+14:00'); // Of six days that began on Saturday, the 24th.
    const records = [answered('last', end - 1), answered('this', end), answered('early', at('2011-12-24T00:00-10:00'))];
    const result = impact(at('2012-01-06T10:00+14:00'), records, calendar);
    assert.deepEqual([result.comparison!.from, result.comparison!.to], [at('2011-12-24T00:00-10:00'), end]);
    assert.deepEqual([result.series[1]!.figures[0]!.value, result.comparison!.series[1]!.figure.value], [1, 2]);
  });
});
