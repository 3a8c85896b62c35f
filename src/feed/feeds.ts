import type { PerformanceAdapter } from '../adapters/adapter.js';
import { standingClock } from './clock.js';
import { PerformanceFeed } from './performance-feed.js';

const feeds = new WeakMap<PerformanceAdapter, Map<number | null, PerformanceFeed>>();

/**
 * The one feed of an adapter, whatever number of elements use it. A page whose clock stands still has one of its own.
 * @param standingAt epoch ms at which the clock stands; null for the machine's clock
 */
export function feedOf(adapter: PerformanceAdapter, standingAt: number | null): PerformanceFeed {
  let byClock = feeds.get(adapter);
  if (byClock === undefined) {
    byClock = new Map();
    feeds.set(adapter, byClock);
  }
  let feed = byClock.get(standingAt);
  if (feed === undefined) {
    feed = standingAt === null ? new PerformanceFeed(adapter) : new PerformanceFeed(adapter, standingClock(standingAt));
    byClock.set(standingAt, feed);
  }
  return feed;
}
