/** Weeks, days and hours begin at one of these in nearly every zone that there is. */
const HALF_AN_HOUR = 1_800_000;
/** Items for each mark, at least. */
const APART = 8;

/** Instants in order, epoch ms. They never change. */
export interface Ascending {
  readonly length: number;
  get(item: number): number;
}

/**
 * Where half hours begin among items in order of time, or longer times where fewer items lie in them: what is asked for begins
 * with an hour nearly always, and needs no search then.
 */
export class TimeMarks {
  readonly #first: number;
  readonly #step: number;
  /** By mark the first item at or after it; behind them the number of all. */
  readonly #places: Uint32Array;

  constructor(private readonly items: Ascending) {
    const { length } = items;
    const from = length === 0 ? 0 : items.get(0);
    const to = length === 0 ? 0 : items.get(length - 1);
    // A window without measure brings instants that lie further from each other than half hours do.
    const rounded = Math.max(Math.abs(from), Math.abs(to)) * Number.EPSILON;
    const least = Math.max(((to - from) * APART) / length, rounded);
    const doublings = Math.ceil(Math.log2(least / HALF_AN_HOUR || 1));
    this.#step = HALF_AN_HOUR * 2 ** Math.max(0, doublings);
    this.#first = Math.min(from, Math.floor(from / this.#step) * this.#step);
    this.#places = new Uint32Array(Math.floor((to - this.#first) / this.#step) + 2).fill(length);
    let place = 0;
    for (let mark = 0; mark < this.#places.length - 1; mark++)
      this.#places[mark] = place = this.#searchFrom(place, this.#markAt(mark));
  }

  /** The first item at or after an instant, epoch ms; the number of all for none. */
  firstAtOrAfter(instant: number): number {
    const places = this.#places;
    const steps = (instant - this.#first) / this.#step;
    if (!(steps > 0)) return 0;
    if (steps >= places.length - 1) return this.items.length;
    let mark = Math.floor(steps);
    const markAt = this.#markAt(mark);
    if (markAt === instant) return places[mark]!;
    if (markAt > instant) mark -= 1; // What is far apart is rounded.
    return this.#search(instant, places[mark]!, places[mark + 1]!);
  }

  /** Epoch ms. */
  #markAt(mark: number): number {
    return this.#first + mark * this.#step;
  }

  /** Looks ever further away, since the next mark is near mostly. */
  #searchFrom(place: number, instant: number): number {
    const { items } = this;
    let from = place;
    let ahead = 1;
    while (from + ahead < items.length && items.get(from + ahead) < instant) {
      from += ahead;
      ahead *= 2;
    }
    return this.#search(instant, from, Math.min(from + ahead, items.length));
  }

  #search(instant: number, from: number, to: number): number {
    const { items } = this;
    let low = from;
    let high = to;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (items.get(middle) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
