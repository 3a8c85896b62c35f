import type { DurationColumn } from './duration-column.js';
import type { InstantColumn } from './instant-column.js';
import { TimeMarks } from './time-marks.js';
import type { Instants } from './timeline.js';

/** When rows settle, in that order: worked out from when they started and how long it takes, so that it needs no column. */
export class Settlements implements Instants {
  #marks: TimeMarks | null = null;

  constructor(
    private readonly startedAt: InstantColumn,
    private readonly after: DurationColumn,
    private readonly rows: Uint32Array,
  ) {}

  get length(): number {
    return this.rows.length;
  }

  firstAtOrAfter(instant: number): number {
    return (this.#marks ??= new TimeMarks(this)).firstAtOrAfter(instant);
  }

  /** Epoch ms. */
  get(place: number): number {
    const row = this.rows[place]!;
    return this.startedAt.get(row) + this.after.get(row);
  }
}
