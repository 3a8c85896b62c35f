import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { CDPSession, Page } from 'puppeteer-core';
import { openBrowser, openPage, type TestBrowser } from '../support/browser.js';
import { projectFolder } from '../support/import-lines.js';
import { serveFolder, type StaticServer } from '../support/static-server.js';

/** What the page counts of all that could outlive an element. */
interface Living {
  readonly observers: number;
  readonly timers: number;
  readonly workers: number;
}

/** The kit's browser file as the page imports it, and what the page keeps for the test. */
export interface PageGlobals {
  living(): Living;
  cycle(rounds: number, inOwnProvider: boolean): Promise<number>;
  memoryAdapter(records: readonly unknown[], gaps: unknown): unknown;
  configure(change: { readonly adapter: unknown }): void;
}
declare const self: PageGlobals & typeof globalThis;

/** The built kit on a server, and a browser to look at it. */
export interface BuiltKit {
  readonly browser: TestBrowser;
  readonly server: StaticServer;
  close(): Promise<void>;
}

export async function openBuiltKit(): Promise<BuiltKit> {
  const server = await serveFolder(join(projectFolder, 'dist'));
  const browser = await openBrowser();
  return {
    browser,
    server,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** An empty page of the server, with these things done before anything of the kit comes. */
export async function emptyPage(
  { browser, server }: BuiltKit,
  prepare?: () => void,
): Promise<{ page: Page; errors: readonly string[] }> {
  const { page, errors } = await openPage(browser);
  await page.evaluateOnNewDocument('globalThis.__name = (marked) => marked;');
  if (prepare !== undefined) await page.evaluateOnNewDocument(prepare);
  await page.goto(`${server.url}deskglass.min.js`);
  await page.evaluate(() => document.body.replaceChildren());
  return { page, errors };
}

/** Runs in the page: counts observers that observe, timers that are still to come and workers that run. */
export function countLiving(): void {
  const observers = new Set<unknown>();
  for (const kind of [ResizeObserver, IntersectionObserver, MutationObserver]) {
    const prototype = kind.prototype as unknown as Record<string, (...given: unknown[]) => unknown>;
    const { observe, disconnect } = prototype as Record<'observe' | 'disconnect', (...given: unknown[]) => unknown>;
    prototype['observe'] = function (this: unknown, ...given) {
      observers.add(this);
      return observe.apply(this, given);
    };
    prototype['disconnect'] = function (this: unknown) {
      observers.delete(this);
      return disconnect.apply(this);
    };
  }
  const timers = new Set<unknown>();
  const start = self.setTimeout;
  const stop = self.clearTimeout;
  const setTimer = (call: () => void, delay?: number): unknown => {
    const timer = start(() => {
      timers.delete(timer);
      call();
    }, delay);
    timers.add(timer);
    return timer;
  };
  const clearTimer = (timer: unknown): void => {
    timers.delete(timer);
    stop(timer as number);
  };
  const workers = new Set<unknown>();
  class CountedWorker extends Worker {
    constructor(...given: ConstructorParameters<typeof Worker>) {
      super(...given);
      workers.add(this);
    }
    override terminate(): void {
      workers.delete(this);
      super.terminate();
    }
  }
  Object.assign(self, {
    setTimeout: setTimer,
    clearTimeout: clearTimer,
    Worker: CountedWorker,
    living: (): Living => ({ observers: observers.size, timers: timers.size, workers: workers.size }),
  });
}

/** Runs in the page: loads the kit, and makes the way to create, show and remove the three elements many times. */
async function prepareCycles(): Promise<void> {
  const file = '/deskglass.min.js';
  const { memoryAdapter } = (await import(file)) as PageGlobals;
  const records = Array.from({ length: 40 }, (_, index) => {
    const startedAt = Date.now() - index * 86_400_000;
    const message = { type: 'message', at: startedAt + 60_000, by: { kind: 'agent' }, sources: [{}], actions: [] };
    return { id: `c${index}`, startedAt, events: [message] };
  });
  const questions = [{ id: 'q', text: '?', askedAt: Date.now(), conversationId: 'c1', status: 'open' }];
  const adapter = memoryAdapter(records, { topics: [{ id: 't', title: 'Refunds', questions }] });
  const provide = (): HTMLElement => Object.assign(document.createElement('agent-performance'), { adapter });
  const page = document.body.appendChild(provide());
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  const isShown = (element: Element): boolean => {
    const canvas = element.shadowRoot?.querySelector('canvas');
    return canvas
      ? canvas.width > 0 && canvas.style.display !== ''
      : element.shadowRoot?.querySelector('.stage .figures li .value, tbody tr') != null;
  };
  /** @returns how many elements were shown */
  const cycle = async (rounds: number, inOwnProvider: boolean): Promise<number> => {
    let shown = 0;
    for (let round = 0; round < rounds; round += 1) {
      const box = document.createElement('div');
      box.style.cssText = 'position: fixed; inset: 0 auto auto 0; inline-size: 400px';
      const parent = inOwnProvider ? box.appendChild(provide()) : box;
      for (const tag of ['impact-this-week', 'resolution-rate-chart', 'knowledge-gaps-table']) {
        parent.append(document.createElement(tag));
      }
      (inOwnProvider ? document.body : page).append(box);
      const elements = [...parent.children];
      for (let wait = 0; wait < 60 && !elements.every(isShown); wait += 1) await frame();
      shown += elements.filter(isShown).length;
      box.remove();
    }
    return shown;
  };
  Object.assign(self, { cycle, removePage: () => page.remove() });
}

/** Everything the browser still holds of the page, after what nobody holds any more is gone: canvases are nodes. */
export async function countersOf(session: CDPSession): Promise<{ nodes: number; jsEventListeners: number }> {
  for (let times = 0; times < 3; times += 1) {
    await session.send('HeapProfiler.collectGarbage');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  return { nodes, jsEventListeners };
}

/** Waits so many ms. */
export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Creates, shows and removes the three elements so many times in one provider, and as often with one of their own; nothing may stay. */
export async function leavesNothingBehind(kit: BuiltKit, rounds: number): Promise<void> {
  const { page, errors } = await emptyPage(kit, countLiving);
  await page.evaluate(prepareCycles);
  const session = await page.createCDPSession();
  assert.equal(await page.evaluate(() => self.cycle(5, false)), 15, 'all elements were shown');
  assert.equal(await page.evaluate(() => self.cycle(5, true)), 15, 'all elements were shown');
  await pause(1_200);
  const before = await countersOf(session);
  const livingBefore = await page.evaluate(() => self.living());

  assert.equal(await page.evaluate((times) => self.cycle(times, false), rounds), 3 * rounds, 'all elements were shown');
  assert.equal(await page.evaluate((times) => self.cycle(times, true), rounds), 3 * rounds, 'all elements were shown');
  await pause(1_200);
  assert.deepEqual(await countersOf(session), before);
  assert.deepEqual(await page.evaluate(() => self.living()), livingBefore);

  await page.evaluate('removePage()');
  await pause(1_200);
  assert.deepEqual(await page.evaluate(() => self.living()), { observers: 0, timers: 0, workers: 0 });
  assert.deepEqual(errors, []);
  await page.close();
}
