import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DurationColumn } from '../../../src/store/duration-column.js';

describe('a duration column', () => {
  const durations = [0, 1, 72 * 3_600_000, 2 ** 32 - 3, 2 ** 32 - 2, 2 ** 32 - 1, 2 ** 32, 1e15, -1, 0.5, NaN];

  it('holds every duration as it is, those that do not fit 32 bits too', () => {
    const column = new DurationColumn(new Uint32Array(durations.length));
    durations.forEach((duration, row) => column.set(row, duration));
    assert.deepEqual(
      durations.map((_, row) => column.get(row)),
      durations,
    );
    const copy = DurationColumn.of(column.values, column.apart);
    assert.deepEqual(
      durations.map((_, row) => copy.get(row)),
      durations,
    );
  });

  it('forgets what a row held when it is set again', () => {
    const column = new DurationColumn(new Uint32Array(1));
    for (const duration of [1e15, 7, -3, NaN]) {
      column.set(0, duration);
      assert.equal(column.get(0), duration);
    }
    assert.deepEqual(column.apart, []);
  });
});
