import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { TimeMarks } from '../../../src/store/time-marks.js';

const HOUR = 3_600_000;
const NOON = Date.UTC(2026, 0, 5, 12);

/** What is looked for: every instant, what lies just beside it, all half hours around them, and what lies outside of all. */
function keysOf(instants: readonly number[]): number[] {
  const halves = instants.flatMap((instant) => [0, 1].map((n) => (Math.floor((2 * instant) / HOUR) + n) * (HOUR / 2)));
  const beside = instants.flatMap((instant) => [instant - 1, instant - 0.5, instant, instant + 1]);
  return [...halves, ...beside, -1e15, 1e15, -Infinity, Infinity];
}

function firstAtOrAfter(instants: readonly number[], instant: number): number {
  const item = instants.findIndex((one) => one >= instant);
  return item < 0 ? instants.length : item;
}

describe('time marks', () => {
  const kinds: Record<string, readonly number[]> = {
    'no instant': [],
    'one instant': [NOON + 7],
    'one on the hour': [NOON],
    'instants all alike': Array.from({ length: 40 }, () => NOON),
    'instants far apart and close together': [0, 1, 1, 2, 3, 500, 501, 501, 501, 4e9, 4e9 + 1, 8.6e15],
    'instants from -8.64e15 to 8.64e15': [-8.64e15, 0, 8.64e15],
    'instants that a window without measure was added to': Array.from({ length: 40 }, () => 1e40),
    'many in each half hour': Array.from({ length: 4_000 }, (_, n) => NOON + n * 40_000 + (n % 7)),
    'many before and after 1970': Array.from({ length: 2_000 }, (_, n) => (n - 1_000) * 100_000),
    'few in each day': Array.from({ length: 300 }, (_, n) => NOON + n * 9 * HOUR),
    'all at the full hours': Array.from({ length: 600 }, (_, n) => NOON + Math.floor(n / 20) * HOUR),
    'instants that lie ever further apart': Array.from({ length: 200 }, (_, n) => Math.floor(1.15 ** n)),
    'a crowd in one minute of a long time': [
      NOON - 5e10,
      ...Array.from({ length: 500 }, (_, n) => NOON + n * 100),
      NOON + 5e10,
    ],
  };
  for (const [what, instants] of Object.entries(kinds)) {
    it(`find the first of ${what}`, () => {
      const marks = new TimeMarks({ length: instants.length, get: (item) => instants[item]! });
      for (const key of keysOf(instants))
        assert.equal(marks.firstAtOrAfter(key), firstAtOrAfter(instants, key), `at or after ${key}`);
    });
  }

  it('look at no instant where an hour is asked for and many lie in each', () => {
    const instants = Array.from({ length: 2_000 }, (_, n) => NOON + n * 60_000);
    let looks = 0;
    const get = (item: number): number => {
      looks += 1;
      return instants[item]!;
    };
    const marks = new TimeMarks({ length: instants.length, get });
    looks = 0;
    assert.equal(marks.firstAtOrAfter(NOON + 3 * HOUR), 180);
    assert.equal(looks, 0);
    assert.equal(marks.firstAtOrAfter(NOON + 3 * HOUR + 1), 181);
    assert.ok(looks > 0 && looks < 8, `${looks}`);
  });
});
