import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { firstAtOrAfter, inOrder } from '../../../src/store/order.js';
import { holds } from '../metrics/holds.js';

function slowly(keys: readonly number[]): readonly number[] {
  return [...keys.keys()].sort((a, b) => keys[a]! - keys[b]! || a - b);
}

describe('inOrder', () => {
  const table: readonly (readonly [string, readonly number[]])[] = [
    ['nothing', []],
    ['one key', [5]],
    ['keys in order', [1, 2, 2, 3]],
    ['equal keys', [7, 7, 7]],
    ['keys before 1970', [-5, 3, -9_000_000_000_000, 0]],
    ['the ends of the calendar', [8.64e15, -8.64e15, 0, 8.64e15]],
    ['fractions', [2.5, 2.25, 2]],
  ];
  for (const [what, keys] of table)
    it(`puts ${what} in order`, () => assert.deepEqual([...inOrder(Float64Array.from(keys))], slowly(keys)));

  it('is the order of a plain sort, equal keys in order of place', () => {
    const key = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.integer({ min: 0, max: 2 ** 45 }), fc.maxSafeInteger());
    holds(
      fc.property(fc.array(key, { maxLength: 300 }), (keys) =>
        assert.deepEqual([...inOrder(Float64Array.from(keys))], slowly(keys)),
      ),
      300,
    );
  });
});

describe('firstAtOrAfter', () => {
  it('is the first place at or after a key, and the end where none is', () => {
    const keys = [1, 3, 3, 5];
    const places = [0, 1, 2, 3, 4, 5, 6].map((key) => firstAtOrAfter(keys.length, (place) => keys[place]!, key));
    assert.deepEqual(places, [0, 0, 1, 1, 3, 3, 4]);
    assert.equal(
      firstAtOrAfter(0, () => NaN, 1),
      0,
    );
  });
});
