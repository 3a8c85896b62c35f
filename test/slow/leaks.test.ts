import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { leavesNothingBehind } from '../demo/element-cycles.js';
import { openBrowser } from '../support/browser.js';
import { projectFolder } from '../support/import-lines.js';
import { serveFolder, type StaticServer } from '../support/static-server.js';

let browser: Browser;
let server: StaticServer;
before(async () => {
  server = await serveFolder(join(projectFolder, 'dist'));
  browser = await openBrowser();
});
after(async () => {
  await browser.close();
  await server.close();
});

describe('500 times three elements created, shown and removed', () => {
  it('leave no node, no listener, no observer and no timer behind', () => leavesNothingBehind(browser, server, 250));
});
