import { binCount } from '../metrics/bins.js';

/** Histograms of durations of the first items in the fixed bins, at every so many items. They take most room and are asked for least. */
export class RunningBins {
  /** Of the items before each block, and before the end of all: by block, then by cell, then by bin. */
  readonly before: Uint32Array;

  /**
   * @param length items that there are
   * @param cells histograms that each place has
   * @param block items between two places
   */
  constructor(
    private readonly length: number,
    private readonly cells: number,
    private readonly block: number,
    before?: Uint32Array,
  ) {
    this.before = before ?? new Uint32Array((Math.ceil(length / block) + 1) * cells * binCount);
  }

  /** The number of the place nearest to an item that histograms are kept of. */
  nearest(item: number): number {
    return Math.min(Math.round(item / this.block), Math.ceil(this.length / this.block));
  }

  /** The item that a place lies before. */
  itemAt(place: number): number {
    return Math.min(place * this.block, this.length);
  }

  /** Adds a histogram before a place to another one, or takes it away where `by` is −1. */
  addAt(place: number, cell: number, by: 1 | -1, into: Uint32Array, offset: number): void {
    if (place === 0) return; // Nothing lies before it.
    const from = (place * this.cells + cell) * binCount;
    for (let bin = 0; bin < binCount; bin++) into[offset + bin]! += by * this.before[from + bin]!;
  }

  /** Adds to a bin of a histogram, from an item on. */
  add(item: number, cell: number, bin: number, by: 1 | -1): void {
    const size = this.cells * binCount;
    const first = (Math.floor(item / this.block) + 1) * size + cell * binCount + bin;
    for (let at = first; at < this.before.length; at += size) this.before[at]! += by;
  }

  /**
   * Makes all histograms: those before the next place are those before this one and its own.
   * @param scan adds the durations of the items from one to another to the histograms of all cells, the first of which
   *   begins at an offset
   */
  fill(scan: (from: number, to: number, into: Uint32Array, offset: number) => void): void {
    const size = this.cells * binCount;
    for (let place = 1; place <= Math.ceil(this.length / this.block); place++) {
      this.before.copyWithin(place * size, (place - 1) * size, place * size);
      scan(this.itemAt(place - 1), this.itemAt(place), this.before, place * size);
    }
  }
}
