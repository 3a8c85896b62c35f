import { NO_DURATIONS, type Total, type Totals } from '../metrics/answer.js';
import { binCount } from '../metrics/bins.js';

/** A measure as an answer counts it: its name, and whether it has durations. */
export interface CountedMeasure {
  readonly name: string;
  readonly isTimed: boolean;
}

const NO_SUMS = new Float64Array(0);
/** Tables that share memory, after the first one. */
const TABLES_AT_ONCE = 16;

/** Totals of several measures over several stretches, in two columns; stretches come first. */
export class TotalsTable {
  /** ms; empty where no measure has durations. */
  readonly sums: Float64Array;
  readonly #histograms: (Uint32Array | undefined)[] = [];

  constructor(
    readonly measures: readonly CountedMeasure[],
    readonly stretches: number,
    readonly counts = new Float64Array(measures.length * stretches),
  ) {
    this.sums = measures.some(({ isTimed }) => isTimed) ? new Float64Array(measures.length * stretches) : NO_SUMS;
  }

  get isEmpty(): boolean {
    return this.counts.every((count) => count === 0);
  }

  /** Where a measure's totals of a stretch lie. */
  cell(stretch: number, measure: number): number {
    return stretch * this.measures.length + measure;
  }

  /** The durations of a cell in the fixed bins, to be added to. */
  histogram(cell: number): Uint32Array {
    return (this.#histograms[cell] ??= new Uint32Array(binCount));
  }

  /** The totals, a stretch each. */
  read(): readonly Totals[] {
    const places = new Map(this.measures.map(({ name }, measure) => [name, measure]));
    return Array.from({ length: this.stretches }, (_, stretch) => ({
      of: (name) => this.#total(stretch, places.get(name)),
    }));
  }

  #total(stretch: number, measure: number | undefined): Total {
    if (measure === undefined) return { count: 0, sum: 0, histogram: NO_DURATIONS };
    const cell = this.cell(stretch, measure);
    const count = this.counts[cell]!;
    const isTimed = this.measures[measure]!.isTimed && count > 0;
    if (!isTimed) return { count, sum: 0, histogram: NO_DURATIONS };
    return { count, sum: this.sums[cell]!, histogram: this.histogram(cell) };
  }
}

/** Makes blank tables of one shape. The counts of several lie in the same memory, since to get memory takes longer than to count. */
export function blankTables(measures: readonly CountedMeasure[], stretches: number): () => TotalsTable {
  const size = measures.length * stretches;
  let room = new Float64Array(size);
  let used = 0;
  return () => {
    if (used + size > room.length) {
      room = new Float64Array(size * TABLES_AT_ONCE);
      used = 0;
    }
    used += size;
    return new TotalsTable(measures, stretches, room.subarray(used - size, used));
  };
}
