import type { EvaluateFunc, Page } from 'puppeteer-core';
import { startDemo, type StartOptions } from '../../scripts/start.mjs';
import { openBrowser, type TestBrowser } from '../support/browser.js';

declare global {
  /** In the page: one of the kit's elements in its Performance tab; null where there is none. */
  var kit: (tag: string) => HTMLElement | null;
}

/** The served help desk in a browser. */
export interface Desk {
  readonly url: string;
  /** A new page, opened at a query and a hash; the served file's own query is kept. */
  open(place?: string, options?: OpenOptions): Promise<DeskPage>;
  close(): Promise<void>;
}

/** How a page is opened. */
export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  /** Runs in the page before anything of it; a function without outer references. */
  readonly before?: () => void;
}

/** One page with what went wrong on it. */
export interface DeskPage {
  readonly page: Page;
  /** Violations of the content security policy, errors of the console and thrown errors, as text. */
  troubles(): Promise<readonly string[]>;
}

/**
 * Serves the help desk on a free port for a browser, which is closed with it. Of the demo data it loads half a year unless a
 * place says more.
 */
export async function openDesk(options: StartOptions = {}, openIts = openBrowser): Promise<Desk> {
  const demo = await startDemo({ port: 0, ...options });
  const browser = await openIts();
  const history = options.file === undefined ? '26w' : null;
  return {
    url: demo.url,
    open: (place = '', openOptions = {}) => openPage(browser, placeIn(demo.url, place, history), openOptions),
    async close() {
      await browser.close();
      await demo.close();
    },
  };
}

function placeIn(base: string, place: string, history: string | null): string {
  const url = new URL(base);
  if (history !== null) url.searchParams.set('history', history);
  const [query, hash] = place.split('#');
  for (const [name, value] of new URLSearchParams(query)) url.searchParams.set(name, value);
  url.hash = hash ?? '';
  return url.href;
}

async function openPage(browser: TestBrowser, url: string, options: OpenOptions): Promise<DeskPage> {
  const { width = 1440, height = 900, before } = options;
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  await page.setViewport({ width, height });
  // The test's compiler marks functions by this helper, which the page does not have.
  await page.evaluateOnNewDocument('globalThis.__name = (marked) => marked;');
  await page.evaluateOnNewDocument(() => {
    globalThis.kit = (tag) => document.querySelector('performance-tab')?.shadowRoot?.querySelector(tag) ?? null;
    const violations: string[] = [];
    Object.assign(globalThis, { violations });
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(`${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`);
    });
  });
  if (before !== undefined) await page.evaluateOnNewDocument(before);
  await page.goto(url);
  return {
    page,
    async troubles() {
      const violations = await page.evaluate(() => (globalThis as unknown as { violations: string[] }).violations);
      return [...troubles, ...violations];
    },
  };
}

/**
 * Waits until a question, asked in the page, is answered with yes. Puppeteer's own way compiles its question from text,
 * which the page's policy forbids.
 */
export async function until<Values extends unknown[]>(
  page: Page,
  question: EvaluateFunc<Values>,
  values: Values,
  timeout = 20_000,
): Promise<void> {
  const end = Date.now() + timeout;
  while (!(await page.evaluate(question, ...values))) {
    if (Date.now() > end) throw new Error(`Not within ${timeout} ms: ${question}\n${values.join(', ')}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The help desk's status line once it says how many conversations were loaded. */
export async function loadedStatus(page: Page, timeout = 30_000): Promise<string> {
  await until(page, () => /\p{Nd}/u.test(document.querySelector('[data-status]')?.textContent ?? ''), [], timeout);
  return textOf(page, '[data-status]');
}

/** The text of an element of the help desk. */
export function textOf(page: Page, selector: string): Promise<string> {
  return page.$eval(selector, (element) => element.textContent ?? '');
}

/** The text a person sees in one of the kit's elements. */
export function shownIn(page: Page, tag: string): Promise<string> {
  return page.evaluate((name) => {
    const texts: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof HTMLStyleElement) return;
      if (node instanceof Text) texts.push(node.data);
      for (const child of node.childNodes) walk(child);
    };
    const element = kit(name);
    if (element !== null) walk(element.shadowRoot ?? element);
    return texts.join(' ').replaceAll(/\s+/g, ' ').trim();
  }, tag);
}

/** The texts of a report's table, row by row, latest first; shows the table as a person does, by the card's menu. */
export async function tableOf(page: Page, tag: string): Promise<string[][]> {
  await page.evaluate((name) => {
    const entries = [...kit(name)!.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitem]')];
    entries.find(({ textContent }) => textContent?.includes('Show as table'))?.click(); // It may be shown already.
  }, tag);
  await until(page, (name) => kit(name)?.shadowRoot?.querySelector('tbody tr'), [tag]);
  return page.evaluate(
    (name) =>
      [...kit(name)!.shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
        [...row.children].map((cell) => cell.textContent?.trim() ?? ''),
      ),
    tag,
  );
}

/** Drops a file with these records onto the page, as a person does with one from a folder. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.evaluate(
    (fileName, content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      for (const type of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    },
    name,
    text,
  );
}
