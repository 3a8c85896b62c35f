import { launch } from 'puppeteer-core';
import type { Browser, Page } from 'puppeteer-core';
import { findChromium } from '../../scripts/find-chromium.mjs';

/** A browser for one test file; close it when the file ends. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, headless, args, env } = await findChromium();
  return launch({ executablePath, headless, args, env });
}

/** A page that remembers what went wrong on it: errors nobody caught, and what the console called an error. */
export async function openPage(browser: Browser): Promise<{ readonly page: Page; readonly errors: readonly string[] }> {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, errors };
}
