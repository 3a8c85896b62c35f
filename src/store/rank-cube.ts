import { binCount } from '../metrics/bins.js';
import type { Placement } from './placement.js';
import type { RankIndex } from './rank-index.js';
import type { Segment } from './segment.js';
import type { Stretches } from './stretches.js';
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

/** Totals at known boundaries, kept apart by channel: a new choice of channels only adds them up. */
export class RankCube {
  readonly #slots: number;
  readonly #sumsEach: number;
  #counts: Int32Array | null = null;
  #sums: Float64Array | null = null;
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
    this.#slots = placement.compiled.length;
    this.#sumsEach = placement.durations.length;
  }

  /**
   * Adds what a slot counts in some channels to a column of a table.
   * @param sum the slot's sum; -1 for none
   */
  addTo(table: TotalsTable, column: number, slot: number, sum: number, channels: readonly number[]): void {
    const counts = (this.#counts ??= this.#totals(
      this.#slots,
      (length) => new Int32Array(length),
      (index, places, into) => index.addCounts(places, into),
    ));
    add(counts, this.channels.size, this.#slots, slot, channels, table.counts, table.measures.length, column);
    if (sum < 0) return;
    for (let stretch = 0; stretch < table.stretches; stretch++) {
      const cell = table.cell(stretch, column);
      if (table.counts[cell]! > 0) this.#addBins(stretch, sum, channels, table.histogram(cell));
    }
    const sums = (this.#sums ??= this.#totals(
      this.#sumsEach,
      (length) => new Float64Array(length),
      (index, places, into) => index.addSums(places, into),
    ));
    add(sums, this.channels.size, this.#sumsEach, sum, channels, table.sums, table.measures.length, column);
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

  /** By stretch, then by channel, then by slot or sum. */
  #totals<Totals extends Int32Array | Float64Array>(
    each: number,
    blank: (length: number) => Totals,
    add: (index: RankIndex, places: Uint32Array, into: Stretches<Totals>) => void,
  ): Totals {
    const width = this.channels.size * each;
    const totals = blank((this.boundaries.length - 1) * width);
    for (const { index, channels, places } of this.#inside())
      add(index, places, { targets: targetsOf(this.channels, channels, each), width, totals });
    return totals;
  }
}

/** Where in a stretch each cell of a segment goes: by its channels, then by slot or sum. -1: no row is in the channel any more. */
function targetsOf(channels: ReadonlyMap<string, number>, names: readonly string[], each: number): Int32Array {
  const targets = new Int32Array(names.length * each).fill(-1);
  names.forEach((name, own) => {
    const channel = channels.get(name);
    if (channel === undefined) return;
    for (let which = 0; which < each; which++) targets[own * each + which] = channel * each + which;
  });
  return targets;
}

/** Adds one slot or sum of some channels to a column, stretch by stretch. */
function add(
  totals: Int32Array | Float64Array,
  channelCount: number,
  each: number,
  which: number,
  channels: readonly number[],
  into: Float64Array,
  columns: number,
  column: number,
): void {
  const stretches = totals.length / (channelCount * each);
  for (let stretch = 0; stretch < stretches; stretch++) {
    let total = 0;
    for (let index = 0; index < channels.length; index++)
      total += totals[(stretch * channelCount + channels[index]!) * each + which]!;
    into[stretch * columns + column]! += total;
  }
}
