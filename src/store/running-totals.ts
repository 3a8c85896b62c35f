/** Items whose totals start from 0 again, so that they fit 16 bits and a change touches few of them. */
export const GROUP = 16_384;

/** Totals of some items, by cell. */
export type Totals = Int32Array | Float64Array;

/** Where running totals lie, and how the items in between are added. */
export interface RunningParts {
  /** Items that there are. */
  readonly length: number;
  readonly cells: number;
  /** Items between two running totals: a power of two, at most a group. */
  readonly block: number;
  /** Of the items before each block, from the begin of its group on. */
  readonly inside: Uint16Array | Float64Array;
  /** Of the items before each group, and before the end of all. */
  readonly before: Uint32Array | Float64Array;
  /** Adds the items from one place to another, or takes them away where `by` is −1. */
  scan(from: number, to: number, by: 1 | -1, into: Totals): void;
}

/**
 * Totals of the first items in two levels: inside groups of items, and of all groups before. Those of the first n items
 * are one addition and a scan of half a block at most; a changed item is a point update in place.
 */
export class RunningTotals {
  constructor(private readonly parts: RunningParts) {}

  /** The totals of the first `place` items. */
  rank(place: number, into: Totals): void {
    const { length, cells, block: size, inside, before } = this.parts;
    const block = Math.min(Math.round(place / size), Math.ceil(length / size));
    const start = Math.min(block * size, length);
    const group = (start === length ? Math.ceil(length / GROUP) : Math.floor(start / GROUP)) * cells;
    const offset = block * cells;
    if (start === length) for (let cell = 0; cell < cells; cell++) into[cell] = before[group + cell]!;
    else for (let cell = 0; cell < cells; cell++) into[cell] = before[group + cell]! + inside[offset + cell]!;
    if (start <= place) this.parts.scan(start, place, 1, into);
    else this.parts.scan(place, start, -1, into);
  }

  /** Adds to some cells, counted from a first one, what an item adds to each. */
  add(item: number, first: number, which: ArrayLike<number>, amount: number): void {
    const { length, cells, block: size, inside, before } = this.parts;
    const group = Math.floor(item / GROUP);
    const end = Math.min((group + 1) * (GROUP / size), Math.ceil(length / size));
    for (let block = Math.floor(item / size) + 1; block < end; block++)
      addToEach(inside, block * cells + first, which, amount);
    for (let at = (group + 1) * cells; at < before.length; at += cells) addToEach(before, at + first, which, amount);
  }

  /** Makes all totals. */
  fill(running: Totals): void {
    const { length, cells, block, inside, scan } = this.parts;
    for (let start = 0; start < length; start += block) {
      if (start % GROUP === 0) this.#beginGroup(start / GROUP, running);
      inside.set(running, (start / block) * cells);
      scan(start, Math.min(start + block, length), 1, running);
    }
    this.#beginGroup(Math.ceil(length / GROUP), running);
  }

  /** What the group before counted is before this one, and counting starts anew. */
  #beginGroup(group: number, running: Totals): void {
    const { cells, before } = this.parts;
    const last = (group - 1) * cells;
    if (group > 0)
      for (let cell = 0; cell < cells; cell++) before[last + cells + cell] = before[last + cell]! + running[cell]!;
    running.fill(0);
  }
}

function addToEach(
  totals: Uint16Array | Uint32Array | Float64Array,
  first: number,
  which: ArrayLike<number>,
  amount: number,
): void {
  for (let index = 0; index < which.length; index++) totals[first + which[index]!]! += amount;
}
