import { RankIndex, type RankedItems, type RankParts } from './rank-index.js';

/** All channels as one, or each by itself. */
export type Channels = 'all' | 'each';

/** Running totals as they lie in memory; those of each channel are absent where there is but one. */
export interface RanksParts {
  readonly all: RankParts;
  readonly each?: RankParts;
}

/**
 * Running totals of items, once of all channels and once of each. Those of all are a fraction of the numbers, so that they
 * can lie closer together, and most questions ask for nothing else.
 */
export class Ranks {
  readonly #items: RankedItems;
  readonly all: RankIndex;
  #each: RankIndex | null = null;

  constructor(items: RankedItems, parts?: RanksParts) {
    this.#items = items;
    this.all = new RankIndex({ ...items, channels: null, channelCount: 1 }, parts?.all);
    if (parts?.each !== undefined) this.#each = new RankIndex(items, parts.each);
  }

  get each(): RankIndex {
    const { channels, channelCount } = this.#items;
    if (channels === null || channelCount === 1) return this.all;
    return (this.#each ??= new RankIndex(this.#items));
  }

  /** All of them, made where they are not yet. */
  get parts(): RanksParts {
    const { all, each } = this;
    return each === all ? { all: all.parts } : { all: all.parts, each: each.parts };
  }

  /** Counts an item in (`by` 1) or out (`by` −1) as it stands: out before it changes, and in again afterwards. */
  count(item: number, by: 1 | -1): void {
    this.all.count(item, by);
    this.#each?.count(item, by);
  }
}
