import type { CheckedEvent, Conversation } from './conversation.js';
import { findLastIndex } from './find-events.js';

/** The ticket's close wins over the events; one that is later than the clock is still open. */
export function closeOf(conversation: Conversation, now: number, visible: number): number | null {
  const ticketClosedAt = conversation.ticket?.closedAt ?? null;
  if (ticketClosedAt !== null) return ticketClosedAt <= now ? ticketClosedAt : null;
  const last = findLastIndex(
    conversation.events,
    visible,
    (event) => event.type === 'closed' || event.type === 'reopened',
  );
  const event = conversation.events[last];
  return event?.type === 'closed' ? event.at : null;
}

/** Who is credited with a close: the teammate it was assigned to at that time, else the teammate who closed it. */
export function creditedTeammate(events: readonly CheckedEvent[], visible: number, closedAt: number): string | null {
  const assigned =
    events[findLastIndex(events, visible, (event) => event.type === 'assignment' && event.at <= closedAt)];
  if (assigned?.to?.kind === 'teammate') return assigned.to.id ?? 'unknown';
  const closing = findLastIndex(events, visible, (event) => event.type === 'closed' && event.at <= closedAt);
  const reopened = findLastIndex(events, visible, (event) => event.type === 'reopened' && event.at < closedAt);
  const by = reopened > closing ? null : events[closing]?.by;
  return by?.kind === 'teammate' ? (by.id ?? 'unknown') : null;
}
