/** Records that are wrong in one way each, by what is wrong: what a source sends on a bad day, and what an attacker would. */

/** A record that is refused, and how. */
export interface MalformedRecord {
  /** What is wrong with it. */
  readonly wrong: string;
  readonly record: unknown;
  /** The field the refusal names. */
  readonly field: string;
  /** The id the refusal names; absent where none can be read. */
  readonly id?: string;
}

const T0 = Date.UTC(2026, 2, 2, 9);
const HUGE = 'x'.repeat(10_000_000);

const words = (value: unknown): string => {
  if (typeof value === 'string') return value.length > 40 ? `a text of ${value.length}` : JSON.stringify(value);
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'symbol') return String(value);
  if (typeof value === 'function') return 'a function';
  return Array.isArray(value) ? `an array of ${value.length}` : String(Object.prototype.toString.call(value));
};

const notTexts: readonly unknown[] = [
  5,
  true,
  {},
  ['a'],
  Symbol('text'),
  5n,
  () => 'text',
  new Date(T0),
  new String('a'),
];
const notBooleans: readonly unknown[] = ['true', 0, 1, {}, [], new Boolean(true)];
const notObjects: readonly unknown[] = ['agent', 5, true, [], Symbol('actor'), 5n, () => ({})];
const notInstants: readonly unknown[] = [
  '2026-03-02T09:00:00',
  '2026-03-02',
  '2026-02-30T09:00:00Z',
  '',
  HUGE,
  1_772_442_000,
  NaN,
  Infinity,
  -Infinity,
  1_772_442_000_000.5,
  1e300,
  new Date(T0),
  1_772_442_000_000n,
  true,
  {},
  [T0],
  Symbol('now'),
];
const notWords: readonly unknown[] = [
  'teleport',
  '',
  5,
  {},
  ['visitor'],
  Symbol('visitor'),
  new String('visitor'),
  '__proto__',
];

let number = 0;

/** A good record with one field, at the top or in its one event, that is not. */
function withField(field: string, value: unknown, event?: object): MalformedRecord {
  const id = `bad-${++number}`;
  const base = { id, startedAt: T0, channel: 'chat', events: [] };
  const place = event === undefined ? field : `events[0].${field}`;
  const record =
    event === undefined ? { ...base, [field]: value } : { ...base, events: [{ ...event, [field]: value }] };
  const isId = event === undefined && field === 'id';
  return { wrong: `${place} is ${words(value)}`, record, field: place, ...(isId ? {} : { id }) };
}

function withEvent(wrong: string, event: unknown, field: string): MalformedRecord {
  const id = `bad-${++number}`;
  return { wrong, record: { id, startedAt: T0, events: [event] }, field, id };
}

const message = { type: 'message', at: T0, by: { kind: 'agent' } };
const handoff = { type: 'handoff', at: T0, cause: 'agent' };
const feedback = { type: 'feedback', at: T0, value: 'positive' };
const assignment = { type: 'assignment', at: T0 };

const each = (field: string, values: readonly unknown[], event?: object): readonly MalformedRecord[] =>
  values.map((value) => withField(field, value, event));

/** Wrong types and values, one field at a time. */
export const wrongFields: readonly MalformedRecord[] = [
  ...each('id', [...notTexts, '', null, undefined, HUGE]),
  ...each('startedAt', [...notInstants, null, undefined]),
  ...each('updatedAt', notInstants),
  ...each('channel', [...notTexts, HUGE]),
  ...each('initiatedBy', notWords),
  ...each('eligible', notBooleans),
  ...each('excluded', notWords),
  ...each('complete', notBooleans),
  ...each('url', [...notTexts, HUGE]),
  ...each('ticket', notObjects),
  ...each('topic', notTexts),
  ...each('events', [null, undefined, 'none', 5, {}, new Set(), Symbol('events'), { length: 1, 0: message }]),
  ...each('type', [...notWords, null, undefined], message),
  ...each('at', [...notInstants, null, undefined], message),
  ...each('id', [...notTexts, '', HUGE], message),
  ...each('seq', ['1', NaN, Infinity, {}, 5n, Symbol('first')], message),
  ...each('public', notBooleans, message),
  ...each('by', [...notObjects, null, undefined], message),
  ...each('text', [...notTexts, HUGE], message),
  ...each('sources', ['Returns', 5, {}, new Set()], message),
  ...each('actions', ['refund', 5, {}, new Map()], message),
  ...each('cause', [...notWords, null, undefined], handoff),
  ...each('to', notObjects, handoff),
  ...each('to', notObjects, assignment),
  ...each('by', notObjects, assignment),
  ...each('value', [...notWords, null, undefined], feedback),
  ...each('messageId', [...notTexts, HUGE], feedback),
];

/** Wrong inside of lists and objects that are right themselves. */
export const wrongInside: readonly MalformedRecord[] = [
  ...[null, undefined, 'message', 5, true, [], () => message].map((event) =>
    withEvent(`an event is ${words(event)}`, event, 'events[0]'),
  ),
  ...notWords.map((kind) => withEvent(`by.kind is ${words(kind)}`, { ...message, by: { kind } }, 'events[0].by.kind')),
  withEvent('by.id is a number', { ...message, by: { kind: 'agent', id: 5 } }, 'events[0].by.id'),
  withEvent('by.name is a number', { ...message, by: { kind: 'agent', name: 5 } }, 'events[0].by.name'),
  withEvent('to.kind is absent', { ...handoff, to: {} }, 'events[0].to.kind'),
  withEvent('a source is a text', { ...message, sources: [{}, 'Returns'] }, 'events[0].sources[1]'),
  withEvent('a source is null', { ...message, sources: [null] }, 'events[0].sources[0]'),
  withEvent('sources are sparse', { ...message, sources: sparse() }, 'events[0].sources[0]'),
  withEvent('actions are sparse', { ...message, actions: sparse() }, 'events[0].actions[0]'),
  withEvent('a source has a number for a title', { ...message, sources: [{ title: 5 }] }, 'events[0].sources[0].title'),
  withEvent('a source has a number for a url', { ...message, sources: [{ url: 5 }] }, 'events[0].sources[0].url'),
  withEvent('an action has no name', { ...message, actions: [{}] }, 'events[0].actions[0].name'),
  withEvent('an action’s ok is a text', { ...message, actions: [{ name: 'a', ok: 'no' }] }, 'events[0].actions[0].ok'),
  {
    wrong: 'the events are sparse',
    record: { id: 'sparse', startedAt: T0, events: sparse() },
    field: 'events[0]',
    id: 'sparse',
  },
  {
    wrong: 'the ticket has no id',
    record: { id: 'ticket', startedAt: T0, ticket: {}, events: [] },
    field: 'ticket.id',
    id: 'ticket',
  },
  {
    wrong: 'the ticket’s close has no offset',
    record: { id: 'ticket-2', startedAt: T0, ticket: { id: 't', closedAt: '2026-03-02T09:00:00' }, events: [] },
    field: 'ticket.closedAt',
    id: 'ticket-2',
  },
  {
    wrong: 'a huge sparse history',
    record: { id: 'huge', startedAt: T0, events: sparse(4e9) },
    field: 'events',
    id: 'huge',
  },
];

function sparse(length = 2): readonly unknown[] {
  const list: unknown[] = [];
  list.length = length;
  return list;
}
