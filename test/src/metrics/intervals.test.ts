import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { countsDiffer, newcombeInterval, ratesDiffer, wilsonInterval } from '../../../src/metrics/intervals.js';
import { naiveCountsDiffer, naiveNewcombe, naiveRatesDiffer, naiveWilson } from '../../support/naive-report.js';
import { holds } from './holds.js';

function assertNear(
  actual: readonly [number, number] | null,
  expected: readonly [number, number],
  within: number,
): void {
  assert.ok(actual !== null);
  for (const end of [0, 1] as const)
    assert.ok(Math.abs(actual[end] - expected[end]) <= within, `${actual[end]} is ${expected[end]}`);
}
const share = (numerator: number, denominator: number) => ({ numerator, denominator });

describe('wilsonInterval', () => {
  const table = [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [1, 29, 0.0061, 0.1718],
    [0, 20, 0, 0.1611],
    [20, 20, 0.8389, 1],
    [5, 10, 0.2366, 0.7634],
    [1, 1, 0.2065, 1],
  ] as const;
  for (const [count, of, low, high] of table) {
    it(`of ${count} in ${of} is ${low} to ${high}`, () => assertNear(wilsonInterval(count, of), [low, high], 5e-5));
  }

  it('is null of nothing', () => assert.equal(wilsonInterval(0, 0), null));

  it('holds its rate, never leaves 0 to 1, and is that of the second opinion', () => {
    const property = fc.property(fc.nat(5_000), fc.nat(5_000), (one, other) => {
      const [count, of] = [Math.min(one, other), Math.max(one, other, 1)];
      const interval = wilsonInterval(count, of)!;
      const naive = naiveWilson({ count, of })!;
      assertNear(interval, [naive.low, naive.high], 1e-12);
      assert.ok(0 <= interval[0] && interval[1] <= 1);
      assert.ok(interval[0] <= count / of + 1e-12 && count / of - 1e-12 <= interval[1]);
    });
    holds(property, 500);
  });
});

describe('newcombeInterval', () => {
  const table = [
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 20, 0.6791, 1],
    [0, 10, 0, 20, -0.1611, 0.2775],
  ] as const;
  for (const [a, of, b, from, low, high] of table) {
    it(`of ${a} in ${of} less ${b} in ${from} is ${low} to ${high}`, () =>
      assertNear(newcombeInterval(share(a, of), share(b, from)), [low, high], 5e-5));
  }

  it('is null where a rate is unknown', () => {
    assert.equal(newcombeInterval(share(0, 0), share(1, 2)), null);
    assert.equal(newcombeInterval(share(1, 2), share(0, 0)), null);
  });

  it('is that of the second opinion, and turns round with the rates', () => {
    const rate = fc.tuple(fc.nat(300), fc.nat(300)).map(([a, b]) => share(Math.min(a, b), Math.max(a, b, 1)));
    const property = fc.property(rate, rate, (a, b) => {
      const naive = naiveNewcombe(
        { count: a.numerator, of: a.denominator },
        { count: b.numerator, of: b.denominator },
      )!;
      const interval = newcombeInterval(a, b)!;
      assertNear(interval, [naive.low, naive.high], 1e-12);
      assertNear(newcombeInterval(b, a), [-interval[1], -interval[0]], 1e-12);
    });
    holds(property, 500);
  });
});

describe('a change', () => {
  it('of two rates is clear where the interval leaves 0 out', () => {
    assert.equal(ratesDiffer(share(56, 70), share(48, 80)), true);
    assert.equal(ratesDiffer(share(48, 80), share(56, 70)), true);
    assert.equal(ratesDiffer(share(5, 10), share(4, 10)), false);
    assert.equal(ratesDiffer(share(0, 0), share(4, 10)), null);
    assert.equal(ratesDiffer(share(4, 10), share(0, 0)), null);
  });

  it('of two counts is clear beyond 1.96 √(a + b)', () => {
    assert.deepEqual([countsDiffer(100, 129), countsDiffer(100, 130), countsDiffer(130, 100)], [false, true, true]);
    assert.deepEqual([countsDiffer(0, 0), countsDiffer(3, 0), countsDiffer(4, 0)], [false, false, true]);
  });

  it('is one for the second opinion as well', () => {
    const property = fc.property(fc.nat(200), fc.nat(200), fc.nat(200), fc.nat(200), (a, b, c, d) => {
      assert.equal(countsDiffer(a, b), naiveCountsDiffer(a, b));
      const [one, other] = [share(Math.min(a, b), Math.max(a, b)), share(Math.min(c, d), Math.max(c, d))];
      const naive = naiveRatesDiffer(
        { count: one.numerator, of: one.denominator },
        { count: other.numerator, of: other.denominator },
      );
      assert.equal(ratesDiffer(one, other) ?? false, naive);
    });
    holds(property, 500);
  });
});
