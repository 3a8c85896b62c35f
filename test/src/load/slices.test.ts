import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Slices } from '../../../src/load/slices.js';

const { signal } = new AbortController();

/** Slices on a watch that only work moves, and how often they gave the thread back. */
function watched() {
  const watch = { ms: 0, givenBack: 0, longest: 0, since: 0 };
  const slices = new Slices({
    now: () => watch.ms,
    giveThreadBack: async () => {
      watch.longest = Math.max(watch.longest, watch.ms - watch.since);
      watch.givenBack += 1;
      watch.ms += 50;
      watch.since = watch.ms;
    },
  });
  return { watch, slices };
}

describe('Slices', () => {
  it('give the thread back after 8 ms of work, and once more than that never', async () => {
    const { watch, slices } = watched();
    const seen: number[] = [];
    const items = Array.from({ length: 1_000 }, (_, item) => item);
    await slices.through(items.values(), (item) => (seen.push(item), (watch.ms += 1)), signal);
    assert.deepEqual(seen, items);
    assert.deepEqual([watch.givenBack, watch.longest], [125, 8]);
  });

  it('overrun by one item at the most', async () => {
    const { watch, slices } = watched();
    await slices.through([7, 7, 30, 1].values(), (ms) => (watch.ms += ms), signal);
    assert.deepEqual([watch.givenBack, watch.longest], [2, 30]);
  });

  it('add up over many small pieces', async () => {
    const { watch, slices } = watched();
    for (let piece = 0; piece < 100; piece++) {
      await slices.through([1].values(), () => (watch.ms += 1), signal);
      await slices.through([].values(), () => {}, signal);
    }
    assert.deepEqual([watch.givenBack, watch.longest], [12, 8]);
  });

  it('hand back what the iterator returned', async () => {
    const items = (function* () {
      yield 1;
      return 'end';
    })();
    assert.equal(await new Slices().through(items, () => {}, signal), 'end');
  });

  it('stop at once when aborted, also while the thread is away', async () => {
    const controller = new AbortController();
    const reason = new Error('enough');
    let taken = 0;
    const slices = new Slices({
      now: () => taken * 10,
      giveThreadBack: async () => (taken === 5 ? controller.abort(reason) : undefined),
    });
    const work = slices.through(Array(10).fill(0).values(), () => (taken += 1), controller.signal);
    await assert.rejects(work, reason);
    assert.equal(taken, 5);
    await assert.rejects(
      new Slices().through([1].values(), () => assert.fail(), controller.signal),
      reason,
    );
  });

  it('throw what the work throws', async () => {
    const error = new Error('work');
    const fail = (): never => {
      throw error;
    };
    await assert.rejects(new Slices().through([1].values(), fail, signal), error);
  });

  it('let timers of the page run in between', async () => {
    let ticks = 0;
    const timer = setInterval(() => (ticks += 1), 1);
    const spend = (): void => {
      const until = performance.now() + 4;
      while (performance.now() < until);
    };
    await new Slices().through(Array(20).fill(0).values(), spend, signal);
    clearInterval(timer);
    assert.ok(ticks >= 5, `${ticks} ticks`);
  });
});
