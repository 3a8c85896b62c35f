import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { pointAfterKey } from '../../../components/chart/chart-keys.js';
import { chartModel, countAxis } from './model.js';

const lines = chartModel([{ values: [1, 2, 3] }, { values: [4, 5, 6] }]);
const bars = chartModel([{ values: [1, 2, 3] }, { values: [4, 5, 6] }], { kind: 'bar', axis: countAxis });

describe('keys of a chart', () => {
  it('the right arrow goes on in time from left to right, and back from right to left', () => {
    assert.deepEqual(pointAfterKey('ArrowRight', { index: 1, series: 1 }, lines, 'ltr'), { index: 2, series: 1 });
    assert.deepEqual(pointAfterKey('ArrowRight', { index: 1, series: 1 }, lines, 'rtl'), { index: 0, series: 1 });
    assert.deepEqual(pointAfterKey('ArrowLeft', { index: 1, series: 1 }, lines, 'rtl'), { index: 2, series: 1 });
  });

  it('the arrows stop at both ends', () => {
    assert.deepEqual(pointAfterKey('ArrowRight', { index: 2, series: 0 }, lines, 'ltr'), { index: 2, series: 0 });
    assert.deepEqual(pointAfterKey('ArrowUp', { index: 2, series: 1 }, bars, 'ltr'), { index: 2, series: 1 });
  });

  it('up climbs a stack, and goes to the line listed before', () => {
    assert.deepEqual(pointAfterKey('ArrowUp', { index: 0, series: 0 }, bars, 'ltr'), { index: 0, series: 1 });
    assert.deepEqual(pointAfterKey('ArrowUp', { index: 0, series: 1 }, lines, 'ltr'), { index: 0, series: 0 });
    assert.deepEqual(pointAfterKey('ArrowDown', { index: 0, series: 0 }, lines, 'ltr'), { index: 0, series: 1 });
  });

  it('an arrow enters from the side it points away from', () => {
    assert.deepEqual(pointAfterKey('ArrowRight', null, lines, 'ltr'), { index: 0, series: 0 });
    assert.deepEqual(pointAfterKey('ArrowLeft', null, lines, 'ltr'), { index: 2, series: 0 });
    assert.deepEqual(pointAfterKey('ArrowLeft', null, lines, 'rtl'), { index: 0, series: 0 });
    assert.deepEqual(pointAfterKey('ArrowDown', null, lines, 'ltr'), { index: 2, series: 0 });
  });

  it('Home and End are the oldest and the latest point', () => {
    assert.deepEqual(pointAfterKey('Home', { index: 1, series: 1 }, lines, 'rtl'), { index: 0, series: 1 });
    assert.deepEqual(pointAfterKey('End', null, lines, 'ltr'), { index: 2, series: 0 });
  });

  it('other keys, and a chart without points, lead nowhere', () => {
    assert.equal(pointAfterKey('a', { index: 1, series: 1 }, lines, 'ltr'), null);
    assert.equal(pointAfterKey('ArrowRight', null, chartModel([{ values: [] }]), 'ltr'), null);
  });
});
