import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { answered, countsOf, HOUR, saidBy, T0 } from './store-support.js';

/** More than a segment may hold that goes into another one. */
const COUNT = 8_500;
const END = T0 + COUNT * HOUR;
const boundaries = [T0, T0 + 4_000.5 * HOUR, T0 + 8_300 * HOUR, END + 100 * HOUR];

function record(n: number, more: Partial<ConversationRecord> = {}): ConversationRecord {
  const startedAt = T0 + n * HOUR;
  const [reply] = answered('', startedAt).events;
  const by = { kind: 'teammate', id: `t${n % 3}` } as const;
  const events: ConversationRecord['events'] = [
    reply!,
    ...(n % 4 === 0 ? [{ type: 'feedback', at: startedAt + HOUR, value: 'positive' } as const] : []),
    ...(n % 5 === 0 ? [{ type: 'assignment', at: startedAt + HOUR, to: by } as const] : []),
    ...(n % 5 === 0 ? [{ type: 'closed', at: startedAt + 2 * HOUR } as const] : []),
  ];
  return answered(`c-${n}`, startedAt, { channel: `channel-${n % 3}`, events, ...more });
}

describe('totals that are known of a large segment', () => {
  const held = new Map(Array.from({ length: COUNT }, (_, n) => [`c-${n}`, record(n)]));
  const store = createStore({ now: END });
  store.upsert(held.values());
  saidBy(store, boundaries);

  /** Once for what changed, and once more for what is known by then. */
  const saysWhatANewStoreSays = (): void => {
    const anew = createStore({ now: store.now });
    anew.upsert(held.values());
    const expected = saidBy(anew, boundaries);
    assert.deepEqual(saidBy(store, boundaries), expected);
    assert.deepEqual(saidBy(store, boundaries), expected);
  };
  const upsert = (records: readonly ConversationRecord[]): void => {
    store.upsert(records);
    for (const each of records) held.set(each.id, each);
  };

  it('go with those of what is new, in channels and of teammates that it does not have', () => {
    upsert(Array.from({ length: 50 }, (_, n) => record(COUNT + n, { channel: `channel-${2 + (n % 4)}` })));
    saysWhatANewStoreSays();
    upsert([record(17_000), record(17_001, { channel: 'channel-1' })]);
    saysWhatANewStoreSays();
  });

  it('are counted anew where one of its conversations changes, moves, settles or goes', () => {
    upsert([record(100, { channel: 'channel-9' }), record(8_499, { events: [] })]);
    saysWhatANewStoreSays();
    store.advanceTo(END + 40 * HOUR);
    saysWhatANewStoreSays();
    for (const id of ['c-7', 'c-8400', 'c-8510']) {
      store.remove([id]);
      held.delete(id);
    }
    saysWhatANewStoreSays();
  });

  it('are those of the boundaries asked for, where a caller writes others into the same array', () => {
    const cuts = [T0, T0 + 10 * HOUR];
    const count = (channels?: readonly string[]): number => {
      const asked = { measures: ['conversations'], boundaries: cuts, by: 'teammate' } as const;
      const { totals } = store.answer(channels === undefined ? asked : { ...asked, channels });
      return totals[0]!.of('conversations').count;
    };
    const [all, one] = [count(), count(['channel-1'])];
    cuts[1] = T0 + 40 * HOUR;
    assert.ok(count() > all);
    assert.ok(count(['channel-1']) > one);
  });

  it('are counted anew where what is handed in throws halfway', () => {
    const count = (): number => countsOf(store, 'conversations')[0]!;
    const throwing = function* <Item>(item: Item): Generator<Item, void> {
      yield item;
      throw new Error('lost on the way');
    };
    const before = count();
    assert.throws(() => store.upsert(throwing(record(200, { channel: 'channel-9' }))), /lost/);
    held.set('c-200', record(200, { channel: 'channel-9' }));
    saysWhatANewStoreSays();
    assert.throws(() => store.remove(throwing('c-201')), /lost/);
    held.delete('c-201');
    assert.equal(count(), before - 1);
  });

  it('are forgotten with it', () => {
    store.remove([...held.keys()]);
    held.clear();
    saysWhatANewStoreSays();
  });
});
