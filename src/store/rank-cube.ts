import { binCount } from '../metrics/bins.js';
import type { Placement } from './placement.js';
import type { RankIndex } from './rank-index.js';
import type { Segment } from './segment.js';
import { numbersOfChannels, targetsOf } from './stretches.js';
import type { Timeline } from './timeline.js';
import type { TotalsTable } from './totals-table.js';

/** A segment, and where the boundaries lie in it. */
interface Inside {
  readonly index: RankIndex;
  /** The number of each of its channels among those of all; below 0: no row is in it any more. */
  readonly channels: readonly number[];
  readonly places: Uint32Array;
}

/** The stretches in which something lies: of what is new it is a few of many. */
interface Scope {
  readonly inside: readonly Inside[];
  readonly first: number;
  readonly stretches: number;
}

/** Totals by stretch, then by slot or sum, then by channel. */
interface Totals<Numbers extends Int32Array | Float64Array> {
  /** Numbers that a stretch has. */
  readonly width: number;
  readonly numbers: Numbers;
}

/** The counts of a slot: some of those that were counted together with it. */
interface CountedSlot {
  readonly among: Totals<Int32Array>;
  /** Its place among them. */
  readonly which: number;
}

/** A slot that is asked for. */
export interface AskedSlot {
  readonly slot: number;
  /** Its sum; -1 for none. */
  readonly sum: number;
  /** Where in the table it goes. */
  readonly column: number;
}

/** Totals at known boundaries, of all channels as one or kept apart: then a new choice of channels only adds them up. */
export class RankCube {
  readonly #placement: Placement;
  readonly #channelCount: number;
  readonly #counts = new Map<number, CountedSlot>();
  #sums: Totals<Float64Array> | null = null;
  readonly #bins = new Map<number, Uint32Array>();
  #known: Scope | null = null;

  /**
   * @param channels numbers of the channels by name, all that the segments name; null: all count as one
   * @param timelineOf the order in which the placement's measures lie in time
   */
  constructor(
    private readonly segments: readonly Segment[],
    readonly boundaries: readonly number[],
    readonly channels: ReadonlyMap<string, number> | null,
    placement: Placement,
    private readonly timelineOf: (segment: Segment) => Timeline,
  ) {
    this.#placement = placement;
    this.#channelCount = channels?.size ?? 1;
  }

  /** Adds what slots count in some channels to columns of a table. */
  addTo(table: TotalsTable, asked: readonly AskedSlot[], channels: readonly number[]): void {
    const { first, stretches } = this.#scope;
    if (stretches === 0) return;
    this.#count(asked);
    for (const { slot, sum, column } of asked) {
      const { among, which } = this.#counts.get(slot)!;
      this.#add(among, which, channels, table.counts, table, column);
      if (sum < 0) continue;
      for (let stretch = 0; stretch < stretches; stretch++) {
        const cell = table.cell(first + stretch, column);
        if (table.counts[cell]! > 0) this.#addBins(stretch, sum, channels, table.histogram(cell));
      }
      this.#add((this.#sums ??= this.#addUp()), sum, channels, table.sums, table, column);
    }
  }

  /** Adds one slot or sum of some channels to a column, stretch by stretch. */
  #add(
    { width, numbers }: Totals<Int32Array | Float64Array>,
    which: number,
    channels: readonly number[],
    into: Float64Array,
    table: TotalsTable,
    column: number,
  ): void {
    let from = which * this.#channelCount;
    let to = table.cell(this.#scope.first, column);
    const columns = table.measures.length;
    for (; from < numbers.length; from += width, to += columns) {
      let total = 0;
      for (let index = 0; index < channels.length; index++) total += numbers[from + channels[index]!]!;
      into[to]! += total;
    }
  }

  #addBins(stretch: number, sum: number, channels: readonly number[], into: Uint32Array): void {
    const bins = this.#binsOf(stretch, sum);
    for (let index = 0; index < channels.length; index++) {
      const offset = channels[index]! * binCount;
      for (let bin = 0; bin < binCount; bin++) into[bin]! += bins[offset + bin]!;
    }
  }

  /** The durations of a stretch in the fixed bins, by channel. */
  #binsOf(stretch: number, sum: number): Uint32Array {
    const key = stretch * this.#placement.durations.length + sum;
    const known = this.#bins.get(key);
    if (known !== undefined) return known;
    const bins = new Uint32Array(this.#channelCount * binCount);
    for (const { index, channels, places } of this.#scope.inside) {
      const [from, to] = [places[stretch]!, places[stretch + 1]!];
      if (from === to) continue;
      const offsets = Int32Array.from(channels, (channel) => channel * binCount);
      index.addBins(from, to, sum, bins, offsets);
    }
    this.#bins.set(key, bins);
    return bins;
  }

  /** The segments that have something between the boundaries, with their running totals. */
  get #scope(): Scope {
    return (this.#known ??= this.#findScope());
  }

  #findScope(): Scope {
    const { boundaries } = this;
    const found = this.segments.map((segment) => ({
      segment,
      places: this.timelineOf(segment).placesOf(boundaries),
    }));
    let first = boundaries.length;
    let end = 0;
    for (const { places } of found) {
      let [from, to] = [0, boundaries.length - 1];
      while (from < to && places[from + 1] === places[from]) from += 1;
      while (from < to && places[to - 1] === places[to]) to -= 1;
      if (from < to) [first, end] = [Math.min(first, from), Math.max(end, to)];
    }
    const inside = found.flatMap(({ segment, places }): Inside[] =>
      places[0] === places.at(-1) ? [] : [this.#insideOf(segment, places.subarray(first, end + 1))],
    );
    return { inside, first, stretches: Math.max(0, end - first) };
  }

  #insideOf(segment: Segment, places: Uint32Array): Inside {
    const ranks = this.timelineOf(segment).rank();
    const channels = numbersOfChannels(segment.channels, this.channels);
    return { index: this.channels === null ? ranks.all : ranks.each, channels, places };
  }

  /** Counts slots that were not asked for before, all in one go. Where channels count as one, so few numbers are read that all slots are. */
  #count(asked: readonly AskedSlot[]): void {
    if (asked.every(({ slot }) => this.#counts.has(slot))) return;
    const wanted = this.channels === null ? this.#placement.slots : asked.map(({ slot }) => slot);
    const slots = wanted.filter((slot) => !this.#counts.has(slot));
    const width = slots.length * this.#channelCount;
    const { inside, stretches } = this.#scope;
    const totals = new Int32Array(stretches * width);
    const numbers = slots.map((_, number) => number);
    for (const { index, channels, places } of inside)
      index.addCounts(places, slots, { width, totals, targets: targetsOf(numbers, channels, this.#channelCount) });
    const among = { width, numbers: totals };
    slots.forEach((slot, which) => this.#counts.set(slot, { among, which }));
  }

  /** Adds up all sums. */
  #addUp(): Totals<Float64Array> {
    const { durations } = this.#placement;
    const width = durations.length * this.#channelCount;
    const { inside, stretches } = this.#scope;
    const totals = new Float64Array(stretches * width);
    const numbers = durations.map((_, number) => number);
    for (const { index, channels, places } of inside)
      index.addSums(places, { width, totals, targets: targetsOf(numbers, channels, this.#channelCount) });
    return { width, numbers: totals };
  }
}
