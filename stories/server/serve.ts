import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { demoAdapter, type DemoAdapterOptions } from '../../src/adapters/demo.js';
import { contractAnswerer } from './answer-contract.js';

/** No command of the contract is longer, in bytes. */
const LONGEST_BODY = 1024 * 1024;

/** Answers the contract over the demo's data, below `basePath`. */
export function demoServer(basePath: string, options: DemoAdapterOptions = {}) {
  const answer = contractAnswerer(demoAdapter(options), basePath);
  const respond = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const gone = new AbortController();
    outgoing.once('close', () => gone.abort());
    const body = await bodyOf(incoming);
    if (body === null) return void outgoing.writeHead(413).end();
    const { method = 'GET', url = '/', headers } = incoming;
    const request = new Request(new URL(url, 'http://localhost'), {
      method,
      headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
      signal: gone.signal,
      ...(method === 'POST' ? { body } : {}),
    });
    const { status, headers: answered, body: content } = await answer(request);
    outgoing.writeHead(status, Object.fromEntries(answered));
    if (content === null) return void outgoing.end();
    // Somebody who leaves while it is being sent is no error.
    await pipeline(Readable.fromWeb(content as NodeStream), outgoing).catch(() => outgoing.destroy());
  };
  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    try {
      await respond(incoming, outgoing);
    } catch {
      // Cut on its way, or nothing that a Request can be made of: such as an address that is none, or TRACE.
      if (incoming.complete && !outgoing.headersSent) outgoing.writeHead(400).end();
      else outgoing.destroy();
    }
  };
}

/** null: it is too long. */
async function bodyOf(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of incoming as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LONGEST_BODY) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
