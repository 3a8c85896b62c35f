import { firstAtOrAfter } from './order.js';
import type { RankIndex } from './rank-index.js';

/** Items in order of one instant, with running totals: what lies between two instants is one rank less another. */
export class Timeline {
  #index: RankIndex | null = null;

  /**
   * @param instantAt the instant of an item, epoch ms
   * @param makeIndex called when totals are first asked for; to look for an instant needs none
   */
  constructor(
    private readonly length: number,
    private readonly instantAt: (item: number) => number,
    private readonly makeIndex: () => RankIndex,
  ) {}

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
  readonly firstAtOrAfter = (instant: number): number => firstAtOrAfter(this.length, this.instantAt, instant);

  /** The same for ascending instants, most of which may lie outside. */
  placesOf(instants: readonly number[]): number[] {
    const places: number[] = [];
    const first = this.length === 0 ? Infinity : this.instantAt(0);
    const last = this.length === 0 ? -Infinity : this.instantAt(this.length - 1);
    for (const instant of instants)
      if (instant <= first) places.push(0);
      else places.push(instant > last ? this.length : this.firstAtOrAfter(instant));
    return places;
  }
}
