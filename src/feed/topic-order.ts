import type { CheckedTopic } from '../gaps/topics.js';

/** The topics of a table in the order they stand in, for whoever goes through them one by one. */
export interface TopicOrder {
  readonly topics: readonly CheckedTopic[];
  /** All that are found; null where the source does not know. */
  readonly total: number | null;
  /** Asks for further ones; null: there are none. */
  readonly more: (() => void) | null;
}

/** Where a topic stands in an order. */
export interface TopicPlace {
  readonly previous: CheckedTopic | null;
  readonly next: CheckedTopic | null;
  /** From 1 on; null where the topic has left the table. */
  readonly place: number | null;
}

/**
 * Where a topic stands among others. One that has left the table, as after it was answered, stands before the one that has
 * taken its place.
 * @param lastIndex where it stood when it was last there
 */
export function placeIn({ topics }: TopicOrder, topicId: string, lastIndex: number): TopicPlace {
  const index = topics.findIndex(({ id }) => id === topicId);
  if (index >= 0) return { previous: topics[index - 1] ?? null, next: topics[index + 1] ?? null, place: index + 1 };
  const at = Math.min(lastIndex, topics.length);
  return { previous: topics[at - 1] ?? null, next: topics[at] ?? null, place: null };
}

/** Which topics are listed where somebody goes through them: under one keeper of the open topic, out of one source. */
export class TopicOrders {
  /** By the table that lists them; the one that changed last is the last. */
  readonly #orders = new Map<object, TopicOrder>();
  readonly #listeners = new Set<() => void>();

  /** The order of the table that changed last; null: no table lists topics. */
  get current(): TopicOrder | null {
    return [...this.#orders.values()].at(-1) ?? null;
  }

  /** Only whoever reads the order is told: a table that heard of another would set its own, and so on without end. */
  set(table: object, order: TopicOrder | null): void {
    const before = this.#orders.get(table) ?? null;
    const isSame = before?.topics === order?.topics && (before?.more === null) === (order?.more === null);
    if (order === null || !isSame) this.#orders.delete(table);
    if (order !== null) this.#orders.set(table, order);
    if (!isSame) for (const changed of [...this.#listeners]) changed();
  }

  /** Calls back after every change until the function handed back is called. */
  listen(changed: () => void): () => void {
    this.#listeners.add(changed);
    return () => this.#listeners.delete(changed);
  }
}
