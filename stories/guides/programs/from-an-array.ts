import { configure, memoryAdapter, type ConversationRecord } from 'deskglass';

interface Ticket {
  number: string;
  opened: string;
  replies: { author: 'customer' | 'ai' | 'staff'; at: string; articles?: string[] }[];
}

const kinds = { customer: 'visitor', ai: 'agent', staff: 'teammate' } as const;

function recordOf({ number, opened, replies }: Ticket): ConversationRecord {
  const events = replies.map(({ author, at, articles }) => ({
    type: 'message' as const,
    at, // ISO 8601 with an offset, or epoch milliseconds
    by: { kind: kinds[author] },
    sources: articles?.map((url) => ({ url })) ?? null, // null: not known; []: none
  }));
  return { id: number, startedAt: opened, channel: 'chat', events };
}

const response = await fetch('/tickets.json');
const tickets = (await response.json()) as Ticket[];

configure({ adapter: memoryAdapter(tickets.map(recordOf)) });
