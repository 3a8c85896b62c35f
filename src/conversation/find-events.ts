import type { CheckedEvent } from './conversation.js';

/** Index of the first of the first `end` events that matches; -1 for none. */
export function findIndex(
  events: readonly CheckedEvent[],
  end: number,
  matches: (event: CheckedEvent, index: number) => boolean,
): number {
  for (let index = 0; index < end; index++) if (matches(events[index]!, index)) return index;
  return -1;
}

/** Index of the last of the first `end` events that matches; -1 for none. */
export function findLastIndex(
  events: readonly CheckedEvent[],
  end: number,
  matches: (event: CheckedEvent) => boolean,
): number {
  for (let index = end - 1; index >= 0; index--) if (matches(events[index]!)) return index;
  return -1;
}

/** The smaller of two indexes where -1 means none. */
export function earliest(a: number, b: number): number {
  return a < 0 ? b : b < 0 ? a : Math.min(a, b);
}
