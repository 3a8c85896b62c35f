import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { completeRules } from '../../../src/conversation/rules.js';
import { DataError, DefinitionError } from '../../../src/errors.js';
import { recordsOf } from '../../../src/load/bytes.js';
import type { MeasureName } from '../../../src/metrics/measures.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { answered, countsOf, ever, HOUR, saidBy, T0 } from './store-support.js';

const DAY = 24 * HOUR;
const bad = (id: string): object => ({ id, startedAt: 'yesterday', events: [] });

describe('createStore', () => {
  it('refuses a clock and rules that make no sense', () => {
    for (const now of [NaN, Infinity, undefined, null, '2026'])
      assert.throws(() => createStore({ now: now as number }), DefinitionError);
    assert.throws(() => createStore({ now: T0, rules: { windowMs: -1 } }), DefinitionError);
  });

  it('starts empty, with the source’s rules', () => {
    const store = createStore({ now: T0 });
    assert.deepEqual([store.size, store.changesAt, store.channels(), store.lastInstant(T0)], [0, null, [], null]);
    assert.deepEqual(store.rules, completeRules());
  });
});

describe('upsert', () => {
  it('tells new, replaced, outdated and refused records apart', () => {
    const store = createStore({ now: T0 });
    const first = store.upsert([answered('a', T0, { updatedAt: T0 }), answered('b'), bad('c'), null]);
    assert.deepEqual([first.accepted, first.replaced, first.outdated, first.rejected.length], [2, 0, 0, 2]);
    const second = store.upsert([answered('a', T0, { updatedAt: T0 - 1 }), answered('b'), answered('d')]);
    assert.deepEqual([second.accepted, second.replaced, second.outdated, second.rejected.length], [2, 1, 1, 0]);
    assert.equal(store.size, 3);
  });

  it('names what it refused by place, id, field, value and way out', () => {
    const { rejected } = createStore({ now: T0 }).upsert([answered('a'), bad('c')]);
    assert.deepEqual(rejected, [
      {
        id: 'c',
        index: 1,
        field: 'startedAt',
        value: '"yesterday"',
        message:
          'conversation "c", startedAt: expected epoch milliseconds or ISO 8601 with an offset, got "yesterday". Add the offset in your adapter.',
      },
    ]);
  });

  const version = (updatedAt: number | null, channel: string): object => answered('a', T0, { updatedAt, channel });
  const arrivals: readonly (readonly [string, readonly object[], string])[] = [
    ['the later updatedAt after the earlier', [version(T0, 'old'), version(T0 + 1, 'new')], 'new'],
    ['the later updatedAt before the earlier', [version(T0 + 1, 'new'), version(T0, 'old')], 'new'],
    ['the last to arrive of two updated at once', [version(T0, 'old'), version(T0, 'new')], 'new'],
    ['the last to arrive where none tells', [version(null, 'old'), version(null, 'new')], 'new'],
    ['the last to arrive where one does not tell', [version(T0 + 1, 'old'), version(null, 'new')], 'new'],
  ];
  for (const [what, records, channel] of arrivals) {
    it(`keeps ${what}`, () => {
      const store = createStore({ now: T0 });
      store.upsert(records);
      assert.deepEqual([store.size, store.channels()], [1, [channel]]);
    });
  }

  it('keeps the version it has when a later one is refused', () => {
    const store = createStore({ now: T0 });
    store.upsert([answered('a'), { ...answered('a'), events: 'all of them' }]);
    assert.deepEqual([store.size, store.quality().rejected.count], [1, 1]);
  });

  it('counts a record that is refused twice once, and no more when it is accepted later', () => {
    const store = createStore({ now: T0 });
    store.upsert([bad('c')]);
    store.upsert([bad('c')]);
    assert.equal(store.quality().rejected.count, 1);
    assert.deepEqual(
      store.quality().rejected.examples.map(({ id }) => id),
      ['c'],
    );
    store.upsert([answered('c')]);
    assert.deepEqual(store.quality().rejected, { count: 0, examples: [] });
  });

  it('counts each refused record without an id, whatever else comes and goes', () => {
    const store = createStore({ now: T0 });
    store.upsert([bad('c'), {}]);
    store.upsert([answered('c')]);
    store.upsert([{ topic: 'a' }, bad('without an id, 0'), bad('without an id, 1')]);
    assert.equal(store.quality().rejected.count, 4);
  });

  it('counts refused records without an id once, however often a refresh hands them over again', () => {
    const store = createStore({ now: T0 });
    const line = '{"startedAt":"2026-03-02T09:00:00Z","events":[';
    for (const firstLine of [1, 1, 40]) {
      store.upsert([{ startedAt: T0, events: [] }, null, [], { id: 7 }]);
      store.upsert(recordsOf(new TextEncoder().encode(line), firstLine));
    }
    assert.equal(store.quality().rejected.count, 5);
  });

  it('takes a loader’s own refusal in a record’s place', () => {
    const refusal = new DataError({
      field: 'line 3',
      value: '"{"',
      message: 'line 3: expected JSON, got "{". Write it whole.',
    });
    const { rejected } = createStore({ now: T0 }).upsert([refusal]);
    assert.deepEqual(
      rejected.map(({ index, field }) => [index, field]),
      [[0, 'line 3']],
    );
  });

  it('takes any iterable, and keeps what came before it failed', () => {
    function* records(): Generator<object> {
      yield answered('a');
      throw new Error('the line is cut');
    }
    const store = createStore({ now: T0 });
    const { revision } = store;
    assert.throws(() => store.upsert(records()), /the line is cut/);
    assert.deepEqual([store.size, store.revision > revision], [1, true]);
  });

  it('counts ids that are names of an object’s own fields', () => {
    const store = createStore({ now: T0 });
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', ' ', 'a\u0000b'];
    store.upsert(names.map((name) => answered(name, T0, { channel: name })));
    assert.deepEqual([store.size, store.channels().length], [names.length, names.length]);
    assert.equal(store.answer({ measures: ['handled'], boundaries: ever, by: 'channel' }).by.size, names.length);
  });
});

describe('the store’s clock', () => {
  it('stands still unless it is moved: a page left open settles nothing by itself', () => {
    const store = createStore({ now: T0 });
    store.upsert([answered('a')]);
    const before = saidBy(store);
    store.upsert([]);
    store.remove(['nobody']);
    store.upsert([answered('a')]);
    assert.deepEqual(saidBy(store), before);
    assert.deepEqual(countsOf(store, 'pending', 'resolved'), [1, 0]);
  });

  it('settles at the window’s end to the millisecond, and says beforehand when', () => {
    const store = createStore({ now: T0 });
    store.upsert([answered('a')]);
    assert.equal(store.changesAt, T0 + 3 * DAY);
    store.advanceTo(T0 + 3 * DAY - 1);
    assert.deepEqual(countsOf(store, 'pending', 'resolved'), [1, 0]);
    store.advanceTo(T0 + 3 * DAY);
    assert.deepEqual(countsOf(store, 'pending', 'resolved'), [0, 1]);
    assert.equal(store.changesAt, null);
  });

  it('lets data of three days arrive first, and settles by it', () => {
    const store = createStore({ now: T0 });
    store.upsert([answered('a')]);
    const handoff = { type: 'handoff', at: T0 + DAY, cause: 'manual' } as const;
    store.upsert([answered('a', T0, { events: [...answered('a').events, handoff] })]);
    store.advanceTo(T0 + 3 * DAY);
    assert.deepEqual(countsOf(store, 'resolved', 'unresolved', 'handoffs'), [0, 1, 1]);
  });

  it('brings conversations, events and closes into being, and takes them back', () => {
    const store = createStore({ now: T0 - 1 });
    const ticket = { id: 't', closedAt: T0 + 5 * HOUR };
    const handoff = { type: 'handoff', at: T0 + 2 * HOUR, cause: 'agent' } as const;
    store.upsert([answered('a', T0, { ticket, events: [...answered('a').events, handoff] })]);
    const steps = [-1, 0, 2 * HOUR, 5 * HOUR, 2 * HOUR - 1, -1].map((after) => {
      store.advanceTo(T0 + after);
      return countsOf(store, 'conversations', 'handoffs', 'timeToClose');
    });
    assert.deepEqual(steps, [
      [0, 0, 0],
      [1, 0, 0],
      [1, 1, 0],
      [1, 1, 1],
      [1, 0, 0],
      [0, 0, 0],
    ]);
  });

  it('refuses to be moved to no instant', () => {
    const store = createStore({ now: T0 });
    for (const now of [NaN, Infinity, '2026']) assert.throws(() => store.advanceTo(now as number), DefinitionError);
    assert.equal(store.now, T0);
  });

  it('answers for earlier clocks and refuses later ones', () => {
    const store = createStore({ now: T0 + 3 * DAY });
    store.upsert([answered('a')]);
    const pendingAt = (now: number): number =>
      store.answer({ measures: ['pending'], boundaries: ever, now }).totals[0]!.of('pending').count;
    assert.deepEqual([T0 - 1, T0, T0 + 3 * DAY - 1, T0 + 3 * DAY].map(pendingAt), [0, 1, 1, 0]);
    for (const now of [T0 + 3 * DAY + 1, NaN]) assert.throws(() => pendingAt(now), DefinitionError);
    assert.throws(() => store.settlesBy({ from: T0, to: T0, now: T0 + 4 * DAY }), DefinitionError);
  });
});

describe('answer', () => {
  it('tells stretches without an end apart from none, at an earlier clock', () => {
    const store = createStore({ now: T0 + 9 * DAY });
    store.upsert([answered('a')]);
    const count = (boundaries: readonly number[]): number | undefined =>
      store.answer({ measures: ['conversations'], boundaries, now: T0 + DAY }).totals[0]?.of('conversations').count;
    assert.deepEqual([count([]), count([-Infinity, Infinity]), count([Infinity, Infinity])], [undefined, 1, 0]);
  });

  it('counts half-open stretches', () => {
    const store = createStore({ now: T0 + DAY });
    store.upsert([answered('a', T0 - 1), answered('b', T0), answered('c', T0 + HOUR - 1), answered('d', T0 + HOUR)]);
    const { totals } = store.answer({ measures: ['handled'], boundaries: [T0, T0 + HOUR, T0 + 2 * HOUR] });
    assert.deepEqual(
      totals.map((stretch) => stretch.of('handled').count),
      [2, 1],
    );
  });

  it('counts nothing outside of boundaries, of channels that are none, or of no stretch', () => {
    const store = createStore({ now: T0 });
    store.upsert([answered('a')]);
    const handled = (question: object): readonly number[] =>
      store.answer({ measures: ['handled'], boundaries: ever, ...question }).totals.map((t) => t.of('handled').count);
    assert.deepEqual(handled({ channels: [] }), [0]);
    assert.deepEqual(handled({ channels: ['Chat'] }), [0]);
    assert.deepEqual(handled({ channels: ['chat', 'chat'] }), [1]);
    assert.deepEqual(handled({ boundaries: [T0, T0] }), [0]);
    assert.deepEqual([handled({ boundaries: [] }), handled({ boundaries: [T0] })], [[], []]);
  });

  it('refuses a measure that does not exist', () => {
    const store = createStore({ now: T0 });
    for (const name of ['resolutions', 'constructor', ''])
      assert.throws(() => store.answer({ measures: [name as MeasureName], boundaries: ever }), DefinitionError);
  });

  it('counts feedback by other rules as by its own', () => {
    const store = createStore({ now: T0 + 30 * DAY });
    const { events } = answered('a');
    store.upsert([answered('a', T0, { events: [...events, { type: 'feedback', at: T0 + HOUR, value: 'positive' }] })]);
    const stretch = { from: T0 + HOUR, to: T0 + HOUR + 1 };
    for (const rules of [store.rules, completeRules({ windowMs: 2 * DAY }), completeRules({ windowMs: HOUR })]) {
      const { totals } = store.answer({
        measures: ['feedbackPositive'],
        boundaries: [stretch.from, stretch.to],
        rules,
      });
      assert.equal(totals[0]!.of('feedbackPositive').count, 1);
      assert.deepEqual(store.list({ ...stretch, measure: 'feedbackPositive', rules }), [{ id: 'a', at: T0 + HOUR }]);
    }
  });

  it('knows when the last pending conversation of a stretch settles', () => {
    const store = createStore({ now: T0 + DAY });
    store.upsert([answered('a'), answered('b', T0 + HOUR), answered('c', T0 + 2 * HOUR, { channel: 'email' })]);
    const settlesBy = (more: object = {}): number | null => store.settlesBy({ from: T0, to: T0 + 3 * HOUR, ...more });
    assert.equal(settlesBy(), T0 + 2 * HOUR + 3 * DAY);
    assert.equal(settlesBy({ channels: ['chat'] }), T0 + HOUR + 3 * DAY);
    assert.equal(settlesBy({ to: T0 + HOUR }), T0 + 3 * DAY);
    assert.equal(settlesBy({ now: T0 }), T0 + 3 * DAY);
    assert.equal(settlesBy({ rules: completeRules({ windowMs: HOUR }) }), null);
  });

  it('knows it by other rules whatever its own window is', () => {
    for (const windowMs of [0.1, 1e15, Number.MAX_SAFE_INTEGER - 3 * DAY, 1e20, 1e40, Number.MAX_VALUE]) {
      const store = createStore({ now: T0 + DAY, rules: { windowMs } });
      store.upsert([answered('a', T0 + 7)]);
      const stretch = { from: T0, to: T0 + DAY, rules: completeRules() };
      assert.equal(store.settlesBy(stretch), T0 + 7 + 3 * DAY, `${windowMs}`);
    }
  });
});

describe('lastInstant', () => {
  it('is the latest start, event or close up to an instant', () => {
    const store = createStore({ now: T0 });
    store.upsert([answered('a', T0, { ticket: { id: 't', closedAt: T0 + DAY } }), answered('b', T0 + HOUR)]);
    assert.deepEqual(
      [T0 - 1, T0, T0 + HOUR, T0 + DAY - 1, T0 + 9 * DAY].map((latest) => store.lastInstant(latest)),
      [null, T0, T0 + HOUR, T0 + HOUR, T0 + DAY],
    );
  });
});
