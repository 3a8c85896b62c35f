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
    const { length, cells, block: size } = this;
    const { inside, before } = this.parts;
    const block = Math.min(Math.round(place / size), Math.ceil(length / size));
    const start = Math.min(block * size, length);
    const groups = start / this.#group;
    const group = (start === length ? Math.ceil(groups) : Math.floor(groups)) * cells;
    const offset = block * cells;
    if (start === length) for (let cell = 0; cell < wanted.length; cell++) into[cell] = before[group + wanted[cell]!]!;
    else
      for (let cell = 0; cell < wanted.length; cell++)
        into[cell] = (before[group + wanted[cell]!]! + inside[offset + wanted[cell]!]!) | 0;
    return start;
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
