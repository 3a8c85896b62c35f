import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { demoAdapter } from '../../../src/adapters/demo.js';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { AdapterError } from '../../../src/errors.js';
import type { GapListQuery } from '../../../src/gaps/gap-records.js';
import { parseShortAnswerPage, type CheckedShortAnswer } from '../../../src/gaps/short-answers.js';
import { parseTopicPage, type CheckedTopic } from '../../../src/gaps/topics.js';
import { contextOf } from './file-support.js';

const now = Date.UTC(2026, 2, 13, 9, 20);
const WEEK_MS = 7 * 24 * 3_600_000;

async function topicsOf(
  adapter: PerformanceAdapter,
  rest: Partial<GapListQuery> = {},
): Promise<readonly CheckedTopic[]> {
  const query = { status: 'open', sortBy: 'conversations', direction: 'descending', search: '', limit: 500 } as const;
  const { entries: topics, refused } = parseTopicPage(
    await adapter.knowledgeGaps!.list({ ...query, ...rest }, contextOf()),
  );
  assert.deepEqual(refused, []);
  return topics;
}

describe('the knowledge gaps of the demo', () => {
  const adapter = demoAdapter({ now });

  it('are about forty open topics, and more that were resolved or dismissed', async () => {
    const [open, resolved, dismissed] = [
      await topicsOf(adapter),
      await topicsOf(adapter, { status: 'resolved' }),
      await topicsOf(adapter, { status: 'dismissed' }),
    ];
    assert.ok(open.length >= 34 && open.length <= 40, String(open.length));
    assert.ok(resolved.length >= 105 && resolved.length <= 118, String(resolved.length));
    assert.ok(dismissed.length >= 17 && dismissed.length <= 24, String(dismissed.length));
    assert.equal(open.filter(({ returned }) => returned).length >= 2, true);
    assert.equal(open[0]!.conversations >= 10 && open.at(-1)!.conversations <= 2, true);
    assert.equal(
      open.every(({ lastAskedAt }) => lastAskedAt <= now && lastAskedAt > now - 5 * WEEK_MS),
      true,
    );
  });

  it('hold long, foreign and hostile titles as text', async () => {
    const titles = (await topicsOf(adapter)).map(({ title }) => title);
    assert.equal(
      titles.some((title) => title.length > 250),
      true,
    );
    assert.equal(
      titles.some((title) => title.includes('<b onmouseover=')),
      true,
    );
    assert.equal(
      titles.some((title) => /\p{Script=Arabic}/u.test(title)),
      true,
    );
    assert.equal(titles.includes('Altgerät bei Lieferung zurückgeben'), true);
  });

  it('point at conversations of the demo in which the agent found nothing at first', async () => {
    const ids = (await topicsOf(adapter)).flatMap(({ conversationIds }) => conversationIds ?? []);
    const records = (await adapter.conversationsById!(ids, contextOf())) as readonly ConversationRecord[];
    assert.equal(records.length, ids.length);
    for (const { id, events } of records) {
      const first = events.find((event) => event.type === 'message' && event.by.kind === 'agent');
      assert.deepEqual(first?.type === 'message' ? first.sources : [], [], id);
    }
  });

  it('are searched, sorted and paged', async () => {
    const byTitle = { sortBy: 'title', direction: 'ascending' } as const;
    const all = await topicsOf(adapter, byTitle);
    const query = { status: 'open', search: '', limit: 15, ...byTitle } as const;
    const first = parseTopicPage(await adapter.knowledgeGaps!.list(query, contextOf()));
    const second = parseTopicPage(await adapter.knowledgeGaps!.list({ ...query, cursor: first.cursor! }, contextOf()));
    assert.deepEqual([...first.entries, ...second.entries], all.slice(0, 30));
    assert.equal(first.total, all.length);
    assert.equal((await topicsOf(adapter, { search: 'ALTGERAT' })).length, 1);
  });
});

describe('the short answers of the demo', () => {
  const adapter = demoAdapter({ now });

  async function answersOf(source: PerformanceAdapter): Promise<readonly CheckedShortAnswer[]> {
    const page = await source.shortAnswers!.list({ search: '', limit: 500 }, contextOf());
    const { entries, refused } = parseShortAnswerPage(page);
    assert.deepEqual(refused, []);
    return entries;
  }

  it('resolve questions of the topics they name, and one is too young to tell', async () => {
    const answers = await answersOf(adapter);
    assert.ok(answers.length > 100, String(answers.length));
    const resolved = await topicsOf(adapter, { status: 'resolved' });
    const byId = new Map(resolved.map((topic) => [topic.id, topic]));
    for (const { topicId, resolvesQuestionIds, createdAt } of answers) {
      assert.equal(byId.get(topicId!)?.openQuestions, resolvesQuestionIds.length);
      assert.ok(createdAt <= now && createdAt >= byId.get(topicId!)!.lastAskedAt);
    }
    assert.equal(answers.filter(({ createdAt }) => createdAt > now - WEEK_MS).length, 1);
    const open = new Set((await topicsOf(adapter)).map(({ id }) => id));
    const early = answers.filter(({ createdAt }) => createdAt < now - WEEK_MS);
    assert.equal(early.filter(({ topicId }) => open.has(topicId!)).length, 2); // Asked again all the same.
  });

  it('can be made, and are gone with the page unless they are kept', async () => {
    const writable = demoAdapter({ now });
    const [topic] = await topicsOf(writable);
    const command = { topicId: topic!.id, questionIds: null, question: 'Q?', answer: 'A.' };
    const context = { ...contextOf(), idempotencyKey: 'k-1' };
    const before = (await answersOf(writable)).length;
    await writable.knowledgeGaps!.resolve!(command, context);
    await writable.knowledgeGaps!.resolve!(command, context);
    assert.equal((await answersOf(writable)).length, before + 1);
    assert.equal(
      (await topicsOf(writable)).find(({ id }) => id === topic!.id),
      undefined,
    );
    assert.equal((await answersOf(demoAdapter({ now }))).length, before);
  });

  it('are kept over a reload with `persist`, and strange things in the storage are left alone', async () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, text: string) => void kept.set(name, text),
    };
    Object.defineProperty(globalThis, 'localStorage', { value: storage, configurable: true });
    try {
      const writable = demoAdapter({ now, persist: true });
      const [topic] = await topicsOf(writable);
      await writable.knowledgeGaps!.dismiss!({ topics: [{ topicId: topic!.id, questionIds: null }] }, contextOf());
      const again = demoAdapter({ now, persist: true });
      assert.equal(
        (await topicsOf(again)).some(({ id }) => id === topic!.id),
        false,
      );
      const [name] = kept.keys();
      for (const strange of ['{', 'null', '{"questions":[["q",7,null]]}']) {
        kept.set(name!, strange);
        assert.equal((await topicsOf(demoAdapter({ now, persist: true })))[0]?.id, topic!.id);
      }
    } finally {
      Reflect.deleteProperty(globalThis, 'localStorage');
    }
  });

  it('can be shown to somebody without the rights', async () => {
    const access = { 'create-short-answer': 'needs-role' } as const;
    const reader = demoAdapter({ now, access });
    assert.equal((await reader.access!(contextOf()))['create-short-answer'], 'needs-role');
    const [topic] = await topicsOf(reader);
    const command = { topicId: topic!.id, questionIds: null, question: 'Q?', answer: 'A.' };
    const isForbidden = (error: unknown): boolean => error instanceof AdapterError && error.code === 'forbidden';
    await assert.rejects(reader.knowledgeGaps!.resolve!(command, contextOf()), isForbidden);
  });
});
