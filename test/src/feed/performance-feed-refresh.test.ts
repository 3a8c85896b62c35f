import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AdapterError } from '../../../src/errors.js';
import { DAY, HOUR, MINUTE, quiet, SECOND, T0 } from './fake-clock.js';
import { answered, bench, countsOf, loadedBench, pageOf } from './fake-source.js';

describe('PerformanceFeed, the clock', () => {
  it('takes the end of the data from the last page that says it, as text or as number', async () => {
    const iso = new Date(T0 - HOUR).toISOString();
    const asOfs = [[T0 - DAY, iso], [iso, undefined], [T0 - HOUR]];
    for (const [first, second] of asOfs) {
      const { feed } = await loadedBench([
        { ...pageOf('a'), asOf: first },
        { ...pageOf('b'), asOf: second },
      ]);
      assert.deepEqual([feed.state.asOf, feed.store.now], [T0 - HOUR, T0 - HOUR]);
    }
  });

  it('takes the moment of asking where no page says it', async () => {
    const { clock, feed, source, look } = bench();
    clock.sleep(MINUTE);
    look();
    await quiet();
    clock.sleep(MINUTE);
    await source.answer(pageOf('a'), pageOf('b'));
    assert.deepEqual([feed.state.asOf, feed.store.now], [T0 + MINUTE, T0 + MINUTE]);
  });

  it('does not believe that a page knows what happened after it was asked for', async () => {
    const { clock, feed, source, look } = bench();
    look();
    await quiet();
    await source.last.tap.give({ ...pageOf('a'), asOf: T0 });
    clock.sleep(3 * MINUTE);
    await source.answer({ ...pageOf('b'), asOf: T0 + 3 * MINUTE });
    assert.deepEqual([feed.state.asOf, feed.store.now], [T0, T0]);
  });

  it('stands at the last instant of an archive', async () => {
    const records = [answered('a', T0 - 900 * DAY), answered('b', T0 - 800 * DAY)];
    const { feed } = await loadedBench([{ conversations: records }], { source: 'archive' });
    assert.deepEqual([feed.state.asOf, feed.store.now], [T0 - 800 * DAY, T0 - 800 * DAY]);
    assert.deepEqual(countsOf(feed.store), [2, 1, 1]);
  });

  it('is that of the page where an archive is empty', async () => {
    const { feed } = await loadedBench([{ conversations: [] }], { source: 'archive' });
    assert.deepEqual([feed.state.phase, feed.state.asOf], ['ready', T0]);
  });

  it('stands at the end of what came of an archive that broke off', async () => {
    const { feed, source, look } = bench({ source: 'archive' });
    look();
    await quiet();
    await source.last.tap.give({ conversations: [answered('a', T0 - 900 * DAY)] });
    await source.last.tap.fail(new Error('torn'));
    assert.deepEqual([feed.state.phase, feed.store.now], ['failed', T0 - 900 * DAY]);
    assert.deepEqual(countsOf(feed.store), [1, 0, 1]);
  });

  it('does not run ahead of the pages that came when the rest does not', async () => {
    const { feed, source, look } = bench();
    look();
    await quiet();
    await source.last.tap.give({ conversations: [answered('a', T0 - 4 * DAY)], asOf: T0 - 2 * DAY });
    feed.cancel();
    assert.deepEqual([feed.state.phase, feed.store.now], ['cancelled', T0 - 2 * DAY]);
    assert.deepEqual(countsOf(feed.store), [1, 0, 1]);
  });

  it('does not go back when the source answers with an older copy', async () => {
    const { clock, feed, source } = await loadedBench([{ ...pageOf('a'), asOf: T0 }]);
    await clock.pass(5 * MINUTE);
    await source.answer({ ...pageOf('a'), asOf: T0 - HOUR });
    assert.deepEqual([feed.state.asOf, feed.store.now], [T0, T0]);
  });

  it('settles nothing on a page left open for three days until data comes, and then what is due', async () => {
    const records = [
      answered('settles', T0 - HOUR),
      answered('handed off', T0 - HOUR),
      answered('just in time', T0 - MINUTE),
      answered('goes on', T0 - HOUR),
      answered('too young', T0 + MINUTE),
    ];
    const { clock, feed, source } = await loadedBench([{ conversations: records, asOf: T0 }]);
    assert.deepEqual(countsOf(feed.store), [4, 0, 4]);

    clock.sleep(3 * DAY);
    assert.deepEqual([feed.store.now, ...countsOf(feed.store)], [T0, 4, 0, 4]);
    await clock.pass(0);
    assert.deepEqual(source.last.query, { updatedSince: T0 - 2 * MINUTE });
    await source.last.tap.give({ conversations: [], asOf: T0 + DAY });
    assert.deepEqual([feed.store.now, ...countsOf(feed.store)], [T0, 4, 0, 4]);

    const handoff = { type: 'handoff', cause: 'agent', at: T0 + DAY } as const;
    const reply = { type: 'message', by: { kind: 'agent' }, at: T0 + DAY } as const;
    await source.answer({
      conversations: [
        answered('handed off', T0 - HOUR, handoff),
        answered('goes on', T0 - HOUR, reply),
        answered('brand-new', T0 + 2 * DAY),
      ],
      asOf: T0 + 3 * DAY,
    });
    assert.equal(feed.store.now, T0 + 3 * DAY);
    assert.deepEqual(countsOf(feed.store), [6, 2, 3]);
    const outcomes = feed.store.answer({
      measures: ['unresolved'],
      boundaries: [Date.UTC(2000, 0), Date.UTC(2100, 0)],
    });
    assert.equal(outcomes.totals[0]!.of('unresolved').count, 1);
  });

  it('settles nothing when the question for what changed fails', async () => {
    const { clock, feed, source } = await loadedBench([{ conversations: [answered('a', T0 - HOUR)], asOf: T0 }]);
    clock.sleep(3 * DAY);
    await clock.pass(0);
    await source.last.tap.fail(new AdapterError('offline', 'no net'));
    assert.deepEqual([feed.store.now, feed.state.error?.code], [T0, 'offline']);
    assert.deepEqual(countsOf(feed.store), [1, 0, 1]);
  });
});

describe('PerformanceFeed, what changed', () => {
  it('is asked for every five minutes, two minutes back, and replaces, adds and removes', async () => {
    const { clock, feed, source } = await loadedBench([{ ...pageOf('a', 'b'), asOf: T0 }]);
    await clock.pass(5 * MINUTE - 1);
    assert.equal(source.asked.length, 1);
    await clock.pass(1);
    assert.deepEqual(source.last.query, { updatedSince: T0 - 2 * MINUTE });
    await source.answer({ ...pageOf('a', 'c'), removed: ['b', 'unknown'], asOf: T0 + 5 * MINUTE });
    assert.equal(feed.store.size, 2);
    assert.deepEqual([feed.state.asOf, feed.state.loaded], [T0 + 5 * MINUTE, 2]);
    await clock.pass(5 * MINUTE);
    assert.deepEqual(source.last.query, { updatedSince: T0 + 3 * MINUTE });
  });

  it('is asked for at once when the source tells, and the timer starts anew', async () => {
    let changed = (): void => {};
    const { clock, source } = await loadedBench([pageOf('a')], { subscribe: (tell) => void (changed = tell) });
    await clock.pass(4 * MINUTE);
    changed();
    assert.equal(source.asked.length, 2);
    await source.answer(pageOf('b'));
    await clock.pass(4 * MINUTE);
    assert.equal(source.asked.length, 2);
    await clock.pass(MINUTE);
    assert.equal(source.asked.length, 3);
  });

  it('is asked for on time on a page whose elements come and go', async () => {
    const { clock, source, look } = await loadedBench([pageOf('a')]);
    for (let minute = 0; minute < 5; minute++) {
      look()();
      await clock.pass(MINUTE);
    }
    assert.equal(source.asked.length, 2);
  });

  it('is asked for once more when it was told of while being asked', async () => {
    const { feed, source } = await loadedBench([pageOf('a')]);
    feed.refresh();
    feed.refresh();
    feed.refresh();
    assert.equal(source.asked.length, 2);
    await source.answer(pageOf('b'));
    assert.equal(source.asked.length, 3);
    await source.answer(pageOf('c'));
    assert.equal(source.asked.length, 3);
  });

  it('is not forgotten over a wish for more history', async () => {
    const { feed, source, look } = bench();
    look(T0);
    await quiet();
    await source.answer(pageOf('a'));
    look(-Infinity);
    feed.refresh();
    await quiet();
    await source.answer(pageOf('b'));
    await source.answer(pageOf('c'));
    assert.deepEqual(source.queries, [{ since: T0 }, { since: T0, updatedSince: T0 - 2 * MINUTE }, { until: T0 }]);
  });

  it('keeps the figures when it does not come, says why, and recovers', async () => {
    const { clock, feed, source, told } = await loadedBench([pageOf('a')]);
    const before = countsOf(feed.store);
    await clock.pass(5 * MINUTE);
    told.length = 0;
    await source.last.tap.fail(new AdapterError('unavailable', 'down'));
    assert.equal(told.at(-1)!.error?.code, 'unavailable');
    assert.deepEqual([feed.state.phase, feed.state.asOf], ['ready', T0]);
    assert.deepEqual(countsOf(feed.store), before);
    await clock.pass(5 * MINUTE);
    await source.answer(pageOf('b'));
    assert.deepEqual([feed.state.error, feed.state.asOf, feed.store.size], [null, T0 + 10 * MINUTE, 2]);
  });

  it('goes on from its last cursor and is no newer than when it was first asked for', async () => {
    const { clock, feed, source } = await loadedBench([pageOf('a')]);
    await clock.pass(5 * MINUTE);
    await source.last.tap.give({ ...pageOf('b'), cursor: 'after b' });
    await source.last.tap.fail(new Error('torn'));
    await clock.pass(4 * MINUTE);
    feed.retry();
    assert.equal(source.last.query.cursor, 'after b');
    await source.answer(pageOf('c'));
    assert.deepEqual([feed.state.asOf, feed.store.size], [T0 + 5 * MINUTE, 3]);
  });

  it('is not asked for before the source wants it, whoever tells', async () => {
    const { clock, feed, source, look } = await loadedBench([pageOf('a')]);
    await clock.pass(5 * MINUTE);
    await source.last.tap.fail(new AdapterError('rate-limited', 'slowly', { retryAfterMs: 20 * MINUTE }));
    await clock.pass(19 * MINUTE);
    feed.refresh();
    look();
    await quiet();
    assert.equal(source.asked.length, 2);
    await clock.pass(MINUTE);
    assert.equal(source.asked.length, 3);
  });

  it('is asked for again sooner where the source says so, and at once by a person', async () => {
    const { clock, feed, source } = await loadedBench([pageOf('a')]);
    feed.refresh();
    await source.last.tap.fail(new AdapterError('rate-limited', 'slowly', { retryAfterMs: 7 * SECOND }));
    await clock.pass(7 * SECOND);
    assert.equal(source.asked.length, 3);
    await source.last.tap.fail(new AdapterError('rate-limited', 'slowly', { retryAfterMs: MINUTE }));
    feed.retry();
    assert.equal(source.asked.length, 4);
  });

  it('is not asked for in a storm, whatever pause the source names', async () => {
    for (const retryAfterMs of [0, -5, Number.NaN]) {
      const { clock, feed, source } = await loadedBench([pageOf('a')]);
      feed.refresh();
      await source.last.tap.fail(new AdapterError('unavailable', 'down', { retryAfterMs }));
      await clock.pass(SECOND - 1);
      assert.equal(source.asked.length, 2);
    }
  });

  it('is never asked of an archive', async () => {
    let subscribed = 0;
    const { clock, feed, source, look } = await loadedBench([pageOf('a')], {
      source: 'archive',
      subscribe: () => void (subscribed += 1),
    });
    await clock.pass(DAY);
    feed.refresh();
    feed.retry();
    look();
    await clock.pass(DAY);
    assert.deepEqual([source.asked.length, subscribed, clock.waiting], [1, 0, 0]);
  });

  it('is heard until nobody looks, and again when somebody does', async () => {
    const signals: AbortSignal[] = [];
    let stopped = 0;
    const { clock, feed, source, leave, look } = await loadedBench([pageOf('a')], {
      subscribe: (_, { signal }) => {
        signals.push(signal);
        return () => (stopped += 1);
      },
    });
    feed.refresh();
    await source.answer(pageOf('b'));
    assert.equal(signals.length, 1);
    leave();
    await clock.pass(SECOND);
    assert.deepEqual([signals[0]!.aborted, stopped], [true, 1]);
    look();
    await quiet();
    await source.answer(pageOf('c'));
    assert.equal(signals.length, 2);
  });

  it('tells the warnings of the last answer only', async () => {
    const { feed, source } = await loadedBench([{ ...pageOf('a'), warnings: ['Mail is missing.'] }]);
    for (const warnings of [['Late by 5 minutes.'], ['Late by 9 minutes.']]) {
      feed.refresh();
      await source.answer({ ...pageOf('a'), warnings });
      assert.deepEqual(feed.state.warnings, ['Mail is missing.', ...warnings]);
    }
    feed.refresh();
    await source.answer(pageOf('a'));
    assert.deepEqual(feed.state.warnings, ['Mail is missing.']);
  });
});
