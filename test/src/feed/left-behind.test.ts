import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../../src/errors.js';
import { HOUR, MINUTE, quiet, T0 } from './fake-clock.js';
import { bench, pageOf, wishOf } from './fake-source.js';

describe('PerformanceFeed, what a load that broke off has left in the store', () => {
  for (const [how, error] of [
    ['its cursor has expired', new AdapterError('not-found', 'There is no such cursor.')],
    ['it has no cursor', new AdapterError('offline', 'The net is gone.')],
  ] as const) {
    it(`is asked about from then on, where ${how}: it may have been removed since`, async () => {
      const { clock, feed, source, look } = bench();
      look();
      await quiet();
      const cursor = error.code === 'not-found' ? { cursor: '1' } : {};
      await source.last.tap.give({ ...pageOf('a', 'gone'), ...cursor });
      await source.last.tap.fail(error);
      await clock.pass(HOUR);
      feed.retry();
      assert.deepEqual(source.last.query, {}, 'the answer starts over');
      await source.answer(pageOf('a'));
      await quiet();
      assert.deepEqual(source.last.query, { updatedSince: T0 - 2 * MINUTE });
      await source.answer({ ...pageOf(), removed: ['gone'] });
      assert.deepEqual([feed.store.size, feed.state.asOf], [1, T0 + HOUR]);
    });
  }

  it('is as old as the source’s clock says, where the page’s runs ahead', async () => {
    const { clock, feed, source, look } = bench();
    look();
    await quiet();
    await source.last.tap.give({ ...pageOf('a', 'gone'), asOf: T0 - 2 * HOUR });
    await source.last.tap.fail(new AdapterError('offline', 'The net is gone.'));
    await clock.pass(HOUR);
    feed.retry();
    await source.answer({ ...pageOf('a'), asOf: T0 - HOUR });
    feed.refresh();
    await quiet();
    assert.deepEqual(source.last.query, { updatedSince: T0 - 2 * HOUR - 2 * MINUTE });
    await source.answer({ ...pageOf(), asOf: T0 - HOUR, removed: ['gone'] });
    assert.equal(feed.store.size, 1);
  });

  it('is asked about as well where another load took its place', async () => {
    const { clock, feed, source, look } = bench();
    const leave = look();
    await quiet();
    await source.last.tap.give({ ...pageOf('a', 'gone'), cursor: '1' });
    await source.last.tap.fail(new AdapterError('offline', 'The net is gone.'));
    await clock.pass(HOUR);
    feed.listen(() => {}, wishOf(T0 - HOUR));
    leave();
    feed.retry();
    assert.deepEqual(source.last.query, { since: T0 - HOUR });
    await source.answer(pageOf('a'));
    feed.refresh();
    await quiet();
    assert.deepEqual(source.last.query, { since: T0 - HOUR, updatedSince: T0 - 2 * MINUTE });
    await source.answer({ ...pageOf(), removed: ['gone'] });
    assert.equal(feed.store.size, 1);
  });
});
