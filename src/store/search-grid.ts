/** Numbers for each mark. */
const APART = 8;

/** Ascending numbers with marks at even distances, so that a search looks at the few between two of them. They never change. */
export class SearchGrid {
  readonly #first: number;
  readonly #last: number;
  /** Marks for each unit of a number. */
  readonly #scale: number;
  /** By mark the first place of a number that is not before it. */
  readonly #marks: Uint32Array;

  constructor(private readonly numbers: Float64Array | Uint32Array) {
    const { length } = numbers;
    this.#first = length === 0 ? 0 : numbers[0]!;
    this.#last = length === 0 ? 0 : numbers[length - 1]!;
    const marks = Math.ceil(length / APART);
    this.#scale = marks / (this.#last - this.#first || 1);
    this.#marks = new Uint32Array(marks + 2).fill(length);
    let mark = 0;
    for (let place = 0; place < length; place++)
      for (const end = this.#markOf(numbers[place]!); mark <= end; mark++) this.#marks[mark] = place;
  }

  /** The first place of a number that is no less than a given one. */
  firstAtLeast(least: number): number {
    if (least <= this.#first) return 0;
    if (least > this.#last) return this.numbers.length;
    const mark = this.#markOf(least);
    return firstAtLeast(this.numbers, least, this.#marks[mark]!, this.#marks[mark + 1]!);
  }

  #markOf(number: number): number {
    return Math.floor((number - this.#first) * this.#scale);
  }
}

/** The same among the numbers from one place to another; `end` where all are less. */
export function firstAtLeast(numbers: Float64Array | Uint32Array, least: number, from: number, end: number): number {
  let low = from;
  let high = end;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
