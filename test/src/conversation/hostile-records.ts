import { DataError } from '../../../src/errors.js';
import type { MalformedRecord } from './malformed-records.js';

/** Records that are no plain data at all, and records that try to do something when they are read. */

const T0 = Date.UTC(2026, 2, 2, 9);
const message = { type: 'message', at: T0, by: { kind: 'agent' } };
const good = (id: string): Record<string, unknown> => ({ id, startedAt: T0, events: [] });

function throwing(what: unknown): () => never {
  return () => {
    throw what;
  };
}

function withGetter(base: object, key: string, get: () => unknown): object {
  return Object.defineProperty({ ...base }, key, { get, enumerable: true, configurable: true });
}

function revoked(target: object): object {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

/** A JSON text whose object carries the key as its own, as an attacker's would. */
function fromJson(id: string, place: 'record' | 'event' | 'by' | 'ticket' | 'source', key: string): unknown {
  const poison = `"${key}":{"polluted":true}`;
  const by = place === 'by' ? `{"kind":"agent",${poison}}` : '{"kind":"agent"}';
  const sources = place === 'source' ? `[{${poison}}]` : '[]';
  const event = `{"type":"message","at":${T0},"by":${by},"sources":${sources}${place === 'event' ? `,${poison}` : ''}}`;
  const ticket = place === 'ticket' ? `,"ticket":{"id":"t",${poison}}` : '';
  return JSON.parse(
    `{"id":"${id}","startedAt":${T0},"events":[${event}]${ticket}${place === 'record' ? `,${poison}` : ''}}`,
  );
}

const places = {
  record: '',
  event: 'events[0].',
  by: 'events[0].by.',
  ticket: 'ticket.',
  source: 'events[0].sources[0].',
} as const;
const pollutingKeys = ['__proto__', 'constructor', 'prototype'] as const;

/** Own keys that would reach a prototype if they were copied. */
export const polluting: readonly MalformedRecord[] = [
  ...Object.entries(places).flatMap(([place, path]) =>
    pollutingKeys.map((key): MalformedRecord => {
      const id = `polluting-${place}-${key}`;
      const record = fromJson(id, place as keyof typeof places, key);
      return { wrong: `${path}${key} from JSON`, record, field: `${path}${key}`, id };
    }),
  ),
  ...pollutingKeys.map((key): MalformedRecord => {
    const record = Object.defineProperty(good(`defined-${key}`), key, { value: { polluted: true }, enumerable: false });
    return { wrong: `${key} by defineProperty`, record, field: key, id: `defined-${key}` };
  }),
];

/** No objects with an id, so that nothing but their place in the list tells which they were. */
export const noRecords: readonly MalformedRecord[] = [
  ['null', null],
  ['undefined', undefined],
  ['a text', '{"id":"c-1"}'],
  ['an empty text', ''],
  ['a text of 10 MB', 'x'.repeat(10_000_000)],
  ['a number', 5],
  ['NaN', NaN],
  ['a boolean', true],
  ['a symbol', Symbol('x'.repeat(10_000))],
  ['a bigint', 5n],
  ['a bigint of many digits', 7n ** 5_000n],
  ['a function', () => good('c-1')],
  ['an array', [good('c-1')]],
].map(([wrong, record]) => ({ wrong: `a record is ${String(wrong)}`, record, field: '' }));

/** What a getter throws to pass for a refusal of the door's own. */
const forged = new DataError({ id: 'another', field: 'id', value: 'x', message: 'x'.repeat(10_000) });

const circular = good('circular');
circular['events'] = [circular];
circular['self'] = circular;
const circularActor: Record<string, unknown> = { kind: 'agent' };
circularActor['id'] = circularActor;

/** Objects that are no plain data: refused for the first thing they lack, or for failing when read. */
export const unreadable: readonly MalformedRecord[] = [
  { wrong: 'a Date', record: new Date(T0), field: 'id' },
  { wrong: 'a Map', record: new Map([['id', 'c-1']]), field: 'id' },
  {
    wrong: 'an instance with other fields',
    record: new (class Row {
      readonly number = 'c-1';
    })(),
    field: 'id',
  },
  { wrong: 'an error', record: new Error('no'), field: 'id' },
  { wrong: 'a record in itself', record: circular, field: 'events[0].type', id: 'circular' },
  {
    wrong: 'an actor in itself',
    record: { ...good('actor'), events: [{ ...message, by: circularActor }] },
    field: 'events[0].by.id',
    id: 'actor',
  },
  { wrong: 'an id that throws', record: withGetter(good('x'), 'id', throwing(new Error('no id'))), field: '' },
  {
    wrong: 'a channel that throws',
    record: withGetter(good('getter'), 'channel', throwing(new Error('no. Really. No.'))),
    field: '',
    id: 'getter',
  },
  {
    wrong: 'a getter that throws a text of 10 MB',
    record: withGetter(good('loud'), 'topic', throwing(new Error('x'.repeat(10_000_000)))),
    field: '',
    id: 'loud',
  },
  ...[undefined, null, 'why', 5n, Symbol('why'), revoked({}), revoked(new Error('x')), forged].map(
    (thrown, index): MalformedRecord => ({
      wrong: `a getter that throws what is no error (${index})`,
      record: withGetter(good(`thrown-${index}`), 'topic', throwing(thrown)),
      field: '',
      id: `thrown-${index}`,
    }),
  ),
  {
    wrong: 'an event that throws',
    record: { ...good('event'), events: [message, withGetter(message, 'at', throwing(new Error('no')))] },
    field: 'events[1]',
    id: 'event',
  },
  { wrong: 'a revoked proxy', record: revoked({}), field: '' },
  { wrong: 'a proxy of a revoked one', record: new Proxy(revoked({}), {}), field: '' },
  {
    wrong: 'a history that is a revoked proxy',
    record: { ...good('history'), events: revoked([]) },
    field: '',
    id: 'history',
  },
  {
    wrong: 'a history whose length throws',
    record: { ...good('length'), events: new Proxy([], { get: throwing(new Error('no length')) }) },
    field: '',
    id: 'length',
  },
  {
    wrong: 'a proxy that throws at every key',
    record: new Proxy(good('x'), { getOwnPropertyDescriptor: throwing(new Error('no keys')) }),
    field: '',
  },
  {
    wrong: 'a source that is a revoked proxy',
    record: { ...good('source'), events: [{ ...message, sources: [revoked({})] }] },
    field: 'events[0]',
    id: 'source',
  },
  {
    wrong: 'a text of controls that escape to six times their length',
    record: { ...good('\u0001'.repeat(900)), channel: '\u0002'.repeat(2_000) },
    field: 'channel',
    id: '\u0001'.repeat(900),
  },
];
