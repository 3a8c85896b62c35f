import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PerformanceAdapter, RequestContext } from '../../../../src/adapters/adapter.js';
import { demoAdapter } from '../../../../src/adapters/demo.js';
import { memoryAdapter } from '../../../../src/adapters/memory.js';
import { AdapterError } from '../../../../src/errors.js';
import type { ConversationRecord } from '../../../../src/conversation/record.js';
import { contractAnswerer } from '../../../../stories/server/answer-contract.js';
import { contextOf } from '../file-support.js';
import { checker, overTheWire } from './rest-support.js';

const now = '2026-03-02T09:00:00Z';
const desk = demoAdapter({ now });
const records = Array.from({ length: 2_300 }, (_, index) => ({ id: `c-${index}`, startedAt: now, events: [] }));
const many = memoryAdapter(records, undefined, { asOf: now });
const quick = { retry: { firstPauseMs: 1, random: () => 0 } };
const since = Date.parse(now) - 14 * 86_400_000;
const gapQuery = { status: 'open', sortBy: 'title', direction: 'ascending', search: '', limit: 3 } as const;

async function recordsOf(adapter: PerformanceAdapter, query: object = { since }): Promise<ConversationRecord[]> {
  const records: ConversationRecord[] = [];
  for await (const page of adapter.conversations!(query, contextOf())) {
    if ('conversations' in page) records.push(...(page.conversations as ConversationRecord[]));
    else {
      const text = new TextDecoder().decode(page.ndjson);
      assert.ok(text === '' || text.endsWith('\n'));
      records.push(
        ...text
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as ConversationRecord),
      );
    }
  }
  return records;
}

/** A source that can do everything, and notes what it was told. */
function writable() {
  const told: [string, unknown, string | undefined][] = [];
  const noted =
    <Answer>(name: string, answer: Answer) =>
    async (command: unknown, { idempotencyKey }: RequestContext) => {
      told.push([name, command, idempotencyKey]);
      return answer;
    };
  const changed = { topics: [{ topicId: 't/1?', questionIds: ['q 1'] }] };
  const shortAnswer = { id: 'a-1', question: 'Why?', answer: 'So.', createdAt: now, resolvesQuestionIds: ['q 1'] };
  const question = { id: 'q 1', text: '<b>Why?</b>', askedAt: now, conversationId: 'c-1', status: 'open' };
  const adapter: PerformanceAdapter = {
    contract: 1,
    knowledgeGaps: {
      list: async () => ({ topics: [] }),
      questions: noted('questions', { questions: [question], total: 1 }),
      resolve: noted('resolve', { ...changed, shortAnswer }),
      dismiss: noted('dismiss', changed),
      restore: noted('restore', changed),
    },
    shortAnswers: { list: noted('answers', { shortAnswers: [shortAnswer], cursor: 'c/2' }) },
    access: async () => ({ 'dismiss-gap': 'needs-seat', 'resolve-gap': 'allowed' }),
  };
  return { adapter, told, changed, shortAnswer, question };
}

describe('restAdapter and the reference server', () => {
  it('bring every conversation over as it was, page by page, in bytes', async () => {
    const { adapter, requests } = overTheWire(many);
    const there = await recordsOf(many);
    assert.equal(there.length, 2_300);
    assert.deepEqual(await recordsOf(adapter), there);
    assert.equal(requests.length, 1);
    assert.ok(requests.every(({ url }) => url.includes('since=2026-02-16T09%3A00%3A00.000Z')));
  });

  it('go on from a cursor, tell the whole and the time of the data', async () => {
    const { adapter } = overTheWire(many);
    const pages = [];
    for await (const page of adapter.conversations!({ since }, contextOf())) pages.push(page);
    assert.deepEqual(
      pages.slice(0, 3).map(({ asOf, total }) => [asOf, total]),
      Array.from({ length: 3 }, () => [now, 2_300]),
    );
    assert.deepEqual(pages.slice(3), [{ ndjson: new Uint8Array(0) }]);
    assert.equal((await recordsOf(adapter, { since, cursor: pages[0]!.cursor })).length, 1_300);
  });

  it('bring over what an adapter makes while it is asked, to its end', async () => {
    const query = { since: Date.parse(now) - 86_400_000 };
    const there = await recordsOf(desk, query);
    assert.ok(there.length > 50);
    assert.deepEqual(await recordsOf(overTheWire(desk).adapter, query), JSON.parse(JSON.stringify(there)));
  });

  it('hand over what is gone and what to warn of', async () => {
    const source: PerformanceAdapter = {
      contract: 1,
      async *conversations() {
        yield { ndjson: new TextEncoder().encode(''), removed: ['c-9'], warnings: ['No emails before May.'] };
      },
    };
    const pages = [];
    for await (const one of overTheWire(source).adapter.conversations!({ updatedSince: since }, contextOf()))
      pages.push(one);
    const [page] = pages;
    assert.deepEqual([page!.removed, page!.warnings], [['c-9'], ['No emails before May.']]);
  });

  it('find single conversations, more than a hundred at once', async () => {
    const { adapter, requests } = overTheWire(many);
    const wanted = records.slice(40, 270);
    const ids = [...wanted.map(({ id }) => id), 'no/such'];
    assert.deepEqual(await adapter.conversationsById!(ids, contextOf()), wanted);
    assert.equal(requests.length, 3);
  });

  it('list topics page by page, and send again only what changed', async () => {
    const { adapter, requests } = overTheWire(desk);
    const first = await adapter.knowledgeGaps!.list(gapQuery, contextOf());
    const here = await desk.knowledgeGaps!.list(gapQuery, contextOf());
    assert.deepEqual(first, JSON.parse(JSON.stringify(here)));
    assert.deepEqual(await adapter.knowledgeGaps!.list(gapQuery, contextOf()), first);
    assert.ok(checker.seen.has('listKnowledgeGaps 304'));
    assert.match(requests[1]!.headers.get('if-none-match') ?? '', /^"[0-9a-f]{24}"$/);
    const next = await adapter.knowledgeGaps!.list({ ...gapQuery, cursor: first.cursor! }, contextOf());
    assert.notDeepEqual(next.topics, first.topics);
  });

  it('read questions, short answers and rights', async () => {
    const { adapter: source, question, shortAnswer, told } = writable();
    const { adapter } = overTheWire(source);
    const asked = { topicId: 't/1?&', status: 'open', search: 'why', limit: 5 } as const;
    assert.deepEqual(await adapter.knowledgeGaps!.questions!(asked, contextOf()), { questions: [question], total: 1 });
    const answers = await adapter.shortAnswers!.list({ search: '', limit: 5, cursor: 'c/1' }, contextOf());
    assert.deepEqual(answers, { shortAnswers: [shortAnswer], cursor: 'c/2' });
    assert.deepEqual(
      told.map(([, command]) => command),
      [asked, { search: '', limit: 5, cursor: 'c/1' }],
    );
    assert.deepEqual(await adapter.access!(contextOf()), { 'dismiss-gap': 'needs-seat', 'resolve-gap': 'allowed' });
  });

  it('tell with the rights how long the texts may be', async () => {
    const { adapter: source } = writable();
    const { adapter } = overTheWire({ ...source, knowledgeGaps: { ...source.knowledgeGaps!, textLimit: 20 } });
    assert.equal(adapter.knowledgeGaps!.textLimit, undefined);
    const rights = { 'dismiss-gap': 'needs-seat', 'resolve-gap': 'allowed' };
    assert.deepEqual(await adapter.access!(contextOf()), rights, 'which are no place for it');
    assert.equal(adapter.knowledgeGaps!.textLimit, 20);
    const long = { topicId: 't/1?', questionIds: null, question: 'Why?', answer: 'x'.repeat(21) };
    const context = { ...contextOf(), idempotencyKey: '0123456789abcdef' };
    await assert.rejects(adapter.knowledgeGaps!.resolve!(long, context), {
      code: 'invalid-payload',
      message: /answer/,
    });
    const unlimited = overTheWire(source).adapter;
    await unlimited.access!(contextOf());
    assert.equal(unlimited.knowledgeGaps!.textLimit, undefined);
  });

  it('tell the source the language and the zone of the page, and refuse a zone that nobody knows', async () => {
    const told: (readonly string[])[] = [];
    const source: PerformanceAdapter = {
      contract: 1,
      access: async ({ locale, timeZone }) => (told.push([locale, timeZone]), {}),
    };
    const { adapter } = overTheWire(source);
    await adapter.access!({ ...contextOf(), locale: 'de', timeZone: 'Asia/Kathmandu' });
    await adapter.access!({ ...contextOf(), timeZone: '' });
    assert.deepEqual(told, [
      ['de', 'Asia/Kathmandu'],
      ['en', 'UTC'],
    ]);
    await assert.rejects(adapter.access!({ ...contextOf(), timeZone: 'Mars/Base' }), {
      code: 'invalid-payload',
      message: /Mars\/Base/,
    });
  });

  it('write with the key that came with the command', async () => {
    const { adapter: source, told, changed, shortAnswer } = writable();
    const { adapter } = overTheWire(source);
    const context = { ...contextOf(), idempotencyKey: '0123456789abcdef' };
    const resolve = { topicId: 't/1?', questionIds: null, question: 'Why?', answer: 'So.' };
    assert.deepEqual(await adapter.knowledgeGaps!.resolve!(resolve, context), { ...changed, shortAnswer });
    const restore = { topics: changed.topics, from: 'resolved', shortAnswerId: 'a-1' } as const;
    assert.deepEqual(await adapter.knowledgeGaps!.restore!(restore, context), changed);
    assert.deepEqual(told, [
      ['resolve', resolve, '0123456789abcdef'],
      ['restore', restore, '0123456789abcdef'],
    ]);
  });

  it('refuse a write without the right to it, before the source is asked', async () => {
    const { adapter: source, told } = writable();
    const dismiss = overTheWire(source).adapter.knowledgeGaps!.dismiss!;
    await assert.rejects(dismiss({ topics: [{ topicId: 't', questionIds: null }] }, contextOf()), {
      code: 'forbidden',
      message: 'dismiss: dismiss-gap is not allowed: an assigned paid seat is missing. Nothing was written.',
    });
    assert.deepEqual(told, []);
  });

  it('say in the source’s words and code why there is no answer', async () => {
    for (const [code, retryable] of [
      ['conflict', false],
      ['not-found', false],
      ['unauthenticated', false],
    ] as const) {
      const source: PerformanceAdapter = {
        contract: 1,
        knowledgeGaps: {
          list: async () => {
            throw new AdapterError(code, 'Ada was first.');
          },
        },
      };
      const { adapter } = overTheWire(source);
      const expected = { name: 'AdapterError', code, retryable, message: 'Ada was first.' };
      await assert.rejects(adapter.knowledgeGaps!.list(gapQuery, contextOf()), expected);
    }
  });

  it('know what the source leaves out, and allow everything where it knows no rights', async () => {
    const { adapter } = overTheWire({ contract: 1 });
    const unsupported = { code: 'unsupported', retryable: false };
    await assert.rejects(adapter.knowledgeGaps!.list(gapQuery, contextOf()), unsupported);
    await assert.rejects(recordsOf(adapter), unsupported);
    assert.deepEqual(await adapter.access!(contextOf()), {});
  });

  it('tell nobody what went wrong inside the server', async () => {
    const source: PerformanceAdapter = {
      contract: 1,
      access: async () => {
        throw new TypeError('password "hunter2" is wrong');
      },
    };
    await assert.rejects(overTheWire(source, quick).adapter.access!(contextOf()), (error: Error) => {
      assert.doesNotMatch(`${error.message} ${String(error.cause)}`, /hunter2/);
      return true;
    });
  });

  it('stream changes to whoever listens, over one connection', async () => {
    let change = (): void => {};
    const { adapter, requests } = overTheWire({ contract: 1, subscribe: (changed) => void (change = changed) });
    const heard: string[] = [];
    const context = contextOf();
    const [stopA, stopB] = ['a', 'b'].map((name) => adapter.subscribe!(() => heard.push(name), context));
    while (requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await new Promise((resolve) => setTimeout(resolve, 20));
    change();
    while (heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 1));
    assert.deepEqual(heard, ['a', 'b']);
    assert.equal(requests.length, 1);
    stopA!();
    stopB!();
  });

  it('leave alone a listener that is gone', async () => {
    let change = (): void => {};
    const answer = contractAnswerer({ contract: 1, subscribe: (changed) => void (change = changed) }, '/');
    const gone = new AbortController();
    const asked = { headers: { accept: 'text/event-stream' }, signal: gone.signal };
    const [first, second] = await Promise.all(
      [1, 2].map(() => answer(new Request('https://desk.example/changes', asked))),
    );
    await second!.body!.cancel();
    change();
    const reader = first!.body!.getReader();
    const heard = [await reader.read(), await reader.read()].map(({ value }) => new TextDecoder().decode(value));
    assert.deepEqual(heard, [':\n\n', 'event: change\ndata: {}\n\n']);
    gone.abort();
    change();
    const rest = await Promise.race([reader.read(), new Promise((resolve) => setTimeout(resolve, 20, 'nothing'))]);
    assert.equal(rest, 'nothing');
  });
});
