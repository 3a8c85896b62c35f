import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DefinitionError } from '../../../src/errors.js';
import { figures } from '../../../src/metrics/figures.js';
import type { ReportDefinition } from '../../../src/reports/report-definition.js';
import type { ReportResult } from '../../../src/reports/report-result.js';
import { reports, type ReportName } from '../../../src/reports/reports.js';
import { runReport, type ReportQuery } from '../../../src/reports/run-report.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import type { ConversationStore } from '../../../src/store/conversation-store.js';
import { answered, HOUR } from '../store/store-support.js';

const at = (text: string): number => Date.parse(text);
const berlin = { timeZone: 'Europe/Berlin', weekStart: 1 } as const;
/** Three weeks, the middle one of 167 hours, and the boundaries between them. */
const weeks = ['2026-03-15T23:00Z', '2026-03-22T23:00Z', '2026-03-29T22:00Z', '2026-04-05T22:00Z'].map(at);
const [from, , , to] = weeks as [number, number, number, number];

const handoff = (startedAt: number): object => ({ type: 'handoff', at: startedAt + HOUR, cause: 'manual' });
const handedOff = (id: string, startedAt: number): object => {
  const record = answered(id, startedAt);
  return { ...record, events: [...record.events, handoff(startedAt)] };
};

function storeAt(now: number, records: readonly object[]): ConversationStore {
  const store = createStore({ now });
  assert.equal(store.upsert(records).rejected.length, 0);
  return store;
}
const run = (store: ConversationStore, more: Partial<ReportQuery> = {}): ReportResult =>
  runReport(store, 'resolution-rate-chart', { ...berlin, from, to, ...more });
const statesOf = (result: ReportResult): readonly (string | undefined)[] => result.buckets!.map(({ state }) => state);
const valuesOf = (result: ReportResult): readonly (number | null)[] =>
  result.series[0]!.figures.map(({ value }) => value);

const records = [
  answered('first instant of the first week', from),
  handedOff('last instant of the first week', weeks[1]! - 1),
  answered('first instant of the second week', weeks[1]!),
  answered('in the hour that would be the third week’s without summer time', weeks[2]! - 1),
  answered('first instant of the third week', weeks[2]!),
  answered('before', from - 1),
  answered('after', to),
];

describe('a report over time', () => {
  it('counts each conversation in the week that it started in', () => {
    const result = run(storeAt(to + 100 * HOUR, records));
    const [series] = result.series;
    assert.deepEqual(
      result.buckets!.map(({ start, end }) => [start, end]),
      [
        [weeks[0], weeks[1]],
        [weeks[1], weeks[2]],
        [weeks[2], weeks[3]],
      ],
    );
    assert.deepEqual(
      series!.figures.map(({ numerator, denominator }) => [numerator, denominator]),
      [
        [1, 2],
        [2, 2],
        [1, 1],
      ],
    );
    assert.deepEqual(valuesOf(result), [0.5, 1, 1]);
    assert.deepEqual([result.totals[0]!.figures[0]!.numerator, result.totals[0]!.figures[0]!.denominator], [4, 5]);
  });

  it('says of each bucket whether it is open, settling or complete', () => {
    const states = (now: number): readonly unknown[] => statesOf(run(storeAt(now, records)));
    assert.deepEqual(states(weeks[1]! - 1), ['open', 'open', 'open']);
    assert.deepEqual(states(weeks[1]!), ['settling', 'open', 'open']);
    // The handed off one is known to have failed, and pending all the same.
    assert.deepEqual(states(weeks[1]! - 1 + 72 * HOUR - 1), ['settling', 'open', 'open']);
    assert.deepEqual(states(weeks[1]! - 1 + 72 * HOUR), ['complete', 'open', 'open']);
    assert.deepEqual(states(weeks[2]! - 2 + 72 * HOUR), ['complete', 'settling', 'open']);
    assert.deepEqual(states(weeks[2]! - 1 + 72 * HOUR), ['complete', 'complete', 'open']);
    assert.deepEqual(states(to), ['complete', 'complete', 'complete']);
  });

  it('says when the last pending conversation of a bucket settles', () => {
    const { buckets } = run(storeAt(weeks[2]!, records));
    assert.deepEqual(
      buckets!.map(({ settlesBy }) => settlesBy),
      [null, weeks[2]! - 1 + 72 * HOUR, weeks[2]! + 72 * HOUR],
    );
  });

  it('counts only what lies inside the range of a bucket that the range cuts', () => {
    const store = storeAt(to + 100 * HOUR, records);
    const result = run(store, { from: from + 1, to: weeks[2]! + 1 });
    assert.deepEqual(
      result.buckets!.map(({ clipped }) => clipped),
      [true, false, true],
    );
    assert.deepEqual(
      result.series[0]!.figures.map(({ denominator }) => denominator),
      [1, 2, 1],
    );
    assert.deepEqual([result.buckets![0]!.start, result.buckets![2]!.end], [from, to]);
    assert.deepEqual([result.from, result.to], [from + 1, weeks[2]! + 1]);
  });

  it('lets no pending conversation outside of the range make a cut bucket settle', () => {
    const store = storeAt(weeks[1]!, [answered('a', from), answered('b', weeks[1]! - 1)]);
    assert.deepEqual(statesOf(run(store, { to: weeks[1]! - 1 })), ['complete']);
    assert.deepEqual(statesOf(run(store, { to: weeks[1]! })), ['settling']);
  });

  it('counts only the channels asked for, in its states too', () => {
    const store = storeAt(weeks[1]!, [answered('a', from), answered('b', weeks[1]! - 1, { channel: 'email' })]);
    assert.deepEqual(statesOf(run(store, { to: weeks[1]!, channels: ['chat'] })), ['complete']);
    const email = run(store, { to: weeks[1]!, channels: ['email'] });
    assert.deepEqual([statesOf(email), email.series[0]!.figures[0]!.pending], [['settling'], 1]);
  });

  it('is cut into days and months as well', () => {
    const store = storeAt(to + 100 * HOUR, records);
    assert.equal(run(store, { grain: 'day' }).buckets!.length, 21);
    assert.deepEqual(
      run(store, { grain: 'month' }).buckets!.map(({ clipped }) => clipped),
      [true, true],
    );
  });

  it('has no bucket and no figure in a range that holds nothing', () => {
    const { buckets, series, totals } = run(storeAt(to, records), { to: from });
    assert.deepEqual([buckets, series[0]!.figures, totals[0]!.figures[0]!.value], [[], [], null]);
  });

  it('shows a week without conversations as unknown, never as 0', () => {
    assert.deepEqual(valuesOf(run(storeAt(to, []))), [null, null, null]);
  });

  it('stands as it stood at an earlier clock', () => {
    const store = storeAt(to + 100 * HOUR, records);
    const then = run(store, { now: weeks[1]! });
    assert.deepEqual(
      [then.asOf, statesOf(then), valuesOf(then)],
      [weeks[1], ['settling', 'open', 'open'], [1, null, null]],
    );
    assert.deepEqual(then, { ...run(storeAt(weeks[1]!, records)), quality: then.quality });
  });

  it('says by which definition it counts, and that “what if” is not official', () => {
    const store = storeAt(to + 100 * HOUR, records);
    const official = run(store);
    const whatIf = run(store, { rules: { requireNoHuman: false } });
    assert.deepEqual([official.definition.official, whatIf.definition.official], [true, false]);
    assert.deepEqual(valuesOf(whatIf), [1, 1, 1]);
    assert.equal(whatIf.definition.hash, official.definition.hash);
    assert.equal(run(store, { rules: { requireNoHuman: true } }).definition.official, true);
  });

  it('takes the store’s own rules where the question changes only one', () => {
    const store = createStore({ now: to, rules: { windowMs: HOUR } });
    assert.deepEqual(run(store, { rules: { requireNoHuman: false } }).definition.rules.windowMs, HOUR);
    assert.equal(run(store).definition.official, false);
  });

  it('can be a host’s own', () => {
    const own: ReportDefinition = {
      report: 'my-handoffs',
      cut: 'buckets',
      series: [{ key: 'rate', figure: figures.handoffRate }],
      drawing: { kind: 'figures' },
    };
    const result = runReport(storeAt(to, records), own, { ...berlin, from, to });
    assert.deepEqual([result.report, valuesOf(result)], ['my-handoffs', [0.5, 0, 0]]);
  });
});

describe('runReport', () => {
  it('refuses a question that makes no sense, naming what is allowed', () => {
    const store = storeAt(to, []);
    const refused = (more: object, name = 'resolution-rate-chart'): void =>
      assert.throws(
        () => runReport(store, name as ReportName, { ...berlin, from, to, ...more } as ReportQuery),
        DefinitionError,
        JSON.stringify(more),
      );
    for (const name of ['no-such-report', 'constructor', '__proto__', '']) refused({}, name);
    refused({ timeZone: 'Nowhere' });
    refused({ timeZone: undefined });
    refused({ weekStart: 0 });
    refused({ weekStart: undefined });
    refused({ grain: 'hour' });
    refused({ from: undefined });
    refused({ to: NaN });
    refused({ from: to, to: from });
    refused({ now: to + 1 });
    refused({ now: NaN });
    refused({ now: NaN }, 'impact-this-week');
    refused({ rules: { windowMs: 0 } });
    refused({ rules: { requireNoHuman: undefined } });
  });

  it('names each report as its row does', () => {
    for (const [name, row] of Object.entries(reports)) assert.equal(row.report, name);
  });
});
