import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import type { ConversationStore } from '../../../src/store/conversation-store.js';
import { textsOnHeap } from './heap-search.js';
import { answered, countsOf, ever, HOUR, saidBy, T0 } from './store-support.js';

// In two parts each, so that only what a record holds has them joined.
const privateTexts = [
  ['id-of-', 'somebody'],
  ['words-of-', 'somebody'],
  ['topic-of-', 'somebody'],
  ['channel-of-', 'somebody'],
  ['https://link.example/', 'somebody'],
  ['teammate-of-', 'somebody'],
  ['event-of-', 'somebody'],
  ['title-of-', 'somebody'],
  ['ticket-of-', 'somebody'],
  ['refused-', 'somebody'],
] as const;

/** Records with the private texts, as they come out of a parser: nothing else holds these strings. */
function privateRecords(): readonly unknown[] {
  const [id, text, topic, channel, url, teammate, event, title, ticket, refused] = privateTexts.map((parts) =>
    parts.join(''),
  );
  const record: ConversationRecord = {
    id: id!,
    startedAt: T0,
    topic: topic!,
    channel: channel!,
    url: url!,
    ticket: { id: ticket! },
    complete: false,
    events: [
      { type: 'message', at: T0, id: event!, by: { kind: 'agent' }, text: text!, sources: [{ title: title! }] },
      { type: 'assignment', at: T0 + 1, to: { kind: 'teammate', id: teammate! } },
      { type: 'closed', at: T0 + 2 },
    ],
  };
  return JSON.parse(JSON.stringify([record, { id: refused, startedAt: T0, events: refused }])) as unknown[];
}

function upsertPrivate(store: ConversationStore): void {
  const { accepted, rejected } = store.upsert(privateRecords());
  assert.deepEqual([accepted, rejected.length], [1, 1]);
  assert.equal(store.quality().incomplete.examples.length, 1); // The cache of it names the conversation.
}

function removePrivate(store: ConversationStore): void {
  const [id] = privateTexts;
  assert.equal(store.remove([id.join(''), privateTexts.at(-1)!.join('')]), 1);
}

describe('a removed conversation', () => {
  it('leaves nothing of itself anywhere on the heap, nor does a refused one', async () => {
    const store = createStore({ now: T0 + 100 * HOUR });
    store.upsert([answered('stays')]);
    upsertPrivate(store);
    // Of everything else only bytes are kept, which the tests of the arena and of the histories look into.
    const asText = privateTexts.map(([what]) => ['channel-of-', 'teammate-of-', 'refused-'].includes(what));
    assert.deepEqual(await textsOnHeap(privateTexts), asText);
    removePrivate(store);
    assert.deepEqual(
      await textsOnHeap(privateTexts),
      privateTexts.map(() => false),
    );
    assert.equal(store.size, 1);
  });

  it('leaves nothing when it comes back without what it said', async () => {
    const store = createStore({ now: T0 + 100 * HOUR });
    upsertPrivate(store);
    store.upsert([answered(privateTexts[0].join('')), answered(privateTexts.at(-1)!.join(''))]);
    store.quality();
    const inside = privateTexts.slice(1, -1);
    assert.deepEqual(
      await textsOnHeap(inside),
      inside.map(() => false),
    );
  });

  it('is counted nowhere, named nowhere and settles never', () => {
    const store = createStore({ now: T0 });
    store.upsert([answered('a', T0, { complete: false })]);
    store.remove(['a']);
    store.advanceTo(T0 + 100 * HOUR);
    const fresh = createStore({ now: T0 + 100 * HOUR });
    assert.deepEqual(saidBy(store), saidBy(fresh));
  });

  it('can be removed before it came, twice, and among others', () => {
    const store = createStore({ now: T0 });
    store.upsert([answered('a'), answered('b'), answered('c')]);
    assert.deepEqual([store.remove(['nobody']), store.remove(['b', 'b', 'a']), store.remove([])], [0, 2, 0]);
    assert.deepEqual(countsOf(store, 'handled'), [1]);
  });

  it('is new when it comes again, even as an older version', () => {
    const store = createStore({ now: T0 });
    store.upsert([answered('a', T0, { updatedAt: T0 })]);
    store.remove(['a']);
    const { accepted, replaced } = store.upsert([answered('a', T0, { updatedAt: T0 - HOUR })]);
    assert.deepEqual([accepted, replaced, store.size], [1, 0, 1]);
  });

  it('gives its place to another one that shares nothing with it', () => {
    const teammate = { type: 'assignment', at: T0, to: { kind: 'teammate', id: 'ana' } } as const;
    const store = createStore({ now: T0 + 100 * HOUR });
    store.upsert([answered('a', T0, { channel: 'email', events: [teammate, { type: 'closed', at: T0 + 1 }] })]);
    store.remove(['a']);
    store.upsert([answered('b')]);
    assert.deepEqual(store.channels(), ['chat']);
    assert.equal(store.answer({ measures: ['closedByTeammate'], boundaries: ever, by: 'teammate' }).by.size, 0);
    assert.deepEqual(countsOf(store, 'conversations', 'resolved', 'closedByTeammate'), [1, 1, 0]);
  });

  it('takes its refusal along', () => {
    const store = createStore({ now: T0 });
    store.upsert([{ id: 'bad' }]);
    assert.equal(store.remove(['bad']), 0);
    assert.equal(store.quality().rejected.count, 0);
  });
});

describe('a store of 50,000 conversations', () => {
  it('counts each of them, before and after edits, removals and settling', () => {
    const count = 50_000;
    const channels = ['chat', 'email', 'whatsapp'] as const;
    const records = Array.from({ length: count }, (_, n) =>
      answered(`c-${n}`, T0 + n * 1_000, { channel: channels[n % 3]! }),
    );
    const store = createStore({ now: T0 + count * 1_000 });
    for (let page = 0; page < count; page += 5_000) store.upsert(records.slice(page, page + 5_000));
    assert.deepEqual(countsOf(store, 'conversations', 'pending', 'resolved'), [count, count, 0]);

    store.upsert(records.filter((_, n) => n % 10 === 0).map((record) => ({ ...record, excluded: 'spam' })));
    assert.equal(store.remove(records.filter((_, n) => n % 10 === 1).map(({ id }) => id)), count / 10);
    assert.deepEqual([store.size, ...countsOf(store, 'conversations', 'excluded')], [45_000, 40_000, 5_000]);

    // Half of those that are left settle: the first 25,000 seconds and the second that begins after them.
    store.advanceTo(T0 + 25_000 * 1_000 - 1 + 72 * HOUR);
    assert.deepEqual(countsOf(store, 'pending', 'resolved'), [20_000, 20_000]);
    store.advanceTo(T0 + count * 1_000 + 72 * HOUR);
    assert.deepEqual([...countsOf(store, 'pending', 'resolved'), store.changesAt], [0, 40_000, null]);

    const byChannel = store.answer({ measures: ['resolved'], boundaries: ever, by: 'channel' }).by;
    const perChannel = [...byChannel.values()].map(([total]) => total!.of('resolved').count);
    assert.equal(
      perChannel.reduce((sum, n) => sum + n, 0),
      40_000,
    );
  });
});
