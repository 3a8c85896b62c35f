import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { openBrowser, openPage, type TestBrowser } from '../support/browser.js';
import { projectFolder } from '../support/import-lines.js';
import { serveFolder, type StaticServer } from '../support/static-server.js';

interface StoryIndex {
  readonly entries: Readonly<Record<string, { readonly id: string; readonly type: 'story' | 'docs' }>>;
}

describe('the documentation site', () => {
  const site = join(projectFolder, 'build/stories');
  let browser: TestBrowser;
  let server: StaticServer;

  before(async () => {
    await promisify(execFile)(process.execPath, ['scripts/stories.mjs', '--build'], { cwd: projectFolder });
    browser = await openBrowser();
    server = await serveFolder(site);
  });

  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it('shows every story and every page, without an error', async () => {
    const { entries } = JSON.parse(await readFile(join(site, 'index.json'), 'utf8')) as StoryIndex;
    assert.ok(Object.keys(entries).length > 20);
    for (const { id, type } of Object.values(entries)) {
      const { page, errors } = await openPage(browser);
      const view = type === 'docs' ? 'docs' : 'story';
      await page.goto(`${server.url}iframe.html?viewMode=${view}&id=${id}`);
      const content = type === 'docs' ? '#storybook-docs h1' : '#storybook-root .stage > *';
      await page.waitForSelector(content, { visible: true }).catch((cause: unknown) => {
        throw new Error(`${id} shows nothing. ${errors.join(' ')}`, { cause });
      });
      // What the made-up help desk refuses on purpose is told by the browser as well.
      const unasked = errors.filter((error) => !/^Failed to load resource: .* (403|429|502|503) /.test(error));
      assert.deepEqual(unasked, [], id);
      await page.close();
    }
  });

  it('says in each state what the state is', async () => {
    const said = {
      progress: 'of about',
      empty: 'No conversations in this range',
      partial: 'Part of the data.',
      stale: 'The last refresh did not get through.',
      failed: 'The numbers could not be loaded',
      'failed-for-now': 'asks to wait',
      forbidden: 'You cannot see these numbers',
      'not-wired': 'This element has no data yet',
    };
    for (const [state, text] of Object.entries(said)) {
      const { page } = await openPage(browser);
      await page.goto(`${server.url}iframe.html?viewMode=story&id=states--${state}`);
      await page.waitForFunction(
        `document.querySelector('resolution-rate-chart')?.shadowRoot?.textContent.includes(${JSON.stringify(text)})`,
      );
      await page.close();
    }
  });
});
