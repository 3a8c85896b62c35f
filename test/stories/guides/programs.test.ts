import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, it } from 'node:test';
import { build } from 'esbuild';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { boundsOf, isWanted } from '../../../src/adapters/query-bounds.js';
import { configure, configuredAdapter } from '../../../src/context/configure.js';
import { PerformanceFeed } from '../../../src/feed/performance-feed.js';
import { testAdapter } from '../../../src/testing/index.js';
import { projectFolder } from '../../support/import-lines.js';
import { FakeClock, HOUR, quiet, SECOND, T0 } from '../../src/feed/fake-clock.js';
import { answered, countsOf, wishOf } from '../../src/feed/fake-source.js';

const folder = join(projectFolder, 'stories/guides/programs');
const realFetch = globalThis.fetch;

/** Each program as a page would load it, with the kit inside. */
const bundled = build({
  entryPoints: readdirSync(folder).map((name) => join(folder, name)),
  outdir: folder,
  alias: { deskglass: join(projectFolder, 'src/index.ts') },
  bundle: true,
  format: 'esm',
  write: false,
  logLevel: 'silent',
});

/** The adapter that a program of the guide sets, with what it asks answered by `answer`. */
async function run(name: string, answer: (url: URL) => Response): Promise<PerformanceAdapter> {
  globalThis.fetch = async (address, init) => {
    init?.signal?.throwIfAborted();
    return answer(new URL(String(address), 'https://desk.example'));
  };
  const file = (await bundled).outputFiles.find(({ path }) => path.endsWith(`/${name}.js`));
  await import(`data:text/javascript;base64,${Buffer.from(file!.contents).toString('base64')}`);
  const adapter = configuredAdapter();
  assert.ok(adapter, `${name} configures an adapter`);
  return adapter;
}

/** Conversations and resolved ones, a week after. */
async function countsFrom(adapter: PerformanceAdapter): Promise<readonly number[]> {
  const clock = new FakeClock(T0 + 7 * 24 * HOUR);
  const feed = new PerformanceFeed(adapter, clock);
  const leave = feed.listen(() => {}, wishOf());
  for (let turn = 0; turn < 20 && feed.state.phase !== 'ready'; turn++) await quiet();
  leave();
  return countsOf(feed.store);
}

async function checked(adapter: PerformanceAdapter): Promise<void> {
  const { passed, text } = await testAdapter(adapter, { now: T0 + 24 * HOUR, quietMs: 5 });
  assert.ok(passed, text);
}

describe('the programs of the adapter guide', () => {
  afterEach(() => {
    globalThis.fetch = realFetch;
    configure({ adapter: null });
  });

  it('are each shown in it, and have fewer than thirty lines', () => {
    const guide = readFileSync(join(folder, '../adapter-guide.mdx'), 'utf8');
    const names = readdirSync(folder);
    assert.equal(names.length, 3);
    for (const name of names) {
      assert.ok(guide.includes(`'./programs/${name}?raw'`), name);
      assert.ok(readFileSync(join(folder, name), 'utf8').trim().split('\n').length < 30, name);
    }
  });

  it('make figures from an array', async () => {
    const opened = '2026-03-02T10:00:00+01:00';
    const replies = [
      { author: 'customer', at: opened },
      { author: 'ai', at: '2026-03-02T10:01:00+01:00', articles: ['https://help.example/refunds'] },
    ];
    const tickets = [
      { number: 'T-1', opened, replies },
      { number: 'T-2', opened, replies: [...replies, { author: 'staff', at: '2026-03-02T11:00:00+01:00' }] },
    ];
    const adapter = await run('from-an-array', ({ pathname }) => {
      assert.equal(pathname, '/tickets.json');
      return Response.json(tickets);
    });
    await checked(adapter);
    assert.deepEqual(await countsFrom(adapter), [2, 1, 0]);
  });

  it('read an API page by page, and go on after a failure', async () => {
    const records = Array.from({ length: 7 }, (_, index) => answered(`c-${index}`, T0 + index * HOUR));
    let refusals = 0;
    const adapter = await run('paged-api', ({ searchParams }) => {
      const { from = '0', ...times } = Object.fromEntries(searchParams) as { readonly from?: string };
      if (!/^\d+$/.test(from)) return new Response('', { status: 404 });
      if (from === '4' && refusals++ === 0) return new Response('', { status: 503 });
      const numbers = Object.fromEntries(Object.entries(times).map(([name, value]) => [name, Number(value)]));
      const found = records.filter((record) => isWanted(record, boundsOf(numbers)));
      const next = Number(from) + 2;
      const page = found.slice(Number(from), next);
      return Response.json({ records: page, total: found.length, next: next < found.length ? String(next) : null });
    });
    await checked(adapter);
    assert.ok(refusals > 1, 'the server failed once on the way');
    assert.deepEqual(await countsFrom(adapter), [7, 7, 0]);
  });

  it('follow a desk that changes', async () => {
    let changed = (): void => {};
    let closed = 0;
    class EventSource {
      addEventListener = (_: string, listener: () => void): void => void (changed = listener);
      close = (): void => void (closed += 1);
    }
    Object.assign(globalThis, { EventSource });
    const clock = new FakeClock(T0 + 24 * HOUR);
    let desk = { records: [answered('c-1'), answered('c-2')], deleted: [] as string[] };
    const asked: string[] = [];
    const adapter = await run('live-updates', ({ search }) => {
      asked.push(search);
      return Response.json({ ...desk, completeUpTo: new Date(clock.now()).toISOString() });
    });
    await checked(adapter);
    const feed = new PerformanceFeed(adapter, clock);
    const leave = feed.listen(() => {}, wishOf(T0));
    await quiet();
    assert.deepEqual(countsOf(feed.store), [2, 0, 2]);
    desk = { records: [answered('c-3')], deleted: ['c-1', 'c-2'] };
    asked.length = 0;
    changed();
    await clock.pass(SECOND);
    assert.deepEqual(countsOf(feed.store), [1, 0, 1]);
    assert.match(asked.join(), /^\?changedSince=\d+$/);
    const before = closed;
    leave();
    await clock.pass(SECOND);
    assert.equal(closed, before + 1);
    Reflect.deleteProperty(globalThis, 'EventSource');
  });
});
