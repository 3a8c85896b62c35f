import type { DurationColumn } from './duration-column.js';
import type { InstantColumn } from './instant-column.js';
import type { Ascending } from './time-marks.js';

/** When rows settle, in that order: worked out from when they started and how long it takes, so that it needs no column. */
export class Settlements implements Ascending {
  constructor(
    private readonly startedAt: InstantColumn,
    private readonly after: DurationColumn,
    private readonly rows: Uint32Array,
  ) {}

  get length(): number {
    return this.rows.length;
  }

  /** Epoch ms. */
  get(place: number): number {
    const row = this.rows[place]!;
    return this.startedAt.get(row) + this.after.get(row);
  }
}
