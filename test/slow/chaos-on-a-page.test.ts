import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { build } from 'esbuild';
import type { PageRun } from '../components/agent-performance/chaos/page-through-chaos.js';
import { faults } from '../src/feed/chaos/chaotic-server.js';
import { openBrowser, openPage } from '../support/browser.js';
import { projectFolder } from '../support/import-lines.js';
import { serveFolder } from '../support/static-server.js';

const RUNS = 500;
const FIRST_SEED = 2_001;
/** A new page now and then, as somebody has who comes back. */
const RUNS_A_PAGE = 25;
const PAGES_AT_ONCE = 2;

const script = `
  import { pageThroughChaos } from './test/components/agent-performance/chaos/page-through-chaos.js';
  globalThis.live = pageThroughChaos;`;

/** Goes through these seeds on one page. */
async function onePage(url: string, seeds: readonly number[]): Promise<readonly PageRun[]> {
  const browser = await openBrowser();
  try {
    const { page, errors } = await openPage(browser);
    await page.goto(url);
    const runs: PageRun[] = [];
    for (const seed of seeds) {
      runs.push((await page.evaluate(`live(${seed}, ${seed % 4 === 0})`)) as PageRun);
    }
    assert.deepEqual(errors, []);
    return runs;
  } finally {
    await browser.close();
  }
}

describe('a page over a server in trouble, 500 times', () => {
  it('shows in the end in each card what its records come to, asks no storm and leaves nothing behind', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'deskglass-chaos-'));
    const server = await serveFolder(folder);
    try {
      await build({
        stdin: { contents: script, resolveDir: projectFolder },
        outfile: join(folder, 'page.js'),
        bundle: true,
        format: 'esm',
        target: 'es2022',
        ignoreAnnotations: true,
        logLevel: 'warning',
      });
      await writeFile(
        join(folder, 'index.html'),
        '<!doctype html><html lang="en"><title>Chaos</title><script type="module" src="page.js"></script></html>',
      );
      const batches = Array.from({ length: RUNS / RUNS_A_PAGE }, (_, batch) =>
        Array.from({ length: RUNS_A_PAGE }, (__, index) => FIRST_SEED + batch * RUNS_A_PAGE + index),
      );
      const runs: PageRun[] = [];
      const work = async (): Promise<void> => {
        for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
          runs.push(...(await onePage(`${server.url}index.html`, batch)));
        }
      };
      await Promise.all(Array.from({ length: PAGES_AT_ONCE }, work));
      report(runs);
      assert.equal(runs.length, RUNS);
      assert.deepEqual([...new Set(runs.flatMap((run) => run.faults))].toSorted(), [...faults].toSorted());
    } finally {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    }
  });
});

function report(runs: readonly PageRun[]): void {
  const sum = (of: (run: PageRun) => number): number => runs.reduce((total, run) => total + of(run), 0);
  console.log(
    `${runs.length} runs, ${sum((run) => run.faults.length)} faults, ${sum((run) => run.requests)} requests, ` +
      `at most ${Math.max(...runs.map((run) => run.requests))} in one run and ` +
      `${Math.max(...runs.map((run) => run.mostInTenSeconds))} for one thing in ten seconds; ` +
      `${sum((run) => run.cards)} cards counted again, Try again pressed ${sum((run) => run.presses)} times.`,
  );
}
