import { spawn } from 'node:child_process';
import { projectFolder } from './test-files.mjs';

const tool = (path, ...parameters) => [`node_modules/${path}`, ...parameters];
const stageLimitMs = 10 * 60_000;
/** A thousand whole tabs alone take minutes. */
const slowLimitMs = 30 * 60_000;
const withSlow = process.argv.includes('--all');

const counts = { passed: 0, failed: 0, skipped: 0 };
const failedStages = [];
const running = new Set();

/** Runs one stage to its end, shows what it printed with one closing line, and says whether it went well. */
function stage(name, parameters, { isTest = false, limitMs = stageLimitMs } = {}) {
  const startedAt = performance.now();
  const child = spawn(process.execPath, parameters, {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that a stage which hangs goes with all it started.
    detached: process.platform !== 'win32',
  });
  running.add(child);
  let output = '';
  child.stdout.on('data', (bytes) => (output += bytes));
  child.stderr.on('data', (bytes) => (output += bytes));
  const limit = setTimeout(() => {
    output += `\nStopped after ${limitMs / 60_000} minutes.\n`;
    stop(child);
  }, limitMs);

  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(limit);
      running.delete(child);
      const succeeded = code === 0;
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
      const summary = isTest ? `, ${addCounts(output, succeeded)}` : '';
      if (!succeeded || isTest) console.log(output.trimEnd());
      if (!succeeded) failedStages.push(name);
      console.log(`${succeeded ? '✓' : '✗'} ${name}: ${succeeded ? 'done' : 'failed'} in ${seconds} s${summary}\n`);
      resolve(succeeded);
    });
  });
}

function addCounts(output, succeeded) {
  const [last] = [...output.matchAll(/^(\d+) passed, (\d+) failed, (\d+) skipped$/gm)].slice(-1);
  const [passed, reported, skipped] = last ? last.slice(1).map(Number) : [0, 0, 0];
  // A run that broke before it could count is not a run without failures.
  const failed = succeeded ? reported : Math.max(1, reported);
  counts.passed += passed;
  counts.failed += failed;
  counts.skipped += skipped;
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function stop(child) {
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself in the meantime.
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of running) stop(child);
    process.exit(1);
  });
}

async function checks() {
  await stage('lint', tool('oxlint/bin/oxlint', '--deny-warnings', '.'));
  await stage('types', ['scripts/types.mjs']);
}

async function build() {
  const built = await stage('build', ['scripts/build.mjs']);
  if (built) await stage('publint', tool('publint/src/cli.js', '--strict'));
}

/** What needs the built files, one after the other. */
async function ofTheBuilt() {
  await stage('package tests', ['scripts/test-node.mjs', 'package'], { isTest: true });
  await stage('demo tests', ['scripts/test-node.mjs', 'demo'], { isTest: true });
}

async function ofTheSources() {
  await stage('node tests', ['scripts/test-node.mjs', 'unit'], { isTest: true });
  await stage('browser tests', tool('@web/test-runner/dist/bin.js'), { isTest: true });
}

// Two lanes, since most of the time one of them waits.
await Promise.all([checks().then(build).then(ofTheBuilt), ofTheSources()]);
if (withSlow) await stage('slow tests', ['scripts/test-node.mjs', 'slow'], { isTest: true, limitMs: slowLimitMs });

if (failedStages.length > 0) {
  console.log(`Failed: ${failedStages.join(', ')}\n`);
  process.exitCode = 1;
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
