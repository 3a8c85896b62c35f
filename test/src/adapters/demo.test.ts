import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationPage, ConversationQuery, RequestContext } from '../../../src/adapters/adapter.js';
import { demoAdapter } from '../../../src/adapters/demo.js';
import { parseConversation } from '../../../src/conversation/parse.js';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { AdapterError, DefinitionError } from '../../../src/errors.js';

const now = Date.UTC(2026, 2, 13, 9, 20);
const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

function contextWith(signal: AbortSignal = new AbortController().signal): RequestContext {
  return { signal, locale: 'en', timeZone: 'Europe/Berlin' };
}

async function pagesOf(query: ConversationQuery, adapter = demoAdapter({ now })): Promise<ConversationPage[]> {
  const pages: ConversationPage[] = [];
  for await (const page of adapter.conversations!(query, contextWith())) pages.push(page);
  return pages;
}

function recordsOf(pages: readonly ConversationPage[]): ConversationRecord[] {
  return pages.flatMap((page) => ('conversations' in page ? (page.conversations as ConversationRecord[]) : []));
}

function timesOf({ startedAt, updatedAt, events, ticket }: ConversationRecord): number[] {
  return [startedAt, updatedAt ?? 0, ticket?.closedAt ?? 0, ...events.map(({ at }) => at)].map(Number);
}

describe('demoAdapter', () => {
  it('hands over two years, the latest weeks first, each conversation once', async () => {
    const pages = await pagesOf({});
    const records = recordsOf(pages);
    assert.ok(records.length > 56_000 && records.length < 64_000, String(records.length));
    assert.equal(new Set(records.map(({ id }) => id)).size, records.length);
    assert.equal(
      records.every(({ startedAt }, index) => index === 0 || startedAt <= records[index - 1]!.startedAt),
      true,
    );
    assert.equal(Number(records[0]?.startedAt) > now - 2 * HOUR_MS, true);
    assert.equal(Number(records.at(-1)?.startedAt) < now - 103 * WEEK_MS, true);
    assert.equal(
      pages.every((page) => page.total === records.length && page.asOf === now),
      true,
    );
    assert.equal(
      pages.every((page) => 'conversations' in page && page.conversations.length <= 1_000),
      true,
    );
  });

  it('tells of nothing later than now, and leaves its last conversations unfinished', async () => {
    const records = recordsOf(await pagesOf({ since: now - WEEK_MS }));
    for (const record of records) {
      parseConversation(record);
      assert.ok(Math.max(...timesOf(record)) <= now, record.id);
      assert.ok(record.events.length > 0, record.id);
    }
    const later = recordsOf(await pagesOf({ since: now - WEEK_MS }, demoAdapter({ now: now + 50 * HOUR_MS })));
    const byId = new Map(later.map((record) => [record.id, record]));
    const grown = records.filter(({ id, events }) => (byId.get(id)?.events.length ?? 0) > events.length);
    assert.ok(grown.length > 50, String(grown.length));
    for (const { id, events } of grown) assert.deepEqual(byId.get(id)?.events.slice(0, events.length), events);
  });

  it('hands over only what a query asks for, and counts it', async () => {
    const all = recordsOf(await pagesOf({ since: now - 10 * WEEK_MS }));
    const [since, until] = [now - 5.4 * WEEK_MS, now - 3.2 * WEEK_MS].map(Math.round) as [number, number];
    const isIn = (record: ConversationRecord): boolean =>
      [record.startedAt, ...record.events.map(({ at }) => at)].some((at) => Number(at) >= since && Number(at) < until);
    const pages = await pagesOf({ since, until });
    const expected = all.filter(isIn);
    assert.ok(
      expected.some(({ startedAt }) => Number(startedAt) < since),
      'some began before',
    );
    assert.deepEqual(recordsOf(pages), expected);
    assert.equal(pages[0]?.total, expected.length);
  });

  it('hands over what changed, which soon is nothing', async () => {
    const updatedSince = now - 20 * HOUR_MS;
    const all = recordsOf(await pagesOf({ since: now - 6 * WEEK_MS }));
    const changed = recordsOf(await pagesOf({ updatedSince }));
    assert.deepEqual(
      changed,
      all.filter(({ updatedAt }) => Number(updatedAt) >= updatedSince),
    );
    const pages = await pagesOf({ updatedSince: now + 1 });
    assert.deepEqual(recordsOf(pages), []);
    assert.equal(pages.at(-1)?.asOf, now);
  });

  it('resumes from the cursor of any page', async () => {
    const query = { since: now - 8 * WEEK_MS };
    const pages = await pagesOf(query);
    for (const place of [0, 3, pages.length - 1]) {
      const rest = await pagesOf({ ...query, cursor: pages[place]!.cursor! });
      assert.deepEqual(recordsOf(rest), recordsOf(pages.slice(place + 1)));
    }
    assert.deepEqual(recordsOf(await pagesOf({ ...query, cursor: '999999.5' })), recordsOf(pages));
    await assert.rejects(
      pagesOf({ cursor: 'somewhere' }),
      (error) => error instanceof AdapterError && error.code === 'not-found',
    );
  });

  it('is the same for the same seed and week, whatever slice is asked for', async () => {
    const slice = { since: now - 3 * WEEK_MS, until: now - 2 * WEEK_MS };
    const records = recordsOf(await pagesOf(slice));
    assert.deepEqual(recordsOf(await pagesOf(slice, demoAdapter({ seed: 1, now: now - 20 * HOUR_MS }))), records);
    const other = recordsOf(await pagesOf(slice, demoAdapter({ seed: 2, now })));
    assert.notDeepEqual(other, records);
  });

  it('takes the moment it is first asked for its present', async () => {
    const before = Date.now();
    const adapter = demoAdapter();
    const [page] = await pagesOf({ since: before - HOUR_MS }, adapter);
    assert.equal(Number(page?.asOf) >= before && Number(page?.asOf) <= Date.now(), true);
    const [again] = await pagesOf({ since: before - HOUR_MS }, adapter);
    assert.equal(again?.asOf, page?.asOf);
  });

  it('stops with the reason of the abort', async () => {
    const reason = new Error('nobody waits');
    const controller = new AbortController();
    const pages = demoAdapter({ now }).conversations!({}, contextWith(controller.signal))[Symbol.asyncIterator]();
    await pages.next();
    controller.abort(reason);
    await assert.rejects(pages.next(), reason);
    const context = contextWith(controller.signal);
    await assert.rejects(demoAdapter({ now }).conversationsById!([], context), reason);
    const query = { status: 'open', sortBy: 'title', direction: 'ascending', search: '', limit: 5 } as const;
    await assert.rejects(demoAdapter({ now }).knowledgeGaps!.list(query, context), reason);
  });

  it('finds single conversations as it handed them over, and none that it never had', async () => {
    const adapter = demoAdapter({ now });
    const records = recordsOf(await pagesOf({ since: now - WEEK_MS }, adapter));
    const wanted = [records[0]!, records[400]!];
    const ids = [...wanted.map(({ id }) => id), 'c-1', 'c-99990000', records[0]!.id.replace(/\d{4}$/, '9999')];
    assert.deepEqual(await adapter.conversationsById!(ids, contextWith()), wanted);
  });

  it('names the option that makes no sense', () => {
    assert.throws(() => demoAdapter({ seed: Number.NaN }), DefinitionError);
    assert.throws(() => demoAdapter({ now: '2026-03-13' }), /demoAdapter: now: expected .*, got "2026-03-13"/);
  });
});
