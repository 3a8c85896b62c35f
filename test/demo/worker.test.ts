import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openBrowser } from '../support/browser.js';
import { projectFolder } from '../support/import-lines.js';
import { serveFolder } from '../support/static-server.js';
import { loadedStatus, openDesk, tableOf, type Desk } from './desk.js';

const COUNT = 6_000;
const HOUR = 3_600_000;
const START = Date.UTC(2026, 0, 5);

/** What the page counts of its workers. */
interface Workers {
  readonly started: number;
  readonly terminated: number;
}

const lines = Array.from({ length: COUNT }, (_, n) => {
  const at = START + Math.floor((n * 80 * 24 * HOUR) / COUNT);
  const reply = { type: 'message', at, by: { kind: 'agent' }, sources: n % 3 === 0 ? [] : [{}], actions: [] };
  return JSON.stringify({ id: `conversation-${n}`, startedAt: at, channel: 'chat', events: [reply] });
});

let folder: string;
let file: string;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskglass-'));
  file = join(folder, 'records.ndjson.gz');
  await writeFile(file, gzipSync(lines.join('\n')));
});
after(() => rm(folder, { recursive: true, force: true }));

/** Runs in the page: counts its workers. */
function countWorkers(): void {
  const workers = { started: 0, terminated: 0 };
  const RealWorker = Worker;
  class CountedWorker extends RealWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      workers.started += 1;
    }
    override terminate(): void {
      workers.terminated += 1;
      super.terminate();
    }
  }
  Object.assign(globalThis, { workers, Worker: CountedWorker });
}

/** Runs in the page: a browser, or a host, that has none. */
function withoutWorkers(): void {
  Object.assign(globalThis, { Worker: undefined, workers: { started: 0, terminated: 0 } });
}

/** Loads the file; what the page shows of it, its workers, and what went wrong. */
async function load(
  desk: Desk,
  prepare: () => void,
): Promise<{ readonly table: string[][]; readonly workers: Workers; readonly troubles: readonly string[] }> {
  const { page, troubles } = await desk.open('', { before: prepare });
  assert.match(await loadedStatus(page), /^6,000 conversations/);
  const table = await tableOf(page, 'resolution-rate-chart');
  const workers = await page.evaluate(() => (globalThis as unknown as { workers: Workers }).workers);
  const found = { table, workers, troubles: await troubles() };
  await page.close();
  return found;
}

describe('the help desk under its strict policy', () => {
  let desk: Desk;
  before(async () => {
    desk = await openDesk({ file });
  });
  after(() => desk?.close());

  it('reads a file in a worker, which is gone with the load, or without one, and violates nothing', async () => {
    const withWorker = await load(desk, countWorkers);
    const without = await load(desk, withoutWorkers);
    assert.deepEqual(withWorker.workers, { started: 1, terminated: 1 });
    assert.deepEqual([withWorker.troubles, without.troubles], [[], []]);
    assert.deepEqual(withWorker.table, without.table);
    assert.ok(withWorker.table.length > 5);
  });
});

describe('the help desk of a stricter host', () => {
  const policies = {
    'whose policy has no worker': { 'worker-src': `'none'` },
    'whose policy knows no trusted types of the kit’s': { 'trusted-types': `lit-html 'allow-duplicates'` },
  };
  let plainTable: string[][];
  before(async () => {
    const plain = await openDesk({ file });
    plainTable = (await load(plain, countWorkers).finally(() => plain.close())).table;
  });

  for (const [host, policy] of Object.entries(policies))
    it(`shows the same, ${host}`, async () => {
      const strict = await openDesk({ file, policy });
      try {
        const shown = await load(strict, countWorkers);
        assert.deepEqual(shown.table, plainTable);
        assert.ok(
          shown.troubles.every((trouble) => /worker|policy/i.test(trouble)),
          shown.troubles.join('\n'),
        );
        assert.equal(shown.workers.started - shown.workers.terminated, 0);
      } finally {
        await strict.close();
      }
    });
});

describe('the browser file', () => {
  it('starts the worker that lies beside it, and loads without it where it comes from another origin', async () => {
    const [own, other] = [
      await serveFolder(join(projectFolder, 'dist')),
      await serveFolder(join(projectFolder, 'dist')),
    ];
    const browser = await openBrowser();
    try {
      for (const kit of [own, other]) {
        const page = await browser.newPage();
        const asked: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        // The test's compiler marks functions by this helper, which the page does not have.
        await page.evaluateOnNewDocument('globalThis.__name = (marked) => marked;');
        await page.evaluateOnNewDocument(countWorkers);
        await page.goto(`${own.url}custom-elements.json`);
        await page.evaluate(loadInPage, `${kit.url}deskglass.min.js`, lines.join('\n'));
        // Asked for again and again: the browser may drop a promise that it is to wait for.
        const conversations = await page.waitForFunction(
          () => (globalThis as { conversations?: number }).conversations,
        );
        assert.equal(await conversations.jsonValue(), COUNT);
        assert.equal(asked.includes(`${own.url}worker.js`), kit === own);
        const workers = await page.evaluate(() => (globalThis as unknown as { workers: Workers }).workers);
        assert.deepEqual(workers, kit === own ? { started: 1, terminated: 1 } : { started: 0, terminated: 0 });
      }
    } finally {
      await Promise.all([browser.close(), own.close(), other.close()]);
    }
  });
});

/** Runs in the page: keeps how many conversations a provider says it has loaded from a file. */
function loadInPage(kit: string, text: string): void {
  const load = async (): Promise<void> => {
    const { fileAdapter } = (await import(kit)) as { fileAdapter(file: File): unknown };
    const provider = document.createElement('agent-performance');
    provider.addEventListener('performance-load', (event) => {
      const { conversations } = (event as CustomEvent<{ conversations: number }>).detail;
      Object.assign(globalThis, { conversations });
    });
    Object.assign(provider, { adapter: fileAdapter(new File([text], 'records.ndjson')) });
    provider.append(document.createElement('impact-this-week'));
    document.documentElement.append(provider);
  };
  void load();
}
