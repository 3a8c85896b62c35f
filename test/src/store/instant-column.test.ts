import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { InstantColumn } from '../../../src/store/instant-column.js';

const NOON = Date.UTC(2026, 0, 5, 12);

function read(column: InstantColumn): number[] {
  return Array.from({ length: column.length }, (_, row) => column.get(row));
}

describe('an instant column', () => {
  it('holds instants as they are, in four bytes each', () => {
    const instants = Array.from({ length: 200 }, (_, row) => NOON + row * 60_000_000);
    const column = InstantColumn.of(Float64Array.from(instants));
    assert.deepEqual(read(column), instants);
    assert.equal(column.parts.values.byteLength, 800);
    assert.deepEqual(read(new InstantColumn(structuredClone(column.parts))), instants);
  });

  it('keeps them whole where 64 of them span 49 days and more, or one is no whole millisecond', () => {
    for (const instants of [
      [NOON, NOON + 2 ** 32 - 1, NOON + 2 ** 32],
      [NOON, NOON + 0.5],
      [-8.64e15, 0, 8.64e15],
    ]) {
      const column = InstantColumn.of(Float64Array.from(instants));
      assert.deepEqual(read(column), instants);
      assert.ok(column.parts.values instanceof Float64Array);
    }
  });

  it('takes any distance between blocks', () => {
    const instants = Array.from({ length: 130 }, (_, row) => Math.floor(row / 64) * 1e12 + (row % 64));
    const column = InstantColumn.of(Float64Array.from(instants));
    assert.deepEqual(read(column), instants);
    assert.ok(column.parts.values instanceof Uint32Array);
  });

  it('can be empty', () => {
    assert.deepEqual(read(InstantColumn.of(new Float64Array(0))), []);
  });
});
