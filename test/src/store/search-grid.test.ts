import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SearchGrid } from '../../../src/store/search-grid.js';

/** What is looked for: every number, what lies just beside it, and what lies outside of all. */
function keysOf(numbers: readonly number[]): number[] {
  return [...numbers.flatMap((number) => [number - 1, number - 0.5, number, number + 1]), -1e15, 1e15];
}

function firstAtLeast(numbers: readonly number[], least: number): number {
  const place = numbers.findIndex((number) => number >= least);
  return place < 0 ? numbers.length : place;
}

describe('a search grid', () => {
  const kinds: Record<string, readonly number[]> = {
    nothing: [],
    'one number': [7],
    'numbers all alike': Array.from({ length: 40 }, () => 1_700_000_000_000),
    'numbers far apart and close together': [0, 1, 1, 2, 3, 500, 501, 501, 501, 4e9, 4e9 + 1, 8.6e15],
    'numbers before and after 1970': Array.from({ length: 300 }, (_, n) => (n - 150) * 86_400_000 + (n % 7)),
    'numbers that lie ever further apart': Array.from({ length: 200 }, (_, n) => Math.floor(1.1 ** n)),
  };
  for (const [what, numbers] of Object.entries(kinds)) {
    it(`finds the first of ${what}`, () => {
      const grid = new SearchGrid(Float64Array.from(numbers));
      for (const key of keysOf(numbers))
        assert.equal(grid.firstAtLeast(key), firstAtLeast(numbers, key), `at least ${key}`);
    });
  }

  it('finds the first of whole numbers in 32 bits', () => {
    const numbers = Array.from({ length: 500 }, (_, n) => ((n * n) % 2 === 0 ? n * 7 : n * 7 + 3));
    const grid = new SearchGrid(Uint32Array.from(numbers));
    for (const key of keysOf(numbers)) assert.equal(grid.firstAtLeast(key), firstAtLeast(numbers, key));
  });
});
