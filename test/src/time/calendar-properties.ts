import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { Grain, Weekday } from '../../../src/time/civil.js';
import { civilDaysBefore, spansOf, weekOf } from '../../../src/time/range.js';
import { naiveBuckets } from '../../support/naive-report.js';

const DAY_MS = 86_400_000;

/** Zones with the months in which their clocks do something odd. */
const oddMonths = [
  ['Europe/Berlin', 2026, 2],
  ['Europe/Berlin', 2026, 9],
  ['America/New_York', 2026, 2],
  ['America/New_York', 2026, 10],
  ['Australia/Lord_Howe', 2026, 3],
  ['Australia/Lord_Howe', 2026, 9],
  ['Asia/Kathmandu', 1985, 11],
  ['Pacific/Apia', 2011, 11],
  ['America/Sao_Paulo', 2018, 10],
  ['America/Sao_Paulo', 2018, 1],
  ['Africa/Casablanca', 2026, 1],
  ['Africa/Casablanca', 2026, 2],
  ['America/Havana', 2026, 10],
  ['America/Havana', 2026, 2],
  ['America/St_Johns', 2010, 10],
  ['America/St_Johns', 2010, 2],
] as const;

const moment = fc
  .tuple(fc.constantFrom(...oddMonths), fc.integer({ min: -10 * 48, max: 45 * 48 }), fc.constantFrom(0, 0, -1, 1))
  .map(([[timeZone, year, month], halfHours, beside]) => ({
    timeZone,
    at: Date.UTC(year, month) + halfHours * (DAY_MS / 48) + beside,
  }));
const weekStart = fc.constantFrom<Weekday>(1, 6, 7, 3);
const grain = fc.constantFrom<Grain>('day', 'week', 'month');

/** Sentences about the calendar with the properties that say whether they are true. */
export const calendarProperties = {
  'days, weeks and months are those of an independent calendar': fc.property(
    moment,
    fc.oneof(
      fc.integer({ min: 0, max: 40 * DAY_MS }),
      fc.nat({ max: 80 }).map((halfDays) => halfDays * (DAY_MS / 2)),
    ),
    grain,
    weekStart,
    ({ timeZone, at }, length, cut, start) => {
      const expected = naiveBuckets(at, at + length, { grain: cut, timeZone, weekStart: start });
      assert.deepEqual(
        spansOf({ from: at, to: at + length }, cut, { timeZone, weekStart: start }),
        expected.map((bucket) => ({ start: bucket.start, end: bucket.end, clipped: bucket.clipped })),
      );
    },
  ),

  'the week of an instant holds it and is one of an independent calendar': fc.property(
    moment,
    weekStart,
    ({ timeZone, at }, start) => {
      const week = weekOf(at, { timeZone, weekStart: start });
      const [expected] = naiveBuckets(at, at + 1, { grain: 'week', timeZone, weekStart: start });
      assert.deepEqual(week, { from: expected?.start, to: expected?.end });
      assert.ok(week.from <= at && at < week.to);
    },
  ),

  'the same time so many civil days earlier is that of an independent calendar': fc.property(
    moment,
    fc.integer({ min: 0, max: 30 }),
    ({ timeZone, at }, days) => {
      const now = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
      const wall = now.toPlainDateTime().subtract({ days });
      const compatible = wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
      const isSkipped = !compatible.toPlainDateTime().equals(wall);
      // In a gap Temporal moves by the gap's length; the next valid instant is the change itself.
      const change = wall.toZonedDateTime(timeZone, { disambiguation: 'earlier' }).getTimeZoneTransition('next');
      const expected = isSkipped ? change : compatible;
      assert.equal(civilDaysBefore(at, days, timeZone), expected?.epochMilliseconds);
    },
  ),
} as const;
