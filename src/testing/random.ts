const TWO_TO_32 = 2 ** 32;

/** Something to choose and how likely it is against the others; weights need not add up to 1. */
export type Weighted<T> = readonly [value: T, weight: number];

/**
 * Seeded random numbers (sfc32, seeded by splitmix32): the same seeds give the same numbers on every engine, because
 * only 32-bit integer arithmetic and IEEE additions and products are used. Not for secrets.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  /** @param seeds finite numbers; each further one opens a stream of its own, for example `(seed, week, place)` */
  constructor(...seeds: readonly number[]) {
    let state = 0;
    for (const seed of seeds) {
      state = mix(state ^ (seed >>> 0));
      state = mix(state ^ (Math.floor(seed / TWO_TO_32) >>> 0));
    }
    this.#a = mix(state + 0x9e3779b9);
    this.#b = mix(state + 0x3c6ef372);
    this.#c = mix(state + 0xdaa66d2b);
    for (let round = 0; round < 8; round++) this.next();
  }

  /** The next number, 0 ≤ n < 1, in steps of 2⁻³². */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / TWO_TO_32;
  }

  /** True with this probability, 0–1. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One entry of a list that is not empty, each as likely as the others. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('Random.pick: expected a list with entries, got an empty one.');
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** One entry of a list that is not empty, as likely as its weight says. */
  weighted<T>(choices: readonly Weighted<T>[]): T {
    const last = choices.at(-1);
    if (last === undefined) throw new RangeError('Random.weighted: expected choices, got an empty list.');
    let total = 0;
    for (const [, weight] of choices) total += weight;
    let left = this.next() * total;
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return last[0];
  }

  /**
   * A number distributed as these ascending, evenly spaced quantiles say, linear between them: `[min, median, max]`, or
   * with more points any skew. It takes the place of a logarithm, whose last digits differ between engines.
   */
  quantile(points: readonly number[]): number {
    const position = this.next() * (points.length - 1);
    const below = Math.floor(position);
    const low = points[below];
    if (low === undefined) throw new RangeError('Random.quantile: expected quantiles, got an empty list.');
    const high = points[below + 1] ?? low;
    return low + (high - low) * (position - below);
  }
}

/** The output function of splitmix32: every bit of the input moves every bit of the output. */
function mix(input: number): number {
  let value = (input + 0x9e3779b9) | 0;
  value = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  value = Math.imul(value ^ (value >>> 15), 0x735a2d97);
  return (value ^ (value >>> 15)) >>> 0;
}
