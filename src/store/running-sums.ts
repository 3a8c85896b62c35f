/** Sums of durations of the first items, ms. Beside the counts, not with them: loops over one kind of numbers are quicker. */
export class RunningSums {
  /** Of the items before each block, and before the end of all. */
  readonly before: Float64Array;

  /**
   * @param length items that there are
   * @param block items between two running sums
   */
  constructor(
    private readonly length: number,
    private readonly cells: number,
    private readonly block: number,
    before?: Float64Array,
  ) {
    this.before = before ?? new Float64Array((Math.ceil(length / block) + 1) * cells);
  }

  /**
   * Adds the sums before the place nearest to a given one that they are kept of, or takes them away where `by` is −1.
   * @returns that place: the items from there to the given one are to be added, or taken away where it lies beyond
   */
  addNearest(place: number, by: 1 | -1, into: Float64Array): number {
    const { length, cells, before } = this;
    const block = Math.min(Math.round(place / this.block), Math.ceil(length / this.block));
    for (let cell = 0; cell < cells; cell++) into[cell]! += by * before[block * cells + cell]!;
    return Math.min(block * this.block, length);
  }

  /** Adds an amount to a cell, from an item on. */
  add(item: number, cell: number, amount: number): void {
    const { cells, block, before } = this;
    for (let at = (Math.floor(item / block) + 1) * cells; at < before.length; at += cells) before[at + cell]! += amount;
  }

  /**
   * Makes all sums.
   * @param scan adds the durations of the items from one place to another
   */
  fill(scan: (from: number, to: number, into: Float64Array) => void): void {
    const { length, cells, block, before } = this;
    const running = new Float64Array(cells);
    for (let start = 0; start < length; start += block) {
      scan(start, Math.min(start + block, length), running);
      before.set(running, (start / block + 1) * cells);
    }
  }
}
