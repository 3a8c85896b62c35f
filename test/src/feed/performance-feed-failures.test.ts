import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../../src/errors.js';
import { onOnlinePage } from '../../support/online-page.js';
import { MINUTE, quiet, SECOND, T0 } from './fake-clock.js';
import { answered, bench, countsOf, linesOf, loadedBench, loadFrom, pageOf } from './fake-source.js';

describe('PerformanceFeed, a load that breaks off', () => {
  it('keeps the pages that came and goes on from the last cursor, to the figures of an undisturbed load', async () => {
    const pages = [
      { ndjson: linesOf(answered('a'), answered('b', T0 - 80 * 3_600_000)), cursor: '1', total: 4, warnings: ['w'] },
      { ndjson: linesOf(answered('c'), { id: 'bad' }), cursor: '2', total: 4, progress: 0.9 },
    ];
    const whole = await loadedBench(pages);
    const { feed, source, look } = bench();
    look();
    await quiet();
    await source.last.tap.give(pages[0]);
    await source.last.tap.fail(new AdapterError('offline', 'The net is gone.'));
    const { phase, error, loaded, total } = feed.state;
    assert.deepEqual([phase, error?.code, loaded, total, feed.store.size], ['failed', 'offline', 2, 4, 2]);

    feed.retry();
    assert.deepEqual(source.last.query, { cursor: '1' });
    await source.answer(pages[1]);
    assert.deepEqual(feed.state, whole.feed.state);
    assert.deepEqual(countsOf(feed.store), countsOf(whole.feed.store));
    assert.deepEqual(feed.store.quality(), whole.feed.store.quality());
  });

  it('goes on from the last cursor there was, and counts what came after it once', async () => {
    const { feed, source, look } = bench();
    look();
    await quiet();
    await source.last.tap.give({ ...pageOf('a'), cursor: '1' }, pageOf('b'));
    await source.last.tap.fail(new Error('torn'));
    feed.retry();
    assert.equal(source.last.query.cursor, '1');
    await source.answer(pageOf('b'), pageOf('c'));
    assert.deepEqual([feed.state.loaded, feed.store.size], [3, 3]);
  });

  it('starts over where there was no cursor, or an empty one', async () => {
    const { feed, source, look } = bench();
    look();
    await quiet();
    await source.last.tap.give({ ...pageOf('a'), cursor: '' });
    await source.last.tap.fail(new Error('torn'));
    feed.retry();
    assert.deepEqual([source.last.query, feed.state.loaded], [{}, 0]);
    await source.answer(pageOf('a', 'b'));
    assert.deepEqual([feed.state.loaded, feed.store.size], [2, 2]);
  });

  it('starts over when the source knows its cursor no more', async () => {
    for (const code of ['conflict', 'not-found'] as const) {
      const { feed, source, look } = bench();
      look();
      await quiet();
      await source.last.tap.give({ ...pageOf('a'), cursor: '1' });
      await source.last.tap.fail(new Error('torn'));
      feed.retry();
      await source.last.tap.fail(new AdapterError(code, 'Which cursor?'));
      feed.retry();
      assert.deepEqual(source.last.query, {});
    }
  });

  it('counts the lines of the whole answer in what it says of broken ones', async () => {
    const { feed, source, look } = bench();
    look();
    await quiet();
    await source.last.tap.give({ ndjson: linesOf(answered('a'), answered('b')), cursor: '2' });
    await source.last.tap.fail(new Error('torn'));
    feed.retry();
    await source.answer({ ndjson: new TextEncoder().encode('{"id":"cut') });
    assert.match(feed.store.quality().rejected.examples[0]!.message!, /line 3:/);
  });

  it('asks for the news at once when it was taken up long after', async () => {
    const { clock, feed, source, look } = bench();
    look();
    await quiet();
    await source.last.tap.give({ ...pageOf('a'), cursor: '1', asOf: T0 });
    await source.last.tap.fail(new Error('torn'));
    await clock.pass(60 * MINUTE);
    feed.retry();
    await source.answer({ ...pageOf('b'), asOf: T0 + 60 * MINUTE });
    assert.deepEqual([feed.state.asOf, feed.store.now], [T0, T0]);
    assert.deepEqual(source.last.query, { updatedSince: T0 - 2 * MINUTE });
  });

  it('waits for a person, whoever else comes', async () => {
    const { clock, feed, source, look } = bench();
    look();
    await quiet();
    await source.last.tap.fail(new AdapterError('unavailable', 'down', { retryAfterMs: SECOND }));
    look();
    feed.refresh();
    await clock.pass(60 * MINUTE);
    assert.deepEqual([feed.state.phase, source.asked.length], ['failed', 1]);
  });
});

describe('PerformanceFeed, cancel', () => {
  it('stops the load, keeps what came, and is no error', async () => {
    const { feed, source, told, look } = bench();
    look();
    await quiet();
    await source.last.tap.give({ ...pageOf('a'), cursor: '1' });
    feed.cancel();
    assert.deepEqual([feed.state.phase, feed.state.error, feed.store.size], ['cancelled', null, 1]);
    await quiet();
    const { context, tap } = source.last;
    assert.deepEqual([context.signal.aborted, tap.closed, told.at(-1)!.phase], [true, true, 'cancelled']);
    await tap.give(pageOf('late'));
    await tap.fail(new Error('late'));
    look();
    feed.refresh();
    await quiet();
    assert.deepEqual([feed.state.phase, feed.store.size, source.asked.length], ['cancelled', 1, 1]);
  });

  it('is followed by a load that goes on, even in the same turn', async () => {
    const { feed, source, look } = bench();
    look();
    await quiet();
    await source.last.tap.give({ ...pageOf('a'), cursor: '1' });
    feed.cancel();
    feed.retry();
    assert.equal(source.last.query.cursor, '1');
    await source.answer(pageOf('b'));
    assert.deepEqual([feed.state.phase, feed.state.loaded, feed.store.size], ['ready', 2, 2]);
  });

  it('holds for a source that ignores its signal, and drops what it says', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    async function* stubborn() {
      yield pageOf('a');
      await held;
      yield pageOf('b');
    }
    const { feed } = await loadFrom(stubborn);
    feed.cancel();
    await quiet();
    assert.equal(feed.state.phase, 'cancelled');
    release();
    await quiet();
    assert.deepEqual([feed.state.phase, feed.store.size], ['cancelled', 1]);
  });

  it('stops in the middle of a page', async () => {
    const { feed, source, look } = bench();
    look();
    await quiet();
    const records = Array.from({ length: 5_000 }, (_, place) => answered(`c-${place}`));
    records[10] = new Proxy(records[10]!, {
      get: (target, key) => {
        feed.cancel();
        return Reflect.get(target, key) as unknown;
      },
    });
    await source.last.tap.give({ conversations: records });
    assert.deepEqual([feed.state.phase, feed.store.size], ['cancelled', 11]);
  });

  it('does nothing where nothing is loaded', async () => {
    const { feed, source } = await loadedBench([pageOf('a')]);
    feed.cancel();
    assert.equal(feed.state.phase, 'ready');
    feed.refresh();
    feed.cancel();
    assert.equal(source.last.context.signal.aborted, false);
  });
});

describe('PerformanceFeed, a page that was offline', () => {
  const offline = (): AdapterError => new AdapterError('offline', 'The net is gone.');

  it('goes on with the first load once it is online again', () =>
    onOnlinePage(async ({ goOnline }) => {
      const { feed, source, look } = bench();
      look();
      await quiet();
      await source.last.tap.give({ ...pageOf('a'), cursor: '1' });
      await source.last.tap.fail(offline());
      assert.equal(feed.state.phase, 'failed');
      goOnline();
      assert.deepEqual(source.last.query, { cursor: '1' });
      await source.answer(pageOf('b'));
      assert.deepEqual([feed.state.phase, feed.store.size], ['ready', 2]);
    }));

  it('asks for what changed meanwhile once it is online again, each time', () =>
    onOnlinePage(async (page) => {
      const { feed, source } = await loadedBench([pageOf('a')]);
      for (const asked of [2, 3]) {
        feed.refresh();
        await source.last.tap.fail(offline());
        assert.deepEqual([feed.state.error?.code, page.waiting], ['offline', 1]);
        page.goOnline();
        await source.answer(pageOf('b'));
        assert.equal(source.asked.length, 2 * asked - 1);
      }
      assert.deepEqual([feed.state.error, page.waiting], [null, 0]);
    }));

  it('waits for nothing once nobody looks, and asks anew for who looks next', () =>
    onOnlinePage(async (page) => {
      const { feed, source, clock, look } = bench();
      const leave = look();
      await quiet();
      await source.last.tap.fail(offline());
      assert.equal(page.waiting, 1);
      leave();
      await clock.pass(5_000);
      assert.deepEqual([page.waiting, feed.state.phase, source.asked.length], [0, 'idle', 1]);
      look();
      await quiet();
      assert.equal(source.asked.length, 2);
    }));

  it('leaves other failures, and loads that were cancelled, to whoever looks', () =>
    onOnlinePage(async ({ goOnline }) => {
      const { feed, source, look } = bench();
      look();
      await quiet();
      await source.last.tap.fail(offline());
      feed.retry();
      feed.cancel();
      goOnline();
      assert.deepEqual([feed.state.phase, source.asked.length], ['cancelled', 2]);
      feed.retry();
      await source.last.tap.fail(new Error('torn'));
      goOnline();
      assert.deepEqual([feed.state.phase, source.asked.length], ['failed', 3]);
    }));
});
