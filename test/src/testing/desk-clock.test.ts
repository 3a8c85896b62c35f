import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { deskWeekOf, deskWeekStart, startsOfWeek, whenTeamWorks } from '../../../src/testing/desk-clock.js';
import { Random } from '../../../src/testing/random.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

describe('the clock of the made-up desk', () => {
  it('begins its weeks on Monday, by its own wall clock', () => {
    const monday = Date.UTC(2026, 2, 9);
    const week = deskWeekOf(monday, 0);
    assert.equal(deskWeekStart(week, 0), monday);
    assert.equal(deskWeekOf(monday - 1, 0), week - 1);
    assert.equal(deskWeekStart(week, HOUR_MS), monday - HOUR_MS);
    assert.equal(deskWeekOf(monday - HOUR_MS, HOUR_MS), week);
  });

  it('starts conversations in order, inside the week, as many as asked for', () => {
    const week = deskWeekOf(Date.UTC(2026, 5, 10), HOUR_MS);
    const starts = startsOfWeek(1, week, 2_000, HOUR_MS);
    assert.deepEqual(
      starts,
      [...starts].sort((a, b) => a - b),
    );
    assert.equal(starts[0]! >= deskWeekStart(week, HOUR_MS) && starts.at(-1)! < deskWeekStart(week + 1, HOUR_MS), true);
    assert.ok(starts.length > 1_850 && starts.length < 2_150, String(starts.length));
  });

  it('is quiet at night, at weekends and around the turn of the year', () => {
    const week = deskWeekOf(Date.UTC(2026, 5, 10), HOUR_MS);
    const mondayAt = deskWeekStart(week, HOUR_MS);
    const starts = startsOfWeek(1, week, 5_000, HOUR_MS).map((at) => at - mondayAt);
    const inHours = (from: number, to: number): number =>
      starts.filter((at) => at % DAY_MS >= from * HOUR_MS && at % DAY_MS < to * HOUR_MS).length;
    assert.equal(inHours(9, 12) > 20 * inHours(1, 4), true);
    const onDays = (from: number, to: number): number =>
      starts.filter((at) => at >= from * DAY_MS && at < to * DAY_MS).length;
    assert.equal(onDays(0, 2) > 2 * onDays(5, 7), true);
    const christmas = startsOfWeek(1, deskWeekOf(Date.UTC(2025, 11, 27), HOUR_MS), 5_000, HOUR_MS);
    assert.equal(christmas.length < 0.85 * starts.length, true);
  });

  it('lets the team answer in working hours only', () => {
    const random = new Random(1);
    const tuesday = Date.UTC(2026, 2, 10);
    const atWork = tuesday + 11 * HOUR_MS;
    assert.equal(whenTeamWorks(atWork, random, HOUR_MS), atWork);
    const cases = [
      ['before it opens', tuesday + 3 * HOUR_MS, tuesday + 7 * HOUR_MS],
      ['in the evening', tuesday + 20 * HOUR_MS, tuesday + DAY_MS + 7 * HOUR_MS],
      ['on Saturday evening', tuesday + 4 * DAY_MS + 18 * HOUR_MS, tuesday + 6 * DAY_MS + 7 * HOUR_MS],
      ['on Sunday', tuesday + 5 * DAY_MS + 12 * HOUR_MS, tuesday + 6 * DAY_MS + 7 * HOUR_MS],
      ['on Friday night', tuesday + 3 * DAY_MS + 21 * HOUR_MS, tuesday + 4 * DAY_MS + 8 * HOUR_MS],
    ] as const;
    for (const [when, at, opensAt] of cases) {
      const answered = whenTeamWorks(at, random, HOUR_MS);
      assert.ok(
        answered >= opensAt && answered < opensAt + 1.5 * HOUR_MS,
        `${when}: ${new Date(answered).toISOString()}`,
      );
    }
  });
});
