import { binCount, binOf } from '../metrics/bins.js';

/** Items between two running totals: the fewer cells a total has, the closer they can lie for the same memory. */
const BLOCK = { least: 128, most: 512, itemsForACell: 1.4 } as const;
/** Items whose totals start from 0 again, so that they fit 16 bits and a change touches few of them. */
const GROUP = 16_384;

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
  readonly slots: readonly Uint16Array[];
  readonly sumCount: number;
  /** The sums that a kind adds its durations to, one bit each. */
  readonly sums: readonly number[];
  /** The duration that a row adds to a sum, ms. */
  durationOf(row: number, sum: number): number;
}

/** The running totals as they lie in memory, so that another thread can make them. */
export interface RankParts {
  readonly counts: Uint16Array;
  readonly sums: Float64Array;
  readonly countsBefore: Uint32Array;
  readonly sumsBefore: Float64Array;
  readonly binsBefore: Uint32Array;
}

/**
 * Running totals of every slot and channel in two levels: inside groups of items, and of all groups before. The totals of
 * the first n items are one addition and a scan of half a block at most; a changed item is a point update in place.
 */
export class RankIndex {
  readonly #items: RankedItems;
  readonly #cells: number;
  readonly #sumCells: number;
  readonly #block: number;
  readonly #blocks: number;
  readonly parts: RankParts;

  constructor(items: RankedItems, parts?: RankParts) {
    const { length, channelCount, slotCount, sumCount } = items;
    this.#items = items;
    this.#cells = channelCount * slotCount;
    this.#sumCells = channelCount * sumCount;
    this.#block = blockFor(this.#cells);
    this.#blocks = Math.ceil(length / this.#block);
    const groups = Math.ceil(length / GROUP);
    this.parts = parts ?? {
      counts: new Uint16Array(this.#blocks * this.#cells),
      sums: new Float64Array(this.#blocks * this.#sumCells),
      countsBefore: new Uint32Array((groups + 1) * this.#cells),
      sumsBefore: new Float64Array((groups + 1) * this.#sumCells),
      binsBefore: new Uint32Array((groups + 1) * this.#sumCells * binCount),
    };
    if (parts === undefined) this.#fill();
  }

  /** Items that are ranked. */
  get length(): number {
    return this.#items.length;
  }

  /** Channels that totals are kept apart for. */
  get channelCount(): number {
    return this.#items.channelCount;
  }

  /** Room for what {@link rankCounts} fills: by channel, then by slot. */
  blankCounts(): Int32Array {
    return new Int32Array(this.#cells);
  }

  /** Room for what {@link rankSums} fills: by channel, then by sum. */
  blankSums(): Float64Array {
    return new Float64Array(this.#sumCells);
  }

  /** How many of the first `place` items each slot counts. */
  rankCounts(place: number, into: Int32Array): void {
    const { counts, countsBefore } = this.parts;
    const block = this.#nearestBlock(place);
    const cells = this.#cells;
    const before = this.#groupOf(block) * cells;
    const inside = block * cells;
    if (block === this.#blocks) for (let cell = 0; cell < cells; cell++) into[cell] = countsBefore[before + cell]!;
    else for (let cell = 0; cell < cells; cell++) into[cell] = countsBefore[before + cell]! + counts[inside + cell]!;
    const start = Math.min(block * this.#block, this.#items.length);
    if (start <= place) this.#scanCounts(start, place, 1, into);
    else this.#scanCounts(place, start, -1, into);
  }

  /** The durations of the first `place` items together, ms. */
  rankSums(place: number, into: Float64Array): void {
    const { sums, sumsBefore } = this.parts;
    const block = this.#nearestBlock(place);
    const cells = this.#sumCells;
    const before = this.#groupOf(block) * cells;
    for (let cell = 0; cell < cells; cell++)
      into[cell] = sumsBefore[before + cell]! + (block === this.#blocks ? 0 : sums[block * cells + cell]!);
    const start = Math.min(block * this.#block, this.#items.length);
    if (start <= place) this.#scanSums(start, place, 1, into);
    else this.#scanSums(place, start, -1, into);
  }

  /** Adds the durations of the items from one place to another to histograms in the fixed bins, one after the other by channel. */
  addBins(from: number, to: number, sum: number, into: Uint32Array): void {
    if (to - from < GROUP) this.#scanBins(from, to, sum, 1, into);
    else {
      this.#addBinsBefore(to, sum, 1, into);
      this.#addBinsBefore(from, sum, -1, into);
    }
  }

  #addBinsBefore(place: number, sum: number, by: 1 | -1, into: Uint32Array): void {
    const { binsBefore } = this.parts;
    const { channelCount, length } = this.#items;
    const group = Math.min(Math.round(place / GROUP), Math.ceil(length / GROUP));
    for (let channel = 0; channel < channelCount; channel++) {
      const offset = this.#binOffset(group, channel, sum);
      for (let bin = 0; bin < binCount; bin++) into[channel * binCount + bin]! += by * binsBefore[offset + bin]!;
    }
    const start = Math.min(group * GROUP, length);
    if (start <= place) this.#scanBins(start, place, sum, by, into);
    else this.#scanBins(place, start, sum, -by, into);
  }

  /** Counts an item in (`by` 1) or out (`by` −1) as it stands: out before it changes, and in again afterwards. */
  count(item: number, by: 1 | -1): void {
    const { rows, channels, kinds, isKindOfItem, slots, slotCount, sums, sumCount } = this.#items;
    const { parts } = this;
    const row = rows === null ? item : rows[item]!;
    const channel = channels === null ? 0 : channels[row]!;
    const kind = kinds[isKindOfItem ? item : row]!;
    const group = Math.floor(item / GROUP);
    const nextBlock = Math.floor(item / this.#block) + 1;
    const lastBlock = Math.min((group + 1) * (GROUP / this.#block), this.#blocks);
    for (const slot of slots[kind]!) {
      const cell = channel * slotCount + slot;
      for (let block = nextBlock; block < lastBlock; block++) parts.counts[block * this.#cells + cell]! += by;
      for (let at = (group + 1) * this.#cells + cell; at < parts.countsBefore.length; at += this.#cells)
        parts.countsBefore[at]! += by;
    }
    for (let sum = 0; sum < sumCount; sum++) {
      if (((sums[kind]! >> sum) & 1) === 0) continue;
      const duration = this.#items.durationOf(row, sum);
      const cell = channel * sumCount + sum;
      for (let block = nextBlock; block < lastBlock; block++)
        parts.sums[block * this.#sumCells + cell]! += by * duration;
      for (let at = (group + 1) * this.#sumCells + cell; at < parts.sumsBefore.length; at += this.#sumCells)
        parts.sumsBefore[at]! += by * duration;
      const bins = this.#sumCells * binCount;
      for (
        let at = this.#binOffset(group + 1, channel, sum) + binOf(duration);
        at < parts.binsBefore.length;
        at += bins
      )
        parts.binsBefore[at]! += by;
    }
  }

  #fill(): void {
    const { counts, sums, countsBefore, sumsBefore } = this.parts;
    const { length } = this.#items;
    const groups = Math.ceil(length / GROUP);
    const runningCounts = this.blankCounts();
    const runningSums = this.blankSums();
    for (let block = 0; block < this.#blocks; block++) {
      if ((block * this.#block) % GROUP === 0) {
        const group = (block * this.#block) / GROUP;
        addToNext(countsBefore, group, runningCounts);
        addToNext(sumsBefore, group, runningSums);
      }
      counts.set(runningCounts, block * this.#cells);
      sums.set(runningSums, block * this.#sumCells);
      const end = Math.min((block + 1) * this.#block, length);
      this.#scanCounts(block * this.#block, end, 1, runningCounts);
      this.#scanSums(block * this.#block, end, 1, runningSums);
    }
    addToNext(countsBefore, groups, runningCounts);
    addToNext(sumsBefore, groups, runningSums);
    for (let group = 0; group < groups; group++) this.#fillBins(group);
  }

  /** Those before the next group are those before this one and its own. */
  #fillBins(group: number): void {
    const { binsBefore } = this.parts;
    const { length, sumCount } = this.#items;
    const bins = this.#sumCells * binCount;
    binsBefore.copyWithin((group + 1) * bins, group * bins, (group + 1) * bins);
    const end = Math.min((group + 1) * GROUP, length);
    for (let sum = 0; sum < sumCount; sum++)
      this.#scanBins(group * GROUP, end, sum, 1, binsBefore, this.#binOffset(group + 1, 0, sum), sumCount);
  }

  #nearestBlock(place: number): number {
    return Math.min(Math.round(place / this.#block), this.#blocks);
  }

  /** The group that a block is in; where all blocks are over, the one after the last. */
  #groupOf(block: number): number {
    return block === this.#blocks ? Math.ceil(this.#items.length / GROUP) : Math.floor((block * this.#block) / GROUP);
  }

  /** Counts items of one kind and channel together: a block of rows shares a few dozen. */
  #scanCounts(from: number, to: number, by: 1 | -1, into: Int32Array): void {
    const { rows, channels, channelCount, kinds, isKindOfItem, slots, slotCount } = this.#items;
    const kindCount = slots.length;
    if (tally.length < channelCount * kindCount) tally = new Int32Array(channelCount * kindCount * 2);
    let touched = 0;
    for (let item = from; item < to; item++) {
      const row = rows === null ? item : rows[item]!;
      const cell = (channels === null ? 0 : channels[row]! * kindCount) + kinds[isKindOfItem ? item : row]!;
      if (tally[cell] === 0) touchedCells[touched++] = cell;
      tally[cell]! += by;
    }
    for (let index = 0; index < touched; index++) {
      const cell = touchedCells[index]!;
      const channel = Math.floor(cell / kindCount);
      const counted = slots[cell - channel * kindCount]!;
      const offset = channel * slotCount;
      for (let place = 0; place < counted.length; place++) into[offset + counted[place]!]! += tally[cell]!;
      tally[cell] = 0;
    }
  }

  #scanSums(from: number, to: number, by: 1 | -1, into: Float64Array): void {
    const { rows, channels, kinds, isKindOfItem, sums, sumCount } = this.#items;
    if (sumCount === 0) return;
    for (let item = from; item < to; item++) {
      const row = rows === null ? item : rows[item]!;
      const timed = sums[kinds[isKindOfItem ? item : row]!]!;
      if (timed === 0) continue;
      const channel = channels === null ? 0 : channels[row]!;
      for (let sum = 0; sum < sumCount; sum++)
        if (((timed >> sum) & 1) === 1) into[channel * sumCount + sum]! += by * this.#items.durationOf(row, sum);
    }
  }

  /**
   * Counts durations into bins.
   * @param offset where those of the first channel begin
   * @param stride histograms from one channel to the next
   */
  #scanBins(from: number, to: number, sum: number, by: number, into: Uint32Array, offset = 0, stride = 1): void {
    const { rows, channels, kinds, isKindOfItem, sums } = this.#items;
    for (let item = from; item < to; item++) {
      const row = rows === null ? item : rows[item]!;
      if (((sums[kinds[isKindOfItem ? item : row]!]! >> sum) & 1) === 0) continue;
      const channel = channels === null ? 0 : channels[row]!;
      into[offset + channel * stride * binCount + binOf(this.#items.durationOf(row, sum))]! += by;
    }
  }

  #binOffset(group: number, channel: number, sum: number): number {
    return ((group * this.#items.channelCount + channel) * this.#items.sumCount + sum) * binCount;
  }
}

/** A power of two, so that whole blocks make a group. */
function blockFor(cells: number): number {
  const wanted = 2 ** Math.ceil(Math.log2(Math.max(1, cells * BLOCK.itemsForACell)));
  return Math.min(BLOCK.most, Math.max(BLOCK.least, wanted));
}

/** Scratches of a scan, which is over before the next one begins: how many items of each kind and channel, and which there are. */
let tally = new Int32Array(1_024);
const touchedCells = new Uint32Array(BLOCK.most);

/** Ends a group: what it counted is before the next one, and counting starts anew. */
function addToNext(before: Uint32Array | Float64Array, next: number, running: Int32Array | Float64Array): void {
  const cells = running.length;
  const last = (next - 1) * cells;
  if (next > 0)
    for (let cell = 0; cell < cells; cell++) before[last + cells + cell] = before[last + cell]! + running[cell]!;
  running.fill(0);
}
