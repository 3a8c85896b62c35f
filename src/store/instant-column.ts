import type { Ascending } from './time-marks.js';

/** Instants that are told from the first of them: few enough that even rare conversations span no 49 days. */
const BLOCK_BITS = 6;
const BLOCK = 2 ** BLOCK_BITS;

/** Instants as they lie in memory, so that another thread can have them: each is its block's base and a value, epoch ms. */
export interface InstantParts {
  readonly bases: Float64Array;
  /** 32 bits each where all fit. */
  readonly values: Uint32Array | Float64Array;
}

/** Ascending instants in 32 bits each, epoch ms: how long after the first of 64. Where one does not fit, all are kept whole. */
export class InstantColumn implements Ascending {
  /** Rows that a column can be cut at are multiples of this. */
  static readonly BLOCK = BLOCK;

  readonly #bases: Float64Array;
  readonly #values: InstantParts['values'];

  constructor(readonly parts: InstantParts) {
    this.#bases = parts.bases;
    this.#values = parts.values;
  }

  /** @param instants ascending */
  static of(instants: Float64Array): InstantColumn {
    const bases = new Float64Array(Math.ceil(instants.length / BLOCK));
    const values = new Uint32Array(instants.length);
    for (let row = 0; row < instants.length; row++) {
      const instant = instants[row]!;
      if (row % BLOCK === 0) bases[row >>> BLOCK_BITS] = instant;
      const base = bases[row >>> BLOCK_BITS]!;
      values[row] = instant - base;
      if (base + values[row]! !== instant) return new InstantColumn({ bases: bases.fill(0), values: instants });
    }
    return new InstantColumn({ bases, values });
  }

  /**
   * Those of some rows, in the same memory.
   * @param first a multiple of {@link InstantColumn.BLOCK}
   */
  cut(first: number, end: number): InstantColumn {
    const { bases, values } = this.parts;
    return new InstantColumn({ bases: bases.subarray(first >>> BLOCK_BITS), values: values.subarray(first, end) });
  }

  get length(): number {
    return this.#values.length;
  }

  /** Epoch ms. */
  get(row: number): number {
    return this.#bases[row >>> BLOCK_BITS]! + this.#values[row]!;
  }
}
