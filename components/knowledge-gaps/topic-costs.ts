import type { CostOrder } from '../../src/feed/gap-costs.js';
import { GapCosts } from '../../src/feed/gap-costs.js';
import type { GapList, GapListState } from '../../src/feed/gap-list.js';
import type { PerformanceFeed } from '../../src/feed/performance-feed.js';
import type { CheckedTopic } from '../../src/gaps/topics.js';
import type { GapCost } from '../../src/metrics/gap-cost.js';
import type { Listing } from './topic-menu.js';

/** What the topics of a table cost, and their order by it. */
export interface CostColumn {
  /** Conversations are still coming. */
  readonly isCounting: boolean;
  readonly of: (topic: CheckedTopic) => GapCost | null;
  /** null: the table is not sorted by it. */
  readonly order: CostOrder | null;
}

/**
 * The column that says what topics cost. A source knows no outcomes, so the order by them is made here, and all topics that
 * are found are asked for it.
 */
export class TopicCosts {
  #order: CostOrder | null = null;
  #feed: PerformanceFeed | null = null;
  #costs: GapCosts | null = null;
  /** The order that was made last, and of what. */
  #sorted: {
    readonly topics: readonly CheckedTopic[];
    readonly key: string;
    readonly made: readonly CheckedTopic[];
  } | null = null;

  get order(): CostOrder | null {
    return this.#order;
  }

  /** The most costly first; the same again turns it round. Hands back the order. */
  turn(): CostOrder {
    return (this.#order = this.#order === 'descending' ? 'ascending' : 'descending');
  }

  clear(): void {
    this.#order = null;
  }

  /** null where nothing can be said: the source names no conversations, hands none over, or has none of those. */
  column(feed: PerformanceFeed, topics: readonly CheckedTopic[]): CostColumn | null {
    const costs = this.#of(feed);
    const { phase } = feed.state;
    const isCounting = !costs.isReady && phase !== 'failed' && phase !== 'cancelled';
    const isKnown = isCounting
      ? mayCount(feed) && topics.some(({ conversationIds }) => conversationIds !== null)
      : topics.some((topic) => costs.of(topic) !== null);
    return isKnown ? { isCounting, of: (topic) => costs.of(topic), order: this.#order } : null;
  }

  /** The topics in the order at hand. Where it is that of costs, what is missing is asked for. */
  inOrder(feed: PerformanceFeed, list: GapList, { entries, hasMore }: GapListState): readonly CheckedTopic[] {
    if (this.#order === null) return entries;
    if (hasMore) list.rest();
    const key = `${this.#order} ${feed.store.revision} ${feed.state.asOf}`;
    if (this.#sorted?.topics !== entries || this.#sorted.key !== key)
      this.#sorted = { topics: entries, key, made: this.#of(feed).inOrder(entries, this.#order) };
    return this.#sorted.made;
  }

  /** What topics cost and the order at hand, for a file, whatever the table is sorted by later. */
  forFile(feed: PerformanceFeed): Pick<Listing, 'costOf' | 'inOrder'> {
    const costs = this.#of(feed);
    const order = this.#order;
    return {
      costOf: (topic) => costs.of(topic),
      inOrder: (topics) => (order === null ? topics : costs.inOrder(topics, order)),
    };
  }

  #of(feed: PerformanceFeed): GapCosts {
    if (this.#feed !== feed) {
      this.#feed = feed;
      this.#costs = new GapCosts(feed);
    }
    return this.#costs!;
  }
}

/** Whether a source hands conversations over, before it is asked; one that throws at being looked at does not. */
export function mayCount({ adapter }: Pick<PerformanceFeed, 'adapter'>): boolean {
  try {
    return typeof adapter.conversations === 'function';
  } catch {
    return false;
  }
}
