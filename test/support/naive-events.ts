/** The history of a conversation as the metrics page reads it: which events there are, in which order, and what they are. */
import type { ConversationEvent, ConversationRecord, Instant, MessageEvent } from '../../src/conversation/record.js';

/** An event whose instant is epoch ms. */
export type At<Event> = Event & { readonly at: number };
/** Any event whose instant is epoch ms. */
export type OrderedEvent = At<ConversationEvent>;

/** An instant as epoch ms. */
export function naiveInstant(instant: Instant): number {
  return typeof instant === 'number' ? instant : Date.parse(instant);
}

/** The history up to `now`, in order, without duplicates. "Events with `at > now` do not exist yet; nor does a conversation with `startedAt > now`." */
export function existingEvents(record: ConversationRecord, now: number): OrderedEvent[] {
  if (naiveInstant(record.startedAt) > now) return [];
  return inOrder(naiveWithoutDuplicates(record.events)).filter((event) => event.at <= now);
}

/** The events of a record with duplicates gone: by id the later-listed in the earlier one's place, else equal in every field. */
export function naiveWithoutDuplicates(events: readonly ConversationEvent[]): ConversationEvent[] {
  const kept: ConversationEvent[] = [];
  for (const event of events) {
    const earlier = kept.findIndex((other) => areOneEvent(other, event));
    if (earlier === -1) kept.push(event);
    else kept[earlier] = event;
  }
  return kept;
}

function areOneEvent(one: ConversationEvent, other: ConversationEvent): boolean {
  const oneId = one.id ?? null;
  const otherId = other.id ?? null;
  if (oneId !== null || otherId !== null) return oneId === otherId;
  return fieldsAsText(one) === fieldsAsText(other);
}

/** "Equal in every field (instants normalised, whatever the order of keys)"; null is absent. */
function fieldsAsText(event: ConversationEvent): string {
  return sortedText({ ...event, at: naiveInstant(event.at) });
}

function sortedText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedText).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  fields.sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${sortedText(field)}`).join(',')}}`;
}

/** "Order is `at`, then `seq` (absent = 0), then place in the array." */
function inOrder(events: readonly ConversationEvent[]): OrderedEvent[] {
  // A sort in JavaScript keeps the place of what compares as equal.
  return events
    .map((event) => ({ ...event, at: naiveInstant(event.at) }))
    .sort((one, other) => one.at - other.at || (one.seq ?? 0) - (other.seq ?? 0));
}

/** A message that the visitor could read. */
export function isPublicMessage(event: OrderedEvent): event is At<MessageEvent> {
  return event.type === 'message' && (event.public ?? true);
}

/** "Agent reply: a public message by the agent." */
export function isAgentReply(event: OrderedEvent): event is At<MessageEvent> {
  return isPublicMessage(event) && event.by.kind === 'agent';
}

/** An assignment to the agent. */
export function isAssignmentToAgent(event: OrderedEvent): boolean {
  return event.type === 'assignment' && event.to?.kind === 'agent';
}

/** "Comes, in order, after an agent reply or an assignment to the agent." */
export function comesAfterAgent(event: OrderedEvent, events: readonly OrderedEvent[]): boolean {
  const before = events.slice(0, events.indexOf(event));
  return before.some((earlier) => isAgentReply(earlier) || isAssignmentToAgent(earlier));
}
