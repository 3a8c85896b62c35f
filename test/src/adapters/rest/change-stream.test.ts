import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ByteStream } from '../../../../src/adapters/bytes.js';
import { ChangeStream, type ChangePauses } from '../../../../src/adapters/rest/change-stream.js';
import { eventNames } from '../../../../src/adapters/rest/event-stream.js';
import { RestClient } from '../../../../src/adapters/rest/rest-client.js';
import { contextOf, everyCut, streamOf } from '../file-support.js';
import { baseUrl, json, problem } from './rest-answers.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const events = (...pieces: readonly string[]): Response =>
  new Response(streamOf(pieces.map(bytesOf)), { headers: { 'Content-Type': 'text/event-stream' } });

/** A stream in which nothing comes. */
const silence = (): Response =>
  new Response(new ReadableStream(), { headers: { 'Content-Type': 'text/event-stream' } });

/** A stream of changes whose server answers these and then never again. */
function changesOf(answers: readonly Response[], timeoutMs = 1_000, more: Partial<ChangePauses> = {}) {
  const rest = [...answers];
  const accepts: (string | null)[] = [];
  const client = new RestClient({
    baseUrl: new URL(baseUrl),
    headers: {},
    token: null,
    timeoutMs,
    fetch: async (_address, init) => {
      accepts.push(new Headers(init?.headers).get('accept'));
      return rest.shift() ?? new Promise<Response>(() => {});
    },
  });
  return { changes: new ChangeStream(client, { pollMs: 1, reconnectMs: 1, silentMs: 20, ...more }), accepts };
}

async function until(holds: () => boolean): Promise<void> {
  const end = Date.now() + 2_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`Not within two seconds: ${holds}`);
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}

describe('the stream of changes', () => {
  it('tells of each change, and of nothing else', async () => {
    const { changes, accepts } = changesOf([
      events(':\n\n', 'event: change\ndata: {}\n\n', 'data: other\n\n', 'event: change\ndata\n\nevent: change\n\n'),
    ]);
    let heard = 0;
    const stop = changes.listen(() => (heard += 1), contextOf());
    await until(() => accepts.length === 2);
    assert.equal(heard, 2);
    stop();
  });

  it('goes on where somebody who hears of a change throws, and tells the others', async (t) => {
    const said = t.mock.method(console, 'error', () => {}).mock;
    const { changes, accepts } = changesOf([
      json({ version: 1 }),
      json({ version: 2 }),
      events('event: change\ndata\n\n', 'event: change\ndata\n\n'),
    ]);
    const fault = new Error('the page is broken');
    const stopThrowing = changes.listen(() => {
      throw fault;
    }, contextOf());
    let heard = 0;
    const stop = changes.listen(() => (heard += 1), contextOf());
    await until(() => accepts.length === 4);
    // A new version, the start of a stream after that, and two changes in it.
    assert.equal(heard, 4);
    assert.deepEqual(
      said.calls.map(({ arguments: [error] }) => error as unknown),
      [fault, fault, fault, fault],
    );
    stopThrowing();
    stop();
  });

  it('tells of a change when it is there again after a break, for what was not heard', async () => {
    const { changes, accepts } = changesOf([events(), problem(503), events()]);
    let heard = 0;
    const stop = changes.listen(() => (heard += 1), contextOf());
    await until(() => accepts.length === 4);
    assert.equal(heard, 1);
    stop();
  });

  it('asks for the version where there is no stream, and tells when it is another one', async () => {
    const versions = ['1', '1', '2', '2', '3'].map((version) => json({ version }));
    const { changes, accepts } = changesOf(versions);
    let heard = 0;
    const stop = changes.listen(() => (heard += 1), contextOf());
    await until(() => accepts.length === 6);
    assert.equal(heard, 2);
    stop();
  });

  it('asks for the version where a stream stays silent', async () => {
    const { changes, accepts } = changesOf([silence(), json({ version: '1' })], 20);
    const stop = changes.listen(() => {}, contextOf());
    await until(() => accepts.length === 3);
    assert.match(accepts[0]!, /^text\/event-stream/);
    assert.doesNotMatch(accepts[1]!, /event-stream/);
    stop();
  });

  it('is tried again long after it stayed silent', async () => {
    const versions = Array.from({ length: 20 }, () => json({ version: '1' }));
    const { changes, accepts } = changesOf([silence(), ...versions], 20);
    const stop = changes.listen(() => {}, contextOf());
    await until(() => accepts.length === 22);
    assert.deepEqual(
      accepts.flatMap((accept, place) => (accept!.startsWith('text/event-stream') ? [place] : [])),
      [0, 21],
    );
    stop();
  });

  it('may be silent for as long as the contract allows, however short the other answers may take', async () => {
    const { changes, accepts } = changesOf([silence()], 1, { silentMs: 10_000 });
    const stop = changes.listen(() => {}, contextOf());
    await new Promise((resolve) => setTimeout(resolve, 30));
    assert.equal(accepts.length, 1);
    stop();
  });

  it('is asked for again after a gateway had no time for it', async () => {
    const { changes, accepts } = changesOf([problem(504), events()]);
    const stop = changes.listen(() => {}, contextOf());
    await until(() => accepts.length === 3);
    assert.ok(accepts.every((accept) => accept!.startsWith('text/event-stream')));
    stop();
  });

  it('is asked for less and less often where it ends at once', async (t) => {
    t.mock.method(Math, 'random', () => 1);
    const pauses: number[] = [];
    const { setTimeout: real } = globalThis;
    t.mock.method(globalThis, 'setTimeout', ((call: () => void, ms: number) => {
      if (ms > 1 && ms < 1_000) pauses.push(ms);
      return real(call, Math.min(ms, 1_000));
    }) as typeof setTimeout);
    const empty = Array.from({ length: 100 }, () => events(':\n\n'));
    const { changes, accepts } = changesOf(empty, 1_000, { pollMs: 60_000, reconnectMs: 2, silentMs: 1_000 });
    const stop = changes.listen(() => {}, contextOf());
    await until(() => accepts.length === 7);
    assert.deepEqual(pauses.slice(0, 6), [2, 4, 8, 16, 32, 64]);
    stop();
  });

  it('takes nothing but another version for a change', async () => {
    const { changes, accepts } = changesOf([1, 2, 3].map((now) => json({ version: '1', now })));
    let heard = 0;
    const stop = changes.listen(() => (heard += 1), contextOf());
    await until(() => accepts.length === 4);
    assert.equal(heard, 0);
    stop();
  });

  for (const [what, status] of [
    ['goes on after a server that knew no such path for a moment', 404],
    ['hears of changes again once the viewer has signed in again', 401],
  ] as const) {
    it(what, async () => {
      const { changes, accepts } = changesOf([problem(status), events('event: change\ndata\n\n')]);
      let heard = 0;
      const stop = changes.listen(() => (heard += 1), contextOf());
      await until(() => accepts.length === 3);
      assert.ok(heard >= 1);
      stop();
    });
  }

  it('ends where the server has no changes to tell', async () => {
    const { changes, accepts } = changesOf([problem(501)]);
    const stop = changes.listen(() => assert.fail(), contextOf());
    await until(() => accepts.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(accepts.length, 1);
    stop();
  });

  it('closes its connection when the last one leaves, by either way', async () => {
    let isCancelled = false;
    const open = (): Response =>
      new Response(new ReadableStream({ cancel: () => void (isCancelled = true) }), {
        headers: { 'Content-Type': 'text/event-stream' },
      });
    const { changes, accepts } = changesOf([open(), open()]);
    const controller = new AbortController();
    const stop = changes.listen(() => {}, contextOf());
    changes.listen(() => {}, contextOf(controller.signal));
    await until(() => accepts.length === 1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    stop();
    assert.equal(isCancelled, false);
    controller.abort();
    await until(() => isCancelled);
    changes.listen(() => {}, contextOf())();
  });
});

describe('eventNames', () => {
  const text = ': hello\r\n\r\nevent: change\r\ndata: ä\r\n\r\ndata:1\n\nevent:x\rdata:\r\revent: none\n\n';

  it('reads the same events however the bytes are cut', async () => {
    for (const pieces of everyCut(bytesOf(text))) {
      async function* stream(): ByteStream {
        for (const piece of pieces) yield piece.slice();
      }
      const names = [];
      for await (const name of eventNames(stream())) names.push(name);
      assert.deepEqual(names, ['change', 'message', 'x']);
    }
  });

  it('refuses a line without an end', async () => {
    async function* endless(): ByteStream {
      for (;;) yield new Uint8Array(16_384).fill(0x61);
    }
    await assert.rejects(eventNames(endless()).next(), { code: 'too-large' });
  });
});
