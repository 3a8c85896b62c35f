import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationEvent, ConversationRecord } from '../../../src/conversation/record.js';
import { officialRules } from '../../../src/conversation/rules.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import type { ConversationStore } from '../../../src/store/conversation-store.js';
import { SegmentedStore } from '../../../src/store/segmented-store.js';
import { sent } from './delivery-properties.js';
import { adoptAll, answered, HOUR, saidBy, T0 } from './store-support.js';

/** Over several blocks of running totals. */
const COUNT = 3_000;
const END = T0 + COUNT * HOUR;
/** Inside of blocks, so that every total is a running one and a scan. */
const boundaries = [T0 - HOUR, T0 + 700.5 * HOUR, T0 + 1_300 * HOUR, T0 + 2_900 * HOUR, END + 200 * HOUR];

function record(n: number, reply = 0): ConversationRecord {
  const startedAt = T0 + n * HOUR;
  const [first] = answered('', startedAt).events;
  const events: readonly ConversationEvent[] = [
    first!,
    { type: 'message', at: startedAt + reply, by: { kind: 'agent' }, sources: n % 4 === 0 ? [] : [{}], actions: [] },
    { type: 'feedback', at: startedAt + 2 * HOUR, value: n % 3 === 0 ? 'negative' : 'positive' },
    { type: 'assignment', at: startedAt + 80 * HOUR, to: { kind: 'teammate', id: `t${n % 5}` } },
    { type: 'closed', at: startedAt + (n % 7 === 0 ? 90 : 20) * HOUR },
  ];
  return answered(`c-${n}`, startedAt, { channel: `channel-${n % 3}`, events });
}

const records = Array.from({ length: COUNT }, (_, n) => record(n));

function storeAt(now: number, held: readonly ConversationRecord[]): ConversationStore {
  const store = createStore({ now });
  store.upsert(held);
  return store;
}

/** With the running totals that another store has made. */
function storeByDelivery(now: number, held: readonly ConversationRecord[]): ConversationStore {
  const other = new SegmentedStore(now, officialRules);
  other.upsert(held);
  const store = new SegmentedStore(now, officialRules);
  adoptAll(store, sent(other.handOver()));
  return store;
}

const ways = { 'that were asked for before': storeAt, 'that came with a delivery': storeByDelivery };

for (const [what, makeStore] of Object.entries(ways)) {
  describe(`running totals ${what}`, () => {
    it('are right after the clock went on, in small steps and in a large one, and back', () => {
      const store = makeStore(END, records);
      saidBy(store, boundaries);
      for (const now of [END + 1, END + 5 * HOUR, END + 60 * HOUR, END + 300 * HOUR, END - 700 * HOUR]) {
        store.advanceTo(now);
        assert.deepEqual(saidBy(store, boundaries), saidBy(storeAt(now, records), boundaries));
      }
    });

    it('are right after conversations changed, came late and were removed', () => {
      const store = makeStore(END, records);
      saidBy(store, boundaries);
      const edited = [5, 511, 512, 1_023, 1_024, 1_700, 2_999].map((n) => record(n, 3 * HOUR));
      const late = Array.from({ length: 40 }, (_, n) => ({ ...record(n * 71), id: `late-${n}` }));
      store.upsert([...edited, ...late]);
      const gone = ['c-0', 'c-300', 'c-513', 'c-2999', 'late-3'];
      store.remove(gone);
      const isEdited = new Set(edited.map(({ id }) => id));
      const held = [...records.filter(({ id }) => !isEdited.has(id)), ...edited, ...late].filter(
        ({ id }) => !gone.includes(id),
      );
      assert.deepEqual(saidBy(store, boundaries), saidBy(storeAt(END, held), boundaries));
    });
  });
}
