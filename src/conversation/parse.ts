import { UNKNOWN_CHANNEL, type CheckedActor, type CheckedEvent, type Conversation } from './conversation.js';
import { Door, reasonOf } from './door.js';
import {
  actorKinds,
  eventTypes,
  exclusions,
  feedbackValues,
  handoffCauses,
  initiators,
  type Action,
  type Source,
} from './record.js';

/** What one record may hold at the most; more is refused by name, so that one bad record cannot take the page down. */
const MOST = { label: 1_000, url: 8_000, text: 1_000_000, events: 100_000, references: 1_000 } as const;

/**
 * Checks one untrusted record and hands it back in the form everything else works on.
 * @throws {DataError} naming the record's id, the field, the value and the way out
 */
export function parseConversation(raw: unknown): Conversation {
  const door = new Door('conversation');
  try {
    return parseRecord(raw, door);
  } catch (error) {
    // Not `instanceof`: a getter can throw a DataError of its own making, or a proxy that throws when it is asked.
    if (door.refusal !== null && error === door.refusal) throw error;
    return refuseUnreadable(door, raw, error);
  }
}

/** A getter or proxy of the source threw: still a refusal by name of the entry it is in, not a crash. */
function refuseUnreadable(door: Door, raw: unknown, error: unknown): never {
  door.enterInner();
  return door.refuse('', raw, `expected data that can be read (${reasonOf(error)}). Hand over plain data`);
}

function parseRecord(raw: unknown, door: Door): Conversation {
  door.id = readableId(raw); // So that whatever is wrong about the record itself is refused by name as well.
  const record = door.object(raw, '');
  const id = door.text(record['id'], 'id', MOST.label);
  door.id = id;
  const startedAt = door.instant(record['startedAt'], 'startedAt');
  const ticket = parseTicket(record['ticket'], door);
  const updatedAt = door.optionalInstant(record['updatedAt'], 'updatedAt');
  const channel = door.optionalText(record['channel'], 'channel', MOST.label) || UNKNOWN_CHANNEL;
  const initiatedBy = door.oneOf(record['initiatedBy'] ?? 'visitor', 'initiatedBy', initiators);
  const eligible = door.optionalBoolean(record['eligible'], 'eligible') ?? true;
  const excluded = record['excluded'] == null ? null : door.oneOf(record['excluded'], 'excluded', exclusions);
  const complete = door.optionalBoolean(record['complete'], 'complete') ?? true;
  const url = door.optionalText(record['url'], 'url', MOST.url);
  const topic = door.optionalText(record['topic'], 'topic', MOST.label);
  const { events, duplicateEvents, outOfOrder } = parseEvents(record['events'], door);
  // Written out: spreading two objects into one would cost as much as reading all its fields.
  return {
    id,
    updatedAt,
    startedAt,
    channel,
    initiatedBy,
    eligible,
    excluded,
    complete,
    url,
    ticket,
    topic,
    events,
    duplicateEvents,
    outOfOrder,
  };
}

function readableId(raw: unknown): string | undefined {
  const id =
    typeof raw === 'object' && raw !== null && Object.hasOwn(raw, 'id') ? (raw as { id: unknown }).id : undefined;
  return typeof id === 'string' && id !== '' && id.length <= MOST.label ? id : undefined;
}

function parseTicket(raw: unknown, door: Door): Conversation['ticket'] {
  if (raw === undefined || raw === null) return null;
  const ticket = door.object(raw, 'ticket');
  return {
    id: door.text(ticket['id'], 'ticket.id', MOST.label),
    url: door.optionalText(ticket['url'], 'ticket.url', MOST.url),
    closedAt: door.optionalInstant(ticket['closedAt'], 'ticket.closedAt'),
  };
}

/** The history without its duplicates, in order. */
function parseEvents(raw: unknown, door: Door): Pick<Conversation, 'events' | 'duplicateEvents' | 'outOfOrder'> {
  const list = door.list(raw, 'events', MOST.events);
  const events: CheckedEvent[] = [];
  const placeById = new Map<string, number>();
  const withoutId = new RepeatFinder();
  for (let index = 0; index < list.length; index++) {
    door.enter('events', index);
    const event = parseEvent(list[index], door);
    const place = event.id === null ? undefined : placeById.get(event.id);
    if (place !== undefined) {
      events[place] = event; // The later-listed one wins, in the earlier one's place.
      continue;
    }
    if (event.id === null && withoutId.isRepeat(event)) continue;
    if (event.id !== null) placeById.set(event.id, events.length);
    events.push(event);
  }
  door.enter();
  const outOfOrder = events.some((event, index) => index > 0 && inOrder(events[index - 1]!, event) > 0);
  if (outOfOrder) events.sort(inOrder); // Array.sort is stable: the place in the array breaks the last tie.
  return { events, duplicateEvents: list.length - events.length, outOfOrder };
}

function inOrder(a: CheckedEvent, b: CheckedEvent): number {
  return a.at - b.at || a.seq - b.seq;
}

function parseEvent(raw: unknown, door: Door): CheckedEvent {
  const event = door.object(raw, '');
  const type = door.oneOf(event['type'], 'type', eventTypes);
  const isMessage = type === 'message';
  return {
    type,
    at: door.instant(event['at'], 'at'),
    id: event['id'] == null ? null : door.text(event['id'], 'id', MOST.label),
    seq: parseSeq(event['seq'], door),
    by: parseActor(event['by'], 'by', door, isMessage),
    to: type === 'handoff' || type === 'assignment' ? parseActor(event['to'], 'to', door, false) : null,
    public: !isMessage || (door.optionalBoolean(event['public'], 'public') ?? true),
    sources: isMessage ? parseEntries(event['sources'], 'sources', door, parseSource) : null,
    actions: isMessage ? parseEntries(event['actions'], 'actions', door, parseAction) : null,
    text: isMessage ? door.optionalText(event['text'], 'text', MOST.text) : null,
    cause: type === 'handoff' ? door.oneOf(event['cause'], 'cause', handoffCauses) : null,
    value: type === 'feedback' ? door.oneOf(event['value'], 'value', feedbackValues) : null,
    messageId: type === 'feedback' ? door.optionalText(event['messageId'], 'messageId', MOST.label) : null,
  };
}

function parseSeq(raw: unknown, door: Door): number {
  if (raw === undefined || raw === null) return 0;
  if (typeof raw !== 'number' || !Number.isFinite(raw))
    door.refuse('seq', raw, 'expected a finite number. Leave it out where there is none');
  return raw;
}

const actorFields = {
  by: { kind: 'by.kind', id: 'by.id', name: 'by.name' },
  to: { kind: 'to.kind', id: 'to.id', name: 'to.name' },
} as const;

function parseActor(raw: unknown, field: 'by' | 'to', door: Door, required: boolean): CheckedActor | null {
  if ((raw === undefined || raw === null) && !required) return null;
  const actor = door.object(raw, field);
  const fields = actorFields[field];
  return {
    kind: door.oneOf(actor['kind'], fields.kind, actorKinds),
    id: door.optionalText(actor['id'], fields.id, MOST.label) || null,
    name: door.optionalText(actor['name'], fields.name, MOST.label),
  };
}

/** Every place of a list, the holes of a sparse one too: `map` would step over them and leave them unchecked. */
function parseEntries<T>(
  raw: unknown,
  field: 'sources' | 'actions',
  door: Door,
  parse: (entry: Record<string, unknown>, door: Door) => T,
): readonly T[] | null {
  if (raw === undefined || raw === null) return null;
  const list = door.list(raw, field, MOST.references);
  const { length } = list;
  const entries: T[] = [];
  for (let index = 0; index < length; index++) {
    door.enterInner(field, index);
    entries.push(parse(door.object(list[index], ''), door));
  }
  door.enterInner();
  return entries;
}

function parseSource(source: Record<string, unknown>, door: Door): Source {
  return {
    title: door.optionalText(source['title'], 'title', MOST.label),
    url: door.optionalText(source['url'], 'url', MOST.url),
  };
}

function parseAction(action: Record<string, unknown>, door: Door): Action {
  return {
    name: door.text(action['name'], 'name', MOST.label),
    ok: door.optionalBoolean(action['ok'], 'ok'),
  };
}

/** Finds events without an id that are equal in every field to one before. Texts are only made where two share an instant. */
class RepeatFinder {
  readonly #byInstant = new Map<number, { readonly first: CheckedEvent; texts: Set<string> | null }>();

  isRepeat(event: CheckedEvent): boolean {
    const known = this.#byInstant.get(event.at);
    if (known === undefined) {
      this.#byInstant.set(event.at, { first: event, texts: null });
      return false;
    }
    known.texts ??= new Set([JSON.stringify(known.first)]);
    const text = JSON.stringify(event);
    const repeat = known.texts.has(text);
    known.texts.add(text);
    return repeat;
  }
}
