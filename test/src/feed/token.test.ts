import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FeedState } from '../../../src/feed/feed-state.js';
import { PerformanceFeed } from '../../../src/feed/performance-feed.js';
import { lines, problem } from '../adapters/rest/rest-answers.js';
import { scripted } from '../adapters/rest/rest-support.js';
import { FakeClock, quiet } from './fake-clock.js';
import { answered, countsOf, wishOf } from './fake-source.js';

describe('PerformanceFeed, a token that is refused in the middle of a load', () => {
  it('goes on with a new one where it was, loses nothing and tells nobody', async () => {
    const given: boolean[] = [];
    const { adapter, requests } = scripted(
      [
        lines(answered('a'), answered('b'), { page: { cursor: '2', total: 4 } }),
        problem(401),
        lines(answered('c'), { page: { cursor: '3', total: 4 } }),
        lines(answered('d'), { page: { total: 4 } }),
      ],
      {
        getToken({ fresh }) {
          given.push(fresh);
          return fresh ? 'new' : 'old';
        },
      },
    );
    const feed = new PerformanceFeed({ ...adapter, subscribe: () => {} }, new FakeClock());
    const told: FeedState[] = [];
    const leave = feed.listen(() => told.push(feed.state), wishOf());
    for (let turns = 0; turns < 50 && feed.state.phase !== 'ready'; turns += 1) await quiet();
    leave();

    assert.deepEqual(given, [false, true]);
    assert.deepEqual(
      requests.map(({ url, headers }) => [new URL(url).searchParams.get('cursor'), headers.get('authorization')]),
      [
        [null, 'Bearer old'],
        ['2', 'Bearer old'],
        ['2', 'Bearer new'],
        ['3', 'Bearer new'],
      ],
    );
    assert.equal(countsOf(feed.store)[0], 4);
    assert.deepEqual([...new Set(told.map(({ phase }) => phase))], ['loading', 'ready']);
    assert.ok(told.every(({ error }) => error === null));
    const loaded = told.map((state) => state.loaded);
    assert.deepEqual(
      loaded,
      loaded.toSorted((a, b) => a - b),
    );
    assert.equal(loaded.at(-1), 4);
  });
});
