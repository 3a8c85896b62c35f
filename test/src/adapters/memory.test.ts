import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  ConversationPage,
  ConversationQuery,
  PerformanceAdapter,
  RequestContext,
} from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { AdapterError } from '../../../src/errors.js';
import type { KnowledgeGapTopic } from '../../../src/gaps/gap-records.js';

const T = Date.UTC(2026, 2, 1);
const DAY_MS = 86_400_000;

function makeRecords(count: number): { id: string; startedAt: number; events: never[] }[] {
  return Array.from({ length: count }, (_, index) => ({ id: `c-${index}`, startedAt: T + index * DAY_MS, events: [] }));
}

function contextWith(signal: AbortSignal = new AbortController().signal): RequestContext {
  return { signal, locale: 'en', timeZone: 'Europe/Berlin' };
}

async function pagesOf(adapter: PerformanceAdapter, query: ConversationQuery = {}): Promise<ConversationPage[]> {
  const pages: ConversationPage[] = [];
  for await (const page of adapter.conversations!(query, contextWith())) pages.push(page);
  return pages;
}

function conversationsOf(pages: readonly ConversationPage[]): unknown[] {
  return pages.flatMap((page) => ('conversations' in page ? page.conversations : []));
}

function idsOf(records: readonly unknown[]): string[] {
  return records.map((record) => (record as { id: string }).id);
}

describe('memoryAdapter', () => {
  it('hands over every record once, in order, a thousand a page, with the total', async () => {
    const records = makeRecords(2_500);
    const pages = await pagesOf(memoryAdapter(records));
    assert.deepEqual(
      pages.map((page) => ('conversations' in page ? page.conversations.length : 0)),
      [1_000, 1_000, 500],
    );
    assert.equal(
      pages.every(({ total, asOf }) => total === 2_500 && asOf === undefined),
      true,
    );
    assert.deepEqual(conversationsOf(pages), records);
  });

  it('answers with one empty page where there is nothing, and says what it is complete up to', async () => {
    assert.deepEqual(
      (await pagesOf(memoryAdapter([], undefined, { asOf: T }))).map((page) => ({ ...page, cursor: '' })),
      [{ conversations: [], total: 0, asOf: T, cursor: '' }],
    );
  });

  it('hands over only what the query asks for', async () => {
    const adapter = memoryAdapter(makeRecords(10));
    const ask = async (query: ConversationQuery): Promise<string> =>
      idsOf(conversationsOf(await pagesOf(adapter, query))).join(' ');
    assert.equal(await ask({ since: T + 8 * DAY_MS }), 'c-8 c-9');
    assert.equal(await ask({ until: T + 2 * DAY_MS }), 'c-0 c-1');
    assert.equal(await ask({ since: T + DAY_MS, until: T + 3 * DAY_MS }), 'c-1 c-2');
    assert.equal(await ask({ updatedSince: T + 9 * DAY_MS }), 'c-9');
  });

  it('resumes after the page whose cursor it is given, also when records were added meanwhile', async () => {
    const records = makeRecords(2_500);
    const adapter = memoryAdapter(records);
    const [first] = await pagesOf(adapter);
    records.push(...makeRecords(2_501).slice(-1));
    const rest = await pagesOf(adapter, { cursor: first!.cursor! });
    assert.deepEqual(conversationsOf(rest), records.slice(1_000));
    assert.equal(rest[0]?.total, 2_501);
    assert.deepEqual(conversationsOf(await pagesOf(adapter, { cursor: rest.at(-1)!.cursor! })), []);
  });

  it('refuses a cursor it never gave', async () => {
    await assert.rejects(
      pagesOf(memoryAdapter([]), { cursor: '-1' }),
      (error) => error instanceof AdapterError && error.code === 'not-found',
    );
  });

  it('sees what is added to an array later, and reads anything else once', async () => {
    const records: unknown[] = makeRecords(1);
    const live = memoryAdapter(records);
    assert.equal(conversationsOf(await pagesOf(live)).length, 1);
    records.push({ id: 'c-new', startedAt: T, events: [] });
    assert.equal(conversationsOf(await pagesOf(live)).length, 2);
    const once = memoryAdapter(makeRecords(3).values());
    assert.equal(conversationsOf(await pagesOf(once)).length, 3);
    assert.equal(conversationsOf(await pagesOf(once)).length, 3);
  });

  it('hands on what is no record, for the door to refuse', async () => {
    const strange = [null, 'c-1', { id: 'c-2', startedAt: 'soon', events: [] }];
    assert.deepEqual(conversationsOf(await pagesOf(memoryAdapter(strange), { since: T })), strange);
  });

  it('stops with the reason of the abort, before the first page and between two', async () => {
    const reason = new Error('nobody waits');
    const adapter = memoryAdapter(makeRecords(3_000));
    const never = adapter.conversations!({}, contextWith(AbortSignal.abort(reason)));
    await assert.rejects(never[Symbol.asyncIterator]().next(), reason);
    const controller = new AbortController();
    const pages = adapter.conversations!({}, contextWith(controller.signal))[Symbol.asyncIterator]();
    await pages.next();
    controller.abort(reason);
    await assert.rejects(pages.next(), reason);
    await assert.rejects(adapter.conversationsById!(['c-1'], contextWith(controller.signal)), reason);
  });

  it('lets others run between two pages', async () => {
    let ticks = 0;
    const timer = setInterval(() => ticks++, 0);
    let pages = 0;
    for await (const page of memoryAdapter(makeRecords(200_000)).conversations!({}, contextWith())) {
      pages += 'conversations' in page ? 1 : 0;
    }
    clearInterval(timer);
    assert.equal(pages, 200);
    assert.equal(ticks > 0, true);
  });

  it('finds single conversations in the order asked, the latest version of each', async () => {
    const [first, second] = makeRecords(2);
    const newer = { ...first!, updatedAt: T + 5 };
    const older = { ...first!, updatedAt: T + 4 };
    const adapter = memoryAdapter([first, newer, older, null, second]);
    assert.deepEqual(await adapter.conversationsById!(['c-1', 'c-9', 'c-0'], contextWith()), [second, newer]);
  });

  it('has knowledge gaps only where it is given some', async () => {
    assert.equal(memoryAdapter([]).knowledgeGaps, undefined);
    const question = { id: 'q-1', text: 'Why?', askedAt: T, conversationId: 'c-1', status: 'open' } as const;
    const gaps = { topics: [{ id: 'g-1', title: 'Why', questions: [question, { ...question, id: 'q-2' }] }] };
    const page = await memoryAdapter([], gaps).knowledgeGaps!.list(
      { status: 'open', sortBy: 'conversations', direction: 'descending', search: 'WHY', limit: 5 },
      contextWith(),
    );
    const [topic] = page.topics as readonly KnowledgeGapTopic[];
    assert.equal(page.total, 1);
    assert.deepEqual([topic?.openQuestions, topic?.conversations, topic?.lastAskedAt], [2, 1, T]);
  });
});
