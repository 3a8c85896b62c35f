import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { officialRules } from '../../../src/conversation/rules.js';
import { SegmentedStore } from '../../../src/store/segmented-store.js';
import { sent } from './delivery-properties.js';
import { adoptAll, answered, countsOf, HOUR, saidBy, T0 } from './store-support.js';

const NOW = T0 + 500 * HOUR;
const ROWS = 2_000;

const records = Array.from({ length: ROWS }, (_, n) =>
  answered(`c-${n}`, T0 + (n % 400) * HOUR, { channel: `channel-${n % 4}` }),
);

function storeOf(of: readonly unknown[] = []): SegmentedStore {
  const store = new SegmentedStore(NOW, officialRules);
  store.upsert(of);
  return store;
}

function delivered(of: readonly unknown[] = records) {
  return sent(storeOf(of).handOver());
}

describe('a store that takes in what another one hands over', () => {
  const first = [answered('before', T0), answered('other', T0 + HOUR, { channel: 'mail' })];

  it('does so in many steps, and counts nothing of it before the last', () => {
    const store = storeOf(first);
    const before = saidBy(store);
    let steps = 0;
    for (const _ of store.adopt(delivered())) {
      if (steps % 10 === 0) assert.deepEqual(saidBy(store), before);
      steps += 1;
    }
    assert.ok(steps >= ROWS / 100, `${steps} steps`);
    assert.deepEqual(saidBy(store), saidBy(storeOf([...first, ...records])));
    assert.deepEqual(store.countAmong(['c-1500'], ['conversations']), [1]);
  });

  it('has nothing of it where it is given up halfway, and all where it comes again', () => {
    const store = storeOf(first);
    const before = saidBy(store);
    const steps = store.adopt(delivered());
    for (let step = 0; step < 20; step += 1) steps.next();
    assert.deepEqual(store.countAmong(['c-10'], ['conversations']), [0]);
    steps.return();
    assert.deepEqual(saidBy(store), before);
    assert.deepEqual(store.countAmong(['c-10'], ['conversations']), [0]);
    adoptAll(store, delivered());
    assert.deepEqual(saidBy(store), saidBy(storeOf([...first, ...records])));
  });

  it('can be written to between two steps: the later version stands', () => {
    const store = storeOf();
    const steps = store.adopt(delivered());
    for (let step = 0; step < 10; step += 1) steps.next();
    store.upsert([answered('c-3', T0, { channel: 'mail' }), answered('c-1990', T0, { channel: 'mail' })]);
    store.remove(['c-5']);
    store.advanceTo(NOW - 300 * HOUR);
    while (steps.next().done !== true);
    // The row of c-1990 was not in place yet: of two versions without a date the one that is put in place later stands.
    const expected = storeOf(records);
    expected.remove(['c-5']);
    expected.upsert([answered('c-3', T0, { channel: 'mail' })]);
    expected.advanceTo(NOW - 300 * HOUR);
    assert.deepEqual(saidBy(store), saidBy(expected));
  });

  it('loses nothing where it is given up after a version was turned down as older than one of its own', () => {
    const dated = (updatedAt: number, channel: string) => answered('c-3', T0, { updatedAt: T0 + updatedAt, channel });
    const store = storeOf();
    const steps = store.adopt(delivered([...records.slice(0, 3), dated(2, 'new'), ...records.slice(4)]));
    for (let step = 0; step < 10; step += 1) steps.next();
    assert.deepEqual(store.upsert([dated(1, 'old')]), { accepted: 0, replaced: 0, outdated: 1, rejected: [] });
    const expected = saidBy(storeOf([dated(2, 'new')]));
    assert.deepEqual(saidBy(store), expected);
    steps.return();
    assert.deepEqual(saidBy(store), expected);
    adoptAll(store, delivered());
    assert.deepEqual(saidBy(store), saidBy(storeOf([dated(2, 'new'), ...records])));
  });

  it('loses nothing where one of two that it takes in at once is given up', () => {
    const dated = (updatedAt: number) => records.map((record) => ({ ...record, updatedAt: T0 + updatedAt }));
    const store = storeOf();
    const given = store.adopt(delivered(dated(2)));
    for (let step = 0; step < 20; step += 1) given.next();
    const other = store.adopt(delivered(dated(1)));
    let revision = store.revision;
    let moves = 0;
    while (other.next().done !== true) {
      if (store.revision > revision) moves += 1;
      revision = store.revision;
    }
    assert.ok(moves > 10, `told of ${moves} times`);
    given.return();
    assert.deepEqual(saidBy(store), saidBy(storeOf(records)));
  });

  it('tells what became of conversations by what it counted: one that has not arrived was not held', () => {
    const store = storeOf();
    const steps = store.adopt(delivered());
    for (let step = 0; step < 10; step += 1) steps.next();
    assert.equal(store.size, 0);
    assert.equal(store.remove(['c-5', 'c-6']), 0);
    assert.deepEqual(store.upsert([answered('c-3', T0)]), { accepted: 1, replaced: 0, outdated: 0, rejected: [] });
    assert.equal(store.size, 1);
    while (steps.next().done !== true);
    assert.equal(store.size, ROWS - 2);
    assert.equal(store.remove(['c-5', 'c-7']), 1);
  });

  it('counts each conversation once at every step, where later versions take the place of earlier ones', () => {
    const store = storeOf(records);
    const changed = records.map((record) => ({ ...record, channel: 'mail' }));
    let steps = 0;
    for (const _ of store.adopt(delivered(changed))) {
      steps += 1;
      if (steps % 8 > 0) continue;
      assert.deepEqual(countsOf(store, 'conversations'), [ROWS]);
      assert.equal(store.size, ROWS);
    }
    assert.deepEqual(saidBy(store), saidBy(storeOf(changed)));
  });

  it('keeps the earlier version where that is the later one by date, at every step', () => {
    const dated = (updatedAt: number, channel: string) =>
      records.map((record) => ({ ...record, updatedAt: T0 + updatedAt, channel }));
    const store = storeOf(dated(2, 'chat'));
    for (const _ of store.adopt(delivered(dated(1, 'mail')))) assert.deepEqual(store.channels(), ['chat']);
    assert.deepEqual(saidBy(store), saidBy(storeOf(dated(2, 'chat'))));
  });

  it('counts each conversation once where many small deliveries are asked about at every step', () => {
    const store = storeOf();
    const size = 100;
    for (let end = size; end <= 18 * size; end += size) {
      for (const _ of store.adopt(delivered(records.slice(end - size, end)))) countsOf(store, 'conversations');
      assert.deepEqual(countsOf(store, 'conversations'), [end]);
    }
    assert.deepEqual(saidBy(store), saidBy(storeOf(records.slice(0, 18 * size))));
  });

  it('knows the last instant of what it holds, where the other store had lost a later one', () => {
    const other = storeOf([answered('stays', T0), answered('goes', T0 + HOUR)]);
    other.remove(['goes']);
    const store = storeOf();
    adoptAll(store, sent(other.handOver()));
    assert.equal(store.lastInstant(NOW), T0);
    assert.equal(store.size, 1);
  });

  it('has few segments, however many small deliveries a slow source leaves', () => {
    const store = storeOf();
    for (let lot = 0; lot < 100; lot += 1) adoptAll(store, delivered(records.slice(lot * 20, (lot + 1) * 20)));
    assert.deepEqual(saidBy(store), saidBy(storeOf(records)));
    const { holdings } = store.handOver();
    assert.ok(holdings.length <= 18, `${holdings.length} segments`);
  });
});
