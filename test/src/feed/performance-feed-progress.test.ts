import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quiet, SECOND } from './fake-clock.js';
import { bench, pageOf } from './fake-source.js';

describe('PerformanceFeed, progress', () => {
  it('tells how many came, of how many, and what share', async () => {
    const { clock, source, told, look } = bench();
    look();
    await quiet();
    for (const page of [
      { ...pageOf('a', 'b'), total: 5 },
      { ...pageOf('c'), total: 5, progress: 0.5 },
      { ...pageOf('d', 'e'), progress: 0.9 },
    ]) {
      await clock.pass(SECOND);
      await source.last.tap.give(page);
    }
    await source.last.tap.end();
    const loading = told.filter(({ phase }) => phase === 'loading');
    assert.deepEqual(
      loading.map(({ loaded, total, progress }) => [loaded, total, progress]),
      [
        [0, null, null],
        [2, 5, null],
        [3, 5, 0.5],
        [5, 5, 0.9],
      ],
    );
    assert.deepEqual([told.at(-1)!.phase, told.at(-1)!.loaded], ['ready', 5]);
  });

  it('never goes back within a load, also over a retry', async () => {
    const { clock, feed, source, told, look } = bench();
    look();
    await quiet();
    await source.last.tap.give({ ...pageOf('a'), progress: 0.4, cursor: '1' });
    await clock.pass(SECOND);
    await source.last.tap.give({ ...pageOf('b'), progress: 0.3, cursor: '2' });
    await clock.pass(SECOND);
    await source.last.tap.fail(new Error('torn'));
    feed.retry();
    await clock.pass(SECOND);
    await source.last.tap.give({ ...pageOf('c'), progress: 0.1 });
    await clock.pass(SECOND);
    await source.answer({ ...pageOf('d'), progress: 1 });
    const steps = told.map(({ loaded, progress }) => [loaded, progress ?? 0] as const);
    for (const [place, [loaded, share]] of steps.entries()) {
      const [loadedBefore, shareBefore] = steps[place - 1] ?? [0, 0];
      assert.ok(loaded >= loadedBefore && share >= shareBefore, JSON.stringify(steps));
    }
    assert.deepEqual(steps.at(-1), [4, 1]);
  });

  it('is told ten times a second at most, the last step included', async () => {
    const { clock, source, told, look } = bench();
    look();
    await quiet();
    const from = told.length;
    for (let page = 0; page < 100; page++) {
      await source.last.tap.give(pageOf(`c-${page}`));
      await clock.pass(10);
    }
    const times = told.length - from;
    assert.ok(times >= 9 && times <= 11, `${times} times in a second`);
    await clock.pass(SECOND);
    const before = told.length;
    await source.last.tap.give(pageOf('at once'), pageOf('held back'), pageOf('last'));
    assert.deepEqual([told.length - before, told.at(-1)!.loaded], [1, 101]);
    await clock.pass(100);
    assert.deepEqual([told.length - before, told.at(-1)!.loaded], [2, 103]);
    await clock.pass(SECOND);
    assert.equal(told.length - before, 2);
  });

  it('is never lost at the end, and the end is told at once', async () => {
    const { source, told, look } = bench();
    look();
    await quiet();
    await source.answer(pageOf('a'), pageOf('b'), pageOf('c'));
    assert.deepEqual([told.at(-1)!.phase, told.at(-1)!.loaded], ['ready', 3]);
  });
});
