import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setupServer } from 'msw/node';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { restAdapter } from '../../../src/adapters/rest.js';
import { contractHandlers, contractPath } from '../../../stories/desk-api/contract-handlers.js';
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
