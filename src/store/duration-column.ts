/** Stands for no duration, and for one that is kept apart. */
const NONE = 0xffff_ffff;
const APART = 0xffff_fffe;

/** Durations of rows in 32 bits each, ms; the few that do not fit (below 0, over 49 days, in fractions) are kept apart. */
export class DurationColumn {
  readonly #apart = new Map<number, number>();

  constructor(readonly values: Uint32Array) {}

  /** No duration for so many rows. */
  static blank(length: number): DurationColumn {
    return new DurationColumn(new Uint32Array(length).fill(NONE));
  }

  /** ms; NaN for none. */
  get(row: number): number {
    const value = this.values[row]!;
    if (value < APART) return value;
    return value === NONE ? NaN : this.#apart.get(row)!;
  }

  /** @param duration ms; NaN for none */
  set(row: number, duration: number): void {
    if (this.values[row] === APART) this.#apart.delete(row);
    if (duration >>> 0 === duration && duration < APART) this.values[row] = duration;
    else if (Number.isNaN(duration)) this.values[row] = NONE;
    else {
      this.values[row] = APART;
      this.#apart.set(row, duration);
    }
  }

  /** What is kept apart, as pairs of row and duration: for handing the column over. */
  get apart(): readonly (readonly [number, number])[] {
    return [...this.#apart];
  }

  /** The column that {@link values} and {@link apart} of another one make. */
  static of(values: Uint32Array, apart: Iterable<readonly [number, number]>): DurationColumn {
    const column = new DurationColumn(values);
    for (const [row, duration] of apart) column.#apart.set(row, duration);
    return column;
  }
}
