import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseConversation } from '../../../src/conversation/parse.js';
import { DataError } from '../../../src/errors.js';

const T0 = Date.UTC(2026, 2, 2, 9);
const reply = { type: 'message', at: T0, by: { kind: 'agent' } };
const parse = (events: readonly unknown[], more: object = {}): ReturnType<typeof parseConversation> =>
  parseConversation({ id: 'c-1', startedAt: T0, events, ...more });

describe('parseConversation', () => {
  it('fills in the defaults', () => {
    assert.deepEqual(parse([]), {
      id: 'c-1',
      updatedAt: null,
      startedAt: T0,
      channel: 'unknown',
      initiatedBy: 'visitor',
      eligible: true,
      excluded: null,
      complete: true,
      url: null,
      ticket: null,
      topic: null,
      events: [],
      duplicateEvents: 0,
      outOfOrder: false,
    });
  });

  it('reads null as absent everywhere', () => {
    const fields = [
      'updatedAt',
      'channel',
      'initiatedBy',
      'eligible',
      'excluded',
      'complete',
      'url',
      'ticket',
      'topic',
    ];
    const nothing = Object.fromEntries(fields.map((field) => [field, null]));
    assert.deepEqual(parse([], nothing), parse([]));
    const event = { ...reply, id: null, seq: null, public: null, sources: null, actions: null, text: null };
    assert.deepEqual(parse([event]), parse([reply]));
    assert.deepEqual(
      parse([{ type: 'handoff', at: T0, cause: 'agent', to: null }]),
      parse([{ type: 'handoff', at: T0, cause: 'agent' }]),
    );
  });

  it('tells sources that are none from sources that are unknown', () => {
    const [unknown, none] = [parse([reply]), parse([{ ...reply, sources: [], actions: [] }])];
    assert.deepEqual([unknown.events[0]?.sources, unknown.events[0]?.actions], [null, null]);
    assert.deepEqual([none.events[0]?.sources, none.events[0]?.actions], [[], []]);
  });

  it('compares channels as written, and calls an empty one unknown', () => {
    assert.deepEqual(
      ['Chat', ' chat', ''].map((channel) => parse([], { channel }).channel),
      ['Chat', ' chat', 'unknown'],
    );
  });

  it('leaves fields out that it does not know, whatever they hold', () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    const record = parse([{ ...reply, circular, weight: 10n }], { circular, toString: () => 'x' });
    assert.deepEqual(record, parse([reply]));
  });

  it('orders events by instant, then seq, then place, whatever form the instants have', () => {
    const events = [
      { type: 'closed', at: T0 + 1, id: 'd' },
      { type: 'closed', at: new Date(T0).toISOString(), id: 'b', seq: 1 },
      { type: 'closed', at: '2026-03-02T10:00:00+01:00', id: 'c', seq: 1 },
      { type: 'closed', at: T0, id: 'a', seq: -0.5 },
    ];
    const record = parse(events);
    assert.deepEqual(
      record.events.map(({ id }) => id),
      ['a', 'b', 'c', 'd'],
    );
    assert.equal(record.outOfOrder, true);
    assert.equal(parse(record.events.map(({ type, at, id, seq }) => ({ type, at, id, seq }))).outOfOrder, false);
  });

  it('lets the later-listed of two events with one id win, in the earlier one’s place', () => {
    const record = parse([
      { type: 'feedback', at: T0, id: 'f', value: 'negative' },
      { type: 'closed', at: T0, id: 'c' },
      { type: 'feedback', at: T0, id: 'f', value: 'positive' },
    ]);
    assert.deepEqual(
      record.events.map(({ id, value }) => [id, value]),
      [
        ['f', 'positive'],
        ['c', null],
      ],
    );
    assert.equal(record.duplicateEvents, 1);
  });

  it('counts events without an id once where they are equal in every field, however they are written', () => {
    const first = { type: 'message', at: T0, by: { kind: 'agent', name: 'Ada' }, sources: [{ title: 'A', url: null }] };
    const again = {
      sources: [{ title: 'A' }],
      by: { name: 'Ada', kind: 'agent', id: null },
      at: '2026-03-02T09:00Z',
      type: 'message',
    };
    const record = parse([first, again, { ...first, public: true, seq: 0 }]);
    assert.deepEqual([record.events.length, record.duplicateEvents], [1, 2]);
  });

  it('keeps events apart that differ in any field', () => {
    const variants = [
      reply,
      { ...reply, at: T0 + 1 },
      { ...reply, seq: 1 },
      { ...reply, public: false },
      { ...reply, by: { kind: 'agent', id: 'b' } },
      { ...reply, by: { kind: 'agent', name: 'b' } },
      { ...reply, by: { kind: 'bot' } },
      { ...reply, sources: [] },
      { ...reply, sources: [{}] },
      { ...reply, sources: [{ title: 'A' }] },
      { ...reply, actions: [] },
      { ...reply, actions: [{ name: 'refund' }] },
      { ...reply, actions: [{ name: 'refund', ok: false }] },
      { ...reply, text: '' },
      { ...reply, id: 'm' },
      { type: 'transfer-request', at: T0 },
    ];
    assert.deepEqual(parse([...variants, ...variants]).events.length, variants.length);
  });

  it('takes a class’s instances and objects without a prototype', () => {
    class Row {
      readonly id = 'c-1';
      readonly startedAt = T0;
      get events(): readonly unknown[] {
        return [Object.assign(Object.create(null), reply)];
      }
    }
    assert.deepEqual(parseConversation(new Row()), parse([reply]));
  });

  it('shares nothing that can change with what it was given', () => {
    const sources = [{ title: 'A' }];
    const record = { id: 'c-1', startedAt: T0, events: [{ ...reply, sources }] };
    const conversation = parseConversation(record);
    sources[0]!.title = 'B';
    record.events.length = 0;
    assert.equal(conversation.events[0]?.sources?.[0]?.title, 'A');
  });

  it('refuses more than a page can bear, by name', () => {
    const long = 'x'.repeat(1_000_001);
    const refusals: readonly (readonly [string, object])[] = [
      ['id', { id: 'x'.repeat(1_001) }],
      ['channel', { channel: 'x'.repeat(1_001) }],
      ['url', { url: 'x'.repeat(8_001) }],
      ['events', { events: Array.from({ length: 100_001 }, () => reply) }],
      ['events[0].text', { events: [{ ...reply, text: long }] }],
      ['events[0].sources', { events: [{ ...reply, sources: Array.from({ length: 1_001 }, () => ({})) }] }],
    ];
    for (const [field, more] of refusals)
      assert.throws(
        () => parse([], more),
        (error) => error instanceof DataError && error.field === field,
        field,
      );
  });
});
