import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askingsAround } from '../../../src/metrics/askings.js';
import { countInterval } from '../../../src/metrics/intervals.js';

const WEEK_MS = 7 * 24 * 3_600_000;
const ANSWERED = Date.UTC(2026, 0, 5);

/** So many askings in each of these weeks, counted from the answer: -1 is the week before it, 0 the one that begins with it. */
function asked(perWeek: number, first: number, last: number): number[] {
  const weeks = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return weeks.flatMap((week) =>
    Array.from({ length: perWeek }, (_, index) => ANSWERED + week * WEEK_MS + index * 1_000),
  );
}

describe('countInterval', () => {
  it('lies where the tables of the Poisson distribution have it', () => {
    for (const [count, low, high] of [
      [0, 0, 3.69],
      [1, 0.03, 5.57],
      [10, 4.8, 18.39],
      [100, 81.36, 121.63],
    ] as const) {
      const interval = countInterval(count);
      assert.ok(Math.abs(interval[0] - low) < 0.1 && Math.abs(interval[1] - high) < 0.4, `${count}: ${interval}`);
    }
  });
});

describe('askingsAround', () => {
  const after = (weeks: number): number => ANSWERED + weeks * WEEK_MS;

  it('counts the askings of a week before and after, with the interval', () => {
    const { before, after: since } = askingsAround([...asked(5, -12, -1), ...asked(1, 0, 3)], ANSWERED, after(4));
    assert.deepEqual([before.count, before.weeks, before.perWeek], [60, 12, 5]);
    assert.deepEqual([since.count, since.weeks, since.perWeek], [4, 4, 1]);
    assert.ok(since.interval![0] < 1 && since.interval![1] > 1 && since.interval![1] < before.interval![0]);
  });

  it('says that a topic is asked about less, more, or not clearly otherwise', () => {
    const before = asked(5, -12, -1);
    assert.equal(askingsAround([...before, ...asked(1, 0, 5)], ANSWERED, after(6)).verdict, 'asked-less');
    assert.equal(askingsAround([...before, ...asked(5, 0, 5)], ANSWERED, after(6)).verdict, 'no-clear-change');
    assert.equal(askingsAround([...before, ...asked(12, 0, 5)], ANSWERED, after(6)).verdict, 'asked-more');
  });

  it('says that it is too early where too little time has passed, or too few have asked to tell', () => {
    assert.equal(askingsAround(asked(50, -12, -1), ANSWERED, after(1.9)).verdict, 'too-early');
    assert.equal(askingsAround(asked(50, -12, -1), ANSWERED, after(2)).verdict, 'asked-less');
    assert.equal(askingsAround(asked(1, -2, -1), ANSWERED, after(3)).verdict, 'too-early');
    assert.equal(askingsAround([], ANSWERED, after(9)).verdict, 'too-early');
  });

  it('looks at twelve weeks before and after alone, and no farther back than the source knows', () => {
    const { before, after: since } = askingsAround(asked(1, -40, 40), ANSWERED, after(41));
    assert.deepEqual([before.count, since.count], [12, 12]);
    const known = askingsAround(asked(1, -40, -1), ANSWERED, after(4), ANSWERED - 3 * WEEK_MS);
    assert.deepEqual([known.before.count, known.before.weeks, known.before.perWeek], [3, 3, 1]);
    const nothing = askingsAround([], ANSWERED, after(4), ANSWERED);
    assert.deepEqual([nothing.before.perWeek, nothing.before.interval, nothing.verdict], [null, null, 'too-early']);
  });

  it('takes an asking at the very moment of the answer for one after it', () => {
    const { before, after: since } = askingsAround([ANSWERED], ANSWERED, after(4));
    assert.deepEqual([before.count, since.count], [0, 1]);
  });
});
