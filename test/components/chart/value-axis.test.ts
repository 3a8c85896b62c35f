import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cutBase, valueAxis } from '../../../components/chart/value-axis.js';
import { chartModel, countAxis } from './model.js';

const rate = (...values: (number | null)[]) => chartModel([{ values }]);
const counts = (...values: (number | null)[]) => chartModel([{ values }], { kind: 'bar', axis: countAxis });
const low = 120;
const high = 220;

describe('value axis of a rate', () => {
  it('ends at 100 % and starts at a cut base where all values are high', () => {
    assert.deepEqual(valueAxis(rate(0.75, 0.85), low), { min: 0.5, max: 1, ticks: [0.5, 0.75, 1] });
    assert.equal(cutBase(rate(0.75, 0.85)), 0.5);
    assert.deepEqual(valueAxis(rate(0.96, 0.99), low), { min: 0.9, max: 1, ticks: [0.9, 0.95, 1] });
  });

  it('starts at 0 % and ends low where all values are low', () => {
    assert.deepEqual(valueAxis(rate(0.29, 0.2), low), { min: 0, max: 0.4, ticks: [0, 0.2, 0.4] });
    assert.equal(cutBase(rate(0.29, 0.2)), null);
  });

  it('is never cut under a band', () => {
    const model = chartModel([{ values: [0.8, 0.9], band: { low: [0.8, 0.7], high: [0.8, 1] } }]);
    assert.equal(cutBase(model), null);
    assert.deepEqual(valueAxis(model, high).ticks, [0, 0.25, 0.5, 0.75, 1]);
    assert.deepEqual(valueAxis(model, low).ticks, [0, 0.5, 1]);
  });

  it('spans 0 to 100 % with nothing to draw, and with zeros alone', () => {
    for (const model of [rate(null, null), rate(0, 0), rate()]) {
      assert.deepEqual(valueAxis(model, low), { min: 0, max: 1, ticks: [0, 0.5, 1] });
      assert.equal(cutBase(model), null);
    }
  });

  it('reaches over 100 % where a value does', () => {
    const axis = valueAxis(rate(0.9, 1.6), low);
    assert.ok(axis.max >= 1.6);
    assert.deepEqual(axis.ticks, [0, 0.5, 1, 1.5]);
  });
});

describe('value axis of counts', () => {
  it('starts at 0, has three to five whole ticks and room for every value', () => {
    for (let highest = 0; highest <= 3000; highest += highest < 60 ? 1 : 37) {
      for (const height of [low, high]) {
        const { min, max, ticks } = valueAxis(counts(highest, null, 0), height);
        assert.equal(min, 0);
        assert.equal(ticks[0], 0);
        assert.ok(ticks.length >= 3 && ticks.length <= 5, `${highest}: ${ticks.join()}`);
        assert.ok(ticks.every(Number.isInteger), `${highest}: ${ticks.join()}`);
        assert.ok(max >= highest && max >= (ticks.at(-1) ?? 0), `${highest}: ${max}`);
      }
    }
  });

  it('measures a stack by its whole', () => {
    const model = chartModel([{ values: [600, 322] }, { values: [0, 738] }], { kind: 'bar', axis: countAxis });
    assert.deepEqual(valueAxis(model, low).ticks, [0, 500, 1000]);
    assert.ok(valueAxis(model, low).max >= 1060);
  });
});

describe('value axis of durations', () => {
  it('steps in units that a clock has', () => {
    const minutes = (...values: number[]) =>
      chartModel([{ values: values.map((value) => value * 60_000) }], {
        axis: { unit: 'milliseconds', format: String },
      });
    assert.deepEqual(valueAxis(minutes(14, 28), low).ticks, [0, 600_000, 1_200_000, 1_800_000]);
    assert.deepEqual(
      valueAxis(minutes(60 * 5), low).ticks,
      [0, 2, 4, 6].map((hours) => hours * 3_600_000),
    );
  });
});
