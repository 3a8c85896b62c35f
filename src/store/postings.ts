const NOWHERE = new Uint32Array(0);

/** For each number of a column the rows that have it, in order. */
export class Postings {
  readonly #rows: Uint32Array;
  readonly #starts: Uint32Array;

  /** @param without a number whose rows are not kept */
  constructor(column: Uint8Array | Uint32Array, without?: number) {
    let most = 0;
    for (const number of column) if (number > most) most = number;
    const counts = new Uint32Array(most + 2);
    for (const number of column) if (number !== without) counts[number + 1]! += 1;
    for (let number = 1; number < counts.length; number++) counts[number]! += counts[number - 1]!;
    this.#starts = counts.slice();
    this.#rows = new Uint32Array(counts.at(-1)!);
    for (let row = 0; row < column.length; row++)
      if (column[row] !== without) this.#rows[counts[column[row]!]!++] = row;
  }

  /** The numbers that have rows. */
  *numbers(): Generator<number, void> {
    for (let number = 0; number + 1 < this.#starts.length; number++)
      if (this.#starts[number]! < this.#starts[number + 1]!) yield number;
  }

  rowsOf(number: number): Uint32Array {
    const start = this.#starts[number];
    return start === undefined ? NOWHERE : this.#rows.subarray(start, this.#starts[number + 1]);
  }
}
