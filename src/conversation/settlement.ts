import type { CheckedEvent } from './conversation.js';

/** A public message by the agent. Private ones are notes and no turn. */
export function isAgentReply(event: CheckedEvent): boolean {
  return event.type === 'message' && event.public && event.by?.kind === 'agent';
}

/**
 * The 72-hour rule, alone: the index of the reply at which the walk stops, -1 where there is none.
 * While the next reply comes strictly less than the window after the last one, it becomes the last one; the first gap of
 * a window or more ends the walk for good, so what was settled once never moves.
 * @param visible how many of the events, in order, exist already
 */
export function lastReplyIndex(events: readonly CheckedEvent[], visible: number, windowMs: number): number {
  let last = -1;
  for (let index = 0; index < visible; index++) {
    const event = events[index]!;
    if (!isAgentReply(event)) continue;
    if (last >= 0 && event.at - events[last]!.at >= windowMs) break;
    last = index;
  }
  return last;
}
