import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Random } from '../../../src/testing/random.js';

function take(random: Random, count: number): number[] {
  return Array.from({ length: count }, () => random.next());
}

describe('Random', () => {
  it('gives the same numbers for the same seeds, on every engine', () => {
    assert.deepEqual(
      take(new Random(1), 3).map((value) => value * 2 ** 32),
      [2922228686, 762219445, 1010576566],
    );
    assert.deepEqual(take(new Random(7, 2909, 3), 50), take(new Random(7, 2909, 3), 50));
  });

  it('gives other numbers for seeds that differ in one part, in their order, or beyond 32 bits', () => {
    const streams = [[1], [2], [1, 0], [0, 1], [1, 2], [2, 1], [1, -1], [1 + 2 ** 40], [1, 2, 3]].map((seeds) =>
      take(new Random(...seeds), 4).join(),
    );
    assert.equal(new Set(streams).size, streams.length);
  });

  it('spreads its numbers evenly from 0 to below 1', () => {
    const values = take(new Random(42), 20_000);
    assert.equal(
      values.every((value) => value >= 0 && value < 1),
      true,
    );
    const tenths = Array.from({ length: 10 }, (_, tenth) => values.filter((v) => Math.floor(v * 10) === tenth).length);
    assert.ok(Math.min(...tenths) > 1_850 && Math.max(...tenths) < 2_150, tenths.join());
  });

  it('integer includes both ends', () => {
    const random = new Random(3);
    const seen = new Set(Array.from({ length: 500 }, () => random.integer(2, 5)));
    assert.deepEqual([...seen].sort(), [2, 3, 4, 5]);
  });

  it('weighted follows the weights and never picks a weight of 0', () => {
    const random = new Random(4);
    const choices = [
      ['often', 3],
      ['never', 0],
      ['seldom', 1],
    ] as const;
    const picks = Array.from({ length: 8_000 }, () => random.weighted<string>(choices));
    const often = picks.filter((pick) => pick === 'often').length;
    assert.ok(often > 5_800 && often < 6_200, String(often));
    assert.equal(!picks.includes('never'), true);
  });

  it('quantile stays between its ends and has its median in the middle', () => {
    const random = new Random(5);
    const values = Array.from({ length: 9_999 }, () => random.quantile([1, 10, 1_000])).sort((a, b) => a - b);
    assert.equal(values[0]! >= 1 && values.at(-1)! < 1_000, true);
    assert.ok(Math.abs(values[4_999]! - 10) < 25, String(values[4_999]));
    assert.equal(random.quantile([8]), 8);
  });

  it('refuses to choose from nothing', () => {
    const random = new Random(6);
    assert.throws(() => random.pick([]), /expected a list with entries/);
    assert.throws(() => random.weighted([]), /expected choices/);
    assert.throws(() => random.quantile([]), /expected quantiles/);
  });
});
