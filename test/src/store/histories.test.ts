import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { EventTable } from '../../../src/conversation/event-table.js';
import { parseConversation } from '../../../src/conversation/parse.js';
import { Histories } from '../../../src/store/histories.js';
import { answered, T0 } from './store-support.js';

describe('histories', () => {
  it('give a judge all but the version', () => {
    const histories = new Histories();
    const table = new EventTable();
    table.fillFrom(parseConversation(answered('a', T0, { updatedAt: T0 + 3_600_000 })), () => 1);
    histories.add(table, 5);
    const [whole, judged] = [new EventTable(), new EventTable()];
    histories.read(0, T0, whole);
    histories.readJudged(0, T0, judged);
    assert.equal(whole.updatedAt, T0 + 3_600_000);
    assert.deepEqual({ ...judged, updatedAt: whole.updatedAt }, { ...whole });
    assert.equal(judged.updatedAt, NaN);
  });

  it('are picked in another order, and wiped out to the last byte', () => {
    const histories = new Histories();
    const table = new EventTable();
    for (const hours of [0, 1, 2]) {
      table.fillFrom(parseConversation(answered('a', T0, { updatedAt: T0 + hours * 3_600_000 })), () => 1);
      histories.add(table, hours + 1);
    }
    const picked = histories.pick(Uint32Array.of(2, 0));
    const updatedAt = [0, 1].map((row) => {
      picked.read(row, T0, table);
      return table.updatedAt - T0;
    });
    assert.deepEqual(updatedAt, [2 * 3_600_000, 0]);
    assert.deepEqual([picked.digestOf(0), picked.digestOf(1)], [3, 1]);
    picked.wipe(0);
    picked.wipe(1);
    assert.ok(picked.parts.bytes.length > 0 && picked.parts.bytes.every((byte) => byte === 0));
    assert.deepEqual([picked.digestOf(0), picked.digestOf(1)], [0, 0]);
  });
});
