import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DefinitionError } from '../../../src/errors.js';
import type { Weekday } from '../../../src/time/civil.js';
import { civilDaysBefore, spansOf, weekOf, weeksBack } from '../../../src/time/range.js';

const HOUR_MS = 3_600_000;
const iso = (instant: number): string => new Date(instant).toISOString();
const at = (text: string): number => Date.parse(text);
const berlin = { timeZone: 'Europe/Berlin', weekStart: 1 } as const;

describe('weekOf', () => {
  const lengths = [
    ['Europe/Berlin', 1, '2026-03-25T12:00:00Z', '2026-03-22T23:00:00Z', 167],
    ['Europe/Berlin', 1, '2026-10-21T12:00:00Z', '2026-10-18T22:00:00Z', 169],
    ['Europe/Berlin', 7, '2026-03-29T12:00:00Z', '2026-03-28T23:00:00Z', 167],
    ['Europe/Berlin', 6, '2026-03-29T12:00:00Z', '2026-03-27T23:00:00Z', 167],
    ['America/New_York', 7, '2026-03-10T12:00:00Z', '2026-03-08T05:00:00Z', 167],
    ['America/New_York', 1, '2026-11-01T12:00:00Z', '2026-10-26T04:00:00Z', 169],
    ['Australia/Lord_Howe', 1, '2026-10-01T12:00:00Z', '2026-09-27T13:30:00Z', 167.5],
    ['Australia/Lord_Howe', 1, '2026-04-01T12:00:00Z', '2026-03-29T13:00:00Z', 168.5],
    ['Asia/Kathmandu', 7, '2026-03-25T12:00:00Z', '2026-03-21T18:15:00Z', 168],
    ['Pacific/Apia', 1, '2011-12-28T12:00:00Z', '2011-12-26T10:00:00Z', 144],
    ['Pacific/Apia', 7, '2011-12-28T12:00:00Z', '2011-12-25T10:00:00Z', 144],
    ['Pacific/Apia', 6, '2011-12-28T12:00:00Z', '2011-12-24T10:00:00Z', 144],
    ['America/Sao_Paulo', 7, '2018-11-06T12:00:00Z', '2018-11-04T03:00:00Z', 167],
    ['Africa/Casablanca', 1, '2026-02-13T12:00:00Z', '2026-02-08T23:00:00Z', 169],
    ['America/Havana', 7, '2026-11-01T12:00:00Z', '2026-11-01T04:00:00Z', 169],
  ] as const;
  for (const [timeZone, weekStart, inside, from, hours] of lengths) {
    it(`lasts ${hours} hours in ${timeZone} around ${inside.slice(0, 10)}, starting on day ${weekStart}`, () => {
      const week = weekOf(at(inside), { timeZone, weekStart });
      assert.deepEqual([iso(week.from), (week.to - week.from) / HOUR_MS], [iso(at(from)), hours]);
    });
  }

  it('holds its first instant and not its end', () => {
    const week = weekOf(at('2026-03-25T12:00:00Z'), berlin);
    assert.deepEqual(weekOf(week.from, berlin), week);
    assert.deepEqual(weekOf(week.to - 1, berlin), week);
    assert.equal(weekOf(week.to, berlin).from, week.to);
    assert.equal(weekOf(week.from - 1, berlin).to, week.from);
  });

  it('is the new week once it has begun, though the clock shows the old date again', () => {
    const shownAgain = at('2010-11-07T03:00:00Z'); // 23:30 of Saturday, for the second time.
    const week = weekOf(shownAgain, { timeZone: 'America/St_Johns', weekStart: 7 });
    assert.deepEqual([iso(week.from), iso(week.to)], ['2010-11-07T02:30:00.000Z', '2010-11-14T03:30:00.000Z']);
  });

  it('refuses instants and calendars that make no sense', () => {
    for (const instant of [NaN, Infinity, -Infinity, 8.64e15, 1e300])
      assert.throws(() => weekOf(instant, berlin), DefinitionError, String(instant));
    for (const weekStart of [0, 8, 1.5, '1', null, undefined])
      assert.throws(() => weekOf(0, { ...berlin, weekStart: weekStart as Weekday }), DefinitionError);
    assert.throws(() => weekOf(0, { ...berlin, timeZone: 'Nowhere' }), DefinitionError);
  });
});

describe('weeksBack', () => {
  it('is so many civil weeks, the last of which holds the instant', () => {
    const range = weeksBack(at('2026-04-01T12:00:00Z'), 3, berlin);
    assert.deepEqual([iso(range.from), iso(range.to)], ['2026-03-15T23:00:00.000Z', '2026-04-05T22:00:00.000Z']);
  });
});

describe('spansOf', () => {
  it('cuts weeks without a hole and says which ones the range cuts', () => {
    const range = { from: at('2026-03-25T00:00:00Z'), to: at('2026-04-05T22:00:00Z') };
    assert.deepEqual(
      spansOf(range, 'week', berlin).map(({ start, end, clipped }) => [iso(start), iso(end), clipped]),
      [
        ['2026-03-22T23:00:00.000Z', '2026-03-29T22:00:00.000Z', true],
        ['2026-03-29T22:00:00.000Z', '2026-04-05T22:00:00.000Z', false],
      ],
    );
  });

  it('cuts the last week where the range ends inside it, by a millisecond even', () => {
    const from = at('2026-03-22T23:00:00Z');
    const clipped = (to: number): boolean[] => spansOf({ from, to }, 'week', berlin).map((span) => span.clipped);
    assert.deepEqual(clipped(at('2026-03-29T22:00:00Z')), [false]);
    assert.deepEqual(clipped(at('2026-03-29T22:00:00Z') - 1), [true]);
    assert.deepEqual(clipped(at('2026-03-29T22:00:00Z') + 1), [false, true]);
  });

  it('gives days of 23, 24 and 25 hours', () => {
    const hours = (from: string, to: string): number[] =>
      spansOf({ from: at(from), to: at(to) }, 'day', berlin).map(({ start, end }) => (end - start) / HOUR_MS);
    assert.deepEqual(hours('2026-03-27T23:00:00Z', '2026-03-30T22:00:00Z'), [24, 23, 24]);
    assert.deepEqual(hours('2026-10-23T22:00:00Z', '2026-10-26T23:00:00Z'), [24, 25, 24]);
  });

  it('gives months, a leap February among them', () => {
    const range = { from: at('2024-01-01T00:00:00Z'), to: at('2024-04-01T00:00:00Z') };
    const months = spansOf(range, 'month', { timeZone: 'UTC', weekStart: 1 });
    assert.deepEqual(
      months.map(({ start, end }) => (end - start) / HOUR_MS / 24),
      [31, 29, 31],
    );
  });

  it('leaves out the day that Samoa skipped', () => {
    const range = { from: at('2011-12-29T10:00:00Z'), to: at('2011-12-31T10:00:00Z') };
    const days = spansOf(range, 'day', { timeZone: 'Pacific/Apia', weekStart: 1 });
    assert.deepEqual(
      days.map(({ start, end }) => [iso(start), iso(end)]),
      [
        ['2011-12-29T10:00:00.000Z', '2011-12-30T10:00:00.000Z'],
        ['2011-12-30T10:00:00.000Z', '2011-12-31T10:00:00.000Z'],
      ],
    );
  });

  it('gives nothing for a range that holds nothing', () => {
    const noon = at('2026-03-25T12:00:00Z');
    for (const grain of ['day', 'week', 'month'] as const)
      assert.deepEqual(spansOf({ from: noon, to: noon }, grain, berlin), []);
  });

  it('refuses ranges and grains that make no sense', () => {
    const refused = (from: number, to: number, grain = 'week'): void =>
      assert.throws(() => spansOf({ from, to }, grain as 'week', berlin), DefinitionError, `${from} ${to} ${grain}`);
    refused(1, 0);
    refused(NaN, 0);
    refused(0, Infinity);
    refused(-8.64e15, 0);
    refused(0, 1, 'fortnight');
    refused(0, at('2026-03-25T12:00:00Z'), 'day'); // 56 years of days are more than a chart can show.
  });
});

describe('civilDaysBefore', () => {
  const table = [
    ['the same time', 'Europe/Berlin', '2026-02-04T09:30:15.123+01:00', 7, '2026-01-28T09:30:15.123+01:00'],
    ['the same time across a change', 'Europe/Berlin', '2026-04-01T09:30:00+02:00', 7, '2026-03-25T09:30:00+01:00'],
    ['the end of the gap', 'Europe/Berlin', '2026-04-05T02:30:00+02:00', 7, '2026-03-29T03:00:00+02:00'],
    ['the first of two', 'Europe/Berlin', '2026-11-01T02:30:00+01:00', 7, '2026-10-25T02:30:00+02:00'],
    ['the same time from a repeated one', 'Europe/Berlin', '2026-10-25T02:30:00+01:00', 7, '2026-10-18T02:30:00+02:00'],
    [
      'the end of a gap of 30 minutes',
      'Australia/Lord_Howe',
      '2026-10-11T02:15:00+11:00',
      7,
      '2026-10-04T02:30:00+11:00',
    ],
    ['the first of a repeated midnight', 'America/Havana', '2026-11-08T00:30:00-05:00', 7, '2026-11-01T00:30:00-04:00'],
    ['one o’clock', 'America/Sao_Paulo', '2018-11-11T00:30:00-02:00', 7, '2018-11-04T01:00:00-02:00'],
    ['the day after a skipped one', 'Pacific/Apia', '2012-01-06T10:00:00+14:00', 7, '2011-12-31T00:00:00+14:00'],
    [
      'six days of hours over the skipped one',
      'Pacific/Apia',
      '2012-01-05T10:00:00+14:00',
      7,
      '2011-12-29T10:00:00-10:00',
    ],
    ['a leap day', 'UTC', '2024-03-01T08:00:00Z', 1, '2024-02-29T08:00:00Z'],
  ] as const;
  for (const [what, timeZone, now, days, expected] of table) {
    it(`is ${what} (${timeZone}, ${now})`, () => {
      assert.equal(iso(civilDaysBefore(at(now), days, timeZone)), iso(at(expected)));
    });
  }
});
