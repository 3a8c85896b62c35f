import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { demoAdapter } from '../../../src/adapters/demo.js';
import { GapCosts } from '../../../src/feed/gap-costs.js';
import { parseTopicPage, type CheckedTopic } from '../../../src/gaps/topics.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { StoreWithRows } from '../../../src/reports/reporting-store.js';
import { officialRules } from '../../../src/conversation/rules.js';
import { answered, feedback, handedOff, handCounted, march, NOW_MS } from '../../support/hand-made-records.js';

const DAY_MS = 24 * 3_600_000;

function costsOf(records: readonly unknown[], asOf: number | null = NOW_MS) {
  const store = new StoreWithRows(NOW_MS, officialRules);
  store.upsert(records);
  const state = { asOf } as never;
  return { store, costs: new GapCosts({ store, state }) };
}

function topic(id: string, conversationIds: readonly string[] | null): CheckedTopic {
  const conversations = conversationIds?.length ?? 3;
  const lastAskedAt = march('10 09:00');
  const status = 'open' as const;
  return {
    id,
    title: id,
    openQuestions: conversations,
    conversations,
    lastAskedAt,
    status,
    returned: false,
    conversationIds,
  };
}

const unresolved = answered('unresolved', march('05 09:00'), 4, [feedback(march('05 09:30'), 'negative')]);
const both = handedOff('both', march('04 09:00'), [feedback(march('04 10:00'), 'negative')]);

describe('GapCosts', () => {
  it('counts conversations that ended unresolved or were handed off, each once, beside what is pending and not known', () => {
    const { costs } = costsOf([...handCounted, unresolved, both]);
    const ids = ['resolved', 'pending', 'handed-off', 'unresolved', 'both', 'gone', 'both'];
    assert.deepEqual(costs.of(topic('t', ids)), { unsolved: 3, pending: 1, known: 5 });
  });

  it('says nothing where the source names no conversations, none of them has come, or they are still coming', () => {
    const { costs } = costsOf(handCounted);
    assert.equal(costs.of(topic('t', null)), null);
    assert.equal(costs.of(topic('t', ['gone'])), null);
    assert.equal(costsOf(handCounted, null).costs.of(topic('t', ['resolved'])), null);
  });

  it('counts again what has settled since', () => {
    const { store, costs } = costsOf([answered('a', march('12 09:00')), unresolved]);
    const asked = topic('t', ['a', 'unresolved']);
    assert.deepEqual([costs.of(asked)!.unsolved, costs.of(asked)!.pending], [1, 1]);
    store.upsert([answered('a', march('12 09:00'), 2, [feedback(march('12 10:00'), 'negative')])]);
    store.advanceTo(NOW_MS + 5 * DAY_MS);
    assert.deepEqual([costs.of(asked)!.unsolved, costs.of(asked)!.pending], [2, 0]);
  });

  it('puts the most costly first, not the one asked about most, and last those of which it is not known', () => {
    const { costs } = costsOf([...handCounted, unresolved, both]);
    const topics = [
      topic('unknown', ['gone', 'gone too', 'gone as well']),
      topic('asked most', ['resolved', 'pending', 'last-week-resolved']),
      topic('costs most', ['unresolved', 'both']),
      topic('silent', null),
    ];
    const ids = (order: 'ascending' | 'descending') => costs.inOrder(topics, order).map(({ id }) => id);
    assert.deepEqual(ids('descending'), ['costs most', 'asked most', 'unknown', 'silent']);
    assert.deepEqual(ids('ascending'), ['asked most', 'costs most', 'unknown', 'silent']);
  });

  it('puts the closed pick-up point first in the demo, and not the delivery addresses that are asked about most', async () => {
    const adapter = demoAdapter({ now: NOW_MS });
    const context = { signal: new AbortController().signal, locale: 'en', timeZone: 'Europe/Berlin' };
    const store = createStore({ now: NOW_MS }) as StoreWithRows;
    for await (const page of adapter.conversations!({ since: NOW_MS - 35 * DAY_MS }, context))
      store.upsert('conversations' in page ? page.conversations : []);
    const listing = { sortBy: 'conversations', direction: 'descending', search: '', limit: 500 } as const;
    const { entries } = parseTopicPage(await adapter.knowledgeGaps!.list({ status: 'open', ...listing }, context));
    const costs = new GapCosts({ store, state: { asOf: NOW_MS } as never });
    const sorted = costs.inOrder(entries, 'descending');
    assert.equal(entries[0]!.title, 'Change delivery address after ordering');
    assert.equal(sorted[0]!.title, 'Pick-up point closed on arrival');
    const [asked, costly] = [costs.of(entries[0]!)!, costs.of(sorted[0]!)!];
    assert.ok(asked.unsolved < 0.4 * asked.known && costly.unsolved > 0.8 * costly.known);
    const moved = sorted.slice(0, 10).filter(({ id }, place) => entries[place]!.id !== id);
    assert.ok(moved.length >= 6, sorted.map(({ title }) => title).join(', '));
  });
});
