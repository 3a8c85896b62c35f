import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { contextOf, pagesOf, readFile, sampleLines } from './file-support.js';

const ADDRESS = 'https://desk.example/records.ndjson';
const LINES = sampleLines(5000);
const server = setupServer();

describe('fileAdapter with an address', () => {
  before(() => server.listen({ onUnhandledRequest: 'error' }));
  afterEach(() => server.resetHandlers());
  after(() => server.close());

  function answerWith(body: BodyInit | null, init: ResponseInit = {}): void {
    server.use(http.get(ADDRESS, () => new HttpResponse(body, init)));
  }

  it('reads what a server sends, from a text or a URL', async () => {
    answerWith(LINES);
    assert.equal((await readFile(ADDRESS)).text, LINES);
    assert.equal((await readFile(new URL(ADDRESS))).text, LINES);
  });

  it('decodes gzip that a server sends as it is', async () => {
    answerWith(gzipSync(LINES), { headers: { 'content-type': 'application/gzip' } });
    assert.equal((await readFile(ADDRESS)).text, LINES);
  });

  it('tells its progress where the server tells the length', async () => {
    const length = String(Buffer.byteLength(LINES));
    answerWith(LINES, { headers: { 'content-length': length } });
    const { pages } = await readFile(ADDRESS);
    assert.ok((pages[0]?.progress ?? 1) < 0.5);
    assert.equal(pages.at(-1)?.progress, 1);
  });

  it('tells no progress where the length is not known, or is that of coded bytes', async () => {
    const headers: HeadersInit[] = [
      {},
      { 'content-length': 'many' },
      { 'content-length': '5' },
      { 'content-length': '999999999', 'content-encoding': 'gzip' },
    ];
    for (const given of headers) {
      const { pages, error } = await readFile('/records', {
        fetch: () => Promise.resolve(new Response(LINES, { headers: given })),
      });
      assert.equal(error, undefined);
      assert.ok(pages.length > 1);
      assert.ok(pages.every((page) => !('progress' in page)));
    }
  });

  it('takes an answer without a body as empty', async () => {
    answerWith(null, { status: 204 });
    const { pages, error } = await readFile(ADDRESS);
    assert.equal(error, undefined);
    assert.deepEqual(
      pages.map((page) => page.ndjson.length),
      [0],
    );
  });

  it('words every status as an error with its code', async () => {
    for (const [status, code, retryable] of [
      [400, 'unknown', true],
      [401, 'unauthenticated', false],
      [403, 'forbidden', false],
      [404, 'not-found', false],
      [408, 'timeout', true],
      [409, 'conflict', false],
      [410, 'not-found', false],
      [413, 'too-large', false],
      [418, 'unknown', true],
      [429, 'rate-limited', true],
      [500, 'unavailable', true],
      [502, 'unavailable', true],
      [503, 'unavailable', true],
      [504, 'timeout', true],
    ] as const) {
      answerWith('<h1>no</h1>', { status, statusText: 'No' });
      const { pages, error } = await readFile(ADDRESS);
      assert.deepEqual(pages, []);
      assert.deepEqual(
        [error?.code, error?.retryable, error?.retryAfterMs],
        [code, retryable, undefined],
        String(status),
      );
      assert.ok(error?.message.startsWith(`file "${ADDRESS}": the server answered ${status} No. `));
    }
  });

  it('waits as long as Retry-After says, in seconds or until an instant of the server', async () => {
    const date = 'Wed, 04 Mar 2026 10:00:00 GMT';
    for (const [headers, retryAfterMs] of [
      [{ 'retry-after': '120' }, 120_000],
      [{ 'retry-after': 'Wed, 04 Mar 2026 10:00:30 GMT', date }, 30_000],
      [{ 'retry-after': 'Wed, 04 Mar 2026 09:59:30 GMT', date }, 0],
      [{ 'retry-after': 'Wed, 04 Mar 2026 10:00:30 GMT' }, undefined],
      [{ 'retry-after': 'soon', date }, undefined],
    ] as const) {
      answerWith(null, { status: 429, headers });
      assert.equal((await readFile(ADDRESS)).error?.retryAfterMs, retryAfterMs);
    }
  });

  it('is unavailable where the network fails, and offline where there is none', async (test) => {
    server.use(http.get(ADDRESS, () => HttpResponse.error()));
    const unavailable = (await readFile(ADDRESS)).error;
    assert.deepEqual([unavailable?.code, unavailable?.retryable], ['unavailable', true]);
    assert.ok(unavailable?.cause instanceof TypeError);

    const descriptor = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    Object.defineProperty(globalThis, 'navigator', { value: { onLine: false }, configurable: true });
    test.after(() => {
      if (descriptor) Object.defineProperty(globalThis, 'navigator', descriptor);
      else Reflect.deleteProperty(globalThis, 'navigator');
    });
    assert.equal((await readFile(ADDRESS)).error?.code, 'offline');
  });

  it('hands over the whole lines of a connection that breaks, and goes on after them', async () => {
    const cause = new TypeError('terminated');
    const at = LINES.length - 1000;
    const broken = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode(LINES).slice(0, at)),
      pull: (controller) => new Promise<void>((resolve) => setTimeout(resolve, 5)).then(() => controller.error(cause)),
    });
    answerWith(broken);
    const { pages, text, error } = await readFile(ADDRESS);
    assert.equal(error?.code, 'unavailable');
    assert.ok(text.endsWith('}\n') && LINES.startsWith(text));

    answerWith(LINES);
    const rest = await readFile(ADDRESS, {}, { cursor: pages.at(-1)?.cursor as string });
    assert.equal(text + rest.text, LINES);
  });

  it('tells of a connection that breaks before the format shows as of one that breaks', async () => {
    for (const start of ['', ' ', '{', '7', 'd":1}']) {
      const broken = new ReadableStream({
        start: (controller) => controller.enqueue(new TextEncoder().encode(start)),
        pull: (controller) => controller.error(new TypeError('terminated')),
      });
      const { pages, error } = await readFile('https://desk.example/x', {
        fetch: () => Promise.resolve(new Response(broken)),
      });
      assert.deepEqual([pages.length, error?.code], [0, 'unavailable'], start);
    }
  });

  it('names an address that cannot be fetched, and the way out', async () => {
    for (const address of ['file:///records.ndjson', 'records.ndjson']) {
      const { error } = await readFile(address);
      assert.equal(error?.code, 'unsupported');
      assert.equal(
        error.message,
        `file "${address}": expected an http(s) address. Read a local file as a Blob and hand that over.`,
      );
    }
  });

  it('keeps what may be secret in an address out of its errors', async () => {
    const secret = (): Promise<Response> => Promise.resolve(new Response(null, { status: 404 }));
    const { error } = await readFile('https://me:pass@desk.example/r.ndjson?token=abc#x', { fetch: secret });
    assert.match(error?.message ?? '', /^file "https:\/\/desk\.example\/r\.ndjson": /);
  });

  it('calls a fetch of the host as a plain function, with the signal', async () => {
    const controller = new AbortController();
    let seen: unknown[] = [];
    const fetchFile = function (this: unknown, ...request: Parameters<typeof fetch>): Promise<Response> {
      seen = [this, ...request];
      return Promise.resolve(new Response(LINES));
    };
    for await (const page of pagesOf(ADDRESS, { fetch: fetchFile }, {}, contextOf(controller.signal))) assert.ok(page);
    assert.deepEqual(seen, [undefined, ADDRESS, { signal: controller.signal }]);
  });

  it('aborts a request that a server does not answer', async () => {
    server.use(http.get(ADDRESS, () => new Promise<never>(() => undefined)));
    const controller = new AbortController();
    const reading = readToEnd(controller.signal);
    setTimeout(() => controller.abort(), 10);
    await assert.rejects(reading, { name: 'AbortError' });
  });

  it('says that a chosen file that cannot be read must be chosen again', async () => {
    const cause = new DOMException('changed', 'NotReadableError');
    const blob = new File(['x'], 'mine.ndjson');
    blob.stream = () => new ReadableStream({ start: (controller) => controller.error(cause) });
    const { error } = await readFile(blob);
    assert.deepEqual([error?.code, error?.retryable, error?.cause], ['unavailable', false, cause]);
    assert.match(error?.message ?? '', /^file "mine\.ndjson": it could not be read.* Choose it again\.$/);
  });
});

async function readToEnd(signal: AbortSignal): Promise<void> {
  for await (const page of pagesOf(ADDRESS, {}, {}, contextOf(signal))) assert.ok(page);
}
