import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { binCount, binEdges, binOf, quantileOf } from '../../../src/metrics/bins.js';
import { naiveEdges, naiveHistogram, naiveQuantile } from '../../support/naive-report.js';
import { holds } from './holds.js';

const DAY_MS = 86_400_000;

function histogramOf(durations: readonly number[]): Uint32Array {
  const histogram = new Uint32Array(binCount);
  for (const duration of durations) histogram[binOf(duration)]! += 1;
  return histogram;
}

describe('the bins', () => {
  it('have 168 whole edges from a second to the first at or above ninety days', () => {
    assert.equal(binEdges.length, 168);
    assert.equal(binCount, 169);
    assert.deepEqual(Array.from(binEdges.slice(0, 5)), [1000, 1100, 1210, 1331, 1464]);
    assert.ok(binEdges[166]! < 90 * DAY_MS && binEdges[167]! >= 90 * DAY_MS);
    assert.deepEqual(Array.from(binEdges), naiveEdges());
  });

  it('are half-open: an edge belongs to the bin above it', () => {
    assert.deepEqual([0, 999, 1000, 1099, 1100].map(binOf), [0, 0, 1, 1, 2]);
    for (const [index, edge] of binEdges.entries()) {
      assert.equal(binOf(edge), index + 1);
      assert.equal(binOf(edge - 1), index);
    }
    assert.deepEqual([binOf(365 * DAY_MS), binOf(1e15)], [168, 168]);
  });
});

describe('quantileOf', () => {
  it('is null of nothing', () => assert.equal(quantileOf(histogramOf([]), 0.5), null));

  it('is the middle of the bin of the nearest rank', () => {
    assert.equal(quantileOf(histogramOf([1000]), 0.5), 1050);
    assert.equal(quantileOf(histogramOf([1000, 1100]), 0.5), 1050);
    assert.equal(quantileOf(histogramOf([1000, 1100, 1100]), 0.5), 1155);
    const ten = [1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1100];
    assert.deepEqual(
      [0.9, 0.91, 1].map((p) => quantileOf(histogramOf(ten), p)),
      [1050, 1155, 1155],
    );
  });

  it('is 0 under a second and the last edge at ninety days or more', () => {
    assert.equal(quantileOf(histogramOf([0, 999, 5000]), 0.5), 0);
    assert.equal(quantileOf(histogramOf([5000, 400 * DAY_MS]), 0.9), binEdges.at(-1));
  });

  it('has the exact rank for every number of conversations', () => {
    for (let count = 1; count <= 5_000; count++) {
      const rank = Math.ceil((9 * count) / 10);
      const histogram = new Uint32Array(binCount);
      histogram[1] = rank;
      histogram[2] = count - rank;
      assert.equal(quantileOf(histogram, 0.9), 1050, `${count}`);
      histogram[1] -= 1;
      histogram[2] += 1;
      assert.equal(quantileOf(histogram, 0.9), 1155, `${count}`);
    }
  });

  it('is that of the second opinion', () => {
    const duration = fc.oneof(fc.nat(3_000), fc.nat(100 * DAY_MS), fc.constantFrom(...binEdges));
    const property = fc.property(fc.array(duration, { maxLength: 30 }), (durations) => {
      const histogram = histogramOf(durations);
      assert.deepEqual(Array.from(histogram), naiveHistogram(durations));
      for (const percent of [50, 90]) {
        const expected = naiveQuantile(Array.from(histogram), percent);
        const value = expected === 'under' ? 0 : expected === 'over' ? binEdges.at(-1) : expected;
        assert.equal(quantileOf(histogram, percent / 100), value);
      }
    });
    holds(property, 300);
  });
});
