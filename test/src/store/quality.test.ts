import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import type { DataQuality } from '../../../src/metrics/quality.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { answered, HOUR, T0 } from './store-support.js';

const [reply] = answered('x').events;
const NOW = T0 + 100 * HOUR;

function qualityOf(...records: readonly object[]): DataQuality {
  const store = createStore({ now: NOW });
  store.upsert(records);
  return store.quality();
}

describe('the data quality', () => {
  const table: readonly (readonly [keyof DataQuality, string, Partial<ConversationRecord>])[] = [
    ['duplicate', 'an event told twice', { events: [reply!, reply!] }],
    ['incomplete', 'a history that was cut', { complete: false }],
    ['future', 'a start after the clock', { startedAt: NOW + 1 }],
    ['future', 'an event after the clock', { events: [reply!, { type: 'closed', at: NOW + 1 }] }],
    ['future', 'a close after the clock', { ticket: { id: 't', closedAt: NOW + 1 } }],
    [
      'outOfOrder',
      'events in another order than they happened in',
      { events: [{ type: 'closed', at: T0 + 1 }, reply!] },
    ],
    ['negativeDuration', 'a start after the reply that resolved it', { startedAt: T0 + 1 }],
    [
      'negativeDuration',
      'a close before the assignment',
      {
        events: [
          { type: 'handoff', at: T0, cause: 'agent' },
          { type: 'assignment', at: T0 + HOUR, to: { kind: 'agent' } },
          { type: 'closed', at: T0 + 1 },
        ],
      },
    ],
    [
      'unknownGrounding',
      'a source that tells no sources',
      { events: [{ type: 'message', at: T0, by: { kind: 'agent' } }] },
    ],
    ['excluded', 'spam', { excluded: 'spam' }],
  ];
  for (const [entry, what, record] of table) {
    it(`names ${what}`, () => {
      const quality = qualityOf(answered('fine'), answered('not fine', T0, record));
      assert.deepEqual({ ...quality[entry] }, { count: 1, examples: [{ id: 'not fine' }] });
    });
  }

  it('has nothing against ordinary conversations', () => {
    for (const [name, { count }] of Object.entries(qualityOf(answered('a'), answered('b'))))
      assert.equal(count, 0, name);
  });

  it('counts all and names five', () => {
    const many = Array.from({ length: 12 }, (_, n) => answered(`spam-${n}`, T0, { excluded: 'spam' }));
    const { excluded, rejected } = qualityOf(...many, ...Array.from({ length: 9 }, (_, n) => ({ id: `bad-${n}` })));
    assert.deepEqual([excluded.count, excluded.examples.length], [12, 5]);
    assert.deepEqual([rejected.count, rejected.examples.length], [9, 5]);
    assert.deepEqual(Object.keys(rejected.examples[0]!).toSorted(), ['field', 'id', 'message', 'value']);
  });

  it('counts refusals beyond those it can name', () => {
    const { rejected } = qualityOf(...Array.from({ length: 1_500 }, (_, n) => ({ id: `bad-${n}` })));
    assert.equal(rejected.count, 1_500);
  });

  it('is that of the present clock', () => {
    const store = createStore({ now: T0 - 1 });
    store.upsert([answered('a')]);
    assert.equal(store.quality().future.count, 1);
    store.advanceTo(T0);
    assert.equal(store.quality().future.count, 0);
  });

  it('leaves the counted conversations out of no measure but those that say so', () => {
    const store = createStore({ now: NOW });
    store.upsert([answered('a', T0, { complete: false }), answered('b', T0, { excluded: 'test' })]);
    const { totals } = store.answer({
      measures: ['conversations', 'resolved', 'incomplete', 'excluded'],
      boundaries: [T0, T0 + 1],
    });
    const counts = (['conversations', 'resolved', 'incomplete', 'excluded'] as const).map(
      (name) => totals[0]!.of(name).count,
    );
    assert.deepEqual(counts, [1, 1, 1, 1]);
  });
});
