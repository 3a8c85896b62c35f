import { launch } from 'puppeteer-core';
import type { Browser, LaunchOptions, Page } from 'puppeteer-core';
import { findChromium } from '../../scripts/find-chromium.mjs';

/** A browser as if it were new: it shares nothing with others but the process that they all run in. */
export interface TestBrowser {
  newPage(): Promise<Page>;
  /** Closes its pages. */
  close(): Promise<void>;
}

/** How long a process of the browser waits for the next who needs one. */
const lingersMs = 1_000;

let running: Promise<Browser> | undefined;
let users = 0;

/** A browser for the tests of one file or group; close it when they end. */
export async function openBrowser(): Promise<TestBrowser> {
  users += 1;
  running ??= start();
  const context = await (await running).createBrowserContext();
  return {
    newPage: () => context.newPage(),
    async close() {
      await context.close();
      users -= 1;
      setTimeout(() => void endUnused(), lingersMs);
    },
  };
}

/**
 * One whose pages nobody watches over their network, in a process of its own: what it notes of a large answer for its watcher
 * makes frames late, and `page.on('request')` hears nothing of it.
 */
export async function openUnwatchedBrowser(): Promise<TestBrowser> {
  const browser = await start({ networkEnabled: false });
  return { newPage: () => browser.newPage(), close: () => browser.close() };
}

async function start(options: Pick<LaunchOptions, 'networkEnabled'> = {}): Promise<Browser> {
  const { executablePath, headless, args, env } = await findChromium();
  return launch({ executablePath, headless, args, env, ...options });
}

async function endUnused(): Promise<void> {
  if (users > 0) return;
  const ended = running;
  running = undefined;
  await (await ended)?.close();
}

/** A page that remembers what went wrong on it: errors nobody caught, and what the console called an error. */
export async function openPage(
  browser: TestBrowser,
): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, errors };
}
