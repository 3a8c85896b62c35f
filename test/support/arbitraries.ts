/**
 * Random conversations that are valid and hit the corners: everything happens on a coarse grid of instants, one
 * millisecond beside it at times, so that ties and the exact edges of the 72-hour window are common.
 */
import * as fc from 'fast-check';
import { actorKinds, exclusions, feedbackValues, handoffCauses, initiators } from '../../src/conversation/record.js';
import type {
  Actor,
  ConversationEvent,
  ConversationRecord,
  Instant,
  MessageEvent,
  Ticket,
} from '../../src/conversation/record.js';

const HOUR = 60 * 60 * 1000;

/** Where the grid starts: a Monday morning, three weeks before the clocks change in Europe. Epoch ms. */
export const gridStart = Date.UTC(2026, 2, 2, 9);
/** Distance of two instants on the grid; six of them are the default window, two a window of a day. */
export const gridStepMs = 12 * HOUR;
/** Steps of the grid that conversations happen on. */
export const gridSteps = 28;

/** What random conversations may hold. */
export interface RecordOptions {
  /** Ids that a record may have; default `c1` to `c6`. */
  readonly ids?: readonly string[];
  /** Events a record has before duplicates are added; default 12. */
  readonly maxEvents?: number;
  /** Give every event a `seq` and no id twice, so that no order of the array can matter; default false. */
  readonly distinctOrder?: boolean;
}

/** A clock around the time of the conversations, epoch ms. */
export function now(): fc.Arbitrary<number> {
  return fc.oneof(
    { arbitrary: gridInstant(-1, gridSteps + 8), weight: 4 },
    { arbitrary: fc.constant(gridStart + (gridSteps + 60) * gridStepMs), weight: 1 },
  );
}

/** One valid conversation. */
export function conversationRecord(options: RecordOptions = {}): fc.Arbitrary<ConversationRecord> {
  const { ids = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'] } = options;
  return fc.record(
    {
      id: fc.constantFrom(...ids),
      updatedAt: nullable(instant()),
      startedAt: written(gridInstant(-1, 12)),
      channel: fc.constantFrom('chat', 'chat', 'email', 'Chat', 'unknown', '', null),
      initiatedBy: rarely(fc.constantFrom(...initiators, null)),
      eligible: rarely(fc.constantFrom(true, false, null)),
      excluded: rarely(fc.constantFrom(...exclusions)),
      complete: fc.constantFrom(true, false, null),
      ticket: nullable(ticket()),
      topic: fc.constantFrom('Returns', '', null),
      events: options.distinctOrder === true ? distinctEvents(options) : eventsWithDuplicates(options),
    },
    { requiredKeys: ['id', 'startedAt', 'events'] },
  );
}

/** Valid conversations as they arrive: several versions of one among them, whose versions all have an `updatedAt` or none. */
export function conversationRecords(
  options: RecordOptions & { readonly maxLength?: number } = {},
): fc.Arbitrary<ConversationRecord[]> {
  const { maxLength = 12, ids = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'] } = options;
  return fc.array(conversationRecord(options), { maxLength }).map((records) =>
    records.map((record) => {
      const { updatedAt, ...rest } = record;
      // Where only one of two versions tells when it was updated, nothing says which of them stands.
      return ids.indexOf(record.id) % 2 === 0 ? { ...rest, updatedAt: updatedAt ?? gridStart } : rest;
    }),
  );
}

/** One valid event, of any type and by anybody, with or without an id. */
export function conversationEvent(): fc.Arbitrary<ConversationEvent> {
  const base = { at: instant(), id: eventId(), seq: fc.constantFrom(0, 1, 2, -1, null) };
  const requiredKeys = ['type', 'at'] as const;
  const handoff = {
    ...base,
    type: fc.constant('handoff' as const),
    cause: fc.constantFrom(...handoffCauses),
    to: nullable(actor()),
  };
  const assignment = {
    ...base,
    type: fc.constant('assignment' as const),
    to: nullable(actor()),
    by: nullable(actor()),
  };
  const feedback = {
    ...base,
    type: fc.constant('feedback' as const),
    value: fc.constantFrom(...feedbackValues),
    messageId: fc.constantFrom('m1', 'm2', 'm3', 'gone', null),
  };
  const request = { ...base, type: fc.constant('transfer-request' as const) };
  const closing = {
    ...base,
    type: fc.constantFrom('closed' as const, 'closed' as const, 'reopened' as const),
    by: nullable(actor()),
  };
  return fc.oneof(
    { arbitrary: message(), weight: 10 },
    { arbitrary: fc.record(handoff, { requiredKeys: [...requiredKeys, 'cause'] }), weight: 2 },
    { arbitrary: fc.record(assignment, { requiredKeys: [...requiredKeys] }), weight: 4 },
    { arbitrary: fc.record(feedback, { requiredKeys: [...requiredKeys, 'value'] }), weight: 4 },
    { arbitrary: fc.record(request, { requiredKeys: [...requiredKeys] }), weight: 1 },
    { arbitrary: fc.record(closing, { requiredKeys: [...requiredKeys] }), weight: 3 },
  );
}

/** An instant near the grid, as epoch ms or as ISO 8601 with `Z` or an offset. */
export function instant(): fc.Arbitrary<Instant> {
  return written(gridInstant(-2, gridSteps));
}

function message(): fc.Arbitrary<MessageEvent> {
  const source = fc.record(
    { title: fc.constantFrom('Returns', null), url: fc.constantFrom('https://help.example/returns', null) },
    { requiredKeys: [] },
  );
  const action = fc.record(
    { name: fc.constantFrom('refund', 'lookup'), ok: fc.constantFrom(true, false, false, null) },
    { requiredKeys: ['name'] },
  );
  return fc.record(
    {
      type: fc.constant('message' as const),
      at: instant(),
      by: fc.oneof({ arbitrary: fc.constant<Actor>({ kind: 'agent' }), weight: 2 }, { arbitrary: actor(), weight: 1 }),
      id: fc.constantFrom('m1', 'm2', 'm3', null),
      seq: fc.constantFrom(0, 1, 2, -1, null),
      public: rarely(fc.constantFrom(true, false, null)),
      // Mostly present and empty, so that all three kinds of grounding are common.
      sources: fc.oneof(fc.constant([]), fc.array(source, { maxLength: 2 }), fc.constant(null)),
      actions: fc.oneof(fc.constant([]), fc.array(action, { maxLength: 2 }), fc.constant([]), fc.constant(null)),
      text: fc.constantFrom('Hello', '', null),
    },
    { requiredKeys: ['type', 'at', 'by'] },
  );
}

function actor(): fc.Arbitrary<Actor> {
  const kind = fc.constantFrom(...actorKinds, 'teammate' as const, 'teammate' as const, 'agent' as const);
  return fc.record(
    { kind, id: fc.constantFrom('ana', 'bo', 'chi', null), name: fc.constantFrom('Ana', null) },
    { requiredKeys: ['kind'] },
  );
}

function ticket(): fc.Arbitrary<Ticket> {
  return fc.record(
    { id: fc.constant('t1'), url: fc.constantFrom('https://desk.example/t1', null), closedAt: nullable(instant()) },
    { requiredKeys: ['id'] },
  );
}

function eventId(): fc.Arbitrary<string | null> {
  return fc.oneof(
    { arbitrary: fc.constant(null), weight: 3 },
    { arbitrary: fc.constantFrom('e1', 'e2', 'e3', 'e4', 'e5', 'e6', 'm1'), weight: 1 },
  );
}

function distinctEvents({ maxEvents = 12 }: RecordOptions): fc.Arbitrary<ConversationEvent[]> {
  return fc
    .uniqueArray(conversationEvent(), { maxLength: maxEvents, selector: ({ id }) => id ?? Symbol('no id') })
    .map((events) => events.map((event, place) => ({ ...event, seq: place })));
}

/** Events with some of those that have no id listed a second time, anywhere, written another way. */
function eventsWithDuplicates({ maxEvents = 12 }: RecordOptions): fc.Arbitrary<ConversationEvent[]> {
  return fc
    .tuple(
      fc.array(conversationEvent(), { maxLength: maxEvents }),
      fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 })), { maxLength: 2 }),
    )
    .map(([events, copies]) =>
      copies.reduce((soFar, [from, to]) => {
        const original = soFar[from % Math.max(1, soFar.length)];
        if (original === undefined || (original.id ?? null) !== null) return soFar;
        return soFar.toSpliced(to % (soFar.length + 1), 0, writtenAnew(original));
      }, events),
    );
}

/** The same event with its keys in reverse, its instant in the other form, and nothing where null stood. */
function writtenAnew(event: ConversationEvent): ConversationEvent {
  const at = typeof event.at === 'number' ? isoWithOffset(event.at, 330) : Date.parse(event.at);
  const fields = Object.entries({ ...event, at }).filter(([, value]) => value !== null);
  return Object.fromEntries(fields.toReversed()) as unknown as ConversationEvent;
}

function gridInstant(firstStep: number, lastStep: number): fc.Arbitrary<number> {
  const beside = fc.constantFrom(0, 0, 0, 0, -1, 1);
  return fc
    .tuple(fc.integer({ min: firstStep, max: lastStep }), beside)
    .map(([step, ms]) => gridStart + step * gridStepMs + ms);
}

function written(instants: fc.Arbitrary<number>): fc.Arbitrary<Instant> {
  return fc.tuple(instants, fc.constantFrom('ms', 'ms', 'Z', '+05:30', '-03:00')).map(([at, form]) => {
    if (form === 'ms') return at;
    if (form === 'Z') return new Date(at).toISOString();
    return isoWithOffset(at, form === '+05:30' ? 330 : -180);
  });
}

function isoWithOffset(at: number, minutes: number): string {
  const local = new Date(at + minutes * 60_000).toISOString().replace('.000', '').replace('Z', '');
  const size = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function nullable<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.option(values, { nil: null, freq: 4 });
}

/** Null seven times of eight, so that most conversations are ordinary ones. */
function rarely<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.oneof({ arbitrary: fc.constant(null), weight: 7 }, { arbitrary: values, weight: 1 });
}
