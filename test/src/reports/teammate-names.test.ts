import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStore, runReport, type ConversationRecord, type ConversationStore } from '../../../src/core.js';
import { SegmentedStore } from '../../../src/store/segmented-store.js';
import { adoptAll } from '../store/store-support.js';

const HOUR = 3_600_000;
const T0 = Date.UTC(2026, 2, 2, 9);
const NOW = T0 + 200 * HOUR;
const query = { from: T0, to: NOW, timeZone: 'UTC', weekStart: 1 } as const;

function closedBy(id: string, teammate: string, name?: string): ConversationRecord {
  return {
    id,
    startedAt: T0,
    events: [{ type: 'closed', at: T0 + HOUR, by: { kind: 'teammate', id: teammate, ...(name && { name }) } }],
  };
}

function labelsIn(store: ConversationStore): readonly (string | undefined)[] {
  const { totals } = runReport(store, 'team-resolutions-chart', query);
  return totals.filter(({ key }) => key.startsWith('teammate:')).map(({ label }) => label);
}

describe('a teammate', () => {
  it('is called as the records last called them, else by their id', () => {
    const store = createStore({ now: NOW });
    store.upsert([closedBy('a', 't-1', 'Mei'), closedBy('b', 't-1'), closedBy('c', 't-1', 'Mei Chen')]);
    store.upsert([closedBy('d', 't-2')]);
    assert.deepEqual(labelsIn(store), ['Mei Chen', 't-2']);
  });

  it('is called the same where another store hands the records over', () => {
    const worker = new SegmentedStore(NOW, createStore({ now: NOW }).rules);
    worker.upsert(Array.from({ length: 3_000 }, (_, n) => closedBy(`w-${n}`, 't-3', 'Priya')));
    const store = new SegmentedStore(NOW, worker.rules);
    store.upsert([closedBy('a', 't-1', 'Mei')]);
    adoptAll(store, structuredClone(worker.handOver()));
    assert.deepEqual(labelsIn(store), ['Priya', 'Mei']);
  });

  it('is forgotten with the last conversation that names them', () => {
    const store = createStore({ now: NOW });
    store.upsert([closedBy('a', 't-1', 'Mei')]);
    store.remove(['a']);
    assert.equal(store.teammateName('t-1'), null);
    store.upsert([closedBy('b', 't-1')]);
    assert.deepEqual(labelsIn(store), ['t-1']);
  });
});
