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
