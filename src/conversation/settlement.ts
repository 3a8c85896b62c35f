import { codeSets, isIn } from './event-code.js';
import type { EventTable } from './event-table.js';
import { findLast } from './find-events.js';

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
  const first = agentHandoff >= 0 && agentHandoff < firstReply ? agentHandoff : firstReply;
  const latest = findLast(table, codeSets.agentReplies, visible);
  // Where all of them lie inside one window, as nearly always, no gap between two is as long.
  const isOneWindow = table.at[latest]! - table.at[first]! < windowMs;
  return isOneWindow ? latest : lastBeforeGap(table, visible, windowMs, first);
}

function lastBeforeGap({ at, codes }: EventTable, visible: number, windowMs: number, first: number): number {
  let last = first;
  for (let row = first + 1; row < visible; row++) {
    if (!isIn(codeSets.agentReplies, codes[row]!)) continue;
    if (at[row]! - at[last]! >= windowMs) break;
    last = row;
  }
  return last;
}
