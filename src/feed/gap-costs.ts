import { byId } from '../gaps/keyset.js';
import type { CheckedTopic } from '../gaps/topics.js';
import { gapCostOf, type GapCost } from '../metrics/gap-cost.js';
import type { PerformanceFeed } from './performance-feed.js';

/** In which order topics stand by what they cost. */
export type CostOrder = 'ascending' | 'descending';

/** What topics cost, counted in the conversations of one feed once a topic and change of these. */
export class GapCosts {
  readonly #feed: Pick<PerformanceFeed, 'store' | 'state'>;
  #known = new WeakMap<CheckedTopic, GapCost | null>();
  #revision = -1;

  constructor(feed: Pick<PerformanceFeed, 'store' | 'state'>) {
    this.#feed = feed;
  }

  /** Conversations have come to their end once, so that what is counted does not jump while they come. */
  get isReady(): boolean {
    return this.#feed.state.asOf !== null;
  }

  /** null: the source does not tell the topic's conversations, or none of them has come. */
  of(topic: CheckedTopic): GapCost | null {
    if (!this.isReady || topic.conversationIds === null) return null;
    const { store } = this.#feed;
    if (this.#revision !== store.revision) {
      this.#revision = store.revision;
      this.#known = new WeakMap();
    }
    const known = this.#known.get(topic);
    if (known !== undefined) return known;
    const cost = gapCostOf(topic.conversationIds, (ids, measures) => store.countAmong(ids, measures));
    this.#known.set(topic, cost);
    return cost;
  }

  /** Topics by what they cost; among equals those with more conversations first, and last those of which it is not known. */
  inOrder(topics: readonly CheckedTopic[], order: CostOrder): readonly CheckedTopic[] {
    const sign = order === 'ascending' ? 1 : -1;
    return [...topics].sort((a, b) => {
      const [costOfA, costOfB] = [this.of(a), this.of(b)];
      if (costOfA === null || costOfB === null) return Number(costOfA === null) - Number(costOfB === null);
      return sign * (costOfA.unsolved - costOfB.unsolved) || b.conversations - a.conversations || byId(a.id, b.id);
    });
  }
}
