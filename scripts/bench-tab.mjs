import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import puppeteer from 'puppeteer-core';
import { findChromium } from './find-chromium.mjs';
import { projectFolder } from './test-files.mjs';

/** Measures the whole tab beside the same charts in plain Lit and Chart.js; writes docs/benchmark-tab.md. */
const ROWS = Number(process.argv[2] ?? 200_000);
const RUNS = Number(process.argv[3] ?? 5);
/** A report that is seen when the page opens, and one far below. */
const NEAR = 'resolution-rate-card';
const FAR = 'customer-agent-handoff';
const PAGES = ['kit', 'rival'];
const out = join(projectFolder, 'build/bench-tab');

await build({
  entryPoints: PAGES.map((page) => join(projectFolder, `test/bench/tab/${page}.ts`)),
  outdir: out,
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  tsconfig: join(projectFolder, 'tsconfig.json'),
});
const html = (page) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><style>body{margin:0;padding:24px;font-family:sans-serif}main{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:16px}</style><body><script type="module" src="/${page}.js"></script>`;
const server = createServer(async (request, response) => {
  const path = new URL(request.url, 'http://localhost').pathname.slice(1);
  if (PAGES.includes(path)) return response.setHeader('content-type', 'text/html').end(html(path));
  try {
    response.setHeader('content-type', 'text/javascript').end(await readFile(join(out, path)));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const base = `http://127.0.0.1:${server.address().port}`;
const browser = await puppeteer.launch(await findChromium());
const version = await browser.version();
const runs = { kit: [], rival: [] };
try {
  for (let run = 0; run < RUNS; run += 1)
    for (const page of PAGES) {
      const measured = await measure(page);
      runs[page].push(measured);
      console.log(page, JSON.stringify(measured));
    }
} finally {
  await browser.close();
  server.close();
}
const text = describe();
console.log(text);
if (ROWS === 200_000 && RUNS >= 5) await writeFile(join(projectFolder, 'docs/benchmark-tab.md'), text);

async function measure(name) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900 });
  page.on('pageerror', (error) => console.error(String(error)));
  await page.evaluateOnNewDocument(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => {
      for (const { value } of list.getEntries()) globalThis.shift += value;
    }).observe({ type: 'layout-shift' });
  });
  await page.goto(`${base}/${name}`);
  await page.waitForFunction('globalThis.tabBench !== undefined');
  const rows = await page.evaluate((amount) => tabBench.load(amount), ROWS);
  if (rows !== ROWS) throw new Error(`${name} holds ${rows} conversations instead of ${ROWS}.`);
  await rest(1_000);
  const appearing = tasksIn(
    await traceOf(page, async () => {
      await page.evaluate(() => void setTimeout(() => tabBench.show()));
      await page.waitForFunction(`/[1-9]/.test(tabBench.figure('${FAR}'))`, { timeout: 120_000, polling: 200 });
      await rest(2_500);
    }),
  );
  const shift = await page.evaluate(() => globalThis.shift);
  let changed;
  const trace = await traceOf(page, async () => {
    changed = await page.evaluate(
      (near, far) =>
        new Promise((resolve) => {
          setTimeout(() => {
            const before = [near, far].map(tabBench.figure);
            const start = performance.now();
            performance.mark('filter');
            const seen = { near: null, far: null, first: null };
            let frames = 0;
            tabBench.filter(26);
            const look = () => {
              frames += 1;
              const ms = performance.now() - start;
              if (tabBench.figure(near) !== before[0]) seen.near ??= { frames, ms };
              if (tabBench.figure(far) !== before[1]) seen.far ??= { frames, ms };
              if (drawnAt > start) seen.first ??= drawnAt - start;
              if (seen.near && seen.far && seen.first !== null) {
                // Charts that follow one after another are waited for, animation is not.
                setTimeout(() => resolve({ ...seen, last: drawnAt - start }), 150);
              } else if (frames < 300) requestAnimationFrame(look);
              else resolve({ ...seen, last: null });
            };
            requestAnimationFrame(look);
          });
        }),
      NEAR,
      FAR,
    );
    await rest(1_500);
  });
  await page.close();
  // Animated charts draw until the end of the time given: their first picture counts.
  const chartsMs = name === 'rival' ? changed.first : changed.last;
  return {
    appearing,
    filtering: tasksIn(trace),
    chartsOnProcessor: chartsMs === null ? null : tasksIn(trace, chartsMs).busyOnProcessor,
    shift,
    nearMs: changed.near?.ms ?? null,
    nearFrames: changed.near?.frames ?? null,
    farMs: changed.far?.ms ?? null,
    chartsMs,
  };
}

/** What the browser writes down in the meantime. */
async function traceOf(page, run) {
  const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
  await page.tracing.start({ categories });
  await run();
  return JSON.parse(Buffer.from(await page.tracing.stop()).toString()).traceEvents;
}

/**
 * The longest task of the page's main thread, ms, and all of them together; `onProcessor` without the time in which other
 * programs had the processor.
 * @param afterFilter only tasks from the change of the filter until so many ms after it; absent: all
 */
function tasksIn(events, afterFilter) {
  const main = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const filter = events.find(({ name, cat }) => name === 'filter' && cat.includes('user_timing'));
  const [from, to] = afterFilter === undefined ? [-Infinity, Infinity] : [filter.ts, filter.ts + afterFilter * 1000];
  const byThread = main.map(({ pid, tid }) =>
    events
      .filter((event) => event.pid === pid && event.tid === tid && event.name === 'RunTask' && event.dur > 0)
      .filter(({ ts, dur }) => ts + dur > from && ts < to)
      .map(({ dur, tdur = dur }) => ({ wall: dur / 1000, processor: tdur / 1000 })),
  );
  // Several renderers may be alive; the one that worked is the page's.
  const wall = (all) => all.map((task) => task.wall);
  const tasks = byThread.toSorted((a, b) => sum(wall(b)) - sum(wall(a)))[0] ?? [];
  const processor = tasks.map((task) => task.processor);
  return {
    longest: Math.max(0, ...wall(tasks)),
    onProcessor: Math.max(0, ...processor),
    busy: sum(wall(tasks)),
    busyOnProcessor: sum(processor),
  };
}

function sum(values) {
  return values.reduce((total, value) => total + value, 0);
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function rest(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function describe() {
  const of = (page, pick) => median(runs[page].map(pick));
  const ms = (value) => (value === null ? '—' : `${value.toFixed(1)} ms`);
  const both = (label, pick) => `| ${label} | ${ms(of('kit', pick))} | ${ms(of('rival', pick))} |`;
  const bar = (label, value, limit, unit) =>
    `| ${label} | ${value === null ? '—' : value.toFixed(2)} ${unit} | ${Number(limit.toFixed(2))} ${unit} | ${value !== null && value <= limit ? 'reached' : '**missed**'} |`;
  const ratio = (pick) => of('kit', pick) / of('rival', pick);
  const appearing = ({ appearing: { longest } }) => longest;
  const onProcessor = ({ appearing: { onProcessor: ms } }) => ms;
  const charts = ({ chartsMs }) => chartsMs;
  const chartsWork = ({ chartsOnProcessor }) => chartsOnProcessor;
  return `# What the whole tab costs

Made by \`npm run bench:tab\` on ${new Date().toISOString().slice(0, 10)}: ${version}, ${cpus()[0].model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB.
The whole Performance tab stands on a page of 1440 by 900 px, its cards waiting; then ${ROWS.toLocaleString('en')} conversations come in as objects, are
judged on the page in slices, and the cards show them; later it is asked for 26 weeks instead of 12. Beside it stand the same
fourteen reports in plain Lit and Chart.js with its defaults. They ask the same store, which has judged everything before the
measuring begins, so that of them only the showing is timed. Medians of ${RUNS} runs, in turns; tasks are those of the main thread as the browser's trace tells them.
The machine's load average was ${loadavg()[0].toFixed(1)} at the end: above ${cpus().length}, other programs stretch what is measured by the clock, and _on the processor_ leaves that out.

| bar | measured | at most | |
| --- | ---: | ---: | --- |
${bar('Longest task while the data comes and the cards appear', of('kit', appearing), 100, 'ms')}
${bar('The same, on the processor', of('kit', onProcessor), 100, 'ms')}
${bar('The longest task as a share of the plain page’s', ratio(appearing), 0.25, '×')}
${bar('The same, on the processor', ratio(onProcessor), 0.25, '×')}
${bar(
  'Filter: frames until the figures on the screen are new',
  of('kit', ({ nearFrames }) => nearFrames),
  1,
  '',
)}
${bar('Filter: until all visible charts are new', of('kit', charts), 100, 'ms')}
${bar('The same, as a share of the plain page’s first picture', ratio(charts), 1 / 3, '×')}
${bar('The same, on the processor', ratio(chartsWork), 1 / 3, '×')}
${bar(
  'All that a filter change takes, on the processor, as a share of the plain page’s',
  ratio(({ filtering }) => filtering.busyOnProcessor),
  1 / 3,
  '×',
)}
${bar('Layout shift', Math.max(...runs.kit.map(({ shift }) => shift)), 0, '')}

| | deskglass | plain Lit and Chart.js |
| --- | ---: | ---: |
${both('Longest task while the data comes and the cards appear', appearing)}
${both('The same, on the processor', onProcessor)}
${both('Main thread busy meanwhile', (run) => run.appearing.busy)}
${both('The same, on the processor', (run) => run.appearing.busyOnProcessor)}
${both('Longest task of a filter change', (run) => run.filtering.longest)}
${both('Main thread busy meanwhile', (run) => run.filtering.busy)}
${both('The same, on the processor', (run) => run.filtering.busyOnProcessor)}
${both('Filter: until the figures on the screen are new', (run) => run.nearMs)}
${both('Filter: until the last figure below is new', (run) => run.farMs)}
${both('Filter: until the visible charts are new (plain page: their first picture, before it animates)', charts)}
${both('The same, on the processor', chartsWork)}
`;
}
