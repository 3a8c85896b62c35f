import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import puppeteer from 'puppeteer-core';
import { build } from 'rolldown';
import { findChromium } from './find-chromium.mjs';
import { projectFolder } from './test-files.mjs';

const options = readOptions();
const benchFolder = join(projectFolder, 'test/bench');
const outFolder = join(projectFolder, 'build/bench');
const duckDbFolder = join(benchFolder, 'node_modules/@duckdb/duckdb-wasm/dist');

const PLATFORMS = ['chromium', 'node'];
const ROWS = 1_000_000;

await checkOptions();
install();
const reports = [];
if (options.platform !== 'node') reports.push(await inChromium());
if (options.platform !== 'chromium') reports.push(await inNode());
const text = await describe(reports);
console.log(text);
const isWhole = options.only === undefined && options.platform === undefined && Number(options.rows) === ROWS;
if (isWhole) {
  await mkdir(join(projectFolder, 'docs'), { recursive: true });
  await writeFile(join(projectFolder, 'docs/benchmarks.md'), text);
}
if (options.check) judge(reports);

function readOptions() {
  try {
    return parseArgs({
      options: {
        check: { type: 'boolean', default: false },
        only: { type: 'string' },
        rows: { type: 'string', default: '1000000' },
        platform: { type: 'string' },
      },
    }).values;
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}

/** Ends the run where an option has a value that would run nothing, or something else than was meant. */
async function checkOptions() {
  const files = await readdir(join(benchFolder, 'scenarios'));
  const scenarios = files.map((file) => file.replace('.ts', '')).sort();
  const refuse = (name, expected) => {
    console.error(`--${name}: expected ${expected}, got ${JSON.stringify(options[name])}.`);
    process.exit(2);
  };
  if (options.only !== undefined && !scenarios.includes(options.only)) refuse('only', scenarios.join(', '));
  if (options.platform !== undefined && !PLATFORMS.includes(options.platform))
    refuse('platform', PLATFORMS.join(' or '));
  if (!/^[1-9]\d*$/.test(options.rows)) refuse('rows', 'a whole number of conversations');
  if (options.check && options.platform === 'node') refuse('platform', 'chromium with --check, which the bars are of');
}

/** Says which bars are missed, by name. Machines differ; the bars are those of a browser. */
function judge(found) {
  for (const { platform, isJudged, checks } of found) {
    const missed = checks.filter((check) => !isReached(check));
    const verdict = isJudged ? 'judged' : 'shown, not judged: the bars are those of Chromium';
    console.error(`${platform} (${verdict}): ${checks.length - missed.length} of ${checks.length} bars reached.`);
    for (const { scenario, what, measured, bar, unit } of missed)
      console.error(`  missed: ${scenario}: ${what}: ${amount(measured, unit)}, bar ${amount(bar, unit)}`);
    if (isJudged && missed.length > 0) process.exitCode = 1;
  }
}

/** The engines it is compared with are no part of the project's own install. They are installed anew when their lock is another one. */
function install() {
  const lock = readFileSync(join(benchFolder, 'package-lock.json'), 'utf8');
  const installed = join(benchFolder, 'node_modules/.installed-lock.json');
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return;
  const { status } = spawnSync('npm', ['ci'], { cwd: benchFolder, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  writeFileSync(installed, lock);
}

async function bundle(entry, platform) {
  // As the package is bundled: what is constant in a module stays constant, where esbuild would make variables of it.
  await build({
    input: join(benchFolder, entry),
    platform,
    tsconfig: join(projectFolder, 'tsconfig.json'),
    output: { file: join(outFolder, entry.replace('.ts', '.mjs')), format: 'esm' },
    logLevel: 'warn',
  });
}

async function inNode() {
  await bundle('node.ts', 'node');
  // Where the bench's packages are found from.
  const script = join(benchFolder, 'node_modules/.bench.mjs');
  await writeFile(script, await readFile(join(outFolder, 'node.mjs')));
  const only = options.only === undefined ? [] : ['--only', options.only];
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--max-old-space-size=8000', script, '--rows', options.rows, ...only],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 2 ** 26,
    },
  );
  if (status !== 0) process.exit(status ?? 1);
  return { platform: `Node ${process.versions.node}`, isJudged: false, ...JSON.parse(String(stdout)) };
}

async function inChromium() {
  await bundle('browser.ts', 'browser');
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    // Only pages that are isolated have a clock of microseconds.
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    response.setHeader('cross-origin-resource-policy', 'same-origin');
    if (path === '/') {
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><title>bench</title><script type="module" src="/bench.mjs"></script>');
      return;
    }
    const file = path.startsWith('/duckdb/') ? join(duckDbFolder, path.slice(8)) : join(outFolder, 'browser.mjs');
    response.setHeader('content-type', path.endsWith('.wasm') ? 'application/wasm' : 'text/javascript');
    response.end(await readFile(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const browser = await puppeteer.launch({ ...(await findChromium()), protocolTimeout: 3_600_000 });
  try {
    const page = await browser.newPage();
    page.on('console', (message) => console.error(message.text()));
    page.on('pageerror', (error) => console.error(String(error)));
    await page.goto(`http://127.0.0.1:${server.address().port}/`);
    await page.waitForFunction(() => 'bench' in globalThis);
    const report = await page.evaluate(
      (rows, only) => globalThis.bench(rows, only),
      Number(options.rows),
      options.only,
    );
    return { platform: (await browser.version()).replace('Headless', ''), isJudged: true, ...report };
  } finally {
    await browser.close();
    server.close();
  }
}

function isReached({ measured, bar, better }) {
  return better === 'more' ? measured >= bar : measured <= bar;
}

async function describe(found) {
  const { dependencies } = JSON.parse(await readFile(join(benchFolder, 'package.json'), 'utf8'));
  const libraries = Object.entries(dependencies).map((entry) => entry.join(' '));
  const [cpu] = cpus();
  const machine = `${cpu.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB`;
  return [
    '# What the metric core costs',
    '',
    `Made by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${machine}; ${libraries.join(', ')}.`,
    `${Number(options.rows).toLocaleString('en')} conversations unless a line says another number. Every engine gave the same figures before anything was timed, and in every run.`,
    'Medians of one run; machines are noisy, so ratios are what is held. How it is compared: `test/bench/README.md`.',
    ...found.flatMap(({ platform, isJudged, lines, checks }) => [
      '',
      `## ${platform}`,
      '',
      ...(isJudged
        ? []
        : ['Shown for comparison: the bars are those of Chromium, and nothing is judged by them here.', '']),
      '| bar | measured | at least / most | |',
      '| --- | ---: | ---: | --- |',
      ...checks.map(
        (check) =>
          `| ${check.scenario}: ${check.what} | ${amount(check.measured, check.unit)} | ${amount(check.bar, check.unit)} | ${isReached(check) ? 'reached' : '**missed**'} |`,
      ),
      '',
      '| scenario | engine | median | min … max |',
      '| --- | --- | ---: | --- |',
      ...lines.map(({ scenario, engine, timing, value }) =>
        timing === undefined
          ? `| ${scenario} | ${engine} | ${value} | |`
          : `| ${scenario} | ${engine} | ${ms(timing.median)} | ${ms(timing.min)} … ${ms(timing.max)} (${timing.runs}) |`,
      ),
    ]),
    '',
  ].join('\n');
}

function amount(number, unit) {
  if (unit === 'share') return `${(100 * number).toFixed(2)} %`;
  if (unit === '×') return `${number < 10 ? number.toFixed(1) : Math.round(number)} ×`;
  return `${number < 10 ? number.toFixed(2) : number.toFixed(1)} ${unit}`;
}

function ms(number) {
  return number < 10 ? `${number.toFixed(3)} ms` : `${number.toFixed(1)} ms`;
}
