import { binCount } from '../metrics/bins.js';
import type { Placement } from './placement.js';
import type { Ranked } from './rank-index.js';
import type { Segment } from './segment.js';
import type { Totals } from './running-totals.js';
import { addStretches } from './stretches.js';
import type { Timeline } from './timeline.js';
import type { TotalsTable } from './totals-table.js';

/** Totals at known boundaries, kept apart by channel: a new choice of channels only adds them up. */
export class RankCube {
  readonly #slots: number;
  readonly #sumsEach: number;
  #counts: Totals | null = null;
  #sums: Totals | null = null;
  readonly #bins = new Map<number, Uint32Array>();

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
    const counts = (this.#counts ??= this.#totals('counts', this.#slots));
    add(counts, this.channels.size, this.#slots, slot, channels, table.counts, table.measures.length, column);
    if (sum < 0) return;
    for (let stretch = 0; stretch < table.stretches; stretch++) {
      const cell = table.cell(stretch, column);
      if (table.counts[cell]! > 0) this.#addBins(stretch, sum, channels, table.histogram(cell));
    }
    const sums = (this.#sums ??= this.#totals('sums', this.#sumsEach));
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
    for (const segment of this.segments) {
      const timeline = this.timelineOf(segment);
      const from = timeline.firstAtOrAfter(this.boundaries[stretch]!);
      const to = timeline.firstAtOrAfter(this.boundaries[stretch + 1]!);
      if (from === to) continue;
      const own = new Uint32Array(segment.channels.length * binCount);
      timeline.index.addBins(from, to, sum, own);
      segment.channels.forEach((name, channel) => {
        const number = this.channels.get(name);
        if (number === undefined) return; // No row is in it any more.
        for (let bin = 0; bin < binCount; bin++) bins[number * binCount + bin]! += own[channel * binCount + bin]!;
      });
    }
    this.#bins.set(key, bins);
    return bins;
  }

  /** By stretch, then by channel, then by slot or sum. */
  #totals(what: Ranked, each: number): Totals {
    const width = this.channels.size * each;
    const numbers = (this.boundaries.length - 1) * width;
    const totals = what === 'counts' ? new Int32Array(numbers) : new Float64Array(numbers);
    for (const segment of this.segments) {
      const targets = targetsOf(this.channels, segment.channels, each);
      addStretches(this.timelineOf(segment), this.boundaries, { what, targets, width, totals });
    }
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
  totals: Totals,
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
