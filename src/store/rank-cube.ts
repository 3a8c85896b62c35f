import { binCount } from '../metrics/bins.js';
import type { Placement } from './placement.js';
import type { Channels, RankIndex } from './rank-index.js';
import type { Segment } from './segment.js';
import type { Timeline } from './timeline.js';
import type { TotalsTable } from './totals-table.js';

/** A segment, and where the boundaries lie in it. */
interface Inside {
  readonly index: RankIndex;
  /** Names by number. */
  readonly channels: readonly string[];
  /** Where the histogram of each begins among those of all channels; below 0: no row is in it any more. */
  readonly bins: Int32Array;
  readonly places: Uint32Array;
}

/** Totals by stretch, then by slot or sum, then by channel where each has its own. */
interface Totals<Numbers extends Int32Array | Float64Array> {
  /** Numbers that a stretch has. */
  readonly width: number;
  /** Channels that are apart. */
  readonly channels: number;
  readonly numbers: Numbers;
}

/** The totals of a slot: some of those that were counted together with it. */
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

/** Totals at known boundaries, kept apart by channel: a new choice of channels only adds them up. */
export class RankCube {
  readonly #sumsEach: number;
  readonly #counts = { all: new Map<number, CountedSlot>(), each: new Map<number, CountedSlot>() };
  #sums: Totals<Float64Array> | null = null;
  readonly #bins = new Map<number, Uint32Array>();
  #known: readonly Inside[] | null = null;

  /**
   * @param channels numbers of the channels by name; all that the segments name
   * @param timelineOf the order in which the placement's measures lie in time
   */
  constructor(
    private readonly segments: readonly Segment[],
    readonly boundaries: readonly number[],
    readonly channels: ReadonlyMap<string, number>,
    placement: Placement,
    private readonly timelineOf: (segment: Segment) => Timeline,
  ) {
    this.#sumsEach = placement.durations.length;
  }

  /**
   * Adds what slots count to columns of a table.
   * @param channels those that count; null: all
   */
  addTo(table: TotalsTable, asked: readonly AskedSlot[], channels: readonly number[] | null): void {
    const counted = this.#count(asked, channels === null ? 'all' : 'each');
    const each = channels ?? [...this.channels.values()];
    for (const { slot, sum, column } of asked) {
      const { among, which } = counted.get(slot)!;
      this.#add(among, which, channels ?? [0], table.counts, table.measures.length, column);
      if (sum < 0) continue;
      for (let stretch = 0; stretch < table.stretches; stretch++) {
        const cell = table.cell(stretch, column);
        if (table.counts[cell]! > 0) this.#addBins(stretch, sum, each, table.histogram(cell));
      }
      this.#add((this.#sums ??= this.#addUp()), sum, each, table.sums, table.measures.length, column);
    }
  }

  /** Adds one slot or sum of some channels to a column, stretch by stretch. */
  #add(
    { width, channels: apart, numbers }: Totals<Int32Array | Float64Array>,
    which: number,
    channels: readonly number[],
    into: Float64Array,
    columns: number,
    column: number,
  ): void {
    for (let from = which * apart, to = column; to < into.length; from += width, to += columns) {
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
    const key = stretch * this.#sumsEach + sum;
    const known = this.#bins.get(key);
    if (known !== undefined) return known;
    const bins = new Uint32Array(this.channels.size * binCount);
    for (const { index, bins: offsets, places } of this.#inside()) {
      const [from, to] = [places[stretch]!, places[stretch + 1]!];
      if (from < to) index.addBins(from, to, sum, bins, offsets);
    }
    this.#bins.set(key, bins);
    return bins;
  }

  /** The segments that have something between the boundaries, with their running totals, which they make where they have none. */
  #inside(): readonly Inside[] {
    return (this.#known ??= this.segments.flatMap((segment) => {
      const timeline = this.timelineOf(segment);
      const places = timeline.placesOf(this.boundaries);
      if (places[0] === places.at(-1)) return [];
      const { channels } = segment;
      const bins = Int32Array.from(channels, (name) => (this.channels.get(name) ?? -1) * binCount);
      return [{ index: timeline.index, channels, bins, places }];
    }));
  }

  /** The counts of slots; those that are not known yet are counted all in one go. */
  #count(asked: readonly AskedSlot[], which: Channels): ReadonlyMap<number, CountedSlot> {
    const known = this.#counts[which];
    const slots = asked.map(({ slot }) => slot).filter((slot) => !known.has(slot));
    if (slots.length === 0) return known;
    const apart = which === 'all' ? 1 : this.channels.size;
    const width = slots.length * apart;
    const totals = new Int32Array((this.boundaries.length - 1) * width);
    const all = Int32Array.from(slots.keys());
    for (const { index, channels, places } of this.#inside()) {
      const targets = which === 'all' ? all : targetsOf(this.channels, channels, slots.length);
      index.addCounts(places, slots, which, { width, totals, targets });
    }
    const among = { width, channels: apart, numbers: totals };
    slots.forEach((slot, place) => known.set(slot, { among, which: place }));
    return known;
  }

  /** Adds up all sums. */
  #addUp(): Totals<Float64Array> {
    const each = this.#sumsEach;
    const width = this.channels.size * each;
    const totals = new Float64Array((this.boundaries.length - 1) * width);
    for (const { index, channels, places } of this.#inside())
      index.addSums(places, { width, totals, targets: targetsOf(this.channels, channels, each) });
    return { width, channels: this.channels.size, numbers: totals };
  }
}

/** Where in a stretch each cell of a segment goes: by slot or sum, then by its channels. -1: no row is in the channel any more. */
function targetsOf(channels: ReadonlyMap<string, number>, names: readonly string[], each: number): Int32Array {
  const targets = new Int32Array(each * names.length).fill(-1);
  names.forEach((name, own) => {
    const channel = channels.get(name);
    if (channel === undefined) return;
    for (let which = 0; which < each; which++) targets[which * names.length + own] = which * channels.size + channel;
  });
  return targets;
}
