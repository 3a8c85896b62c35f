import { codeSets, isIn, namesTeammate } from './event-code.js';
import type { EventTable } from './event-table.js';
import { countBefore, countUpTo, findLast } from './find-events.js';

/** Number of the teammate that nobody is. */
export const NOBODY = 0;

/**
 * When a conversation was closed, epoch ms; NaN while it is open. The ticket's close wins over the events; one that is later
 * than the clock is still open.
 */
export function closeOf(table: EventTable, now: number, visible: number): number {
  const { ticketClosedAt } = table;
  if (!Number.isNaN(ticketClosedAt)) return ticketClosedAt <= now ? ticketClosedAt : NaN;
  const last = findLast(table, codeSets.closes | codeSets.reopenings, visible);
  return last >= 0 && isIn(codeSets.closes, table.codes[last]!) ? table.at[last]! : NaN;
}

/**
 * Who is credited with a close: the number of the teammate it was assigned to at that time, else of the teammate who closed
 * it, else {@link NOBODY}.
 */
export function creditedTeammate(table: EventTable, visible: number, closedAt: number): number {
  const upToClose = countUpTo(table, visible, closedAt);
  const assigned = findLast(table, codeSets.assignments, upToClose);
  if (assigned >= 0 && isIn(codeSets.toTeammate, table.codes[assigned]!)) return table.refs[assigned]!;
  const closing = findLast(table, codeSets.closes, upToClose);
  const reopened = findLast(table, codeSets.reopenings, countBefore(table, upToClose, closedAt));
  if (closing < 0 || reopened > closing) return NOBODY;
  return namesTeammate(table.codes[closing]!) ? table.refs[closing]! : NOBODY;
}
