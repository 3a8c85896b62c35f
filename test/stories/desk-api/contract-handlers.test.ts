import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setupServer } from 'msw/node';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { restAdapter } from '../../../src/adapters/rest.js';
import { contractHandlers, contractPath } from '../../../stories/desk-api/contract-handlers.js';
import { gapDeskHandlers } from '../../../stories/desk-api/gap-desks.js';
import { gapsOf } from '../../support/hand-made-records.js';
import { contextOf } from '../../src/adapters/file-support.js';

const records = [
  { id: 'c-1', startedAt: '2026-03-02T09:00:00Z', events: [] },
  { id: 'c-2', startedAt: '2026-03-02T10:00:00Z', events: [] },
];

async function textOf(source: readonly unknown[]): Promise<string> {
  const server = setupServer(...contractHandlers(memoryAdapter(source)));
  server.listen({ onUnhandledRequest: 'error' });
  try {
    const baseUrl = `https://stories.example/site/${contractPath}`;
    const adapter = restAdapter({ baseUrl, retry: { attempts: 1 } });
    let text = '';
    for await (const page of adapter.conversations!({}, contextOf())) {
      if ('ndjson' in page) text += new TextDecoder().decode(page.ndjson);
    }
    return text;
  } finally {
    server.close();
  }
}

describe('the made-up server of the stories', () => {
  it('answers as the reference server does, below any address', async () => {
    assert.equal(await textOf(records), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  });

  it('says what is not as the contract says, and answers with an error', async (context) => {
    const said = context.mock.method(console, 'error', () => {});
    await assert.rejects(textOf([{ ...records[0], startedAt: 'yesterday' }]), { code: 'unavailable' });
    assert.match(String(said.mock.calls[0]!.arguments[0]), /GET \/conversations: line 1: .*startedAt/);
  });
});

describe('the made-up help desks of the stories whose writes do not go through', () => {
  const command = { topicId: 'topic-0', questionIds: null, question: 'Q?', answer: 'A.' };
  const keyed = { ...contextOf(), idempotencyKey: '0123456789abcdef' };

  async function over(mood: string, use: (adapter: ReturnType<typeof restAdapter>) => Promise<void>): Promise<void> {
    const desk = memoryAdapter([], gapsOf(['Refund', 2, 9]));
    const server = setupServer(...gapDeskHandlers(desk), ...contractHandlers(desk));
    server.listen({ onUnhandledRequest: 'error' });
    try {
      await use(restAdapter({ baseUrl: `https://stories.example/${mood}/${contractPath}`, retry: { attempts: 1 } }));
      const made = await desk.shortAnswers!.list({ search: '', limit: 9 }, contextOf());
      assert.equal(made.shortAnswers.length, mood === 'losing-answers' ? 1 : 0);
    } finally {
      server.close();
    }
  }

  for (const standing of ['needs-role', 'needs-seat', 'hidden'])
    it(`say ${standing}, and write nothing`, () =>
      over(standing, async (adapter) => {
        assert.equal((await adapter.access!(contextOf()))['create-short-answer'], standing);
        await assert.rejects(adapter.knowledgeGaps!.resolve!(command, keyed), { code: 'forbidden' });
      }));

  it('refuse every write', () =>
    over('refusing', async (adapter) => {
      await assert.rejects(adapter.knowledgeGaps!.resolve!(command, keyed), { code: 'unavailable' });
    }));

  it('lose the first answer to each key, and make one short answer all the same', () =>
    over('losing-answers', async (adapter) => {
      await assert.rejects(adapter.knowledgeGaps!.resolve!(command, keyed), { code: 'unavailable' });
      const { shortAnswer } = await adapter.knowledgeGaps!.resolve!(command, keyed);
      assert.equal((shortAnswer as { question: string }).question, 'Q?');
    }));
});
