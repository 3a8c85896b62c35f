/**
 * What a source hands over, one conversation at a time. This is the page an adapter's author reads;
 * `parse.ts` holds every rule of it. `null` means absent everywhere, and unknown for `sources` and `actions`.
 */

/** Epoch milliseconds UTC (an integer), or ISO 8601 with date, time and `Z` or `±hh:mm`. Seconds are refused, never guessed. */
export type Instant = number | string;

/** Who did something. `agent` is always the customer agent (the AI), `teammate` a person on the team. */
export interface Actor {
  readonly kind: ActorKind;
  readonly id?: string | null;
  readonly name?: string | null;
}

export const actorKinds = ['visitor', 'agent', 'teammate', 'bot', 'automation', 'system'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** A content source that an agent's reply referenced. */
export interface Source {
  readonly title?: string | null;
  /** Shown as a link only where it is http(s). */
  readonly url?: string | null;
}

/** Something the agent did. `ok` absent means its outcome is not told, which counts as done. */
export interface Action {
  readonly name: string;
  readonly ok?: boolean | null;
}

interface EventBase {
  /** When it happened. Events later than the clock do not exist yet. */
  readonly at: Instant;
  /** Opaque; two events of a conversation with the same id are one, the later-listed wins. */
  readonly id?: string | null;
  /** The source's own order; breaks ties of `at`. Absent = 0. */
  readonly seq?: number | null;
}

export interface MessageEvent extends EventBase {
  readonly type: 'message';
  readonly by: Actor;
  /** Default true; false is an internal note. */
  readonly public?: boolean | null;
  /** Absent or null: unknown. `[]`: known to be none. */
  readonly sources?: readonly Source[] | null;
  /** Absent or null: unknown. `[]`: known to be none. */
  readonly actions?: readonly Action[] | null;
  readonly text?: string | null;
}

/** The visitor asked for a person. */
export interface TransferRequestEvent extends EventBase {
  readonly type: 'transfer-request';
}

export const handoffCauses = ['agent', 'automation', 'manual', 'unknown'] as const;
export type HandoffCause = (typeof handoffCauses)[number];

/** The conversation went over to the team. `to` absent means to nobody in particular. */
export interface HandoffEvent extends EventBase {
  readonly type: 'handoff';
  readonly cause: HandoffCause;
  readonly to?: Actor | null;
}

export interface AssignmentEvent extends EventBase {
  readonly type: 'assignment';
  /** null: to nobody. */
  readonly to?: Actor | null;
  readonly by?: Actor | null;
}

export const feedbackValues = ['positive', 'neutral', 'negative'] as const;
export type FeedbackValue = (typeof feedbackValues)[number];

export interface FeedbackEvent extends EventBase {
  readonly type: 'feedback';
  readonly value: FeedbackValue;
  /** The `id` of the message it is about; absent: about the conversation. */
  readonly messageId?: string | null;
}

export interface ClosedEvent extends EventBase {
  readonly type: 'closed' | 'reopened';
  readonly by?: Actor | null;
}

export type ConversationEvent =
  MessageEvent | TransferRequestEvent | HandoffEvent | AssignmentEvent | FeedbackEvent | ClosedEvent;

export const eventTypes = [
  'message',
  'transfer-request',
  'handoff',
  'assignment',
  'feedback',
  'closed',
  'reopened',
] as const;
export type EventType = (typeof eventTypes)[number];

/** The ticket behind a conversation. */
export interface Ticket {
  readonly id: string;
  readonly url?: string | null;
  /** Wins over the events; still open while later than the clock. */
  readonly closedAt?: Instant | null;
}

export const initiators = ['visitor', 'team'] as const;
export const exclusions = ['spam', 'test', 'deleted'] as const;

/** One conversation with its history, as a source hands it over. */
export interface ConversationRecord {
  /** Opaque, unique. A record handed over again replaces the earlier one. */
  readonly id: string;
  /** Of two versions of a record the one with the later `updatedAt` stands, whatever the order of arrival. */
  readonly updatedAt?: Instant | null;
  /** When the visitor opened the conversation. */
  readonly startedAt: Instant;
  /** `chat`, `email`, `whatsapp`, … compared as written; absent or empty: `unknown`. */
  readonly channel?: string | null;
  /** Default `visitor`; `team` is proactive or outbound and counted in no metric. */
  readonly initiatedBy?: (typeof initiators)[number] | null;
  /** Default true; false where the agent was not assigned to this channel at that time. */
  readonly eligible?: boolean | null;
  /** Counted in no metric, counted in data quality. */
  readonly excluded?: (typeof exclusions)[number] | null;
  /** Default true; false where the source cut the history. Counted all the same. */
  readonly complete?: boolean | null;
  /** Link to the conversation; shown as a link only where it is http(s). */
  readonly url?: string | null;
  readonly ticket?: Ticket | null;
  readonly topic?: string | null;
  /** In any order. */
  readonly events: readonly ConversationEvent[];
}
