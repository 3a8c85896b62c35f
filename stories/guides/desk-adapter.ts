import { AdapterError } from 'deskglass';
import type {
  AdapterErrorCode,
  ConversationEvent,
  ConversationRecord,
  GapTopicPage,
  PerformanceAdapter,
} from 'deskglass';

/** A ticket as this help desk's own API hands it over. */
export interface DeskTicket {
  readonly number: string;
  readonly opened: string;
  readonly changed: string;
  readonly closed: string | null;
  readonly medium: string | null;
  readonly entries: readonly DeskEntry[];
}

/** One line of a ticket's history. */
export interface DeskEntry {
  readonly key: string;
  readonly time: string;
  readonly kind: 'reply' | 'note' | 'wants-person' | 'passed-on' | 'assigned' | 'rated' | 'closed' | 'reopened';
  readonly author?: DeskAuthor | null;
  /** Articles that an AI's reply cites; absent where the help desk did not note it. */
  readonly articles?: readonly { readonly title: string; readonly link: string }[];
  readonly passedOnBy?: 'ai' | 'rule' | 'person';
  readonly assignee?: DeskAuthor | null;
  readonly rating?: 'good' | 'fair' | 'bad';
  /** Key of the reply that was rated; absent: the ticket. */
  readonly ratedReply?: string;
}

/** Who wrote an entry. */
export interface DeskAuthor {
  readonly role: 'customer' | 'ai' | 'staff' | 'rule';
  readonly id: string | null;
  readonly name: string | null;
}

interface TicketPage {
  readonly tickets: readonly DeskTicket[];
  readonly total: number;
  readonly completeUpTo: string;
  /** Where the next page starts; null: this was the last. */
  readonly next: string | null;
}

/** Reads tickets and knowledge gaps from the help desk behind `baseUrl`, which ends in a slash. */
export function deskAdapter(baseUrl: string | URL): PerformanceAdapter {
  return {
    contract: 1,
    async *conversations({ since, until, updatedSince, cursor }, { signal }) {
      let from = cursor;
      do {
        const question = { since, until, updatedSince, cursor: from };
        const page = await ask<TicketPage>(new URL('tickets', baseUrl), question, signal);
        from = page.next ?? undefined;
        yield {
          conversations: page.tickets.map(recordOf),
          total: page.total,
          asOf: page.completeUpTo,
          ...(from === undefined ? {} : { cursor: from }),
        };
      } while (from !== undefined);
    },
    knowledgeGaps: {
      list: (query, { signal }) => ask<GapTopicPage>(new URL('knowledge-gaps', baseUrl), query, signal),
    },
  };
}

/** One ticket in the kit's words. What the help desk does not know is left out, never guessed. */
export function recordOf(ticket: DeskTicket): ConversationRecord {
  return {
    id: ticket.number,
    startedAt: ticket.opened,
    updatedAt: ticket.changed,
    channel: ticket.medium,
    ticket: { id: ticket.number, closedAt: ticket.closed },
    events: ticket.entries.map(eventOf),
  };
}

const kinds = { customer: 'visitor', ai: 'agent', staff: 'teammate', rule: 'automation' } as const;
const causes = { ai: 'agent', rule: 'automation', person: 'manual' } as const;
const values = { good: 'positive', fair: 'neutral', bad: 'negative' } as const;

const actorOf = ({ role, id, name }: DeskAuthor) => ({ kind: kinds[role], id, name });

function eventOf(entry: DeskEntry): ConversationEvent {
  const by = entry.author ? actorOf(entry.author) : null;
  const common = { id: entry.key, at: entry.time };
  switch (entry.kind) {
    case 'reply':
    case 'note': {
      const sources = entry.articles?.map(({ title, link }) => ({ title, url: link })) ?? null;
      return { ...common, type: 'message', by: by ?? { kind: 'system' }, public: entry.kind === 'reply', sources };
    }
    case 'wants-person':
      return { ...common, type: 'transfer-request' };
    case 'passed-on':
      return { ...common, type: 'handoff', cause: entry.passedOnBy ? causes[entry.passedOnBy] : 'unknown' };
    case 'assigned':
      return { ...common, type: 'assignment', to: entry.assignee ? actorOf(entry.assignee) : null, by };
    case 'rated':
      return {
        ...common,
        type: 'feedback',
        value: values[entry.rating ?? 'fair'],
        messageId: entry.ratedReply ?? null,
      };
    case 'closed':
    case 'reopened':
      return { ...common, type: entry.kind, by };
  }
}

/** Asks the help desk, and says in the kit's codes why it did not answer. */
async function ask<Answer>(url: URL, question: object, signal: AbortSignal): Promise<Answer> {
  for (const [name, value] of Object.entries(question)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  let response: Response;
  try {
    response = await fetch(url, { signal, headers: { accept: 'application/json' } });
  } catch (cause) {
    signal.throwIfAborted(); // An abort goes through as it is: it is no failure.
    throw new AdapterError('offline', `${url.pathname} could not be reached.`, { cause });
  }
  if (response.ok) return (await response.json()) as Answer;
  const wait = Number(response.headers.get('retry-after'));
  throw new AdapterError(codes[response.status] ?? 'unavailable', `${url.pathname} answered ${response.status}.`, {
    ...(wait > 0 ? { retryAfterMs: wait * 1000 } : {}),
  });
}

const codes: Readonly<Record<number, AdapterErrorCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'too-large',
  429: 'rate-limited',
  504: 'timeout',
};
