import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MINUTE, T0 } from './fake-clock.js';
import { loadedBench, pageOf } from './fake-source.js';

describe('PerformanceFeed, a server whose clock goes back', () => {
  it('asks from the earliest time on that a change can bear since it was last asked', async () => {
    const { clock, feed, source } = await loadedBench([{ ...pageOf('a'), asOf: T0 }]);
    // Right after the load its clock goes back by ten minutes: a change is marked with 9:50.
    await clock.pass(5 * MINUTE);
    assert.deepEqual(source.last.query, { updatedSince: T0 - 2 * MINUTE });
    await source.answer({ ...pageOf(), asOf: T0 - 5 * MINUTE });
    await clock.pass(5 * MINUTE);
    const { updatedSince } = source.last.query;
    assert.ok(Number(updatedSince) <= T0 - 10 * MINUTE, `asked from ${Number(updatedSince) - T0} ms on`);
    await source.answer({ ...pageOf('changed'), asOf: T0 });
    assert.deepEqual([feed.store.size, feed.state.asOf], [2, T0], 'and shows no less meanwhile');
    await clock.pass(5 * MINUTE);
    assert.deepEqual(source.last.query, { updatedSince: T0 - 2 * MINUTE });
  });

  it('asks as ever where the overlap covers it', async () => {
    const { clock, source } = await loadedBench([{ ...pageOf('a'), asOf: T0 }]);
    await clock.pass(5 * MINUTE);
    await source.answer({ ...pageOf(), asOf: T0 - MINUTE });
    await clock.pass(5 * MINUTE);
    assert.deepEqual(source.last.query, { updatedSince: T0 - 2 * MINUTE });
  });
});
