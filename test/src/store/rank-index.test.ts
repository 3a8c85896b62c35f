import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { binCount, binOf } from '../../../src/metrics/bins.js';
import { RankIndex, type RankedItems } from '../../../src/store/rank-index.js';
import { SlotLists } from '../../../src/store/slot-lists.js';
import type { Stretches } from '../../../src/store/stretches.js';

const SLOTS = 5;
const SUMS = 2;
const CHANNELS = 3;
/** Of each kind the slots it counts into and, one bit each, the sums it adds to. */
const slots = [[], [0], [0, 1], [0, 2, 4], [1, 3]];
const sums = [0, 0, 1, 3, 2];

/** Whole blocks of every size, and one of each that is cut: every kind of edge there is. */
const LENGTH = 2 * 16_384 + 700;

function randoms(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

function madeUp(rows: Uint32Array | null): { items: RankedItems; kinds: Uint16Array; durations: Float64Array } {
  const random = randoms(7);
  const fill = <T extends Uint8Array | Uint16Array | Float64Array>(column: T, below: number): T => {
    for (let row = 0; row < column.length; row++) column[row] = Math.floor(random() * below);
    return column;
  };
  const kinds = fill(new Uint16Array(LENGTH), slots.length);
  const durations = fill(new Float64Array(LENGTH), 10_000_000);
  const channels = fill(new Uint8Array(LENGTH), CHANNELS);
  const items: RankedItems = {
    length: LENGTH,
    rows,
    channels,
    channelCount: CHANNELS,
    kinds,
    isKindOfItem: false,
    slotCount: SLOTS,
    slots: SlotLists.of(slots),
    sums: [...sums],
    durations: Array.from({ length: SUMS }, (_, sum) => (row) => durations[row]! + sum),
  };
  return { items, kinds, durations };
}

/** The totals of some items, counted one by one. */
function counted(items: RankedItems, from: number, to: number): unknown {
  const counts = new Int32Array(CHANNELS * SLOTS);
  const added = new Float64Array(CHANNELS * SUMS);
  const bins = Array.from({ length: SUMS }, () => new Uint32Array(CHANNELS * binCount));
  for (let item = from; item < to; item++) {
    const row = items.rows?.[item] ?? item;
    const channel = items.channels![row]!;
    const kind = items.kinds[row]!;
    for (const slot of slots[kind]!) {
      counts[slot * CHANNELS + channel]! += 1;
    }
    for (let sum = 0; sum < SUMS; sum++) {
      if (((sums[kind]! >> sum) & 1) === 0) continue;
      added[sum * CHANNELS + channel]! += items.durations[sum]!(row);
      bins[sum]![channel * binCount + binOf(items.durations[sum]!(row))]! += 1;
    }
  }
  return { counts, added, bins };
}

/** The same, by the index. */
function ranked(index: RankIndex, from: number, to: number): unknown {
  const places = Uint32Array.of(from, to);
  const into = <Totals extends Int32Array | Float64Array>(totals: Totals): Stretches<Totals> => {
    return { totals, targets: Int32Array.from(totals.keys()), width: totals.length };
  };
  const counts = new Int32Array(CHANNELS * SLOTS);
  index.addCounts(places, [...Array(SLOTS).keys()], into(counts));
  const added = new Float64Array(CHANNELS * SUMS);
  index.addSums(places, into(added));
  const bins = Array.from({ length: SUMS }, (_, sum) => {
    const into = new Uint32Array(CHANNELS * binCount);
    const offsets = Int32Array.from({ length: CHANNELS }, (_, channel) => channel * binCount);
    index.addBins(from, to, sum, into, offsets);
    return into;
  });
  return { counts, added, bins };
}

const edges = [
  0,
  1,
  255,
  256,
  257,
  511,
  512,
  513,
  2_047,
  2_048,
  4_096,
  16_383,
  16_384,
  16_385,
  30_000,
  32_768,
  LENGTH - 1,
  LENGTH,
];

describe('a rank index', () => {
  const orders = {
    'items that are rows': null,
    'items in another order': Uint32Array.from({ length: LENGTH }, (_, n) => LENGTH - 1 - n),
  };
  for (const [what, rows] of Object.entries(orders)) {
    it(`tells the totals between any two places, of ${what}`, () => {
      const { items } = madeUp(rows);
      const index = new RankIndex(items);
      for (const from of edges)
        for (const to of edges)
          if (from <= to) assert.deepEqual(ranked(index, from, to), counted(items, from, to), `${from} to ${to}`);
    });
  }

  it('tells what some slots count, in the order they are asked for', () => {
    const { items } = madeUp(null);
    const index = new RankIndex(items);
    const chosen = [4, 1];
    const places = Uint32Array.of(100, 17_000);
    const totals = new Int32Array(chosen.length * CHANNELS);
    index.addCounts(places, chosen, { totals, targets: Int32Array.from(totals.keys()), width: totals.length });
    const { counts } = counted(items, 100, 17_000) as { counts: Int32Array };
    const expected = chosen.flatMap((slot) => [...counts.subarray(slot * CHANNELS, (slot + 1) * CHANNELS)]);
    assert.deepEqual([...totals], expected);
  });

  it('counts items of a kind that is new since the slots were asked for last', () => {
    const { items, kinds } = madeUp(null);
    const index = new RankIndex(items);
    const count = (): number[] => {
      const totals = new Int32Array(1);
      index.addCounts(Uint32Array.of(0, 10), [2], { totals, targets: Int32Array.of(0), width: 1 });
      return [...totals];
    };
    const [before] = count();
    index.count(0, -1);
    const counted = slots[kinds[0]!]!.includes(2) ? 1 : 0;
    items.slots.add([2]);
    (items.sums as number[]).push(0);
    kinds[0] = slots.length;
    index.count(0, 1);
    assert.deepEqual(count(), [before! - counted + 1]);
  });

  it('tells them as well after items changed in place', () => {
    const { items, kinds, durations } = madeUp(null);
    const index = new RankIndex(items);
    ranked(index, 0, LENGTH); // Totals that were never asked for need no telling.
    const random = randoms(11);
    for (const item of [...edges.filter((edge) => edge < LENGTH), 5, 20_000]) {
      index.count(item, -1);
      kinds[item] = Math.floor(random() * slots.length);
      durations[item] = Math.floor(random() * 10_000_000);
      index.count(item, 1);
    }
    for (const to of edges)
      assert.deepEqual(ranked(index, 300, Math.max(300, to)), counted(items, 300, Math.max(300, to)));
  });

  it('is the same when it is made from the parts of another one', () => {
    const { items } = madeUp(null);
    const index = new RankIndex(items, structuredClone(new RankIndex(items).parts));
    assert.deepEqual(ranked(index, 100, 30_000), counted(items, 100, 30_000));
  });

  it('has counted before it is asked, where it was told to', () => {
    const { items, kinds } = madeUp(null);
    const index = new RankIndex(items);
    const expected = counted(items, 0, 16_384);
    index.makeCounts();
    kinds.fill(0, 0, 16_000);
    const counts = new Int32Array(CHANNELS * SLOTS);
    const targets = Int32Array.from(counts.keys());
    index.addCounts(Uint32Array.of(0, 16_384), [...Array(SLOTS).keys()], {
      totals: counts,
      targets,
      width: counts.length,
    });
    assert.deepEqual(counts, (expected as { counts: Int32Array }).counts);
  });

  it('counts more into one bin than 16 bits hold', () => {
    const length = 150_000;
    const column = new Uint8Array(length);
    const { items } = madeUp(null);
    const alike = {
      ...items,
      length,
      kinds: column.slice().fill(2),
      channels: column,
      durations: [() => 5_000, () => 0],
    };
    const index = new RankIndex(alike);
    for (const [from, to] of [0, 4_096, 65_535, 65_536, 98_304, 126_976, 131_072, length].flatMap((from, _, all) =>
      all.filter((to) => to > from).map((to) => [from, to] as const),
    )) {
      const bins = new Uint32Array(CHANNELS * binCount);
      index.addBins(
        from,
        to,
        0,
        bins,
        Int32Array.from({ length: CHANNELS }, (_, channel) => channel * binCount),
      );
      assert.equal(bins[binOf(5_000)], to - from, `${from} to ${to}`);
    }
  });

  it('has nothing to tell of no items', () => {
    const { items } = madeUp(null);
    const index = new RankIndex({ ...items, length: 0 });
    assert.deepEqual(ranked(index, 0, 0), counted(items, 0, 0));
  });
});
