import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startDemo, type RunningDemo } from '../../scripts/start.mjs';

const script = fileURLToPath(new URL('../../scripts/start.mjs', import.meta.url));

/** Runs the command as a person does, and hands back what it printed. */
function start(...parameters: string[]): Promise<{ code: number; output: string; complaint: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...parameters], { timeout: 60_000 }, (error, output, complaint) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output, complaint });
    });
  });
}

function statusFor(url: string, host: string, path?: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { host }, ...(path && { path }) }, (response) => resolve(response.resume().statusCode)).on(
      'error',
      reject,
    );
  });
}

describe('npm start', () => {
  it('explains itself with --help', async () => {
    const { code, output } = await start('--help');
    assert.equal(code, 0);
    assert.match(output, /npm start -- path\/to\/records\.ndjson/);
    assert.match(output, /npm start -- --server/);
  });

  it('says in a sentence what is wrong with a file or a port, and fails', async () => {
    const cases: readonly (readonly [string[], RegExp])[] = [
      [['missing.ndjson'], /There is no file "missing\.ndjson"/],
      [[fileURLToPath(new URL('.', import.meta.url))], /is not a file/],
      [[script], /must end in \.ndjson, \.jsonl or \.json, or in \.gz/],
      [['--port', 'many'], /--port must be a whole number from 0 to 65535, got "many"/],
      [['one.ndjson', 'two.ndjson'], /One file at a time/],
      [['--server', 'one.ndjson'], /--server serves the demo data\. Leave the file out/],
    ];
    const answers = await Promise.all(cases.map(([parameters]) => start(...parameters)));
    for (const [index, { code, complaint }] of answers.entries()) {
      assert.equal(code, 1);
      assert.match(complaint, cases[index]![1]);
      assert.doesNotMatch(complaint, /\n\s+at /);
    }
  });
});

describe('the served help desk', () => {
  const lines = '{"id":"c-1"}\n{"id":"c-2"}\n';
  let folder: string;
  let demo: RunningDemo;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskglass-'));
    await writeFile(join(folder, 'some records.ndjson'), lines);
    demo = await startDemo({ port: 0, file: join(folder, 'some records.ndjson') });
  });

  after(async () => {
    await demo.close();
    await rm(folder, { recursive: true });
  });

  it('answers under a policy that allows scripts of its own origin alone', async () => {
    const { headers } = await fetch(demo.url);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /^default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self';/);
    assert.match(policy, /require-trusted-types-for 'script'; trusted-types lit-html deskglass 'allow-duplicates'$/);
    assert.doesNotMatch(policy, /unsafe|\*/);
  });

  it('hands the records over as they lie on the disk', async () => {
    const response = await fetch(new URL('/records', demo.url));
    assert.equal(response.headers.get('content-type'), 'application/octet-stream');
    assert.equal(response.headers.get('content-encoding'), null);
    assert.equal(response.headers.get('content-length'), String(lines.length));
    assert.equal(await response.text(), lines);
  });

  it('shows the records at the bare address too, and keeps what else the address says', async () => {
    const response = await fetch(new URL('/?theme=dark', demo.url), { redirect: 'manual' });
    assert.equal(response.status, 302);
    assert.equal(response.headers.get('location'), '/?theme=dark&src=/records&file=some+records.ndjson');
    assert.equal(new URL(demo.url).searchParams.get('src'), '/records');
    assert.equal((await fetch(new URL('/?src=demo', demo.url), { redirect: 'manual' })).status, 200);
  });

  it('knows no path but its own, and no other way to ask', async () => {
    assert.equal((await fetch(new URL('/../package.json', demo.url))).status, 404);
    assert.equal((await fetch(new URL('/%2e%2e/package.json', demo.url))).status, 404);
    assert.equal((await fetch(new URL('/records', demo.url), { method: 'POST' })).status, 405);
    assert.equal(await statusFor(demo.url, 'localhost', '//'), 400);
  });

  it('refuses a site whose name was pointed at this machine', async () => {
    const { port } = new URL(demo.url);
    assert.equal(await statusFor(demo.url, `evil.example:${port}`), 403);
    assert.equal(await statusFor(demo.url, `localhost:${port}`), 200);
  });

  it('says that a port is taken', async () => {
    const { port } = new URL(demo.url);
    await assert.rejects(startDemo({ port: Number(port) }), { message: /^Port \d+ is taken\. Name another/ });
  });
});
