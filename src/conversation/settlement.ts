import { codeSets } from './event-code.js';
import type { EventTable } from './event-table.js';
import { findFirst } from './find-events.js';

/**
 * The 72-hour rule, alone: the row of the reply at which the walk stops, -1 where there is none.
 * While the next reply comes strictly less than the window after the last one, it becomes the last one; the first gap of
 * a window or more ends the walk for good, so what was settled once never moves. For the same reason a handoff by the
 * agent stands in for the reply where no reply comes before it or within the window after it.
 * @param visible how many of the events, in order, exist already
 * @param firstReply row of the first reply by the agent, -1 where there is none
 * @param agentHandoff row of the first handoff by the agent, -1 where there is none
 */
export function lastReplyRow(
  table: EventTable,
  visible: number,
  windowMs: number,
  firstReply: number,
  agentHandoff: number,
): number {
  if (firstReply < 0) return agentHandoff;
  const { at } = table;
  let last = agentHandoff >= 0 && agentHandoff < firstReply ? agentHandoff : firstReply;
  let next = nextReply(table, visible, last);
  while (next >= 0 && at[next]! - at[last]! < windowMs) {
    last = next;
    next = nextReply(table, visible, last);
  }
  return last;
}

function nextReply(table: EventTable, visible: number, after: number): number {
  return findFirst(table, codeSets.agentReplies, visible, after + 1);
}
