import { firstAtOrAfter } from './order.js';
import type { RankIndex } from './rank-index.js';

/** Items in order of one instant, with running totals: what lies between two instants is one rank less another. */
export class Timeline {
  constructor(
    /** The instant of an item, epoch ms. */
    readonly instantAt: (item: number) => number,
    readonly index: RankIndex,
  ) {}

  /** The first item at or after an instant. */
  readonly firstAtOrAfter = (instant: number): number => firstAtOrAfter(this.index.length, this.instantAt, instant);
}
