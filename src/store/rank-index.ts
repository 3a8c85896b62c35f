import { binCount, binOf } from '../metrics/bins.js';
import { RunningCounts, type RunningCountsParts } from './running-counts.js';
import { RunningSums } from './running-sums.js';
import { countItems, countKinds, countRows } from './scan-counts.js';
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
/** Items between two running histograms: of all channels, and of each where they are few or many. */
const BIN_BLOCK = { ofAll: 2_048, ofFew: 4_096, ofMany: 16_384, few: 8 } as const;
/** Items between two running sums. */
const SUM_BLOCK = { ofAll: 256, ofEach: 1_024 } as const;

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
  readonly counts: RunningCountsParts;
  readonly sums: Float64Array;
  readonly bins: RunningCountsParts;
}

/** Some of the slots. */
interface WantedCounts {
  /** Where the running counts of each lie, by slot, then by channel. */
  readonly cells: Uint32Array;
  readonly lists: SlotLists;
}

/**
 * Running totals of what every slot counts, of durations, and of their histograms, all by channel. Each is made when it is
 * first asked for, and has to be told of every change from then on.
 */
export class RankIndex {
  readonly #items: RankedItems;
  #counts: RunningCounts | null = null;
  #sums: RunningSums | null = null;
  #bins: RunningCounts | null = null;

  constructor(items: RankedItems, parts?: RankParts) {
    this.#items = inOneShape(items);
    if (parts === undefined) return;
    this.#counts = this.#blankCounts(parts.counts);
    this.#sums = this.#blankSums(parts.sums);
    this.#bins = this.#blankBins(parts.bins);
  }

  /** All of them. */
  get parts(): RankParts {
    return { counts: this.#madeCounts().parts, sums: this.#madeSums().before, bins: this.#madeBins().parts };
  }

  #blankCounts(parts?: RunningCountsParts): RunningCounts {
    const { length, channelCount, slotCount } = this.#items;
    const cells = channelCount * slotCount;
    return new RunningCounts(length, cells, blockFor(cells, this.#isOfAll ? BLOCK.ofAll : BLOCK.ofEach), parts);
  }

  #blankSums(before?: Float64Array): RunningSums {
    const block = this.#isOfAll ? SUM_BLOCK.ofAll : SUM_BLOCK.ofEach;
    return new RunningSums(this.#items.length, this.#sumCells, block, before);
  }

  #blankBins(parts?: RunningCountsParts): RunningCounts {
    return new RunningCounts(this.#items.length, this.#sumCells * binCount, this.#binBlock, parts);
  }

  get #isOfAll(): boolean {
    return this.#items.channelCount === 1;
  }

  get #binBlock(): number {
    if (this.#isOfAll) return BIN_BLOCK.ofAll;
    return this.#items.channelCount > BIN_BLOCK.few ? BIN_BLOCK.ofMany : BIN_BLOCK.ofFew;
  }

  get #sumCells(): number {
    return this.#items.channelCount * this.#items.durations.length;
  }

  #madeCounts(): RunningCounts {
    if (this.#counts !== null) return this.#counts;
    const counts = this.#blankCounts();
    counts.fill((from, to, into) => this.#scanCounts(from, to, 1, this.#items.slots, into));
    return (this.#counts = counts);
  }

  #madeSums(): RunningSums {
    if (this.#sums !== null) return this.#sums;
    const sums = this.#blankSums();
    sums.fill((from, to, into) => this.#scanSums(from, to, 1, into));
    return (this.#sums = sums);
  }

  #madeBins(): RunningCounts {
    if (this.#bins !== null) return this.#bins;
    const { channelCount, durations } = this.#items;
    const bins = this.#blankBins();
    const offsets = durations.map((_, sum) =>
      Int32Array.from({ length: channelCount }, (_, channel) => (sum * channelCount + channel) * binCount),
    );
    bins.fill((from, to, into) =>
      offsets.forEach((ofChannels, sum) => this.#scanBins(from, to, sum, 1, into, ofChannels)),
    );
    return (this.#bins = bins);
  }

  /** Makes the counts at once, so that the first question finds them. */
  makeCounts(): void {
    this.#madeCounts();
  }

  /** Items that are ranked. */
  get length(): number {
    return this.#items.length;
  }

  /** Adds how many items some slots count between each two places, by slot, then by channel. */
  addCounts(places: Uint32Array, slots: readonly number[], { targets, width, totals }: Stretches<Int32Array>): void {
    const counts = this.#madeCounts();
    const wanted = this.#choose(slots);
    let before = new Int32Array(targets.length);
    let after = new Int32Array(targets.length);
    this.#rank(counts, places[0]!, wanted, before);
    for (let stretch = 0; stretch < places.length - 1; stretch++) {
      if (places[stretch] === places[stretch + 1]) continue;
      this.#rank(counts, places[stretch + 1]!, wanted, after);
      const first = stretch * width;
      for (let cell = 0; cell < targets.length; cell++) {
        const at = first + targets[cell]!;
        if (at >= first) totals[at] = (totals[at]! + after[cell]! - before[cell]!) | 0;
      }
      [before, after] = [after, before];
    }
  }

  #choose(slots: readonly number[]): WantedCounts {
    const { channelCount, slotCount, slots: lists } = this.#items;
    const cells = new Uint32Array(slots.length * channelCount);
    for (let cell = 0; cell < cells.length; cell++)
      cells[cell] = slots[Math.floor(cell / channelCount)]! * channelCount + (cell % channelCount);
    const isAll = slots.length === slotCount && slots.every((slot, place) => slot === place);
    return { cells, lists: isAll ? lists : lists.choose(slots) };
  }

  #rank(counts: RunningCounts, place: number, wanted: WantedCounts, into: Int32Array): void {
    const near = counts.nearest(place, wanted.cells, into);
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
    const near = this.#madeSums().addNearest(place, by, into);
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

  #addBinsBefore(item: number, sum: number, by: 1 | -1, into: Uint32Array, offsets: Int32Array): void {
    const { channelCount } = this.#items;
    const bins = this.#madeBins();
    const start = bins.startNear(item);
    for (let channel = 0; channel < channelCount; channel++) {
      const first = (sum * channelCount + channel) * binCount;
      if (offsets[channel]! >= 0) bins.addRun(start, first, binCount, by, into, offsets[channel]!);
    }
    if (start <= item) this.#scanBins(start, item, sum, by, into, offsets);
    else this.#scanBins(item, start, sum, -by, into, offsets);
  }

  /** Counts an item in (`by` 1) or out (`by` −1) as it stands: out before it changes, and in again afterwards. */
  count(item: number, by: 1 | -1): void {
    const { rows, channels, channelCount, kinds, isKindOfItem, slots, sums, durations } = this.#items;
    const row = rows === null ? item : rows[item]!;
    const channel = channels === null ? 0 : channels[row]!;
    const kind = kinds[isKindOfItem ? item : row]!;
    const cells = Array.from(slots.of(kind), (slot) => slot * channelCount + channel);
    this.#counts?.add(item, cells, by);
    for (let sum = 0; sum < durations.length; sum++) {
      if (((sums[kind]! >> sum) & 1) === 0) continue;
      const cell = sum * channelCount + channel;
      const duration = durations[sum]!(row);
      this.#sums?.add(item, cell, by * duration);
      this.#bins?.add(item, [cell * binCount + binOf(duration)], by);
    }
  }

  #scanCounts(from: number, to: number, by: 1 | -1, lists: SlotLists, into: Int32Array): void {
    const { rows, channels, kinds, isKindOfItem } = this.#items;
    if (channels === null && (rows === null || isKindOfItem)) countKinds(kinds, from, to, by, lists, into);
    else if (rows === null) countRows(this.#items, from, to, by, lists, into);
    else countItems(this.#items, from, to, by, lists, into);
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

  #scanBins(
    from: number,
    to: number,
    sum: number,
    by: number,
    into: Uint32Array | Int32Array,
    offsets: Int32Array,
  ): void {
    const { rows, channels, kinds, isKindOfItem, sums, durations } = this.#items;
    for (let item = from; item < to; item++) {
      const row = rows === null ? item : rows[item]!;
      if (((sums[kinds[isKindOfItem ? item : row]!]! >> sum) & 1) === 0) continue;
      const channel = channels === null ? 0 : channels[row]!;
      into[offsets[channel]! + binOf(durations[sum]!(row))]! += by;
    }
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
