import type { DurationColumn } from './duration-column.js';
import type { InstantColumn } from './instant-column.js';
import type { RankIndex } from './rank-index.js';

/** Items between two fences. */
const FIELD = 128;

/** Where the instants of items lie; they never change. */
export interface Instants {
  readonly length: number;
  /** Epoch ms, by row. */
  readonly at: InstantColumn;
  /** Rows by item; null where items are the rows themselves. */
  readonly rows: Uint32Array | null;
  /** How long after it, ms, by row; null: at once. */
  readonly after: DurationColumn | null;
  /** The order of all rows, where items are some of them in that order. */
  readonly all?: Timeline;
}

/** Items in order of one instant, with running totals: what lies between two instants is one rank less another. */
export class Timeline {
  #index: RankIndex | null = null;
  /** The instant of every 128th item, close together, so that a search reads little else. */
  #fences: Float64Array | null = null;
  // Each in a field of its own: a search reads them at every step.
  readonly #length: number;
  readonly #at: InstantColumn;
  readonly #rows: Uint32Array | null;
  readonly #after: DurationColumn | null;

  /** @param makeIndex called when totals are first asked for; to look for an instant needs none */
  constructor(
    private readonly instants: Instants,
    private readonly makeIndex: () => RankIndex,
  ) {
    this.#length = instants.length;
    this.#at = instants.at;
    this.#rows = instants.rows;
    this.#after = instants.after;
  }

  /** Some of the items, which are rows, in the same order. */
  of(rows: Uint32Array, makeIndex: () => RankIndex): Timeline {
    return new Timeline({ ...this.instants, length: rows.length, rows, all: this }, makeIndex);
  }

  /** Running totals are kept, and have to be told of changes. */
  get isRanked(): boolean {
    return this.#index !== null;
  }

  get index(): RankIndex {
    return this.#index ?? this.rank();
  }

  /** Keeps running totals from now on. */
  rank(): RankIndex {
    this.#index ??= this.makeIndex();
    return this.#index;
  }

  /** The first item at or after an instant. */
  firstAtOrAfter(instant: number): number {
    const rows = this.#rows;
    const { all } = this.instants;
    // Their numbers lie together, while their instants lie all over the segment.
    if (all !== undefined && rows !== null) return firstAtLeast(rows, all.firstAtOrAfter(instant));
    const fences = (this.#fences ??= this.#setFences());
    let low = 0;
    let high = fences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (fences[middle]! < instant) low = middle + 1;
      else high = middle;
    }
    if (low === 0) return 0;
    high = Math.min(low * FIELD, this.#length);
    low = (low - 1) * FIELD + 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#instantAt(middle) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The same for ascending instants, most of which may lie outside. */
  placesOf(boundaries: readonly number[]): Uint32Array {
    const length = this.#length;
    const places = new Uint32Array(boundaries.length);
    const first = length === 0 ? Infinity : this.#instantAt(0);
    const last = length === 0 ? -Infinity : this.#instantAt(length - 1);
    for (let index = 0; index < boundaries.length; index++) {
      const instant = boundaries[index]!;
      if (instant > first) places[index] = instant > last ? length : this.firstAtOrAfter(instant);
    }
    return places;
  }

  /** The instant of an item, epoch ms. */
  #instantAt(item: number): number {
    const row = this.#rows === null ? item : this.#rows[item]!;
    return this.#after === null ? this.#at.get(row) : this.#at.get(row) + this.#after.get(row);
  }

  #setFences(): Float64Array {
    const fences = new Float64Array(Math.ceil(this.#length / FIELD));
    for (let fence = 0; fence < fences.length; fence++) fences[fence] = this.#instantAt(fence * FIELD);
    return fences;
  }
}

/** The first place of ascending numbers at which one is no less than a given one. */
export function firstAtLeast(numbers: Uint32Array, least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
