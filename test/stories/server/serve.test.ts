import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { demoAdapter } from '../../../src/adapters/demo.js';
import { restAdapter } from '../../../src/adapters/rest.js';
import { demoServer } from '../../../stories/server/serve.js';
import { contextOf } from '../../src/adapters/file-support.js';

const now = '2026-03-02T09:00:00Z';
const query = { since: Date.parse(now) - 86_400_000 };

describe('the reference server, over real HTTP', () => {
  let server: Server;
  let address: URL;
  /** Answers die on their way. */
  let isCutting = false;
  /** What would have ended its process. */
  const thrown: unknown[] = [];

  before(async () => {
    const answer = demoServer('/api/', { now });
    server = createServer((request, response) => {
      if (isCutting) response.writeHead = () => response.destroy();
      answer(request, response).catch((error: unknown) => thrown.push(error));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    address = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`);
  });

  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('hands the demo over, byte for byte what the demo is', async () => {
    let [there, here] = ['', ''];
    for await (const page of restAdapter({ baseUrl: address }).conversations!(query, contextOf())) {
      if ('ndjson' in page) there += new TextDecoder().decode(page.ndjson);
    }
    for await (const page of demoAdapter({ now }).conversations!(query, contextOf())) {
      if ('conversations' in page) here += page.conversations.map((record) => `${JSON.stringify(record)}\n`).join('');
    }
    assert.ok(here.length > 10_000);
    assert.equal(there, here);
  });

  it('lists its knowledge gaps in order', async () => {
    const listing = { status: 'open', sortBy: 'conversations', direction: 'descending', search: '', limit: 2 } as const;
    const { topics, total } = await restAdapter({ baseUrl: address }).knowledgeGaps!.list(listing, contextOf());
    assert.equal(topics.length, 2);
    assert.ok(total! > 10);
  });

  it('refuses a write that a form of another site could send, and a body without end', async () => {
    const write = new URL('knowledge-gaps/dismiss', address);
    const response = await fetch(write, { method: 'POST', body: '{}' });
    assert.deepEqual([response.status, response.headers.get('content-type')], [403, 'application/problem+json']);
    assert.equal((await fetch(write, { method: 'POST', body: 'x'.repeat(2 ** 20 + 1) })).status, 413);
  });

  it('outlives a command that is cut, an address that is none and a method that there is not', async () => {
    /** The status line of the answer, or nothing where none came. */
    const send = (text: string, isCut = false): Promise<string> =>
      new Promise((resolve, reject) => {
        let heard = '';
        const socket = connect(Number(address.port), '127.0.0.1', () => socket.write(text));
        socket.on('data', (bytes) => (heard += bytes.toString()));
        socket.on('close', () => resolve(heard.split('\r\n')[0]!)).on('error', reject);
        socket.setTimeout(isCut ? 20 : 5_000, () => socket.destroy());
      });
    const head = 'Host: localhost\r\nConnection: close\r\n';
    assert.equal(await send(`GET // HTTP/1.1\r\n${head}\r\n`), 'HTTP/1.1 400 Bad Request');
    assert.equal(await send(`TRACE /api/access HTTP/1.1\r\n${head}\r\n`), 'HTTP/1.1 400 Bad Request');
    await send(`POST /api/knowledge-gaps/dismiss HTTP/1.1\r\n${head}Content-Length: 99\r\n\r\n{"top`, true);
    assert.equal((await fetch(new URL('access', address))).status, 200);
    assert.deepEqual(thrown, []);
  });

  it('says by 409 that a key was heard with another command', async () => {
    const { knowledgeGaps } = restAdapter({ baseUrl: address, retry: { attempts: 1 } });
    const listing = { status: 'open', sortBy: 'title', direction: 'ascending', search: '', limit: 2 } as const;
    const { topics } = await knowledgeGaps!.list(listing, contextOf());
    const [first, second] = topics.map((topic) => ({ topicId: (topic as { id: string }).id, questionIds: null }));
    const keyed = { ...contextOf(), idempotencyKey: '0123456789abcdef' };
    await knowledgeGaps!.dismiss!({ topics: [first!] }, keyed);
    await assert.rejects(knowledgeGaps!.dismiss!({ topics: [second!] }, keyed), { code: 'conflict' });
  });

  it('makes one short answer where the connection dies between the write and its answer, and the page tries again', async () => {
    const { knowledgeGaps, shortAnswers } = restAdapter({ baseUrl: address, retry: { attempts: 1 } });
    const listing = { status: 'open', sortBy: 'conversations', direction: 'descending', search: '', limit: 1 } as const;
    const { topics } = await knowledgeGaps!.list(listing, contextOf());
    const command = { topicId: (topics[0] as { id: string }).id, questionIds: null, question: 'Why?', answer: 'So.' };
    const keyed = { ...contextOf(), idempotencyKey: 'fedcba9876543210' };
    const count = async (): Promise<number> => (await shortAnswers!.list({ search: '', limit: 1 }, contextOf())).total!;
    const before = await count();
    isCutting = true;
    await assert.rejects(knowledgeGaps!.resolve!(command, keyed), { code: 'unavailable' });
    isCutting = false;
    assert.equal(await count(), before + 1);
    const { shortAnswer } = await knowledgeGaps!.resolve!(command, keyed);
    assert.equal((shortAnswer as { answer: string }).answer, 'So.');
    assert.equal(await count(), before + 1);
  });

  it('says by a problem that it knows no such path', async () => {
    const response = await fetch(new URL('nothing', address));
    assert.equal(response.status, 404);
    assert.equal(((await response.json()) as { code: string }).code, 'not-found');
  });
});
