import assert from 'node:assert/strict';
import { restAdapter } from '../../../../src/adapters/rest.js';
import { PerformanceFeed } from '../../../../src/feed/performance-feed.js';
import { Random } from '../../../../src/testing/random.js';
import { naiveTotals } from '../../../support/naive-report.js';
import { baseUrl } from '../../adapters/rest/rest-answers.js';
import { ever, plainNaive, plainTotals, allMeasures } from '../../store/store-support.js';
import { FakeClock, HOUR, MINUTE, quiet, SECOND, T0 } from '../fake-clock.js';
import { wishOf } from '../fake-source.js';
import type { ChangingDesk } from './changing-desk.js';
import { ChaoticServer, MOST_IN_TEN_SECONDS, type Fault } from './chaotic-server.js';
import { useTimersOf } from './timers-of.js';

/**
 * One help desk in trouble, from the first load until everything is well again: in between, every load ends, well or with
 * a reason; in the end all numbers are those of the second opinion.
 */
export async function liveThroughChaos(seed: number): Promise<readonly Fault[]> {
  const clock = new FakeClock();
  const random = new Random(seed);
  const server = new ChaoticServer(random, clock);
  const unheard: unknown[] = [];
  const hear = (reason: unknown): void => void unheard.push(reason);
  process.on('unhandledRejection', hear);
  const giveBack = useTimersOf(clock);
  try {
    await live(clock, random, server);
    assert.deepEqual(unheard, [], 'no rejection is left unheard');
    return server.happened;
  } catch (error) {
    throw new Error(`Chaos with seed ${seed}, after ${server.happened.join(', ')}: ${String(error)}`, { cause: error });
  } finally {
    giveBack();
    process.off('unhandledRejection', hear);
  }
}

async function live(clock: FakeClock, random: Random, server: ChaoticServer): Promise<void> {
  const { fetch, getToken } = server;
  const adapter = restAdapter({ baseUrl, fetch, getToken, retry: { random: () => random.next() } });
  const feed = new PerformanceFeed(adapter, clock);
  const leave = feed.listen(() => {}, wishOf(T0 - 30 * 24 * HOUR));
  for (let round = 0; round < 5; round++) {
    await settled(clock, feed, server);
    server.desk.work();
    if (random.chance(0.2)) clock.sleep(random.integer(0, HOUR));
    // Left alone it asks again by itself; somebody in a hurry presses *Try again*.
    if (random.chance(0.4)) await clock.pass(random.integer(1, 6) * MINUTE);
    else askAgain(feed, server);
  }
  server.isCalm = true;
  await settled(clock, feed, server);
  await untilWell(clock, feed, server);
  compare(feed, server.desk);
  assert.equal(server.impatient, 0, 'nobody asked before the time that Retry-After named');
  assert.ok(server.mostWithin(10 * SECOND) <= MOST_IN_TEN_SECONDS, 'there was no storm of requests');
  leave();
  await clock.pass(5 * SECOND);
  assert.equal(clock.waiting, 0, 'no timer is left');
  assert.equal(server.open, 0, 'no request is left');
}

/** Every load comes to an end: ready, or failed with a reason, and nothing of it is left. */
async function settled(clock: FakeClock, feed: PerformanceFeed, server: ChaoticServer): Promise<void> {
  await quiet();
  for (let minute = 0; minute < 20 && (feed.state.phase === 'loading' || server.open > 0); minute++) {
    await clock.pass(MINUTE);
  }
  const { phase, error } = feed.state;
  assert.notEqual(phase, 'loading', 'a load comes to its end');
  assert.equal(phase === 'failed' ? error !== null : phase, phase === 'failed' ? true : 'ready');
  assert.equal(server.open, 0, 'no request is left open');
}

function askAgain(feed: PerformanceFeed, server: ChaoticServer): void {
  server.excuse();
  if (feed.state.error === null) feed.refresh();
  else feed.retry();
}

async function untilWell(clock: FakeClock, feed: PerformanceFeed, server: ChaoticServer): Promise<void> {
  for (let tries = 0; tries < 3; tries++) {
    askAgain(feed, server);
    await clock.pass(2 * MINUTE);
  }
  assert.deepEqual([feed.state.phase, feed.state.error], ['ready', null], 'all is well once the server is');
}

function compare({ store }: PerformanceFeed, { records }: ChangingDesk): void {
  const [totals] = store.answer({ measures: allMeasures, boundaries: ever }).totals;
  const naive = naiveTotals(records, { from: ever[0], to: ever[1], now: store.now });
  assert.deepEqual(plainTotals(totals!), plainNaive(naive));
  assert.equal(store.size, records.length, 'everything is there, and nothing that is gone');
}
