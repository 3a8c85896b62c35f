import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { adapterChecks } from '../../src/testing/adapter-suite.js';
import { openBrowser, openPage } from '../support/browser.js';
import { packedHost } from '../support/packed-host.js';
import { serveFolder } from '../support/static-server.js';

/** What a host writes: one test a check. `adapter.js` is its adapter, which an environment variable breaks. */
const spec = `
import { adapterChecks } from 'deskglass/testing';
import { adapter, options } from './adapter.js';
describe('my adapter', () => {
  for (const check of adapterChecks(adapter, options)) it(check.title, check.run);
});
`;

const adapterText = `
import { memoryAdapter } from 'deskglass/adapters/memory.js';
import { generateConversations } from 'deskglass/testing';
const now = Date.UTC(2026, 2, 2);
const records = [...generateConversations({ seed: 3, from: now - 7 * 86_400_000, to: now, perWeek: 60 })];
const questions = [1, 2, 3].map((number) => ({
  id: 'q' + number, text: 'Why?', askedAt: now - number * 3_600_000, conversationId: records[number].id, status: 'open',
}));
const good = memoryAdapter(records, { topics: [{ id: 't', title: 'Refunds', questions }] }, { asOf: now });
const bad = { ...good, conversationsById: async () => records.slice(0, 2) };
export const adapter = globalThis.process?.env.BROKEN ? bad : good;
export const options = { writes: true, now, quietMs: 5 };
`;

const runners = {
  'node:test': { imports: 'node:test', command: ['--test', '--test-reporter=spec'], file: 'node.test.mjs' },
  vitest: { imports: 'vitest', command: ['node_modules/vitest/vitest.mjs', 'run'], file: 'vitest.test.mjs' },
  mocha: { imports: null, command: ['node_modules/mocha/bin/mocha.js'], file: 'mocha.test.mjs' },
} as const;

describe('the suite for adapters, out of the packed tarball', () => {
  const checks = adapterChecks({ contract: 1 });
  let host = '';

  before(async () => {
    host = await packedHost('vitest@3', 'mocha@12');
    await writeFile(join(host, 'adapter.js'), adapterText);
    for (const { imports, file } of Object.values(runners)) {
      const line = imports === null ? '' : `import { describe, it } from '${imports}';`;
      await writeFile(join(host, file), `${line}${spec}`);
    }
  });

  after(() => rm(host, { recursive: true, force: true }));

  /** What a runner said, and whether it was content. */
  function runWith(name: keyof typeof runners, environment: NodeJS.ProcessEnv = {}) {
    const { command, file } = runners[name];
    // The runner that runs this test must not take the other for one of its own files.
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const options = { cwd: host, env: { ...env, NO_COLOR: '1', ...environment } };
    return new Promise<{ readonly text: string; readonly isWell: boolean }>((resolve) => {
      execFile(process.execPath, [...command, file], options, (error, stdout, stderr) =>
        resolve({ text: `${stdout}\n${stderr}`, isWell: error === null }),
      );
    });
  }

  for (const name of ['node:test', 'vitest', 'mocha'] as const) {
    it(`passes a good adapter check by check under ${name}, and says of a broken one what is wrong`, async () => {
      const { text, isWell } = await runWith(name);
      assert.ok(isWell, text);
      const passed = { 'node:test': /^ℹ pass (\d+)$/m, vitest: /Tests\s+(\d+) passed/, mocha: /(\d+) passing/ }[name];
      assert.equal(Number(passed.exec(text)?.[1]), checks.length, text);
      const broken = await runWith(name, { BROKEN: '1' });
      assert.equal(broken.isWell, false);
      assert.ok(broken.text.includes('conversationsById() finds conversations by their ids'), broken.text);
      assert.match(broken.text, /conversationsById\(\) was aborted before it began and answered\. Begin with/);
    });
  }

  it('writes its report in a browser, from the files of the package', async () => {
    const [server, browser] = [await serveFolder(host), await openBrowser()];
    try {
      const imports = {
        'deskglass/': '/node_modules/deskglass/dist/',
        'deskglass/testing': '/node_modules/deskglass/dist/testing.js',
      };
      await writeFile(
        join(host, 'index.html'),
        `<!doctype html><html lang="en"><title>Host</title><script type="importmap">${JSON.stringify({ imports })}</script></html>`,
      );
      const { page, errors } = await openPage(browser);
      await page.goto(`${server.url}index.html`);
      const text = await page.evaluate(`Promise.all([import('deskglass/testing'), import('/adapter.js')])
        .then(([{ testAdapter }, { adapter, options }]) => testAdapter(adapter, options)).then(String)`);
      const report = String(text).split('\n');
      assert.deepEqual(
        report.filter((line) => /^[✓–] /.test(line)).map((line) => line.slice(2)),
        checks.map(({ title }) => title),
      );
      assert.match(report.at(-1)!, /^\d{2} passed, 0 failed, \d+ skipped$/);
      assert.deepEqual(errors, []);
    } finally {
      await browser.close();
      await server.close();
    }
  });
});
