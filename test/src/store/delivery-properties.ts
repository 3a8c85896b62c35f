import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { completeRules } from '../../../src/conversation/rules.js';
import { buffersOf, type Delivery } from '../../../src/store/delivery.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { SegmentedStore } from '../../../src/store/segmented-store.js';
import { conversationRecords, now } from '../../support/arbitraries.js';
import { adoptAll, saidBy } from './store-support.js';

const ids = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'];
const page = conversationRecords({ ids, maxLength: 6, maxEvents: 8 });

/** As it arrives from another thread: the buffers are moved, everything else is copied. */
export function sent(delivery: Delivery): Delivery {
  return structuredClone(delivery, { transfer: [...buffersOf(delivery)] });
}

/** Sentences about deliveries with the properties that say whether they are true. */
export const deliveryProperties = {
  'a store says the same whether records come to it or to another one that hands them over, at another clock':
    fc.property(
      fc.array(fc.record({ records: page, isDelivered: fc.boolean(), clock: now() }), { maxLength: 5 }),
      now(),
      (pages, clock) => {
        const alone = createStore({ now: clock });
        const store = new SegmentedStore(clock, completeRules());
        for (const { records, isDelivered, clock: elsewhere } of pages) {
          alone.upsert(records);
          const other = new SegmentedStore(elsewhere, completeRules());
          if (isDelivered) {
            other.upsert(records);
            adoptAll(store, sent(other.handOver()));
          } else store.upsert(records);
        }
        assert.deepEqual(saidBy(store), saidBy(alone));
        for (const later of [clock + 72 * 3_600_000, clock - 5 * 3_600_000]) {
          alone.advanceTo(later);
          store.advanceTo(later);
          assert.deepEqual(saidBy(store), saidBy(alone));
        }
      },
    ),

  'a store that has handed everything over holds nothing': fc.property(page, now(), (records, clock) => {
    const store = new SegmentedStore(clock, completeRules());
    store.upsert(records);
    store.handOver();
    assert.deepEqual(saidBy(store), saidBy(createStore({ now: clock })));
  }),

  'conversations that were handed over can be removed, and leave nothing that counts': fc.property(
    page,
    now(),
    fc.subarray(ids),
    (records, clock, gone) => {
      const other = new SegmentedStore(clock, completeRules());
      other.upsert(records);
      const store = new SegmentedStore(clock, completeRules());
      adoptAll(store, sent(other.handOver()));
      store.remove(gone);
      const fresh = createStore({ now: clock });
      fresh.upsert(records.filter(({ id }) => !gone.includes(id)));
      assert.deepEqual(saidBy(store), saidBy(fresh));
    },
  ),
};
