import type { Ranks } from './ranks.js';
import { TimeMarks, type Ascending } from './time-marks.js';

/** Items in order of one instant, with running totals: what lies between two instants is one rank less another. */
export class Timeline {
  #ranks: Ranks | null = null;
  #marks: TimeMarks | null = null;
  #boundaries: readonly number[] | null = null;
  #places: Uint32Array = new Uint32Array(0);

  /** @param makeRanks called when totals are first asked for; to look for an instant needs none */
  constructor(
    private readonly instants: Ascending,
    private readonly makeRanks: () => Ranks,
  ) {}

  /** Running totals are kept, and have to be told of changes. */
  get isRanked(): boolean {
    return this.#ranks !== null;
  }

  /** The running totals, which are kept from now on. */
  rank(): Ranks {
    return (this.#ranks ??= this.makeRanks());
  }

  /** The first item at or after an instant, epoch ms. */
  firstAtOrAfter(instant: number): number {
    return (this.#marks ??= new TimeMarks(this.instants)).firstAtOrAfter(instant);
  }

  /** The same for several instants; those that were asked for last are known. */
  placesOf(boundaries: readonly number[]): Uint32Array {
    if (this.#boundaries === boundaries) return this.#places;
    const places = new Uint32Array(boundaries.length);
    for (let index = 0; index < places.length; index++) places[index] = this.firstAtOrAfter(boundaries[index]!);
    this.#boundaries = boundaries;
    return (this.#places = places);
  }
}
