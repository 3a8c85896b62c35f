import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { officialRules } from '../../../src/conversation/rules.js';
import type { After, StartWorker } from '../../../src/load/loading-worker.js';
import { RecordLoader } from '../../../src/load/record-loader.js';
import { Slices } from '../../../src/load/slices.js';
import { SegmentedStore } from '../../../src/store/segmented-store.js';
import { answered, HOUR, saidBy, T0 } from '../store/store-support.js';
import { WorkerInProcess } from './worker-in-process.js';

const NOW = T0 + 500 * HOUR;
const COUNT = 6_000;
/** Enough at once for a worker to be worth it. */
const PAGE = 1_000;
const { signal } = new AbortController();
/** No worker is silent for too long. */
const never: After = () => () => {};
const boundaries = [T0, T0 + 100 * HOUR, T0 + 400 * HOUR, NOW];

const lines = Array.from({ length: COUNT }, (_, n) => {
  if (n % 700 === 13) return `{"id":"cut-${n}","startedAt":`;
  if (n % 900 === 17) return '{"startedAt":17}';
  return JSON.stringify(
    answered(`c-${n % 5_500}`, T0 + (n % 400) * HOUR, { channel: `channel-${n % 4}`, updatedAt: T0 + n }),
  );
});
const pages = Array.from({ length: COUNT / PAGE }, (_, n) => lines.slice(n * PAGE, (n + 1) * PAGE));

function bytesOf(texts: readonly string[]): Uint8Array {
  return new TextEncoder().encode(texts.map((text) => `${text}\n`).join(''));
}

/** What a store says, with those that were refused by name. */
function everythingOf(store: SegmentedStore): unknown {
  return [saidBy(store, boundaries), store.quality().rejected];
}

function emptyStore(): SegmentedStore {
  return new SegmentedStore(NOW, officialRules);
}

/** @param workers those that were started so far: each page waits until they are up */
async function loaded(start: StartWorker, workers: readonly WorkerInProcess[] = []): Promise<SegmentedStore> {
  const store = emptyStore();
  const loader = new RecordLoader(store, never, start);
  let line = 1;
  try {
    for (const texts of pages) {
      const { records, nextLine } = await loader.load({ ndjson: bytesOf(texts) }, line, signal);
      assert.deepEqual([records, nextLine], [PAGE, line + PAGE]);
      line = nextLine;
      await Promise.all(workers.map(({ isUp }) => isUp));
    }
    await loader.flush(signal);
    assert.equal(loader.isDelivered, true);
  } finally {
    loader.end();
  }
  return store;
}

async function undisturbed(): Promise<unknown> {
  const store = emptyStore();
  const loader = new RecordLoader(store, never, null);
  let line = 1;
  for (const texts of pages) line = (await loader.load({ ndjson: bytesOf(texts) }, line, signal)).nextLine;
  return everythingOf(store);
}

describe('bytes that a worker reads', () => {
  it('give what they give on the page, refusals by line and name included', async () => {
    const worker = new WorkerInProcess();
    const store = await loaded(() => worker, [worker]);
    assert.ok(worker.asked.filter((kind) => kind === 'lines').length >= 3);
    assert.equal(worker.isTerminated, true);
    assert.deepEqual(everythingOf(store), await undisturbed());
  });

  for (const diesAt of [0, 1, 2, 4, 5]) {
    const when = diesAt === 0 ? 'before it is ready' : `of request ${diesAt}`;
    it(`are read on the page where the worker dies ${when}`, async () => {
      const workers: WorkerInProcess[] = [];
      const store = await loaded(() => {
        workers.push(new WorkerInProcess(diesAt));
        return workers.at(-1)!;
      }, workers);
      assert.ok(workers.length >= 1 && workers.every(({ isTerminated }) => isTerminated));
      if (diesAt === 0) assert.equal(workers.length, 1);
      assert.deepEqual(everythingOf(store), await undisturbed());
    });
  }

  it('are read on the page where none can be started, which is tried once', async () => {
    let tries = 0;
    const start = (): WorkerInProcess => {
      tries += 1;
      throw new TypeError('refused by the policy');
    };
    for (let load = 0; load < 2; load++) assert.deepEqual(everythingOf(await loaded(start)), await undisturbed());
    assert.equal(tries, 1);
  });

  it('go to it in portions where they come in one large page', async () => {
    const store = emptyStore();
    const worker = new WorkerInProcess();
    const loader = new RecordLoader(store, never, () => worker);
    let line = 1;
    try {
      for (const texts of [pages[0]!, pages[1]!, pages.slice(2).flat()]) {
        line = (await loader.load({ ndjson: bytesOf(texts) }, line, signal)).nextLine;
        await worker.isUp;
      }
      await loader.flush(signal);
      assert.equal(line, COUNT + 1);
      assert.ok(worker.asked.filter((kind) => kind === 'lines').length >= 3, worker.asked.join());
      assert.deepEqual(everythingOf(store), await undisturbed());
    } finally {
      loader.end();
    }
  });

  it('come in slices: the thread is given back again and again while they take their places', async () => {
    const store = emptyStore();
    const worker = new WorkerInProcess();
    let looks = 0;
    let givenBack = 0;
    // A watch that moves by 1 ms with every look at it: what is counted does not hang on the machine.
    const slices = new Slices({ now: () => (looks += 1), giveThreadBack: async () => void (givenBack += 1) });
    const loader = new RecordLoader(store, never, () => worker, slices);
    try {
      await loader.load({ ndjson: bytesOf(pages[0]!) }, 1, signal);
      await worker.isUp;
      const onThePage = store.size;
      givenBack = 0;
      await loader.load({ ndjson: bytesOf(pages.slice(1).flat()) }, 1 + PAGE, signal);
      await loader.flush(signal);
      // A look at least every 64 conversations, and a pause after 8 of them.
      const pauses = (store.size - onThePage) / 64 / 9;
      assert.ok(givenBack > 4 && givenBack > pauses - 2, `${givenBack} times, of ${pauses}`);
    } finally {
      loader.end();
    }
  });

  it('stay in their order where the worker dies between two pages', async () => {
    const store = emptyStore();
    const worker = new WorkerInProcess();
    const loader = new RecordLoader(store, never, () => worker);
    const inChannel = (channel: string): Uint8Array => bytesOf([JSON.stringify(answered('x', T0, { channel }))]);
    try {
      for (const texts of pages.slice(0, 2)) await loader.load({ ndjson: bytesOf(texts) }, 1, signal);
      await worker.isUp;
      for (const channel of ['first', 'second']) await loader.load({ ndjson: inChannel(channel) }, 1, signal);
      worker.die();
      await loader.load({ ndjson: inChannel('third') }, 1, signal);
      await loader.flush(signal);
      assert.deepEqual([store.channels().includes('second'), store.channels().includes('third')], [false, true]);
    } finally {
      loader.end();
    }
  });

  it('are read on the page where the worker falls silent', async () => {
    const store = emptyStore();
    const worker = new WorkerInProcess();
    const pending = new Set<() => void>();
    const after: After = (_, call) => {
      pending.add(call);
      return () => pending.delete(call);
    };
    const loader = new RecordLoader(store, after, () => worker);
    let line = 1;
    try {
      for (const [index, texts] of pages.entries()) {
        worker.isSilent = index === 4;
        const load = loader.load({ ndjson: bytesOf(texts) }, line, signal);
        await setTimeout(0);
        if (index === 4) for (const call of pending) call();
        line = (await load).nextLine;
        await worker.isUp;
      }
      await loader.flush(signal);
    } finally {
      loader.end();
    }
    assert.ok(worker.asked.includes('lines'));
    assert.deepEqual([worker.isTerminated, pending.size], [true, 0]);
    assert.deepEqual(everythingOf(store), await undisturbed());
  });

  it('are given up with the signal, and the worker with them', async () => {
    const controller = new AbortController();
    const worker = new WorkerInProcess();
    const loader = new RecordLoader(emptyStore(), never, () => worker);
    try {
      for (const texts of pages.slice(0, 2)) await loader.load({ ndjson: bytesOf(texts) }, 1, controller.signal);
      await worker.isUp;
      const load = loader.load({ ndjson: bytesOf(pages[2]!) }, 1, controller.signal);
      controller.abort(new Error('the user has left'));
      await assert.rejects(load, /the user has left/);
      assert.equal(worker.isTerminated, true);
    } finally {
      loader.end();
    }
  });
});

describe('objects', () => {
  it('that come after bytes are later than these', async () => {
    const store = emptyStore();
    const worker = new WorkerInProcess();
    const loader = new RecordLoader(store, never, () => worker);
    const inChannel = (channel: string): object => answered('x', T0, { channel });
    try {
      for (const texts of pages.slice(0, 2)) await loader.load({ ndjson: bytesOf(texts) }, 1, signal);
      await worker.isUp;
      await loader.load({ ndjson: bytesOf([JSON.stringify(inChannel('first'))]) }, 1, signal);
      await loader.load({ conversations: [inChannel('second')] }, 1, signal);
      assert.deepEqual([loader.isDelivered, worker.asked.length > 0], [true, true]);
      assert.deepEqual([store.channels().includes('first'), store.channels().includes('second')], [false, true]);
    } finally {
      loader.end();
    }
  });
});
