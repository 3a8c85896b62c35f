import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dataStatus } from '../../../components/performance-filters/data-status.js';
import { AdapterError } from '../../../src/errors.js';
import { idleState } from '../../../src/feed/feed-state.js';
import type { PerformanceFeed } from '../../../src/feed/performance-feed.js';
import { localize } from '../../../src/localize/localize.js';

const english = localize('en', 'UTC');

/** What is said of a first load that failed after so many conversations. */
function saidOf(loaded: number): string {
  const state = { ...idleState, phase: 'failed', error: new AdapterError('unavailable', 'Broken.'), loaded };
  const feed = { state, store: { size: loaded } } as unknown as PerformanceFeed;
  return dataStatus(feed, null, english, () => undefined).text;
}

describe('what the bar says of a load that failed', () => {
  it('is that nothing came where nothing did, and else how much, as the cards do', () => {
    assert.equal(saidOf(0), 'The data did not load');
    assert.equal(saidOf(1_000), 'Loading stopped after 1,000 conversations.');
  });
});
