import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { KnowledgeGapsAdapter, PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { AdapterError, DataError, PermissionError } from '../../../src/errors.js';
import { GapList } from '../../../src/feed/gap-list.js';
import { GapWork, gapWorkOf } from '../../../src/feed/gap-work.js';
import { WriteKeys } from '../../../src/feed/write-keys.js';
import type { Access } from '../../../src/gaps/gap-records.js';
import { gapsOf } from '../../support/hand-made-records.js';
import { FakeClock } from './fake-clock.js';

const viewer = { locale: 'en', timeZone: 'UTC' };
const question = { status: 'open', sortBy: 'conversations', direction: 'descending', search: '' } as const;
const dismiss = { topics: [{ topicId: 'topic-0', questionIds: null }] };

function adapterOf(access?: Access): PerformanceAdapter {
  const gaps = gapsOf(['Refund', 3, 12], ['Invoice', 1, 11]);
  return memoryAdapter([], { ...gaps, ...(access === undefined ? {} : { access }) });
}

async function tick(times = 20): Promise<void> {
  for (let count = 0; count < times; count++) await Promise.resolve();
}

/** The adapter with its dismissing replaced, and every key it was asked with. */
function dismissing(dismiss: KnowledgeGapsAdapter['dismiss']): PerformanceAdapter {
  const adapter = adapterOf();
  return { ...adapter, knowledgeGaps: { ...adapter.knowledgeGaps!, dismiss: dismiss! } };
}

describe('GapWork', () => {
  it('asks for the rights no sooner than a source that is busy allows', async (t) => {
    t.mock.timers.enable({ apis: ['Date'] });
    let asked = 0;
    const busy = new AdapterError('rate-limited', 'Busy.', { retryAfterMs: 60_000 });
    const work = new GapWork({
      ...adapterOf(),
      access: async () => {
        asked += 1;
        if (asked === 1) throw busy;
        return {};
      },
    });
    await assert.rejects(work.renewAccess(viewer), { code: 'rate-limited' });
    t.mock.timers.tick(59_999);
    await assert.rejects(work.askAccess(viewer), { code: 'rate-limited' });
    assert.equal(asked, 1);
    t.mock.timers.tick(1);
    await work.askAccess(viewer);
    assert.equal(asked, 2);
  });

  it('shows a list what was written once the source has confirmed it, not before', async () => {
    const adapter = adapterOf();
    const list = new GapList(adapter, () => undefined);
    list.ask(question, viewer);
    await tick();
    assert.deepEqual([list.state.entries.length, list.state.total], [2, 2]);
    const writing = list.work.write('dismiss', dismiss, 'k', viewer);
    assert.deepEqual(
      [list.state.entries.length, list.work.savingOf('topic-0'), list.work.savingOf('topic-1')],
      [2, 'dismiss', null],
    );
    const outcome = await writing;
    assert.equal(outcome.topics[0]?.questionIds.length, 3);
    assert.deepEqual([list.state.entries.map(({ title }) => title), list.state.total], [['Invoice'], 1]);
    assert.equal(list.work.savingOf('topic-0'), null);
    list.stop();
  });

  it('tells that a list is old where the source does not answer after a write, until it is asked again', async () => {
    const memory = adapterOf();
    let isDown = false;
    const gaps: KnowledgeGapsAdapter = {
      ...memory.knowledgeGaps!,
      list: async (...asked) => {
        if (isDown) throw new AdapterError('unavailable', 'down');
        return memory.knowledgeGaps!.list(...asked);
      },
    };
    const list = new GapList({ ...memory, knowledgeGaps: gaps }, () => undefined);
    const seen = (): unknown => [
      list.state.phase,
      list.state.entries.length,
      list.state.error?.code,
      list.state.isStale,
    ];
    list.ask(question, viewer);
    await tick();
    isDown = true;
    list.refresh();
    await tick();
    assert.deepEqual(seen(), ['ready', 2, undefined, false]);
    await list.work.write('dismiss', dismiss, 'k', viewer);
    await list.work.write('restore', { ...dismiss, from: 'dismissed' }, 'l', viewer);
    await tick();
    assert.deepEqual(seen(), ['ready', 1, 'unavailable', true]);
    isDown = false;
    list.retry();
    assert.deepEqual(seen(), ['more', 1, undefined, true]);
    await tick();
    assert.deepEqual(seen(), ['ready', 2, undefined, false]);
    list.stop();
  });

  it('is one for all elements of an adapter', () => {
    const adapter = adapterOf();
    assert.equal(gapWorkOf(adapter), gapWorkOf(adapter));
    assert.notEqual(gapWorkOf(adapter), gapWorkOf(adapterOf()));
  });

  it('refuses a script without the right, and asks nothing of the source', async () => {
    let asked = 0;
    const adapter = dismissing(async () => ((asked += 1), { topics: [] }));
    const work = new GapWork({ ...adapter, access: async () => ({ 'dismiss-gap': 'needs-role' }) });
    await assert.rejects(work.write('dismiss', dismiss, 'k', viewer), PermissionError);
    assert.equal(asked, 0);
    assert.equal(work.access?.['dismiss-gap'], 'needs-role');
  });

  it('writes nothing while the rights cannot be known, and asks again at the next try', async () => {
    let tries = 0;
    const access = async (): Promise<Access> => {
      tries += 1;
      if (tries === 1) throw new AdapterError('unavailable', 'down');
      return {};
    };
    const work = new GapWork({ ...adapterOf(), access });
    await assert.rejects(work.write('dismiss', dismiss, 'k', viewer), /The rights are not known: down/);
    assert.equal((await work.write('dismiss', dismiss, 'k', viewer)).kind, 'dismiss');
    await work.askAccess(viewer);
    assert.equal(tries, 2);
  });

  it('asks for the rights again at once where the source says that they are others, and at each change it tells of', async () => {
    let access: Access | null = {};
    let tell = (): void => {};
    const refusing = dismissing(() => Promise.reject(new AdapterError('forbidden', 'no')));
    const adapter: PerformanceAdapter = {
      ...refusing,
      access: async () => {
        if (access === null) throw new AdapterError('unavailable', 'down');
        return access;
      },
      subscribe: (changed) => void (tell = changed),
    };
    const clock = new FakeClock();
    const list = new GapList(adapter, () => undefined, clock);
    const standing = async (now: Access | null): Promise<unknown> => {
      access = now;
      tell();
      await clock.pass(1_000);
      return list.work.access?.['dismiss-gap'];
    };
    access = null;
    list.ask(question, viewer);
    await tick();
    assert.deepEqual([list.work.access, await standing({})], [null, 'allowed']);
    access = { 'dismiss-gap': 'needs-role' };
    await assert.rejects(list.work.write('dismiss', dismiss, 'k', viewer), /no/);
    await tick();
    assert.equal(list.work.access?.['dismiss-gap'], 'needs-role');
    assert.deepEqual([await standing(null), await standing({})], ['needs-role', 'allowed']);
    list.stop();
  });

  it('takes two requests with one key for one write', async () => {
    const keys: unknown[] = [];
    const topics = [{ topicId: 'topic-0', questionIds: ['question-0-0'] }];
    const work = new GapWork(dismissing(async (_, { idempotencyKey }) => (keys.push(idempotencyKey), { topics })));
    await Promise.all(['k', 'k'].map((key) => work.write('dismiss', dismiss, key, viewer)));
    assert.deepEqual(keys, ['k']);
  });

  it('knows which questions of a topic are being written', async () => {
    const work = new GapWork(adapterOf());
    const command = { topicId: 'topic-0', questionIds: ['question-0-1'], question: 'Q?', answer: 'A.' };
    const writing = work.write('resolve', command, 'k', viewer);
    assert.deepEqual(
      [work.savingOf('topic-0', 'question-0-1'), work.savingOf('topic-0', 'question-0-0')],
      ['resolve', null],
    );
    await writing;
  });

  it('waits for a host that writes by itself, and checks its answer like that of a source', async () => {
    const work = new GapWork(adapterOf());
    const topics = [{ topicId: 'topic-0', questionIds: ['q'] }];
    const outcome = await work.hostWrites('dismiss', dismiss, 'k', Promise.resolve({ topics }));
    assert.deepEqual(outcome.topics, topics);
    const isData = (error: unknown): boolean => error instanceof AdapterError && error.cause instanceof DataError;
    await assert.rejects(work.hostWrites('dismiss', dismiss, 'k', Promise.resolve('done')), isData);
    const refused = Promise.reject(new PermissionError('not you'));
    await assert.rejects(work.hostWrites('dismiss', dismiss, 'k', refused), PermissionError);
  });

  it('refuses a command that makes no sense by name', async () => {
    await assert.rejects(new GapWork(adapterOf()).write('dismiss', { topics: 7 }, 'k', viewer), DataError);
  });
});

describe('WriteKeys', () => {
  it('hand out the same key for a retry, and a new one for another write or after a success', () => {
    const keys = new WriteKeys();
    const first = keys.keyFor('dismiss', dismiss);
    assert.match(first, /^[0-9a-f]{32}$/);
    assert.equal(keys.keyFor('dismiss', { ...dismiss }), first);
    const other = keys.keyFor('restore', { ...dismiss, from: 'dismissed' });
    assert.notEqual(other, first);
    keys.confirmed();
    assert.notEqual(keys.keyFor('restore', { ...dismiss, from: 'dismissed' }), other);
  });
});
