import type { Actor, ConversationEvent, ConversationRecord } from '../../src/conversation/record.js';
import { generateConversations } from '../../src/testing/generator.js';
import type { DeskAuthor, DeskEntry, DeskTicket } from '../guides/desk-adapter.js';
import { storyNowMs, weekMs } from '../support/moment.js';

/** The tickets of the made-up help desk, the latest first: thirteen weeks of a desk that is two years old. */
export function makeTickets(): readonly DeskTicket[] {
  const from = storyNowMs - 13 * weekMs;
  const records = generateConversations({ seed: 7, from, to: storyNowMs, storyFrom: from - 90 * weekMs, perWeek: 90 });
  return Array.from(records, ticketOf).reverse();
}

const timeOf = (instant: number | string): string => new Date(instant).toISOString();
const roles = { visitor: 'customer', agent: 'ai', teammate: 'staff' } as const;
const passers = { agent: 'ai', automation: 'rule', manual: 'person' } as const;
const ratings = { positive: 'good', neutral: 'fair', negative: 'bad' } as const;

function ticketOf(record: ConversationRecord): DeskTicket {
  const closedAt = record.ticket?.closedAt ?? null;
  return {
    number: record.id,
    opened: timeOf(record.startedAt),
    changed: timeOf(record.updatedAt ?? record.startedAt),
    closed: closedAt === null ? null : timeOf(closedAt),
    medium: record.channel ?? null,
    entries: record.events.map(entryOf),
  };
}

function authorOf({ kind, id, name }: Actor): DeskAuthor {
  const role = kind === 'visitor' || kind === 'agent' || kind === 'teammate' ? roles[kind] : 'rule';
  return { role, id: id ?? null, name: name ?? null };
}

function entryOf(event: ConversationEvent, place: number): DeskEntry {
  const common = { key: event.id ?? `e${place}`, time: timeOf(event.at) };
  switch (event.type) {
    case 'message': {
      const articles = event.sources?.map(({ title, url }) => ({ title: title ?? '', link: url ?? '' }));
      const entry = { ...common, kind: event.public === false ? 'note' : 'reply', author: authorOf(event.by) } as const;
      return articles === undefined ? entry : { ...entry, articles };
    }
    case 'transfer-request':
      return { ...common, kind: 'wants-person' };
    case 'handoff':
      return {
        ...common,
        kind: 'passed-on',
        ...(event.cause === 'unknown' ? {} : { passedOnBy: passers[event.cause] }),
      };
    case 'assignment': {
      const author = event.by ? authorOf(event.by) : null;
      return { ...common, kind: 'assigned', author, assignee: event.to ? authorOf(event.to) : null };
    }
    case 'feedback': {
      const about = event.messageId ? { ratedReply: event.messageId } : {};
      return { ...common, kind: 'rated', rating: ratings[event.value], ...about };
    }
    case 'closed':
    case 'reopened':
      return { ...common, kind: event.type, author: event.by ? authorOf(event.by) : null };
  }
}
