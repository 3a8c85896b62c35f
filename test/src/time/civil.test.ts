import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  civilDayOf,
  DAY_MS,
  firstDayOf,
  firstInstantOf,
  nextFirstDay,
  timeOfDayOf,
  weekdayOf,
} from '../../../src/time/civil.js';
import { zoneOf } from '../../../src/time/zone.js';

const HOUR_MS = 3_600_000;
const dayOf = (date: string): number => Date.parse(date) / DAY_MS;

describe('civilDayOf', () => {
  it('is the date that the wall clock of the zone shows', () => {
    const at = Date.parse('2026-03-01T18:20:00Z');
    assert.equal(civilDayOf(at, zoneOf('UTC')), dayOf('2026-03-01'));
    assert.equal(civilDayOf(at, zoneOf('Asia/Kathmandu')), dayOf('2026-03-02'));
    assert.equal(civilDayOf(at, zoneOf('Pacific/Apia')), dayOf('2026-03-02'));
    assert.equal(civilDayOf(at - 12 * HOUR_MS, zoneOf('America/New_York')), dayOf('2026-03-01'));
  });

  it('knows days before 1970', () => {
    assert.equal(civilDayOf(-1, zoneOf('UTC')), -1);
    assert.equal(civilDayOf(Date.parse('1883-11-18T12:00:00Z'), zoneOf('America/New_York')), dayOf('1883-11-18'));
  });
});

describe('firstInstantOf', () => {
  const table = [
    ['an ordinary midnight', 'Europe/Berlin', '2026-03-02', 0, '2026-03-01T23:00:00Z'],
    ['a midnight of the day the clocks go forward', 'Europe/Berlin', '2026-03-29', 0, '2026-03-28T23:00:00Z'],
    ['the end of the gap for a skipped time', 'Europe/Berlin', '2026-03-29', 2.5 * HOUR_MS, '2026-03-29T01:00:00Z'],
    ['the first of a repeated time', 'Europe/Berlin', '2026-10-25', 2.5 * HOUR_MS, '2026-10-25T00:30:00Z'],
    ['one o’clock where midnight is skipped', 'America/Sao_Paulo', '2018-11-04', 0, '2018-11-04T03:00:00Z'],
    ['the first midnight where it is repeated', 'America/Havana', '2026-11-01', 0, '2026-11-01T04:00:00Z'],
    ['the end of a gap of half an hour', 'Australia/Lord_Howe', '2026-10-04', 2.25 * HOUR_MS, '2026-10-03T15:30:00Z'],
    ['the next day for a date that never was', 'Pacific/Apia', '2011-12-30', 10 * HOUR_MS, '2011-12-30T10:00:00Z'],
    ['the last midnight before that date', 'Pacific/Apia', '2011-12-29', 0, '2011-12-29T10:00:00Z'],
    ['the first midnight after that date', 'Pacific/Apia', '2011-12-31', 0, '2011-12-30T10:00:00Z'],
    ['a midnight at a quarter past the hour', 'Asia/Kathmandu', '2026-01-01', 0, '2025-12-31T18:15:00Z'],
    ['midnight before summer time pauses', 'Africa/Casablanca', '2026-02-15', 0, '2026-02-14T23:00:00Z'],
    ['the first of a midnight shown for one minute', 'America/St_Johns', '2010-11-07', 0, '2010-11-07T02:30:00Z'],
  ] as const;
  for (const [what, timeZone, date, timeOfDay, expected] of table) {
    it(`is ${what} (${timeZone}, ${date})`, () => {
      const instant = firstInstantOf(dayOf(date), zoneOf(timeZone), timeOfDay);
      assert.equal(new Date(instant).toISOString(), new Date(expected).toISOString());
    });
  }
});

describe('timeOfDayOf', () => {
  it('is what the wall clock shows', () => {
    const zone = zoneOf('Australia/Lord_Howe');
    assert.equal(timeOfDayOf(Date.parse('2026-10-03T15:29:59.999Z'), zone), 2 * HOUR_MS - 1);
    assert.equal(timeOfDayOf(Date.parse('2026-10-03T15:30:00Z'), zone), 2.5 * HOUR_MS);
  });
});

describe('weekdayOf', () => {
  it('counts from Monday, before 1970 as well', () => {
    assert.equal(weekdayOf(0), 4);
    assert.deepEqual(
      ['2026-03-02', '2026-03-07', '2026-03-08', '1969-12-29', '1900-01-01'].map((date) => weekdayOf(dayOf(date))),
      [1, 6, 7, 1, 1],
    );
  });
});

describe('firstDayOf', () => {
  it('is the week’s first day for every start of the week', () => {
    const first = (weekStart: 1 | 6 | 7): number => firstDayOf(dayOf('2026-03-07'), 'week', weekStart);
    assert.deepEqual(
      [1, 6, 7].map((start) => first(start as 1)),
      ['2026-03-02', '2026-03-07', '2026-03-01'].map(dayOf),
    );
  });

  it('is the day itself, or the first of the month', () => {
    assert.equal(firstDayOf(dayOf('2024-02-29'), 'day', 1), dayOf('2024-02-29'));
    assert.equal(firstDayOf(dayOf('2024-02-29'), 'month', 1), dayOf('2024-02-01'));
    assert.equal(firstDayOf(dayOf('1969-12-31'), 'month', 1), dayOf('1969-12-01'));
  });
});

describe('nextFirstDay', () => {
  it('adds a day, seven days or a month of whatever length', () => {
    assert.equal(nextFirstDay(dayOf('2026-02-28'), 'day'), dayOf('2026-03-01'));
    assert.equal(nextFirstDay(dayOf('2026-02-28'), 'week'), dayOf('2026-03-07'));
    assert.equal(nextFirstDay(dayOf('2024-02-01'), 'month'), dayOf('2024-03-01'));
    assert.equal(nextFirstDay(dayOf('2025-12-01'), 'month'), dayOf('2026-01-01'));
  });
});
