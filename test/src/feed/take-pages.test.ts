import assert from 'node:assert/strict';
import { setTimeout } from 'node:timers/promises';
import { describe, it } from 'node:test';
import type { ConversationPage, PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { officialRules } from '../../../src/conversation/rules.js';
import { machineClock } from '../../../src/feed/clock.js';
import { startOf, takePages, type Haul } from '../../../src/feed/take-pages.js';
import { SegmentedStore } from '../../../src/store/segmented-store.js';
import { WorkerInProcess } from '../load/worker-in-process.js';
import { answered, HOUR, saidBy, T0 } from '../store/store-support.js';
import { quiet } from './fake-clock.js';

const NOW = T0 + 500 * HOUR;
const PAGES = 12;
const PAGE = 700;
const boundaries = [T0, T0 + 200 * HOUR, NOW];

function pageOf(number: number): ConversationPage {
  const lines = Array.from({ length: PAGE }, (_, n) =>
    JSON.stringify(answered(`c-${number * PAGE + n}`, T0 + (n % 300) * HOUR, { channel: `channel-${number % 3}` })),
  );
  return {
    ndjson: new TextEncoder().encode(`${lines.join('\n')}\n`),
    cursor: `${number + 1}`,
    // One of the page's own, and one of the page before.
    removed: number % 4 === 3 ? [`c-${number * PAGE}`, `c-${number * PAGE - 1}`] : [],
  };
}

/** A source of pages that fails once before a page. */
function source(failsBefore = -1): PerformanceAdapter & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    contract: 1,
    asked,
    async *conversations({ cursor = '0' }) {
      asked.push(cursor);
      for (let page = Number(cursor); page < PAGES; page++) {
        await setTimeout(1);
        if (page === failsBefore && asked.length === 1) throw new Error('the line is down');
        yield pageOf(page);
      }
    },
  };
}

/** Takes an answer in, after a failure from where it broke off; hands back what it said last. */
async function take(adapter: PerformanceAdapter, store: SegmentedStore, diesAt?: number): Promise<Haul> {
  const context = { locale: 'en', timeZone: 'UTC', signal: new AbortController().signal };
  let haul = startOf(null, NOW);
  for (let tries = 0; tries < 3; tries++) {
    try {
      const start = (): WorkerInProcess => new WorkerInProcess(diesAt);
      for await (haul of takePages(adapter, store, {}, context, startOf(haul, NOW), machineClock, start));
      return haul;
    } catch (error) {
      assert.match(String(error), /the line is down/);
    }
  }
  throw new Error('it never came to its end');
}

function said(store: SegmentedStore): unknown {
  return saidBy(store, boundaries);
}

async function undisturbed(): Promise<unknown> {
  const store = new SegmentedStore(NOW, officialRules);
  for (let page = 0; page < PAGES; page++) {
    const { ndjson, removed } = pageOf(page) as { ndjson: Uint8Array; removed: readonly string[] };
    store.upsert(
      new TextDecoder()
        .decode(ndjson)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    );
    store.remove(removed);
  }
  return said(store);
}

describe('pages of bytes, read by a worker', () => {
  it('give what they give without one, with those removed that a page says', async () => {
    const store = new SegmentedStore(NOW, officialRules);
    const { loaded, resume } = await take(source(), store);
    assert.deepEqual([loaded, resume?.cursor], [PAGES * PAGE, `${PAGES}`]);
    assert.deepEqual(said(store), await undisturbed());
  });

  for (const failsBefore of [1, 5, 11])
    it(`go on where they broke off when page ${failsBefore} fails, and nothing is asked for twice`, async () => {
      const store = new SegmentedStore(NOW, officialRules);
      const adapter = source(failsBefore);
      const { loaded } = await take(adapter, store);
      assert.deepEqual([loaded, adapter.asked], [PAGES * PAGE, ['0', `${failsBefore}`]]);
      assert.deepEqual(said(store), await undisturbed());
    });

  it('show what has come where the source then lets wait for itself, and only then', async () => {
    const store = new SegmentedStore(NOW, officialRules);
    const worker = new WorkerInProcess(Infinity, () => 0); // By itself it waits for 2,000.
    const waits = new Map<() => void, number>();
    const after = (ms: number, call: () => void): (() => void) => {
      waits.set(call, ms);
      return () => void waits.delete(call);
    };
    let goOn!: () => void;
    const isOver = new Promise<void>((resolve) => (goOn = resolve));
    const adapter: PerformanceAdapter = {
      contract: 1,
      async *conversations() {
        yield* [pageOf(0), pageOf(1)]; // Together they are worth a worker's start.
        await worker.isUp;
        yield pageOf(2);
        await isOver;
        yield pageOf(4);
      },
    };
    const context = { locale: 'en', timeZone: 'UTC', signal: new AbortController().signal };
    const hauls = takePages(adapter, store, {}, context, startOf(null, NOW), { after }, () => worker);
    /** Where the next that is told could be gone on from, and how many pages are shown by then. */
    const told = async () => {
      const { resume } = (await hauls.next()).value as Haul;
      return [resume?.cursor, store.size / PAGE];
    };
    try {
      for (const onThePage of [1, 2]) assert.deepEqual(await told(), [`${onThePage}`, onThePage]);
      assert.deepEqual(await told(), ['2', 2]);
      const shown = told();
      await setTimeout(0);
      assert.deepEqual([...waits.values()], [1_000]);
      for (const call of [...waits.keys()]) {
        waits.delete(call);
        call();
      }
      assert.deepEqual(await shown, ['3', 3]);
      const last = told();
      await setTimeout(0);
      assert.equal(waits.size, 0, 'everything is delivered');
      goOn();
      assert.deepEqual(await last, ['3', 3]);
      assert.equal((await hauls.next()).done, true);
      assert.deepEqual([store.size / PAGE, waits.size], [4, 0]);
      assert.deepEqual(worker.asked, ['lines', 'flush', 'lines', 'flush']);
    } finally {
      worker.terminate();
    }
  });

  it('survive a worker that dies and a page that fails', async () => {
    for (const diesAt of [2, 3, 6]) {
      const store = new SegmentedStore(NOW, officialRules);
      await take(source(7), store, diesAt);
      assert.deepEqual(said(store), await undisturbed());
    }
  });
});

describe('the first page', () => {
  it('waits until whoever asked has been drawn twice, and the others for nothing', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] }); // A page that draws nothing is not waited for very long.
    const frames: (() => void)[] = [];
    const requestAnimationFrame = (work: () => void): number => frames.push(work);
    const browser = { document: { hidden: false }, requestAnimationFrame, cancelAnimationFrame: () => {} };
    Object.assign(globalThis, browser);
    try {
      const store = new SegmentedStore(NOW, officialRules);
      const adapter: PerformanceAdapter = {
        contract: 1,
        async *conversations() {
          yield* [pageOf(0), pageOf(1)];
        },
      };
      const context = { locale: 'en', timeZone: 'UTC', signal: new AbortController().signal };
      const hauls = takePages(adapter, store, {}, context, startOf(null, NOW), machineClock, null);
      const first = hauls.next();
      for (let drawn = 0; drawn < 2; drawn++) {
        await quiet();
        assert.equal(store.size, 0);
        assert.equal(frames.length, 1);
        frames.shift()!();
      }
      await first;
      assert.equal(store.size, PAGE);
      await hauls.next();
      assert.deepEqual([store.size, frames.length], [2 * PAGE, 0]);
    } finally {
      for (const name of Object.keys(browser)) Reflect.deleteProperty(globalThis, name);
    }
  });
});
