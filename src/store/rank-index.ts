import { binCount, binOf } from '../metrics/bins.js';
import { GROUP, RunningCounts } from './running-counts.js';
import { RunningSums, sumsLength } from './running-sums.js';
import type { SlotLists } from './slot-lists.js';
import type { Stretches } from './stretches.js';

/**
 * Items between two running counts: the fewer cells they have, the closer they lie. Those of each channel are asked for
 * less than those of all, and lie further apart; many channels leave less room for each.
 */
const BLOCK = {
  ofAll: { least: 32, most: 512, squaredCellsForAnItem: 400 },
  ofEach: { least: 64, most: 1_024, squaredCellsForAnItem: 200 },
} as const;
/** Items between two running histograms, by whether there are few channels: each has some of its own. */
const BIN_BLOCK = { ofFew: 4_096, ofMany: GROUP, few: 8 } as const;
/** What is ranked: items in a fixed order, each of a row, in a channel, and of a kind that says what it counts into. */
export interface RankedItems {
  readonly length: number;
  /** Rows by item; null where items are the rows themselves. */
  readonly rows: Uint32Array | null;
  /** Channels by row, 0 … channelCount − 1; null where all count as one. */
  readonly channels: Uint8Array | Uint32Array | null;
  readonly channelCount: number;
  /** Kinds by row, or by item where `isKindOfItem`. */
  readonly kinds: Uint8Array | Uint16Array | Uint32Array;
  readonly isKindOfItem: boolean;
  readonly slotCount: number;
  /** The slots that a kind counts into. */
  readonly slots: SlotLists;
  /** Of each sum the duration that a row adds to it, ms. */
  readonly durations: readonly ((row: number) => number)[];
  /** The sums that a kind adds its durations to, one bit each. */
  readonly sums: readonly number[];
}

/** The running totals as they lie in memory, so that another thread can make them. */
export interface RankParts {
  readonly counts: Uint16Array;
  readonly countsBefore: Uint32Array;
  readonly sumsBefore: Float64Array;
  readonly binsBefore: Uint32Array;
}

/** Some of the slots. */
interface WantedCounts {
  /** Where the running counts of each lie, by slot, then by channel. */
  readonly cells: Uint32Array;
  readonly lists: SlotLists;
}

/** Running totals of what every slot counts, of durations, and of their histograms, all by channel. */
export class RankIndex {
  readonly #items: RankedItems;
  readonly #counts: RunningCounts;
  readonly #sums: RunningSums;
  readonly #binBlock: number;
  readonly parts: RankParts;

  constructor(items: RankedItems, parts?: RankParts) {
    const { length, channelCount, slotCount } = items;
    const sumCount = items.durations.length;
    this.#items = inOneShape(items);
    const cells = channelCount * slotCount;
    const block = blockFor(cells, channelCount === 1 ? BLOCK.ofAll : BLOCK.ofEach);
    const sumCells = channelCount * sumCount;
    const groups = Math.ceil(length / GROUP) + 1;
    this.#binBlock = channelCount > BIN_BLOCK.few ? BIN_BLOCK.ofMany : BIN_BLOCK.ofFew;
    const bins = (Math.ceil(length / this.#binBlock) + 1) * sumCells * binCount;
    this.parts = parts ?? {
      counts: new Uint16Array(Math.ceil(length / block) * cells),
      countsBefore: new Uint32Array(groups * cells),
      sumsBefore: new Float64Array(sumsLength(length, sumCells)),
      binsBefore: new Uint32Array(bins),
    };
    const { counts, countsBefore, sumsBefore } = this.parts;
    this.#counts = new RunningCounts({ length, cells, block, inside: counts, before: countsBefore });
    this.#sums = new RunningSums({ length, cells: sumCells, before: sumsBefore });
    if (parts === undefined) this.#fill();
  }

  /** Items that are ranked. */
  get length(): number {
    return this.#items.length;
  }

  /** Adds how many items some slots count between each two places, by slot, then by channel. */
  addCounts(places: Uint32Array, slots: readonly number[], { targets, width, totals }: Stretches<Int32Array>): void {
    const wanted = this.#choose(slots);
    let before = new Int32Array(targets.length);
    let after = new Int32Array(targets.length);
    this.#rank(places[0]!, wanted, before);
    for (let stretch = 0; stretch < places.length - 1; stretch++) {
      if (places[stretch] === places[stretch + 1]) continue;
      this.#rank(places[stretch + 1]!, wanted, after);
      const first = stretch * width;
      for (let cell = 0; cell < targets.length; cell++) {
        const at = first + targets[cell]!;
        if (at >= first) totals[at] = (totals[at]! + after[cell]! - before[cell]!) | 0;
      }
      [before, after] = [after, before];
    }
  }

  #choose(slots: readonly number[]): WantedCounts {
    const { channelCount } = this.#items;
    const cells = new Uint32Array(slots.length * channelCount);
    for (let cell = 0; cell < cells.length; cell++)
      cells[cell] = slots[Math.floor(cell / channelCount)]! * channelCount + (cell % channelCount);
    return { cells, lists: this.#items.slots.choose(slots) };
  }

  #rank(place: number, wanted: WantedCounts, into: Int32Array): void {
    const near = this.#counts.nearest(place, wanted.cells, into);
    if (near <= place) this.#scanCounts(near, place, 1, wanted.lists, into);
    else this.#scanCounts(place, near, -1, wanted.lists, into);
  }

  /** Adds the durations of each sum between each two places, ms, by sum, then by channel. */
  addSums(places: Uint32Array, { targets, width, totals }: Stretches<Float64Array>): void {
    const sums = new Float64Array(targets.length);
    for (let stretch = 0; stretch < places.length - 1; stretch++) {
      if (places[stretch] === places[stretch + 1]) continue;
      sums.fill(0);
      this.#addSumsBefore(places[stretch + 1]!, 1, sums);
      this.#addSumsBefore(places[stretch]!, -1, sums);
      for (let cell = 0; cell < targets.length; cell++)
        if (targets[cell]! >= 0) totals[stretch * width + targets[cell]!]! += sums[cell]!;
    }
  }

  #addSumsBefore(place: number, by: 1 | -1, into: Float64Array): void {
    const near = this.#sums.addNearest(place, by, into);
    if (near <= place) this.#scanSums(near, place, by, into);
    else this.#scanSums(place, near, by === 1 ? -1 : 1, into);
  }

  /**
   * Adds the durations of the items from one place to another to histograms in the fixed bins.
   * @param offsets where in `into` the histogram of each channel begins; below 0: nowhere
   */
  addBins(from: number, to: number, sum: number, into: Uint32Array, offsets: Int32Array): void {
    if (to - from < this.#binBlock) this.#scanBins(from, to, sum, 1, into, offsets);
    else {
      this.#addBinsBefore(to, sum, 1, into, offsets);
      this.#addBinsBefore(from, sum, -1, into, offsets);
    }
  }

  #addBinsBefore(place: number, sum: number, by: 1 | -1, into: Uint32Array, offsets: Int32Array): void {
    const { binsBefore } = this.parts;
    const { channelCount, length } = this.#items;
    const size = this.#binBlock;
    const block = Math.min(Math.round(place / size), Math.ceil(length / size));
    const channels = block === 0 ? 0 : channelCount; // Nothing lies before the first.
    for (let channel = 0; channel < channels; channel++) {
      const from = this.#binOffset(block, channel, sum);
      const to = offsets[channel]!;
      if (to >= 0) for (let bin = 0; bin < binCount; bin++) into[to + bin]! += by * binsBefore[from + bin]!;
    }
    const start = Math.min(block * size, length);
    if (start <= place) this.#scanBins(start, place, sum, by, into, offsets);
    else this.#scanBins(place, start, sum, -by, into, offsets);
  }

  /** Counts an item in (`by` 1) or out (`by` −1) as it stands: out before it changes, and in again afterwards. */
  count(item: number, by: 1 | -1): void {
    const { rows, channels, channelCount, kinds, isKindOfItem, slots, sums, durations } = this.#items;
    const sumCount = durations.length;
    const row = rows === null ? item : rows[item]!;
    const channel = channels === null ? 0 : channels[row]!;
    const kind = kinds[isKindOfItem ? item : row]!;
    for (const slot of slots.of(kind)) this.#counts.add(item, slot * channelCount + channel, by);
    for (let sum = 0; sum < sumCount; sum++) {
      if (((sums[kind]! >> sum) & 1) === 0) continue;
      const duration = durations[sum]!(row);
      this.#sums.add(item, sum * channelCount + channel, by * duration);
      const { binsBefore } = this.parts;
      const bins = channelCount * sumCount * binCount;
      const first = this.#binOffset(Math.floor(item / this.#binBlock) + 1, channel, sum) + binOf(duration);
      for (let at = first; at < binsBefore.length; at += bins) binsBefore[at]! += by;
    }
  }

  #fill(): void {
    const { slots } = this.#items;
    this.#counts.fill((from, to, into) => this.#scanCounts(from, to, 1, slots, into));
    this.#sums.fill((from, to, into) => this.#scanSums(from, to, 1, into));
    const blocks = Math.ceil(this.length / this.#binBlock);
    for (let block = 0; block < blocks; block++) this.#fillBins(block);
  }

  /** Those before the next block are those before this one and its own. */
  #fillBins(block: number): void {
    const { binsBefore } = this.parts;
    const { length, channelCount, durations } = this.#items;
    const sumCount = durations.length;
    const bins = channelCount * sumCount * binCount;
    binsBefore.copyWithin((block + 1) * bins, block * bins, (block + 1) * bins);
    const end = Math.min((block + 1) * this.#binBlock, length);
    for (let sum = 0; sum < sumCount; sum++) {
      const offsets = Int32Array.from({ length: channelCount }, (_, channel) =>
        this.#binOffset(block + 1, channel, sum),
      );
      this.#scanBins(block * this.#binBlock, end, sum, 1, binsBefore, offsets);
    }
  }

  #scanCounts(from: number, to: number, by: 1 | -1, { starts, slots }: SlotLists, into: Int32Array): void {
    const { rows, channels, channelCount, kinds, isKindOfItem } = this.#items;
    const isRow = rows === null || (isKindOfItem && channels === null);
    for (let item = from; item < to; item++) {
      const row = isRow ? item : rows[item]!;
      const channel = channels === null ? 0 : channels[row]!;
      const kind = kinds[isKindOfItem ? item : row]!;
      const end = starts[kind + 1]!;
      for (let place = starts[kind]!; place < end; place++) {
        const cell = slots[place]! * channelCount + channel;
        into[cell] = (into[cell]! + by) | 0;
      }
    }
  }

  #scanSums(from: number, to: number, by: 1 | -1, into: Float64Array): void {
    const { rows, channels, channelCount, kinds, isKindOfItem, sums, durations } = this.#items;
    const sumCount = durations.length;
    if (sumCount === 0) return;
    for (let item = from; item < to; item++) {
      const row = rows === null ? item : rows[item]!;
      const timed = sums[kinds[isKindOfItem ? item : row]!]!;
      if (timed === 0) continue;
      const channel = channels === null ? 0 : channels[row]!;
      for (let sum = 0; sum < sumCount; sum++)
        if (((timed >> sum) & 1) === 1) into[sum * channelCount + channel]! += by * durations[sum]!(row);
    }
  }

  #scanBins(from: number, to: number, sum: number, by: number, into: Uint32Array, offsets: Int32Array): void {
    const { rows, channels, kinds, isKindOfItem, sums, durations } = this.#items;
    for (let item = from; item < to; item++) {
      const row = rows === null ? item : rows[item]!;
      if (((sums[kinds[isKindOfItem ? item : row]!]! >> sum) & 1) === 0) continue;
      const channel = channels === null ? 0 : channels[row]!;
      into[offsets[channel]! + binOf(durations[sum]!(row))]! += by;
    }
  }

  #binOffset(block: number, channel: number, sum: number): number {
    return ((block * this.#items.channelCount + channel) * this.#items.durations.length + sum) * binCount;
  }
}

/** The engine reads fields of objects that were written alike in one step, and looks up those of others. */
function inOneShape(items: RankedItems): RankedItems {
  const { length, rows, channels, channelCount, kinds, isKindOfItem, slotCount, slots, durations, sums } = items;
  return { length, rows, channels, channelCount, kinds, isKindOfItem, slotCount, slots, durations, sums };
}

/** A power of two, so that whole blocks make a group. */
function blockFor(cells: number, { least, most, squaredCellsForAnItem }: (typeof BLOCK)[keyof typeof BLOCK]): number {
  const wanted = 2 ** Math.ceil(Math.log2(Math.max(1, cells ** 2 / squaredCellsForAnItem)));
  return Math.min(most, Math.max(least, wanted));
}
