import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endLabelsOf, spread } from '../../../components/chart/end-labels.js';
import { chartModel, countAxis } from './model.js';

const endLabels = { value: '61.5% so far', low: '25.5% if none does', high: '73.6% if all resolve' };

describe('end labels', () => {
  it('name the value and both ends of an open band', () => {
    const model = chartModel([{ values: [0.6, 0.61], band: { low: [0.6, 0.25], high: [0.6, 0.74] }, endLabels }]);
    assert.deepEqual(
      endLabelsOf(model).map(({ role, value, index }) => [role, value, index]),
      [
        ['value', 0.61, 1],
        ['high', 0.74, 1],
        ['low', 0.25, 1],
      ],
    );
  });

  it('leave the ends of a closed band out', () => {
    const model = chartModel([{ values: [0.6, 0.61], band: { low: [0.6, 0.61], high: [0.6, 0.61] }, endLabels }]);
    assert.deepEqual(
      endLabelsOf(model).map(({ role }) => role),
      ['value'],
    );
  });

  it('stand at the last value there is, and nowhere without one', () => {
    assert.equal(endLabelsOf(chartModel([{ values: [0.5, 0.6, null], endLabels }]))[0]?.index, 1);
    assert.deepEqual(endLabelsOf(chartModel([{ values: [null, null], endLabels }])), []);
  });

  it('name the ends of a band that no value lies in yet', () => {
    const band = { low: [0.6, 0.25], high: [0.6, 0.74] };
    const { low, high } = endLabels;
    const model = chartModel([{ values: [0.6, null], band, endLabels: { low, high } }]);
    assert.deepEqual(
      endLabelsOf(model).map(({ role, index }) => [role, index]),
      [
        ['high', 1],
        ['low', 1],
      ],
    );
  });

  it('are not for bars', () => {
    assert.deepEqual(endLabelsOf(chartModel([{ values: [1], endLabels }], { kind: 'bar', axis: countAxis })), []);
  });

  it('move apart around the value, which stays', () => {
    assert.deepEqual(spread([50, 45, 52], 15, 0, 100, 0), [50, 35, 65]);
  });

  it('stay between top and bottom, in their order', () => {
    assert.deepEqual(spread([98, 99, 97], 15, 0, 100, 0), [85, 100, 70]);
    assert.deepEqual(spread([1, 2, 0], 15, 0, 100, 0), [15, 30, 0]);
  });
});
