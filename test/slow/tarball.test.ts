import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { build as buildWithVite } from 'vite';
import { openBrowser, openPage, type TestBrowser } from '../support/browser.js';
import { projectFolder } from '../support/import-lines.js';
import { packedHost } from '../support/packed-host.js';
import { serveFolder } from '../support/static-server.js';
import type { StaticServer } from '../support/static-server.js';

const run = promisify(execFile);

const kitMarkup = `
  <agent-performance demo time-zone="Europe/Berlin" week-start="monday">
    <resolution-rate-chart></resolution-rate-chart>
  </agent-performance>`;

function hostPage(script: string, markup = kitMarkup): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title></head>
    <body>${markup}<script type="module" src="${script}"></script></body></html>`;
}

/** True once the chart's canvas shows more than its background: several colours, on many pixels. */
function hasDrawnChart(): boolean {
  const canvas = document.querySelector('resolution-rate-chart')?.shadowRoot?.querySelector('canvas');
  const context = canvas?.getContext('2d');
  if (!canvas || !context || canvas.width === 0 || canvas.height === 0) return false;
  const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
  const painted = pixels.filter((pixel) => pixel !== pixels[0]);
  return painted.length > 500 && new Set(painted).size > 3;
}

describe('the packed tarball, installed into an empty folder', () => {
  let host = '';
  let browser: TestBrowser;
  let server: StaticServer;

  before(async () => {
    host = await packedHost();
    browser = await openBrowser();
    server = await serveFolder(host);
  });

  after(async () => {
    await browser?.close();
    await server?.close();
    await rm(host, { recursive: true, force: true });
  });

  async function drawsChart(path: string): Promise<void> {
    const { page, errors } = await openPage(browser);
    await page.goto(`${server.url}${path}`);
    await page.waitForFunction(hasDrawnChart, { timeout: 30_000 }).catch((error: unknown) => {
      throw new Error(`No chart was drawn. On the console: ${errors.join('\n') || 'nothing'}`, { cause: error });
    });
    assert.deepEqual(errors, []);
    await page.close();
  }

  it('draws a chart from define.js in a page that Vite built', async () => {
    const root = join(host, 'all');
    await mkdir(root);
    await writeFile(join(root, 'index.html'), hostPage('./main.js'));
    await writeFile(join(root, 'main.js'), `import 'deskglass/define.js';`);
    await buildWithVite({ root, base: './', configFile: false, logLevel: 'silent', build: { outDir: 'built' } });
    await drawsChart('all/built/index.html');
  });

  it('draws a chart from define/<tag>.js and an adapter of its own in a page that Rollup built', async () => {
    const root = join(host, 'single');
    await mkdir(root);
    const markup = kitMarkup.replace(' demo', '');
    await writeFile(join(root, 'index.html'), hostPage('./built.js', markup));
    await writeFile(
      join(root, 'main.js'),
      `import { demoAdapter } from 'deskglass/adapters/demo.js';
       import 'deskglass/define/agent-performance.js';
       import 'deskglass/define/resolution-rate-chart.js';
       document.querySelector('agent-performance').adapter = demoAdapter({ seed: 7 });`,
    );
    const plugins = [nodeResolve({ browser: true, exportConditions: ['production'] })];
    const bundle = await rollup({ input: join(root, 'main.js'), plugins, onwarn() {} });
    const { output } = await bundle.write({ file: join(root, 'built.js'), format: 'es', inlineDynamicImports: true });
    await bundle.close();
    await drawsChart('single/index.html');
    assert.doesNotMatch(output[0].code, /knowledge-gaps-table/, 'a host that shows one chart ships one');
  });

  it('draws a chart from the browser file without any bundler', async () => {
    await writeFile(join(host, 'plain.html'), hostPage('/node_modules/deskglass/dist/deskglass.min.js'));
    await drawsChart('plain.html');
  });

  it('answers a report from the core in Node', async () => {
    await writeFile(
      join(host, 'report.mjs'),
      `import { createStore, runReport } from 'deskglass/core';
       import { generateConversations } from 'deskglass/testing';
       const now = Date.UTC(2027, 0, 1);
       const from = Date.UTC(2026, 0, 1);
       const store = createStore({ now });
       const { accepted } = store.upsert([...generateConversations({ seed: 1, from, to: now, perWeek: 100 })]);
       const range = { from, to: now, grain: 'week', timeZone: 'Europe/Berlin', weekStart: 1 };
       const { buckets, series } = runReport(store, 'resolution-rate-chart', range);
       const values = series.flatMap(({ figures }) => figures.map(({ value }) => value)).filter((value) => value !== null);
       console.log(JSON.stringify({ accepted, buckets: buckets.length, values: values.length }));`,
    );
    const { stdout } = await run(process.execPath, ['report.mjs'], { cwd: host });
    const answer = JSON.parse(stdout) as { accepted: number; buckets: number; values: number };
    assert.ok(answer.accepted > 50 && answer.buckets > 50 && answer.values > 0, stdout);
  });

  for (const [module, moduleResolution] of [
    ['esnext', 'bundler'],
    ['nodenext', 'nodenext'],
  ] as const) {
    it(`gives every entry types under the module resolution ${moduleResolution}`, async () => {
      const root = join(host, `types-${moduleResolution}`);
      await mkdir(root);
      await writeFile(
        join(root, 'host.ts'),
        `import * as kit from 'deskglass';
         import { createStore } from 'deskglass/core';
         import { demoAdapter } from 'deskglass/adapters/demo.js';
         import { fileAdapter } from 'deskglass/adapters/file.js';
         import { memoryAdapter } from 'deskglass/adapters/memory.js';
         import { generateConversations } from 'deskglass/testing';
         import 'deskglass/define.js';
         import 'deskglass/define/resolution-rate-chart.js';
         const store = createStore({ now: 0 });
         store.upsert([...generateConversations({ seed: 1, from: 0, to: 1 })]);
         const provider = document.querySelector('agent-performance');
         if (provider) provider.adapter = memoryAdapter([]);
         export const all = [kit, demoAdapter({ seed: 1 }), fileAdapter('/records.ndjson')];`,
      );
      const options = {
        strict: true,
        noEmit: true,
        target: 'es2022',
        module,
        moduleResolution,
        types: [],
        lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
      };
      await writeFile(join(root, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['host.ts'] }));
      const compiler = join(projectFolder, 'node_modules/typescript/bin/tsc');
      await run(process.execPath, [compiler, '-p', root]).catch(({ stdout }: { stdout: string }) =>
        assert.fail(stdout),
      );
    });
  }
});
