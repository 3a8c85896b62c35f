import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { lazyAdapter } from '../../../src/adapters/lazy.js';
import type { GapListQuery } from '../../../src/gaps/gap-records.js';
import { contextOf } from './file-support.js';

const inner: PerformanceAdapter = {
  contract: 1,
  async *conversations(query) {
    yield { conversations: [query], total: 2 };
    yield { conversations: [] };
  },
  knowledgeGaps: { list: async ({ limit }) => ({ topics: [limit] }) },
};

async function read(adapter: PerformanceAdapter): Promise<unknown[]> {
  const pages: unknown[] = [];
  for await (const page of adapter.conversations!({ since: '2026-03-02T09:00:00Z' }, contextOf())) pages.push(page);
  return pages;
}

describe('lazyAdapter', () => {
  it('says what it is without fetching anything', () => {
    const load = (): never => assert.fail('nothing was asked for');
    const archive = lazyAdapter(load, { source: 'archive', history: 'snapshot', gaps: false });
    assert.deepEqual([archive.contract, archive.source, archive.history], [1, 'archive', 'snapshot']);
    assert.equal(archive.knowledgeGaps, undefined);
    const live = lazyAdapter(load, { gaps: true });
    assert.deepEqual([live.source, typeof live.knowledgeGaps?.list], [undefined, 'function']);
    live.conversations!({}, contextOf());
  });

  it('fetches once, when it is first asked, and hands questions and answers through', async () => {
    let loads = 0;
    const load = async (): Promise<PerformanceAdapter> => ((loads += 1), inner);
    const adapter = lazyAdapter(load, { gaps: true });
    const query: GapListQuery = { status: 'open', sortBy: 'title', direction: 'ascending', search: '', limit: 7 };
    const [first, second, gaps] = await Promise.all([
      read(adapter),
      read(adapter),
      adapter.knowledgeGaps!.list(query, contextOf()),
    ]);
    assert.deepEqual(first, [{ conversations: [{ since: '2026-03-02T09:00:00Z' }], total: 2 }, { conversations: [] }]);
    assert.deepEqual([second, gaps, loads], [first, { topics: [7] }, 1]);
  });

  it('says how long texts may be once the adapter behind it does', async () => {
    const gaps = { ...inner.knowledgeGaps!, textLimit: 300 };
    const adapter = lazyAdapter(async () => ({ ...inner, knowledgeGaps: gaps }), { gaps: true });
    assert.equal(adapter.knowledgeGaps!.textLimit, undefined);
    await read(adapter);
    assert.equal(adapter.knowledgeGaps!.textLimit, 300);
    gaps.textLimit = 400;
    assert.equal(adapter.knowledgeGaps!.textLimit, 400);
  });

  it('closes the adapter behind it when nobody reads on', async () => {
    let closed = false;
    const adapter = lazyAdapter(
      async () => ({
        contract: 1,
        async *conversations() {
          try {
            yield { conversations: [] };
            yield { conversations: [] };
          } finally {
            closed = true;
          }
        },
      }),
      { gaps: false },
    );
    for await (const _ of adapter.conversations!({}, contextOf())) break;
    assert.equal(closed, true);
  });

  it('fails with what the fetching failed with', async () => {
    const adapter = lazyAdapter(() => Promise.reject(new Error('no such chunk')), { gaps: true });
    await assert.rejects(read(adapter), /no such chunk/);
  });

  it('tells of changes from when the code has come until nobody listens', async () => {
    let change = (): void => {};
    let stopped = 0;
    const telling: PerformanceAdapter = {
      ...inner,
      subscribe: (changed) => {
        change = changed;
        return () => void (stopped += 1);
      },
    };
    const adapter = lazyAdapter(async () => telling, { gaps: false, changes: true });
    let heard = 0;
    const leftEarly = adapter.subscribe!(() => assert.fail(), contextOf()) as () => void;
    leftEarly();
    const stop = adapter.subscribe!(() => (heard += 1), contextOf()) as () => void;
    await new Promise((resolve) => setTimeout(resolve, 0));
    change();
    stop();
    assert.deepEqual([heard, stopped], [1, 1]);
    assert.equal(lazyAdapter(async () => inner, { gaps: false }).subscribe, undefined);
  });
});
