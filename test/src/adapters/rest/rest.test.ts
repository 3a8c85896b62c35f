import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { restAdapter, type RestAdapterOptions, type TokenRequest } from '../../../../src/adapters/rest.js';
import { AdapterError } from '../../../../src/errors.js';
import { contextOf } from '../file-support.js';
import { baseUrl, json, problem } from './rest-answers.js';
import { access, scripted } from './rest-support.js';

const refused = (): Response => problem(401);
const dismissal = { topics: [{ topicId: 't', questionIds: null }] };

describe('restAdapter', () => {
  it('asks below its base address, which needs no slash at its end', async () => {
    for (const base of ['https://desk.example/api', 'https://desk.example/api/', new URL('https://desk.example/api')]) {
      const { adapter, requests } = scripted([json({})], { baseUrl: base });
      await access(adapter);
      assert.equal(requests[0]!.url, 'https://desk.example/api/access');
    }
  });

  it('refuses an address that is none, or that holds secrets, and repeats none of them', () => {
    for (const wrong of [
      '',
      '/relative',
      'ftp://desk.example/',
      'javascript:alert(1)',
      'https://ada:hunter2@desk.example/',
      'https://desk.example/?key=hunter2',
      'https://desk.example/#hunter2',
      undefined,
      7,
    ]) {
      assert.throws(
        () => restAdapter({ baseUrl: wrong as string }),
        (error: Error) => error.name === 'DefinitionError' && !error.message.includes('hunter2'),
        String(wrong),
      );
    }
    assert.throws(() => restAdapter({ baseUrl, timeoutMs: 0 }), { name: 'DefinitionError' });
  });

  it('says in each request its language, the host’s headers and no secret in the address', async () => {
    let count = 0;
    const { adapter, requests } = scripted([json({}), json({ topics: [] })], {
      getToken: () => 'secret',
      headers: () => ({ 'X-CSRF-Token': `t${(count += 1)}` }),
    });
    await access(adapter);
    await adapter.knowledgeGaps!.dismiss!(dismissal, contextOf());
    const [read, write] = requests.map(({ headers }) => Object.fromEntries(headers));
    assert.equal(read!['accept-language'], 'en');
    assert.deepEqual([read!['x-csrf-token'], write!['x-csrf-token']], ['t1', 't2']);
    assert.deepEqual([read!['authorization'], write!['authorization']], ['Bearer secret', 'Bearer secret']);
    assert.deepEqual([read!['x-requested-with'], write!['x-requested-with']], [undefined, 'Deskglass']);
    assert.ok(requests.every(({ url, redirect }) => !url.includes('secret') && redirect === 'manual'));
  });

  it('says no language that is none', async () => {
    for (const locale of ['日本語', '', 'a\nb', 'de_DE']) {
      const { adapter, requests } = scripted([json({})]);
      await adapter.access!({ ...contextOf(), locale });
      assert.equal(requests[0]!.headers.get('accept-language'), null);
    }
  });

  it('asks once for a token, whoever waits for it', async () => {
    const asked: TokenRequest[] = [];
    const getToken: RestAdapterOptions['getToken'] = async (request) => {
      asked.push(request);
      return 'one';
    };
    const { adapter } = scripted([json({}), json({}), json({})], { getToken });
    await Promise.all([access(adapter), access(adapter)]);
    await access(adapter);
    assert.deepEqual(asked, [{ fresh: false }]);
  });

  it('renews a refused token once, for all that were refused with it', async () => {
    const asked: TokenRequest[] = [];
    const getToken: RestAdapterOptions['getToken'] = async (request) => {
      asked.push(request);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return `token-${asked.length}`;
    };
    const { adapter, requests } = scripted([refused(), refused(), json({}), json({})], { getToken });
    await Promise.all([access(adapter), access(adapter)]);
    assert.deepEqual(asked, [{ fresh: false }, { fresh: true }]);
    assert.equal(requests.at(-1)!.headers.get('authorization'), 'Bearer token-2');
  });

  it('is unauthenticated where the fresh token is refused too, and asks no third time', async () => {
    const { adapter, requests } = scripted([refused(), refused()], { getToken: () => 'same' });
    await assert.rejects(access(adapter), { code: 'unauthenticated' });
    assert.equal(requests.length, 2);
  });

  it('asks getToken again after it threw at once', async () => {
    let isSignedIn = false;
    const getToken = (): string => {
      if (!isSignedIn) throw new Error('signed out');
      return 'token';
    };
    const { adapter, requests } = scripted([json({})], { getToken });
    await assert.rejects(access(adapter), { code: 'unauthenticated' });
    isSignedIn = true;
    await access(adapter);
    assert.equal(requests.length, 1);
  });

  it('does not send what getToken fails with, or hands over by mistake', async () => {
    for (const getToken of [
      () => '',
      () => 'a b',
      () => undefined as unknown as string,
      () => Promise.reject(new Error()),
    ]) {
      const { adapter, requests } = scripted([], { getToken });
      await assert.rejects(access(adapter), { code: 'unauthenticated' });
      assert.equal(requests.length, 0);
    }
    const given = new AdapterError('forbidden', 'No seat.');
    const { adapter } = scripted([], { getToken: () => Promise.reject(given) });
    await assert.rejects(access(adapter), (error) => error === given);
  });

  it('asks again what failed for a while, a write with the same key', async () => {
    const { adapter, requests } = scripted([problem(503), new TypeError('fetch failed'), json({ topics: [] })]);
    await adapter.knowledgeGaps!.dismiss!(dismissal, contextOf());
    const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
    assert.match(keys[0]!, /^[0-9a-f]{32}$/);
    assert.deepEqual(keys, [keys[0], keys[0], keys[0]]);
    assert.deepEqual(await requests[2]!.json(), dismissal);
  });

  it('asks once where the server refuses the question itself, whatever the status, unless it says when to ask again', async () => {
    for (const status of [400, 422, 431]) {
      const { adapter, requests } = scripted([problem(status, { detail: 'Not so.' })]);
      await assert.rejects(access(adapter), { code: 'unknown', retryable: false, message: 'Not so.' });
      assert.equal(requests.length, 1);
    }
    const { adapter, requests } = scripted([problem(425, {}, { 'Retry-After': '0' }), json({})]);
    await access(adapter);
    assert.equal(requests.length, 2);
  });

  it('tells the wait that a server asks for when it is long', async () => {
    const { adapter } = scripted([problem(429, {}, { 'Retry-After': '120' })]);
    await assert.rejects(access(adapter), { code: 'rate-limited', retryAfterMs: 120_000 });
  });

  it('keeps a wait until a date, by the server’s clock where it tells it', async () => {
    const inAMinute = new Date(Date.now() + 60_000).toUTCString();
    const wait = (headers: HeadersInit) =>
      access(scripted([problem(429, {}, headers)], { retry: { attempts: 1 } }).adapter);
    await assert.rejects(
      wait({ 'Retry-After': 'Mon, 02 Mar 2026 09:02:00 GMT', Date: 'Mon, 02 Mar 2026 09:00:00 GMT' }),
      { retryAfterMs: 120_000 },
    );
    await assert.rejects(
      wait({ 'Retry-After': inAMinute }),
      ({ retryAfterMs }: AdapterError) => retryAfterMs! > 50_000 && retryAfterMs! <= 60_000,
    );
  });

  it('reads the code of a problem before its status, and the status where it has none', async () => {
    const cases: readonly (readonly [Response, string, RegExp])[] = [
      [
        problem(400, { code: 'too-large', detail: 'At most 2,000 characters.' }),
        'too-large',
        /^At most 2,000 characters\.$/,
      ],
      [problem(503, { code: 'offline', detail: 'Its database is.' }), 'unavailable', /^Its database is\.$/],
      [problem(409, { detail: 'Ada was first.' }), 'conflict', /^Ada was first\.$/],
      [
        problem(403, { code: 'made up', detail: 7 }),
        'forbidden',
        /GET \/api\/performance\/access: the server answered 403/,
      ],
      [new Response('<h1>Gone</h1>', { status: 404 }), 'not-found', /answered 404/],
      [new Response('{', { status: 409, headers: { 'Content-Type': 'application/problem+json' } }), 'conflict', /409/],
      [new Response(null, { status: 302, headers: { Location: '/login' } }), 'unauthenticated', /to sign in/],
    ];
    for (const [response, code, message] of cases) {
      const { adapter } = scripted([response], { retry: { attempts: 1 } });
      await assert.rejects(access(adapter), { name: 'AdapterError', code, message });
    }
  });

  it('reads no permission from rights that are none', async () => {
    for (const none of [null, 7, 'allowed', []]) {
      assert.deepEqual(await access(scripted([json(none)]).adapter), none);
    }
  });

  it('takes no page to sign in for an answer, nor what is no JSON', async () => {
    const page = new Response('<form>', { headers: { 'Content-Type': 'text/html; charset=utf-8' } });
    await assert.rejects(access(scripted([page]).adapter), { code: 'invalid-payload', message: /got text\/html/ });
    const cut = new Response('{"a":', { headers: { 'Content-Type': 'application/json' } });
    await assert.rejects(access(scripted([cut]).adapter), { code: 'invalid-payload' });
  });

  it('gives up on a server that gives no sign, in its head and in its body', async () => {
    const options = { timeoutMs: 20, retry: { attempts: 1 } };
    const never = (): Promise<Response> => new Promise(() => {});
    await assert.rejects(access(scripted([never], options).adapter), { code: 'timeout', retryable: true });
    const body = new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) });
    const stuck = new Response(body, { headers: { 'Content-Type': 'application/json' } });
    await assert.rejects(access(scripted([stuck], options).adapter), { code: 'timeout' });
  });

  it('gives up on a getToken that never answers, and asks it again', async () => {
    const tokens = [new Promise<string>(() => {}), 'token'];
    const getToken = () => tokens.shift()!;
    const { adapter } = scripted([json({})], { timeoutMs: 20, retry: { attempts: 1 }, getToken });
    await assert.rejects(access(adapter), { code: 'timeout', retryable: true, message: /^getToken\(\)/ });
    assert.deepEqual(await access(adapter), {});
  });

  it('gives up on headers that never come, at once where nobody waits any more', async () => {
    const headers = () => new Promise<HeadersInit>(() => {});
    const { adapter } = scripted([], { timeoutMs: 20, retry: { attempts: 1 }, headers });
    await assert.rejects(access(adapter), { code: 'timeout', retryable: true, message: /^headers\(\)/ });
    const controller = new AbortController();
    const answer = access(scripted([], { headers }).adapter, controller.signal);
    controller.abort();
    await assert.rejects(answer, { name: 'AbortError' });
  });

  it('gives up on an answer in JSON that has no end', async () => {
    const piece = new Uint8Array(16 * 1024 * 1024).fill(0x20);
    const body = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(piece) });
    const endless = new Response(body, { headers: { 'Content-Type': 'application/json' } });
    await assert.rejects(access(scripted([endless]).adapter), { code: 'too-large', retryable: false });
  });

  it('waits for a slow body that goes on', async () => {
    const pieces = ['{', '"dismiss-gap"', ':', '"hidden"', '}'];
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 30));
        const piece = pieces.shift();
        if (piece === undefined) controller.close();
        else controller.enqueue(new TextEncoder().encode(piece));
      },
    });
    const slow = new Response(body, { headers: { 'Content-Type': 'application/json' } });
    const { adapter } = scripted([slow], { timeoutMs: 120 });
    assert.deepEqual(await access(adapter), { 'dismiss-gap': 'hidden' });
  });

  it('stops at once when nobody waits any more, also for a fetch that does not listen', async () => {
    const controller = new AbortController();
    const { adapter, requests } = scripted([() => new Promise<Response>(() => {})]);
    const answer = access(adapter, controller.signal);
    setTimeout(() => controller.abort(), 5);
    await assert.rejects(answer, { name: 'AbortError' });
    assert.equal(requests[0]!.signal.aborted, true);
    await assert.rejects(access(adapter, controller.signal), { name: 'AbortError' });
    assert.equal(requests.length, 1);
  });

  it('says that there is no connection where the browser knows', async () => {
    const known = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
    Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { onLine: false } });
    try {
      const { adapter } = scripted([new TypeError('fetch failed')], { retry: { attempts: 1 } });
      await assert.rejects(access(adapter), { code: 'offline', retryable: true });
    } finally {
      if (known === undefined) Reflect.deleteProperty(globalThis, 'navigator');
      else Object.defineProperty(globalThis, 'navigator', known);
    }
  });
});
