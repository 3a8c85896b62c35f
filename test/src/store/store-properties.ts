import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { completeRules } from '../../../src/conversation/rules.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import type { ConversationStore } from '../../../src/store/conversation-store.js';
import { conversationRecord, conversationRecords, gridStart, gridStepMs, now } from '../../support/arbitraries.js';
import { naiveChannel, naiveLatestVersions, naiveTotals } from '../../support/naive-report.js';
import { anyRules } from '../conversation/evaluate-properties.js';
import { allMeasures, ever, plainNaive, plainTotals, saidBy } from './store-support.js';

const ids = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8'];

const boundaries = fc
  .uniqueArray(fc.tuple(fc.integer({ min: -4, max: 50 }), fc.constantFrom(0, 1, -1)), { minLength: 2, maxLength: 6 })
  .map((steps) => steps.map(([step, ms]) => gridStart + step * gridStepMs + ms).toSorted((a, b) => a - b));
const channels = fc.constantFrom(undefined, [], ['chat'], ['Chat', 'unknown'], ['email', 'chat', 'none such']);

/** One thing that happens to a store. Records of one id carry an `updatedAt` all or none, or their order could matter. */
const happening = fc.oneof(
  {
    weight: 4,
    arbitrary: conversationRecords({ ids, maxLength: 6, maxEvents: 8 }).map((records) => ({
      kind: 'upsert' as const,
      records,
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .subarray([...ids, 'nobody'], { maxLength: 3 })
      .map((gone) => ({ kind: 'remove' as const, ids: gone })),
  },
  { weight: 3, arbitrary: now().map((clock) => ({ kind: 'advance' as const, clock })) },
  { weight: 1, arbitrary: fc.constant({ kind: 'look' as const }) },
);

/** What a store holds after all that happened, kept by hand. */
function standing(held: readonly ConversationRecord[], records: readonly ConversationRecord[]): ConversationRecord[] {
  return naiveLatestVersions([...held, ...records]);
}

/** Everything that is said but the quality's refusals, which a fresh store cannot know. */
function compare(store: ConversationStore, records: readonly ConversationRecord[], cuts: readonly number[]): void {
  const fresh = createStore({ now: store.now });
  fresh.upsert(records);
  assert.deepEqual(saidBy(store, cuts), saidBy(fresh, cuts));
}

/** Sentences about the store with the properties that say whether they are true. */
export const storeProperties = {
  'every measure is that of the second opinion, at any clock and by any rules': fc.property(
    conversationRecords({ maxLength: 14 }),
    fc.tuple(now(), now()),
    boundaries,
    channels,
    anyRules,
    (records, [one, other], cuts, wanted, rules) => {
      const clock = Math.max(one, other);
      const store = createStore({ now: clock });
      store.upsert(records);
      const filter = wanted === undefined ? {} : { channels: wanted };
      const asked = [
        {},
        { now: Math.min(one, other) },
        { rules: completeRules(rules) },
        { now: Math.min(one, other), rules: completeRules(rules) },
      ];
      for (const question of asked) {
        const { totals } = store.answer({ measures: allMeasures, boundaries: cuts, ...filter, ...question });
        totals.forEach((stretch, index) => {
          const range = { from: cuts[index]!, to: cuts[index + 1]! };
          const expected = naiveTotals(records, { ...range, now: clock, ...filter, ...question });
          assert.deepEqual(plainTotals(stretch), plainNaive(expected));
        });
      }
    },
  ),

  'channels and teammates are told apart like the second opinion does': fc.property(
    conversationRecords({ maxLength: 14 }),
    now(),
    (records, clock) => {
      const store = createStore({ now: clock });
      store.upsert(records);
      const expected = naiveTotals(records, { from: ever[0], to: ever[1], now: clock });
      for (const [by, measure, map] of [
        ['channel', 'handled', expected.handledByChannel],
        ['teammate', 'closedByTeammate', expected.closedByTeammate],
      ] as const) {
        const parts = [...store.answer({ measures: [measure], boundaries: ever, by }).by];
        assert.deepEqual(new Map(parts.map(([name, [total]]) => [name, total!.of(measure).count])), map);
      }
      assert.deepEqual(store.channels(), [...new Set(naiveLatestVersions(records).map(naiveChannel))].toSorted());
    },
  ),

  'whatever happens to a store, it ends where a fresh one starts': fc.property(
    fc.array(happening, { maxLength: 14 }),
    now(),
    boundaries,
    (happenings, clock, cuts) => {
      const store = createStore({ now: clock });
      let held: ConversationRecord[] = [];
      for (const happened of happenings) {
        if (happened.kind === 'advance') store.advanceTo(happened.clock);
        else if (happened.kind === 'remove') {
          store.remove(happened.ids);
          held = held.filter(({ id }) => !happened.ids.includes(id));
        } else if (happened.kind === 'upsert') {
          const { accepted, outdated } = store.upsert(happened.records);
          assert.equal(accepted + outdated, happened.records.length);
          held = standing(held, happened.records);
        } else compare(store, held, cuts);
      }
      compare(store, held, cuts);
    },
  ),

  'the order and size of pages change nothing': fc.property(
    fc
      .uniqueArray(conversationRecord({ ids: Array.from({ length: 30 }, (_, n) => `p${n}`) }), {
        selector: ({ id }) => id,
        maxLength: 14,
      })
      .chain((records) => fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length }))),
    fc.integer({ min: 1, max: 5 }),
    now(),
    ([records, shuffled], size, clock) => {
      const store = createStore({ now: clock });
      for (let page = 0; page < shuffled.length; page += size) store.upsert(shuffled.slice(page, page + size));
      compare(store, records, ever);
    },
  ),

  'going forwards in steps ends where one step does, and every change is announced': fc.property(
    conversationRecords({ maxLength: 10 }),
    now(),
    now(),
    (records, one, other) => {
      const end = Math.max(one, other);
      const store = createStore({ now: Math.min(one, other) });
      store.upsert(records);
      for (let next = store.changesAt; next !== null && next <= end; next = store.changesAt) {
        const before = plainTotals(store.answer({ measures: allMeasures, boundaries: ever }).totals[0]!);
        store.advanceTo(next - 1);
        // Nothing changes before the announced instant.
        assert.deepEqual(plainTotals(store.answer({ measures: allMeasures, boundaries: ever }).totals[0]!), before);
        store.advanceTo(next);
      }
      store.advanceTo(end);
      compare(store, naiveLatestVersions(records), ever);
    },
  ),

  'an earlier clock in a question is that clock in a store': fc.property(
    conversationRecords({ maxLength: 12 }),
    now(),
    now(),
    boundaries,
    (records, one, other, cuts) => {
      const early = Math.min(one, other);
      const store = createStore({ now: Math.max(one, other) });
      store.upsert(records);
      const asked = store.answer({ measures: allMeasures, boundaries: cuts, now: early }).totals.map(plainTotals);
      const stretch = { from: cuts[0]!, to: cuts.at(-1)! };
      const settlesBy = store.settlesBy({ ...stretch, now: early });
      store.advanceTo(early);
      assert.deepEqual(asked, store.answer({ measures: allMeasures, boundaries: cuts }).totals.map(plainTotals));
      assert.equal(settlesBy, store.settlesBy(stretch));
    },
  ),
} as const;
