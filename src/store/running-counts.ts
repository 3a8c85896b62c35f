/** Blocks whose counts start from 0 again: few, since a change touches half of them, and counts have to fit 16 bits. */
const BLOCKS_A_GROUP = 64;
const MOST_ITEMS_A_GROUP = 32_768;

/** Where running counts lie. */
export interface RunningCountsParts {
  /** Of the items before each block, from the begin of its group on. */
  readonly inside: Uint16Array;
  /** Of the items before each group, and before the end of all. */
  readonly before: Uint32Array;
}

/**
 * Counts of the first items in two levels: inside groups of items, and of all groups before. Those of the first n items
 * are one addition and a scan of half a block at most; a changed item is a point update in place.
 */
export class RunningCounts {
  readonly parts: RunningCountsParts;
  /** Items of a group. */
  readonly #group: number;

  /**
   * @param length items that there are
   * @param block items between two running counts: a power of two, at most 32,768
   */
  constructor(
    private readonly length: number,
    private readonly cells: number,
    private readonly block: number,
    parts?: RunningCountsParts,
  ) {
    this.#group = Math.min(BLOCKS_A_GROUP * block, MOST_ITEMS_A_GROUP);
    this.parts = parts ?? {
      inside: new Uint16Array(Math.ceil(length / block) * cells),
      before: new Uint32Array((Math.ceil(length / this.#group) + 1) * cells),
    };
  }

  /**
   * The counts of some cells before the place nearest to a given one that they are kept of.
   * @returns that place: the items from there to the given one are to be counted in, or out where it lies beyond
   */
  nearest(place: number, wanted: Uint32Array, into: Int32Array): number {
    const { inside, before } = this.parts;
    const start = this.startNear(place);
    const group = this.#groupOf(start);
    if (start === this.length)
      for (let cell = 0; cell < wanted.length; cell++) into[cell] = before[group + wanted[cell]!]!;
    else {
      const offset = (start / this.block) * this.cells;
      for (let cell = 0; cell < wanted.length; cell++)
        into[cell] = (before[group + wanted[cell]!]! + inside[offset + wanted[cell]!]!) | 0;
    }
    return start;
  }

  /** The place nearest to a given one that counts are kept of. */
  startNear(place: number): number {
    return Math.min(Math.round(place / this.block) * this.block, this.length);
  }

  /**
   * Adds the counts of neighbouring cells before a place, or takes them away where `by` is −1.
   * @param start a place that counts are kept of
   */
  addRun(start: number, first: number, count: number, by: 1 | -1, into: Uint32Array, offset: number): void {
    if (start === 0) return; // Nothing lies before it.
    const { inside, before } = this.parts;
    const group = this.#groupOf(start) + first;
    for (let cell = 0; cell < count; cell++) into[offset + cell]! += by * before[group + cell]!;
    if (start === this.length) return;
    const block = (start / this.block) * this.cells + first;
    for (let cell = 0; cell < count; cell++) into[offset + cell]! += by * inside[block + cell]!;
  }

  /** Where the counts of the group begin that a place lies in, or of all where it is their end. */
  #groupOf(start: number): number {
    const groups = start / this.#group;
    return (start === this.length ? Math.ceil(groups) : Math.floor(groups)) * this.cells;
  }

  /** Adds to some cells what an item counts in each: those of a place together, which lie close to each other. */
  add(item: number, counted: readonly number[], by: 1 | -1): void {
    const { length, cells, block: size } = this;
    const { inside, before } = this.parts;
    const group = Math.floor(item / this.#group) + 1;
    const end = Math.min((group * this.#group) / size, Math.ceil(length / size));
    for (let block = Math.floor(item / size) + 1; block < end; block++)
      for (let index = 0; index < counted.length; index++) inside[block * cells + counted[index]!]! += by;
    for (let at = group * cells; at < before.length; at += cells)
      for (let index = 0; index < counted.length; index++) before[at + counted[index]!]! += by;
  }

  /**
   * Makes all counts.
   * @param scan adds what the items from one place to another count
   */
  fill(scan: (from: number, to: number, into: Int32Array) => void): void {
    const { length, cells, block } = this;
    const running = new Int32Array(cells);
    for (let start = 0; start < length; start += block) {
      if (start % this.#group === 0) this.#beginGroup(start / this.#group, running);
      this.parts.inside.set(running, (start / block) * cells);
      scan(start, Math.min(start + block, length), running);
    }
    this.#beginGroup(Math.ceil(length / this.#group), running);
  }

  /** What the group before counted is before this one, and counting starts anew. */
  #beginGroup(group: number, running: Int32Array): void {
    const { cells } = this;
    const { before } = this.parts;
    const last = (group - 1) * cells;
    if (group > 0)
      for (let cell = 0; cell < cells; cell++) before[last + cells + cell] = before[last + cell]! + running[cell]!;
    running.fill(0);
  }
}
