import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { AdapterError } from '../../../src/errors.js';
import { GapList, type TopicQuestion } from '../../../src/feed/gap-list.js';
import type { Access, GapListQuery, GapTopicPage } from '../../../src/gaps/gap-records.js';
import { onOnlinePage } from '../../support/online-page.js';
import { FakeClock, quiet, T0 } from './fake-clock.js';

const viewer = { locale: 'en', timeZone: 'UTC' };
const question: TopicQuestion = { status: 'open', sortBy: 'title', direction: 'ascending', search: '' };

/** A source whose topics can be changed, and which tells of it. */
function changingSource(names: string[]) {
  const asked: GapListQuery[] = [];
  let tell = (): void => {};
  let subscriptions = 0;
  let failure: Error | null = null;
  let access: Access = { 'resolve-gap': 'allowed' };
  const rights: boolean[] = [];
  const adapter: PerformanceAdapter = {
    contract: 1,
    knowledgeGaps: {
      async list(query): Promise<GapTopicPage> {
        asked.push(query);
        if (failure !== null) throw failure;
        const start = Number(query.cursor ?? 0);
        const topics = names.slice(start, start + query.limit).map((id) => ({
          ...{ id, title: id, openQuestions: 1, conversations: 1, lastAskedAt: T0, status: 'open' },
        }));
        const end = start + query.limit;
        return { topics, total: names.length, ...(end < names.length ? { cursor: `${end}` } : {}) };
      },
    },
    async access() {
      rights.push(failure === null);
      if (failure !== null) throw failure;
      return access;
    },
    subscribe(changed, { signal }) {
      subscriptions += 1;
      tell = changed;
      signal.addEventListener('abort', () => (subscriptions -= 1));
    },
  };
  const clock = new FakeClock();
  const list = new GapList(adapter, () => {}, clock);
  const shown = (): readonly string[] => list.state.entries.map(({ id }) => id);
  return {
    ...{ asked, rights, clock, list, shown, names },
    breakDown: (error: Error | null = new Error('torn')) => (failure = error),
    allow: (other: Access) => (access = other),
    tell: () => (tell(), quiet()),
    subscriptions: () => subscriptions,
  };
}

describe('GapList, when the source tells of a change', () => {
  it('asks again for as much as is on screen, without taking it away', async () => {
    const names = Array.from({ length: 25 }, (_, place) => `topic ${String(place).padStart(2, '0')}`);
    const { asked, list, shown, tell } = changingSource(names);
    list.ask(question, viewer);
    await quiet();
    list.more();
    await quiet();
    assert.equal(shown().length, 20);
    names.splice(0, 1);
    const told = tell();
    assert.deepEqual([list.state.phase, shown().length], ['ready', 20]);
    await told;
    assert.deepEqual([asked.at(-1)!.limit, asked.at(-1)!.cursor, list.state.total], [20, undefined, 24]);
    assert.deepEqual([shown()[0], shown().length, list.state.hasMore], ['topic 01', 20, true]);
  });

  it('asks once a second at the most, however often it tells', async () => {
    const { asked, clock, list, tell } = changingSource(['a']);
    list.ask(question, viewer);
    await quiet();
    for (let tenth = 0; tenth < 30; tenth++) {
      await tell();
      await clock.pass(100);
    }
    assert.equal(asked.length, 1 + 4);
  });

  it('asks for the rights again, and keeps those that are known until then', async () => {
    const { list, rights, allow, breakDown, tell } = changingSource(['a']);
    list.ask(question, viewer);
    await quiet();
    assert.equal(list.work.access!['resolve-gap'], 'allowed');
    allow({ 'resolve-gap': 'hidden' });
    const told = tell();
    assert.equal(list.work.access!['resolve-gap'], 'allowed');
    await told;
    assert.deepEqual([list.work.access!['resolve-gap'], rights.length], ['hidden', 2]);
    breakDown();
    await list.work.renewAccess(viewer).catch(() => undefined);
    assert.equal(list.work.access!['resolve-gap'], 'hidden');
  });

  it('keeps what is on screen where the source does not answer', async () => {
    const { list, shown, tell, breakDown } = changingSource(['a', 'b']);
    list.ask(question, viewer);
    await quiet();
    breakDown();
    await tell();
    assert.deepEqual([list.state.phase, list.state.error, shown()], ['ready', null, ['a', 'b']]);
  });

  it('listens once, and no more when nobody looks', async () => {
    const { asked, list, tell, subscriptions } = changingSource(['a']);
    list.ask(question, viewer);
    list.ask({ ...question, status: 'resolved' }, viewer);
    await quiet();
    assert.equal(subscriptions(), 1);
    list.stop();
    assert.equal(subscriptions(), 0);
    const before = asked.length;
    await tell();
    assert.equal(asked.length, before);
  });

  it('asks once more for a change that was told while a page was under way', async () => {
    const { asked, list, shown, names, tell } = changingSource(['a']);
    list.ask(question, viewer);
    names.push('b');
    await tell();
    assert.deepEqual([asked.length, shown()], [2, ['a', 'b']]);
  });
});

describe('GapList, asked for all', () => {
  it('hands out all of the question it was asked for, whatever is looked for meanwhile', async () => {
    const names = Array.from({ length: 600 }, (_, place) => `topic ${place}`);
    const { asked, list } = changingSource(names);
    list.ask(question, viewer);
    await quiet();
    const [all, ids] = [list.all(), list.allIds()];
    list.ask({ ...question, status: 'resolved' }, { ...viewer, locale: 'de' });
    assert.deepEqual([(await all).map(({ id }) => id), await ids], [names, []]);
    assert.deepEqual(
      asked.filter(({ limit }) => limit === 500).map(({ status }) => status),
      ['open', 'open', 'open', 'open'],
    );
    list.stop();
  });
});

describe('GapList, on a page that was offline', () => {
  const offline = new AdapterError('offline', 'The net is gone.');

  it('asks again for the list and the rights once it is online again', () =>
    onOnlinePage(async ({ goOnline }) => {
      const { list, rights, shown, breakDown } = changingSource(['a', 'b']);
      breakDown(offline);
      list.ask(question, viewer);
      await quiet();
      assert.deepEqual([list.state.phase, list.work.access], ['failed', null]);
      breakDown(null);
      goOnline();
      await quiet();
      assert.deepEqual([list.state.phase, shown(), rights], ['ready', ['a', 'b'], [false, true]]);
      assert.notEqual(list.work.access, null);
    }));

  it('asks again for what is on screen where only the refresh failed', () =>
    onOnlinePage(async (page) => {
      const { asked, list, names, shown, tell, breakDown } = changingSource(['a', 'b']);
      list.ask(question, viewer);
      await quiet();
      breakDown(offline);
      names.splice(0, 1);
      await tell();
      assert.deepEqual([shown(), page.waiting], [['a', 'b'], 1]);
      breakDown(null);
      page.goOnline();
      await quiet();
      assert.deepEqual([shown(), asked.length, page.waiting], [['b'], 3, 0]);
    }));

  it('waits for nothing once nobody looks', () =>
    onOnlinePage(async (page) => {
      const { list, breakDown } = changingSource(['a']);
      breakDown(offline);
      list.ask(question, viewer);
      await quiet();
      assert.equal(page.waiting, 1);
      list.stop();
      assert.equal(page.waiting, 0);
    }));
});
