import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { AdapterError, DataError } from '../../../src/errors.js';
import { MINUTE, quiet, SECOND } from './fake-clock.js';
import { bench, loadedBench, loadFrom, pageOf, Tap } from './fake-source.js';

const unhandled: unknown[] = [];
const keep = (error: unknown): void => void unhandled.push(error);
process.on('unhandledRejection', keep);

async function* onePage() {
  yield pageOf('a');
}

describe('PerformanceFeed, adapters that fail', () => {
  const abort = new DOMException('This operation was aborted', 'AbortError');
  const unreadable: unknown = Object.create(null);
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const thrown = [
    [new AdapterError('forbidden', 'No.'), 'forbidden', /^No\.$/],
    [new Error('boom'), 'unknown', /^The adapter failed: boom$/],
    ['text', 'unknown', /text/],
    [undefined, 'unknown', /undefined/],
    [unreadable, 'unknown', /cannot be read/],
    [revoked, 'unknown', /cannot be read/],
    [new DataError({ field: 'x', value: '1', message: 'x is wrong.' }), 'invalid-payload', /x is wrong/],
    [abort, 'timeout', /broke off/],
    [new DOMException('The operation timed out', 'TimeoutError'), 'timeout', /time limit/],
  ] as const;
  const ways = {
    'throw at once': (error: unknown) => () => {
      throw error;
    },
    'reject a promise': (error: unknown) => () => Promise.reject(error),
    'throw when iterated': (error: unknown) => () => ({
      [Symbol.asyncIterator]: () => {
        throw error;
      },
    }),
    'throw before a page': (error: unknown) =>
      async function* () {
        yield* [];
        throw error;
      },
    'throw from next()': (error: unknown) => () => ({
      [Symbol.asyncIterator]: () => ({
        next: () => {
          throw error;
        },
      }),
    }),
  };
  for (const [name, way] of Object.entries(ways)) {
    it(`${name}: the load fails by name, once, and can be tried again`, async () => {
      for (const [error, code, message] of thrown) {
        let asked = 0;
        const { feed } = await loadFrom(() => {
          asked += 1;
          return asked === 1 ? way(error)() : onePage();
        });
        assert.deepEqual([feed.state.phase, feed.state.error?.code, asked], ['failed', code, 1]);
        assert.match(feed.state.error!.message, message);
        if (code !== 'forbidden') assert.equal(feed.state.error!.cause, error);
        feed.retry();
        await quiet();
        assert.deepEqual([feed.state.phase, feed.state.error, feed.store.size], ['ready', null, 1]);
      }
    });
  }

  it('an answer that is no pages is refused by name', async () => {
    for (const answer of [undefined, null, 5, [], [pageOf('a')], {}, Promise.resolve('pages')]) {
      const { feed } = await loadFrom(() => answer);
      assert.equal(feed.state.error?.code, 'invalid-payload');
      assert.match(feed.state.error.message, /expected an async iterable of pages, got .*Write it as async \*/);
    }
  });

  it('a promise of pages is as good as pages', async () => {
    const tap = new Tap();
    await tap.give(pageOf('a'));
    await tap.end();
    const { feed } = await loadFrom(() => Promise.resolve(tap));
    assert.deepEqual([feed.state.phase, feed.store.size], ['ready', 1]);
  });

  it('an adapter without conversations() is unsupported', async () => {
    const { feed } = await loadFrom(undefined);
    assert.deepEqual([feed.state.phase, feed.state.error?.code], ['failed', 'unsupported']);
  });

  it('an adapter of another contract is refused, and one that names none is not', async () => {
    const { feed } = await loadFrom(onePage, { contract: 2 as 1 });
    assert.deepEqual([feed.state.phase, feed.state.error?.code, feed.store.size], ['failed', 'invalid-payload', 0]);
    assert.match(feed.state.error!.message, /^adapter\.contract: expected 1, got 2\. Use an adapter and a kit of one/);
    const { feed: other } = await loadFrom(onePage, { contract: undefined as unknown as 1 });
    assert.deepEqual([other.state.phase, other.store.size], ['ready', 1]);
  });

  it('a page that is none sinks no page before it', async () => {
    const getter = Object.defineProperty({}, 'conversations', {
      get: () => {
        throw new Error('a getter');
      },
    });
    for (const junk of [null, 7, {}, { conversations: 'c' }, { ndjson: [1] }, { ...pageOf(), asOf: 7 }, getter]) {
      const { feed, source, look } = bench();
      look();
      await quiet();
      await source.last.tap.give(pageOf('a'), junk);
      assert.deepEqual([feed.state.phase, feed.store.size, source.last.tap.closed], ['failed', 1, true]);
    }
  });

  it('a source that goes on after it was closed, or never closes, holds nobody up', async () => {
    const closings = {
      'never settles': () => new Promise(() => {}),
      throws: () => {
        throw new Error('closing');
      },
      rejects: () => Promise.reject(new Error('closing')),
      'is none': undefined,
    };
    for (const [name, close] of Object.entries(closings)) {
      let pages = 0;
      const next = async (): Promise<unknown> => {
        await new Promise((resolve) => setImmediate(resolve));
        return { done: false, value: pageOf(`c-${(pages += 1)}`) };
      };
      const { feed } = await loadFrom(() => ({ [Symbol.asyncIterator]: () => ({ next, return: close }) }));
      feed.cancel();
      const held = feed.store.size;
      await quiet();
      assert.deepEqual([feed.state.phase, feed.store.size, feed.state.error], ['cancelled', held, null], name);
    }
  });

  it('is not closed again after it ended or failed by itself', async () => {
    const { source } = await loadedBench([pageOf('a')]);
    assert.equal(source.last.tap.closed, false);
    const other = bench();
    other.look();
    await quiet();
    await other.source.last.tap.fail(new Error('torn'));
    assert.equal(other.source.last.tap.closed, false);
  });

  it('an abort of its own is a time limit to wait for, not a reason to ask in a circle', async () => {
    const { clock, feed, source } = await loadedBench([pageOf('a')]);
    feed.refresh();
    await source.last.tap.fail(abort);
    assert.deepEqual([feed.state.phase, feed.state.error?.code, source.asked.length], ['ready', 'timeout', 2]);
    await clock.pass(5 * MINUTE);
    assert.equal(source.asked.length, 3);
  });

  it('a subscription that fails sinks nothing and is warned of', async (t) => {
    const warn = t.mock.method(console, 'warn', () => {});
    const fail = (): never => {
      throw new Error('no socket');
    };
    const subscriptions = [fail, () => Promise.reject(new Error('no socket')), () => fail];
    for (const subscribe of subscriptions) {
      const { clock, feed, source, leave } = await loadedBench([pageOf('a')], { subscribe: subscribe as () => void });
      await clock.pass(5 * MINUTE);
      await source.answer(pageOf('b'));
      leave();
      await clock.pass(SECOND);
      assert.deepEqual([feed.state.phase, feed.state.error, feed.store.size], ['ready', null, 2]);
    }
    assert.equal(warn.mock.callCount(), subscriptions.length);
  });

  it('a source that tells of changes in a flood is asked for them once a second at the most', async () => {
    let changed = (): void => {};
    const { clock, source } = await loadedBench([pageOf('a')], { subscribe: (tell) => void (changed = tell) });
    for (let tenth = 0; tenth < 30; tenth++) {
      changed();
      await clock.pass(100);
      if (source.asked.length > 1) await source.answer(pageOf('b'));
    }
    assert.equal(source.asked.length, 1 + 4);
    await clock.pass(MINUTE);
    assert.equal(source.asked.length, 1 + 4);
  });

  after(async () => {
    await quiet();
    process.off('unhandledRejection', keep);
    assert.deepEqual(unhandled, []);
  });
});
