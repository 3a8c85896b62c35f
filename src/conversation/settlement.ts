import type { CheckedEvent } from './conversation.js';

/** A public message by the agent. Private ones are notes and no turn. */
export function isAgentReply(event: CheckedEvent): boolean {
  return event.type === 'message' && event.public && event.by?.kind === 'agent';
}

/**
 * The 72-hour rule, alone: the index of the reply at which the walk stops, -1 where there is none.
 * While the next reply comes strictly less than the window after the last one, it becomes the last one; the first gap of
 * a window or more ends the walk for good, so what was settled once never moves. For the same reason a handoff by the
 * agent stands in for the reply where no reply comes before it or within the window after it.
 * @param visible how many of the events, in order, exist already
 * @param agentHandoff index of the first handoff by the agent, -1 where there is none
 */
export function lastReplyIndex(
  events: readonly CheckedEvent[],
  visible: number,
  windowMs: number,
  agentHandoff: number,
): number {
  let last = -1;
  for (let index = 0; index < visible; index++) {
    const event = events[index]!;
    if (!isAgentReply(event)) continue;
    const before = events[last >= 0 ? last : agentHandoff];
    if (before !== undefined && event.at - before.at >= windowMs) break;
    last = index;
  }
  return last >= 0 ? last : agentHandoff;
}
