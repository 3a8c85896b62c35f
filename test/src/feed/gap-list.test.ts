import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import type { RequestContext } from '../../../src/adapters/adapter.js';
import { AdapterError } from '../../../src/errors.js';
import { GapList, type GapListState, type TopicQuestion } from '../../../src/feed/gap-list.js';
import type { GapListQuery } from '../../../src/gaps/gap-records.js';
import { FakeClock, quiet, T0 } from './fake-clock.js';

const unhandled: unknown[] = [];
const keep = (error: unknown): void => void unhandled.push(error);
process.on('unhandledRejection', keep);

const viewer = { locale: 'de', timeZone: 'Europe/Berlin' };
const question: TopicQuestion = { status: 'open', sortBy: 'conversations', direction: 'descending', search: '' };

interface Asked {
  readonly query: GapListQuery;
  readonly context: RequestContext;
  answer(page: unknown): Promise<void>;
  fail(error: unknown): Promise<void>;
}

function bench() {
  const clock = new FakeClock();
  const asked: Asked[] = [];
  const told: GapListState[] = [];
  const gaps = (query: GapListQuery, context: RequestContext): Promise<never> =>
    new Promise((resolve, reject) => {
      const answer = (page: unknown): Promise<void> => (resolve(page as never), quiet());
      const fail = (error: unknown): Promise<void> => (reject(error as Error), quiet());
      asked.push({ query, context, answer, fail });
    });
  const list = new GapList({ contract: 1, knowledgeGaps: { list: gaps } }, () => void told.push(list.state), clock);
  return { clock, asked, told, list };
}

/** A list whose first page is there. */
async function answeredBench(page: unknown = pageOf(['a', 'b'], 'next')) {
  const made = bench();
  made.list.ask(question, viewer);
  await made.asked[0]!.answer(page);
  return made;
}

function topic(id: string) {
  return { id, title: id, openQuestions: 1, conversations: 1, lastAskedAt: T0, status: 'open' };
}

function pageOf(ids: readonly unknown[], cursor?: string, total?: number) {
  const topics = ids.map((id) => (typeof id === 'string' ? topic(id) : id));
  return { topics, cursor, total };
}

function idsOf({ entries }: GapListState): readonly string[] {
  return entries.map(({ id }) => id);
}

describe('GapList', () => {
  it('finds all of the question at hand, not what is there of the one before', async () => {
    const { clock, asked, list } = await answeredBench(pageOf(['a', 'b']));
    list.ask({ ...question, search: 'new' }, viewer);
    const all = list.allIds();
    await quiet();
    assert.equal(asked.at(-1)!.query.search, 'new');
    await asked.at(-1)!.answer(pageOf(['c']));
    assert.deepEqual(await all, ['c']);
    clock.pass(0);
    list.stop();
  });

  it('asks for all once more where the first page did not come, and says why where it does not come again', async () => {
    for (const comesAgain of [true, false]) {
      const { asked, list } = bench();
      list.ask(question, viewer);
      await asked[0]!.fail(new AdapterError('unavailable', 'Down.'));
      const all = list.allIds();
      if (comesAgain)
        await Promise.all([asked[1]!.answer(pageOf(['a'])), all.then((ids) => assert.deepEqual(ids, ['a']))]);
      else
        await Promise.all([
          assert.rejects(all, { code: 'unavailable' }),
          asked[1]!.fail(new AdapterError('unavailable', 'Down.')),
        ]);
      list.stop();
    }
  });

  it('asks a source no more that hands out a cursor twice, be it for all or for what is on screen', async () => {
    const { asked, list } = await answeredBench(pageOf(['a'], 'same'));
    const all = list.allIds();
    await asked[1]!.answer(pageOf(['b'], 'same'));
    assert.deepEqual(await all, ['a', 'b']);
    assert.equal(asked.length, 2);
    list.refresh();
    await asked[2]!.answer(pageOf(['a'], 'same'));
    await asked[3]!.answer(pageOf(['a'], 'same'));
    assert.deepEqual([asked.length, list.state.phase, idsOf(list.state)], [4, 'ready', ['a']]);
    list.stop();
  });

  it('asks again for all that is on screen, page by page where the source hands over fewer', async () => {
    const { asked, list } = await answeredBench(pageOf(['a', 'b'], 'after b'));
    list.more(2);
    await asked[1]!.answer(pageOf(['c', 'd'], 'after d'));
    list.refresh();
    await asked[2]!.answer(pageOf(['a', 'x'], 'after x'));
    for (const at of [3, 4, 5, 6]) await asked[at]!.answer(pageOf([`n${at}`, `m${at}`], `after ${at}`));
    assert.deepEqual(idsOf(list.state), ['a', 'x', 'n3', 'm3', 'n4', 'm4', 'n5', 'm5', 'n6', 'm6']);
    assert.equal(list.state.hasMore, true);
    list.stop();
  });

  it('asks for the first page and shows it', async () => {
    const { asked, told, list } = bench();
    assert.deepEqual([list.state.phase, list.state.entries], ['waiting', []]);
    list.ask(question, viewer);
    const { query, context } = asked[0]!;
    assert.deepEqual(query, { ...question, limit: 10 });
    assert.deepEqual([context.locale, context.timeZone, context.signal.aborted], ['de', 'Europe/Berlin', false]);
    await asked[0]!.answer(pageOf(['a', 'b', { id: 'bad' }], 'next', 40));
    const { phase, total, hasMore, refused, error } = list.state;
    assert.deepEqual([phase, total, hasMore, refused, error], ['ready', 40, true, 1, null]);
    assert.deepEqual(idsOf(list.state), ['a', 'b']);
    assert.deepEqual([told[0]!.phase, told.at(-1)!.phase], ['waiting', 'ready']);
  });

  it('asks the same question once', async () => {
    const { asked, list } = await answeredBench();
    list.ask({ ...question }, { ...viewer });
    assert.equal(asked.length, 1);
    list.ask(question, { ...viewer, locale: 'en' });
    assert.equal(asked.length, 2);
  });

  it('lets the last question win, whatever order the answers come in', async () => {
    const { asked, list } = bench();
    list.ask(question, viewer);
    list.ask({ ...question, status: 'resolved' }, viewer);
    list.ask({ ...question, status: 'dismissed' }, viewer);
    assert.deepEqual(
      asked.map(({ context }) => context.signal.aborted),
      [true, true, false],
    );
    await asked[2]!.answer(pageOf(['third']));
    await asked[0]!.answer(pageOf(['first'], 'next'));
    await asked[1]!.fail(new Error('late'));
    assert.deepEqual([list.state.phase, list.state.hasMore, list.state.error], ['ready', false, null]);
    assert.deepEqual(idsOf(list.state), ['third']);
  });

  it('drops a late answer that is junk, and a late abort', async () => {
    const { asked, list } = bench();
    list.ask(question, viewer);
    list.ask({ ...question, status: 'resolved' }, viewer);
    await asked[0]!.answer({ topics: 5 });
    assert.deepEqual([list.state.phase, list.state.error], ['waiting', null]);
    list.ask(question, viewer);
    await asked[1]!.fail(new DOMException('Aborted', 'AbortError'));
    assert.deepEqual([list.state.phase, list.state.error], ['waiting', null]);
  });

  it('waits until the typing rests, and shows what was found before meanwhile', async () => {
    const { clock, asked, list } = await answeredBench();
    for (const search of ['r', 're', 'ref']) {
      list.ask({ ...question, search }, viewer);
      await clock.pass(100);
    }
    assert.deepEqual([asked.length, list.state.phase, idsOf(list.state)], [1, 'waiting', ['a', 'b']]);
    await clock.pass(50);
    assert.deepEqual([asked.length, asked[1]!.query.search], [2, 'ref']);
    await clock.pass(1_000);
    assert.equal(asked.length, 2);
  });

  it('asks at once for another order, with what was typed so far', async () => {
    const { clock, asked, list } = await answeredBench();
    list.ask({ ...question, search: 'ref' }, viewer);
    list.ask({ ...question, search: 'ref', sortBy: 'title' }, viewer);
    assert.deepEqual([asked.length, asked[1]!.query.search, asked[1]!.query.sortBy], [2, 'ref', 'title']);
    await clock.pass(1_000);
    assert.equal(asked.length, 2);
  });

  it('adds further pages without repeating a topic', async () => {
    const { asked, list } = await answeredBench(pageOf(['a', 'b', { id: 'bad' }], 'one'));
    list.more();
    list.more();
    assert.deepEqual([asked.length, asked[1]!.query.cursor, list.state.phase], [2, 'one', 'more']);
    await asked[1]!.answer(pageOf(['b', 'c', { id: 'worse' }], 'two'));
    assert.deepEqual([idsOf(list.state), list.state.refused], [['a', 'b', 'c'], 2]);
    list.more();
    assert.equal(asked[2]!.query.cursor, 'two');
    await asked[2]!.answer(pageOf(['d']));
    assert.deepEqual([idsOf(list.state), list.state.hasMore], [['a', 'b', 'c', 'd'], false]);
    list.more();
    assert.equal(asked.length, 3);
  });

  it('takes an empty cursor for the end', async () => {
    const { list } = await answeredBench(pageOf(['a'], ''));
    assert.equal(list.state.hasMore, false);
  });

  it('drops a further page of a question that is no longer asked', async () => {
    const { asked, list } = await answeredBench();
    list.more();
    list.ask({ ...question, direction: 'ascending' }, viewer);
    list.more();
    await asked[1]!.answer(pageOf(['c']));
    assert.deepEqual([asked.length, list.state.phase], [3, 'waiting']);
    await asked[2]!.answer(pageOf(['z']));
    assert.deepEqual(idsOf(list.state), ['z']);
  });

  it('fails by name, and asks again when told to', async () => {
    const failures = [
      [new AdapterError('forbidden', 'No.'), 'forbidden'],
      [new Error('boom'), 'unknown'],
      [new DOMException('Aborted', 'AbortError'), 'timeout'],
      [Object.create(null), 'unknown'],
    ] as const;
    for (const [error, code] of failures) {
      const { asked, list } = bench();
      list.ask(question, viewer);
      await asked[0]!.fail(error);
      assert.deepEqual([list.state.phase, list.state.error?.code, list.state.entries], ['failed', code, []]);
      list.retry();
      list.retry();
      assert.deepEqual([asked.length, list.state.phase, list.state.error], [2, 'waiting', null]);
      await asked[1]!.answer(pageOf(['a']));
      assert.deepEqual([list.state.phase, idsOf(list.state)], ['ready', ['a']]);
    }
  });

  it('fails by name where the page is none, the source throws at once, has no gaps, or is of another contract', async () => {
    const junk = await answeredBench({ topics: 'many' });
    assert.equal(junk.list.state.error?.code, 'invalid-payload');
    const throws = (): never => {
      throw new Error('at once');
    };
    const sources = [{ knowledgeGaps: { list: throws } }, {}, { contract: 2 as 1 }];
    const codes = [];
    for (const source of sources) {
      const list = new GapList({ contract: 1, ...source }, () => {}, new FakeClock());
      list.ask(question, viewer);
      await quiet();
      codes.push(list.state.error?.code);
    }
    assert.deepEqual(codes, ['unknown', 'unsupported', 'invalid-payload']);
  });

  it('keeps what it shows when a further page fails, and asks for that page again', async () => {
    const { asked, list } = await answeredBench();
    list.more();
    await asked[1]!.fail(new AdapterError('offline', 'no net'));
    const { phase, error, hasMore } = list.state;
    assert.deepEqual([phase, error?.code, hasMore, idsOf(list.state)], ['ready', 'offline', true, ['a', 'b']]);
    list.retry();
    assert.deepEqual([asked[2]!.query.cursor, list.state.error], ['next', null]);
    await asked[2]!.answer(pageOf(['c']));
    assert.deepEqual(idsOf(list.state), ['a', 'b', 'c']);
  });

  it('stops, drops what comes late, and starts afresh with the next question', async () => {
    const { clock, asked, told, list } = await answeredBench();
    list.more();
    list.stop();
    const times = told.length;
    assert.equal(asked[1]!.context.signal.aborted, true);
    await asked[1]!.answer(pageOf(['late']));
    list.more();
    list.retry();
    await clock.pass(1_000);
    assert.deepEqual([asked.length, told.length], [2, times]);
    list.ask(question, viewer);
    await asked[2]!.answer(pageOf(['a']));
    assert.deepEqual([list.state.phase, idsOf(list.state)], ['ready', ['a']]);
  });

  it('stops before a typed question is asked', async () => {
    const { clock, asked, list } = await answeredBench();
    list.ask({ ...question, search: 'ref' }, viewer);
    list.stop();
    await clock.pass(1_000);
    assert.deepEqual([asked.length, clock.waiting], [1, 0]);
  });

  it('asks for nothing more after it stopped on a shown page', async () => {
    const { asked, list } = await answeredBench();
    list.stop();
    list.more();
    await quiet();
    assert.equal(asked.length, 1);
  });

  after(() => {
    process.off('unhandledRejection', keep);
    assert.deepEqual(unhandled, []);
  });
});
