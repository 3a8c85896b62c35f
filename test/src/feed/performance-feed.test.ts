import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationQuery } from '../../../src/adapters/adapter.js';
import { feedOf } from '../../../src/feed/feeds.js';
import { DAY, MINUTE, quiet, SECOND, T0 } from './fake-clock.js';
import { answered, bench, countsOf, FakeSource, loadedBench, pageOf, wishOf } from './fake-source.js';

describe('PerformanceFeed, one load for all', () => {
  it('asks once for many listeners and tells each of them', async () => {
    const { feed, source } = bench();
    const told = [0, 0, 0];
    told.forEach((_, place) => feed.listen(() => (told[place]! += 1), wishOf(T0 - DAY)));
    await quiet();
    assert.deepEqual(source.queries, [{ since: T0 - DAY }]);
    await source.answer(pageOf('c-1', 'c-2'));
    assert.equal(feed.state.phase, 'ready');
    assert.equal(feed.store.size, 2);
    assert.ok(told.every((times) => times >= 2 && times === told[0]));
    assert.equal(source.asked.length, 1);
  });

  it('lets each listener work out ahead what it will ask, before it tells of the end', async () => {
    const { feed, source } = bench();
    const seen: string[] = [];
    const ahead = (name: string) =>
      function* (): Generator<void> {
        for (const step of [1, 2]) {
          seen.push(`${name}${step} of ${feed.store.size}`);
          yield;
        }
      };
    const broken = (): Iterable<void> => {
      throw new Error('no such range');
    };
    feed.listen(() => feed.state.phase === 'ready' && seen.push('ready'), { ...wishOf(T0 - DAY), ahead: ahead('a') });
    feed.listen(() => {}, { ...wishOf(T0 - DAY), ahead: broken });
    feed.listen(() => {}, { ...wishOf(T0 - DAY), ahead: ahead('b') });
    await quiet();
    await source.answer(pageOf('c-1'));
    assert.deepEqual(seen, ['a1 of 1', 'a2 of 1', 'b1 of 1', 'b2 of 1', 'ready']);
  });

  it('asks for as much as the one who wishes for most', async () => {
    const { source, look } = bench();
    for (const days of [7, 30, 1]) look(T0 - days * DAY);
    await quiet();
    assert.deepEqual(source.queries, [{ since: T0 - 30 * DAY }]);
  });

  it('asks without a bound where somebody wishes for all there is', async () => {
    const { source, look } = bench();
    look(T0 - DAY);
    look(-Infinity);
    await quiet();
    assert.deepEqual(source.queries, [{}]);
  });

  it('hands the page to the source as the first listener sees it', async () => {
    const { source, look } = bench();
    look();
    await quiet();
    const { locale, timeZone, signal } = source.last.context;
    assert.deepEqual([locale, timeZone, signal.aborted], ['de', 'Europe/Berlin', false]);
  });

  it('is the same one for every provider of an adapter, and another where the clock stands', () => {
    const { adapter } = new FakeSource();
    assert.equal(feedOf(adapter, null), feedOf(adapter, null));
    assert.equal(feedOf(adapter, T0), feedOf(adapter, T0));
    assert.notEqual(feedOf(adapter, null), feedOf(adapter, T0));
    assert.notEqual(feedOf(adapter, null), feedOf(new FakeSource().adapter, null));
    assert.equal(feedOf(adapter, T0).clock.now(), T0);
  });

  it('asks nothing while nobody listens', async () => {
    const { feed, source, look } = bench();
    const leave = look();
    leave();
    feed.refresh();
    feed.retry();
    await quiet();
    assert.equal(source.asked.length, 0);
    assert.equal(feed.state.phase, 'idle');
  });

  it('takes nothing from the others when a listener throws', async (t) => {
    t.mock.method(console, 'error', () => {});
    const { feed, source, told, look } = bench();
    feed.listen(() => {
      throw new Error('a host');
    }, wishOf());
    look();
    await quiet();
    await source.answer(pageOf('c-1'));
    assert.deepEqual([feed.state.phase, feed.state.error], ['ready', null]);
    assert.equal(told.at(-1)!.phase, 'ready');
  });

  it('does not tell who left, whatever often it is said', async () => {
    const { source, told, look } = bench();
    const leave = look();
    look();
    leave();
    leave();
    await quiet();
    const times = told.length;
    await source.answer(pageOf('c-1'));
    assert.equal(told.at(-1)!.phase, 'ready');
    assert.ok(told.length > times);
  });
});

describe('PerformanceFeed, elements that come and go', () => {
  it('keeps the load of who comes back within a second', async () => {
    const { clock, feed, source, look } = bench();
    look()();
    look()();
    const leave = look();
    await quiet();
    await source.last.tap.give(pageOf('c-1'));
    leave();
    await clock.pass(900);
    look();
    await clock.pass(10 * SECOND);
    assert.equal(source.last.context.signal.aborted, false);
    await source.answer(pageOf('c-2'));
    assert.equal(source.asked.length, 1);
    assert.deepEqual([feed.state.phase, feed.store.size], ['ready', 2]);
  });

  it('counts the second from the last time somebody left', async () => {
    const { clock, source, look } = bench();
    const leave = look();
    await quiet();
    leave();
    await clock.pass(600);
    const leaveAgain = look();
    await clock.pass(200);
    leaveAgain();
    await clock.pass(900);
    assert.equal(source.last.context.signal.aborted, false);
    await clock.pass(100);
    assert.equal(source.last.context.signal.aborted, true);
  });

  it('gives up a load that nobody waits for, and takes it up where it was', async () => {
    const { clock, feed, source, told, look } = bench();
    const leave = look(T0 - DAY);
    await quiet();
    await source.last.tap.give({ ...pageOf('c-1'), cursor: 'after c-1' });
    leave();
    await clock.pass(SECOND);
    const [first] = source.asked;
    assert.deepEqual([first!.context.signal.aborted, first!.tap.closed], [true, true]);
    assert.deepEqual([feed.state.phase, feed.state.error, feed.store.size], ['idle', null, 1]);

    await first!.tap.give(pageOf('too late'));
    assert.equal(feed.store.size, 1);
    look(T0 - DAY);
    await quiet();
    assert.deepEqual(source.last.query, { since: T0 - DAY, cursor: 'after c-1' });
    await source.answer(pageOf('c-2'));
    assert.deepEqual([feed.state.phase, feed.state.loaded, feed.store.size], ['ready', 2, 2]);
    assert.ok(told.every(({ error }) => error === null));
  });

  it('leaves no timer behind once nobody looks', async () => {
    const { clock, leave } = await loadedBench([pageOf('c-1')]);
    await clock.pass(SECOND);
    assert.equal(clock.waiting, 1);
    leave();
    await clock.pass(SECOND);
    assert.equal(clock.waiting, 0);
  });

  it('asks who comes back what changed meanwhile', async () => {
    const { clock, source, leave, look } = await loadedBench([pageOf('c-1')]);
    leave();
    await clock.pass(2 * SECOND);
    look();
    await quiet();
    assert.deepEqual(source.last.query, { updatedSince: T0 - 2 * MINUTE });
  });

  it('serves who comes in the same turn as the load was given up', async () => {
    const { clock, feed, source, look } = bench();
    const leave = look();
    await quiet();
    const { signal } = source.last.context;
    signal.addEventListener('abort', () => void look());
    leave();
    await clock.pass(SECOND);
    assert.equal(source.asked.length, 2);
    await source.answer(pageOf('c-1'));
    assert.equal(feed.state.phase, 'ready');
  });
});

describe('PerformanceFeed, more history', () => {
  const week = [{ conversations: [answered('new', T0 - MINUTE)], asOf: T0 - MINUTE }];

  async function weekLoaded() {
    const made = bench();
    made.look(T0 - 7 * DAY);
    await quiet();
    await made.source.answer(...week);
    return made;
  }

  it('asks only for what is missing and keeps the clock', async () => {
    const { clock, feed, source, told, look } = await weekLoaded();
    clock.sleep(MINUTE);
    told.length = 0;
    look(T0 - 30 * DAY);
    await quiet();
    assert.deepEqual(source.last.query, { since: T0 - 30 * DAY, until: T0 - 7 * DAY });
    assert.equal(feed.state.phase, 'ready');
    await source.answer({ conversations: [answered('old', T0 - 9 * DAY)], asOf: T0 + MINUTE });
    assert.deepEqual([feed.state.asOf, feed.store.now], [T0 - MINUTE, T0 - MINUTE]);
    assert.deepEqual(countsOf(feed.store), [2, 1, 1]);
    assert.ok(told.every(({ phase }) => phase === 'ready'));

    look(T0 - 20 * DAY);
    await quiet();
    assert.equal(source.asked.length, 2);
  });

  it('asks on for a wish that came while something else was loaded', async () => {
    const { source, look } = bench();
    look(T0 - 7 * DAY);
    await quiet();
    look(-Infinity);
    await source.answer(...week);
    assert.deepEqual(source.queries, [{ since: T0 - 7 * DAY }, { until: T0 - 7 * DAY }]);
  });

  it('keeps what it shows when more does not come, and asks for it again', async () => {
    const { clock, feed, source, look } = await weekLoaded();
    look(-Infinity);
    await quiet();
    await source.last.tap.give({ ...pageOf('old-1'), cursor: 'more' });
    await source.last.tap.fail(new Error('gone'));
    assert.deepEqual([feed.state.phase, feed.state.error?.code, feed.store.size], ['ready', 'unknown', 2]);
    await clock.pass(5 * MINUTE);
    assert.equal(source.last.query.updatedSince, T0 - 3 * MINUTE);
    await source.answer({ ...pageOf(), asOf: T0 + 5 * MINUTE });
    assert.deepEqual(source.last.query, { until: T0 - 7 * DAY, cursor: 'more' });
    await source.answer(pageOf('old-2'));
    assert.deepEqual([feed.state.error, feed.store.size], [null, 3]);
    // The first of the old ones came before the news: what changed of it since is not known.
    const { updatedSince }: ConversationQuery = source.last.query;
    assert.equal(updatedSince, T0 - 2 * MINUTE);
  });

  it('is not stopped by cancel, which takes back the first load only', async () => {
    const { feed, source, look } = await weekLoaded();
    look(-Infinity);
    await quiet();
    feed.cancel();
    await source.answer(pageOf('old'));
    assert.deepEqual([feed.state.phase, feed.store.size, source.asked.length], ['ready', 2, 2]);
  });

  it('hears the news of everything it holds, also when the one who wished for it left', async () => {
    const { clock, source, look } = await weekLoaded();
    const leave = look(T0 - 30 * DAY);
    await quiet();
    await source.answer(pageOf('old'));
    leave();
    await clock.pass(5 * MINUTE);
    assert.equal(source.last.query.since, T0 - 30 * DAY);
  });

  it('keeps the warnings of what was loaded before', async () => {
    const { feed, source, look } = bench();
    look(T0);
    await quiet();
    await source.answer({ ...pageOf('a'), warnings: ['Chats of March are missing.'] });
    look(-Infinity);
    await quiet();
    await source.answer({ ...pageOf('b'), warnings: ['Mail starts in May.', 'Chats of March are missing.'] });
    assert.deepEqual(feed.state.warnings, ['Chats of March are missing.', 'Mail starts in May.']);
  });
});
