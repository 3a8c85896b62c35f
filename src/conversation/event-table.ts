import type { CheckedEvent, Conversation } from './conversation.js';
import { codeOf, namesTeammate } from './event-code.js';

/** What a feedback's ref says where it names no message. */
export const NONE = -1;
/** What a feedback's ref says where the message it names is not in the history. */
export const ELSEWHERE = -2;

/** What is out of the ordinary about a conversation as a whole, one bit each; 0 is an ordinary one. */
export const conversationFlags = {
  excluded: 1,
  ineligible: 2,
  byTeam: 4,
  incomplete: 8,
  duplicateEvents: 16,
  outOfOrder: 32,
} as const;

const FIRST_CAPACITY = 64;

/**
 * What judging needs of one conversation, in typed columns; the row of an event is its place in the history. A scratch:
 * filled again and again, it grows to the longest history it has seen. Only the first `count` rows are of this conversation.
 */
export class EventTable {
  /** Events in the history. All are there, also those that decide nothing: that one begins to exist is a change as well. */
  count = 0;
  /** Epoch ms. */
  startedAt = NaN;
  /** Epoch ms; NaN where the ticket tells none. */
  ticketClosedAt = NaN;
  /** Epoch ms; NaN where the source tells none. */
  updatedAt = NaN;
  /** Bits of {@link conversationFlags}. */
  flags = 0;
  /** The set of the codes that occur, so that nobody looks for what is not there. */
  occurring = 0;
  /** `eventCodes` by event. */
  codes = new Uint8Array(FIRST_CAPACITY);
  /** Epoch ms by event, ascending. */
  at = new Float64Array(FIRST_CAPACITY);
  /**
   * Whom or what each event names: the number of a teammate (assigned to one, closed by one), or of feedback the row of the
   * event it is about, {@link NONE} or {@link ELSEWHERE}. {@link NONE} for everything else.
   */
  refs = new Int32Array(FIRST_CAPACITY);

  /**
   * Takes in a conversation in place of the one before.
   * @param teammateNumber the number, 1 or above, that stands for a teammate's id; one without an id is `unknown`
   */
  fillFrom(conversation: Conversation, teammateNumber: (id: string, name: string | null) => number): void {
    const { events } = conversation;
    this.reserve(events.length);
    this.count = events.length;
    this.startedAt = conversation.startedAt;
    this.ticketClosedAt = conversation.ticket?.closedAt ?? NaN;
    this.updatedAt = conversation.updatedAt ?? NaN;
    this.flags = flagsOf(conversation);
    this.occurring = 0;
    let places: ReadonlyMap<string, number> | null = null;
    for (let index = 0; index < events.length; index++) {
      const event = events[index]!;
      const code = codeOf(event);
      this.codes[index] = code;
      this.at[index] = event.at;
      this.occurring |= 1 << code;
      if (namesTeammate(code)) this.refs[index] = numberOf(teammateOf(event), teammateNumber);
      else if (event.messageId === null) this.refs[index] = NONE;
      else this.refs[index] = (places ??= placesById(events)).get(event.messageId) ?? ELSEWHERE;
    }
  }

  /** Makes room for so many events. What the rows held may be lost. */
  reserve(count: number): void {
    if (count <= this.codes.length) return;
    const capacity = Math.max(count, this.codes.length * 2);
    this.codes = new Uint8Array(capacity);
    this.at = new Float64Array(capacity);
    this.refs = new Int32Array(capacity);
  }

  /** Shows the number of every teammate that an event names, once for each event, and puts in its place what comes back. */
  renumberTeammates(renumber: (teammate: number) => number): void {
    for (let index = 0; index < this.count; index++)
      if (namesTeammate(this.codes[index]!)) this.refs[index] = renumber(this.refs[index]!);
  }
}

function flagsOf(conversation: Conversation): number {
  return (
    (conversation.excluded === null ? 0 : conversationFlags.excluded) |
    (conversation.eligible ? 0 : conversationFlags.ineligible) |
    (conversation.initiatedBy === 'visitor' ? 0 : conversationFlags.byTeam) |
    (conversation.complete ? 0 : conversationFlags.incomplete) |
    (conversation.duplicateEvents === 0 ? 0 : conversationFlags.duplicateEvents) |
    (conversation.outOfOrder ? conversationFlags.outOfOrder : 0)
  );
}

function teammateOf(event: CheckedEvent): CheckedEvent['by'] {
  return event.type === 'closed' ? event.by : event.to;
}

function numberOf(teammate: CheckedEvent['by'], teammateNumber: (id: string, name: string | null) => number): number {
  return teammate?.id == null ? teammateNumber('unknown', null) : teammateNumber(teammate.id, teammate.name ?? null);
}

/** Ids are unique inside a conversation: the door left out what was told twice. */
function placesById(events: readonly CheckedEvent[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let index = 0; index < events.length; index++) {
    const { id } = events[index]!;
    if (id !== null) places.set(id, index);
  }
  return places;
}
