import type { DurationColumn } from './duration-column.js';
import type { InstantColumn } from './instant-column.js';
import { SearchGrid } from './search-grid.js';
import type { Instants } from './timeline.js';

/** Rows between two fences. */
const FIELD = 128;

/** When rows settle, in that order: worked out from when they started and how long it takes, so that it needs no column. */
export class Settlements implements Instants {
  /** The instant of every 128th row, close together, so that a search reads little else. */
  #fences: SearchGrid | null = null;

  constructor(
    private readonly startedAt: InstantColumn,
    private readonly after: DurationColumn,
    private readonly rows: Uint32Array,
  ) {}

  firstAtOrAfter(instant: number): number {
    this.#fences ??= new SearchGrid(this.#instantsOfFences());
    const fence = this.#fences.firstAtLeast(instant) - 1;
    if (fence < 0) return 0;
    let low = fence * FIELD + 1;
    let high = Math.min((fence + 1) * FIELD, this.rows.length);
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#at(middle) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #at(place: number): number {
    const row = this.rows[place]!;
    return this.startedAt.get(row) + this.after.get(row);
  }

  #instantsOfFences(): Float64Array {
    const fences = new Float64Array(Math.ceil(this.rows.length / FIELD));
    for (let fence = 0; fence < fences.length; fence++) fences[fence] = this.#at(fence * FIELD);
    return fences;
  }
}
