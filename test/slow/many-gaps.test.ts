import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { openDesk, type Desk } from '../demo/desk.js';
import type { Page } from 'puppeteer-core';

const LONGEST_MS = 100;

/** In the page: what the test does there. */
interface Bench {
  /** Does one thing, waits until nothing moves any more, and hands back the longest task, ms. */
  step(act: () => void): Promise<number>;
  inside(tag: string): ShadowRoot;
}

/** Runs in the page: a source with 10,000 topics, one of them with 5,000 questions. */
function giveMany(): void {
  const page = <T>(all: readonly T[], { cursor, limit }: { cursor?: string; limit: number }) => {
    const from = Number(cursor ?? 0);
    const more = from + limit < all.length ? { cursor: String(from + limit) } : {};
    return { entries: all.slice(from, from + limit), total: all.length, ...more };
  };
  const topics = Array.from({ length: 10_000 }, (_, index) => ({
    id: `t-${index}`,
    title: `Topic ${index}${index % 7 === 0 ? ' with a title that is so long that it takes more than one line in most places' : ''}`,
    openQuestions: 5_000,
    conversations: 10_000 - index,
    lastAskedAt: 1_770_000_000_000 - index * 60_000,
    status: 'open',
    conversationIds: [`c-${index}`],
  }));
  const questions = Array.from({ length: 5_000 }, (_, index) => ({
    id: `q-${index}`,
    text: `Question ${index}: ${'why does it not work, '.repeat(1 + (index % 9))}`,
    askedAt: 1_770_000_000_000 - index * 60_000,
    conversationId: `c-${index}`,
    ticket: { id: `T-${index}`, url: `https://desk.example/${index}` },
    status: 'open',
  }));
  const has = (text: string, search: string): boolean => text.toLowerCase().includes(search.toLowerCase());
  const adapter: PerformanceAdapter = {
    contract: 1,
    async *conversations() {
      yield { conversations: [] };
    },
    knowledgeGaps: {
      list: async (query) => {
        const { entries, ...rest } = page(
          topics.filter(({ title }) => has(title, query.search)),
          query,
        );
        return { topics: entries, ...rest };
      },
      questions: async (query) => {
        const { entries, ...rest } = page(
          questions.filter(({ text }) => has(text, query.search)),
          query,
        );
        return { questions: entries, ...rest };
      },
      dismiss: async ({ topics: gone }) => ({ topics: gone }),
    },
  };
  const tab = document.querySelector('performance-tab')!;
  const tasks: number[] = [];
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: 'longtask',
  });
  const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const bench: Bench = {
    async step(act) {
      await rest(300);
      tasks.length = 0;
      await rest(0);
      act();
      await rest(1_500);
      return Math.max(0, ...tasks);
    },
    inside: (tag) => tab.shadowRoot!.querySelector(tag)!.shadowRoot!,
  };
  Object.assign(globalThis, { bench });
  Object.assign(tab, { adapter, view: 'knowledge-gaps' });
}

declare global {
  var bench: Bench;
}

/** The shortest of several tries: another program can hold any task up. */
async function bestOf(page: Page, act: () => Promise<number>, tries = 3): Promise<number> {
  let best = Infinity;
  for (let attempt = 0; attempt < tries && best >= LONGEST_MS; attempt += 1)
    best = Math.min(best, await page.evaluate(act));
  return best;
}

describe('10,000 topics, one of them with 5,000 questions', { timeout: 240_000 }, () => {
  let desk: Desk;
  let page: Page;
  const took: Record<string, number> = {};

  before(async () => {
    desk = await openDesk();
    ({ page } = await desk.open('theme=light', { width: 1_440 }));
    await page.waitForFunction(() => customElements.get('performance-tab') !== undefined);
    await page.evaluate(giveMany);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
  });

  after(async () => {
    console.log(
      Object.entries(took)
        .map(([step, ms]) => `${step}: ${Math.round(ms)} ms`)
        .join(', '),
    );
    await desk?.close();
  });

  async function isQuick(step: string, act: () => Promise<number>, tries?: number): Promise<void> {
    took[step] = await bestOf(page, act, tries);
    assert.ok(took[step] < LONGEST_MS, `${step} held the page up for ${took[step]} ms`);
  }

  it('shows all topics, and sorts and scrolls them, in short tasks', async () => {
    for (let pages = 0; pages < 40; pages += 1) {
      const isMore = await page.evaluate(async () => {
        const button = bench.inside('knowledge-gaps-table').querySelector<HTMLElement>('.more button');
        button?.click();
        await new Promise((resolve) => setTimeout(resolve, 60));
        return button !== null;
      });
      if (!isMore) break;
    }
    const counts = await page.evaluate(() => {
      const table = bench.inside('knowledge-gaps-table').querySelector('table')!;
      return [table.ariaRowCount ?? table.getAttribute('aria-rowcount'), table.querySelectorAll('[role="row"]').length];
    });
    assert.equal(counts[0], '10001');
    assert.ok(Number(counts[1]) < 400, `${counts[1]} rows are in the page`);
    await isQuick('scroll topics', () =>
      bench.step(() => {
        const root = document.scrollingElement!;
        root.scrollTop = root.scrollTop > 100_000 ? 0 : root.scrollHeight / 2;
      }),
    );
    const places = await page.evaluate(() =>
      [...bench.inside('knowledge-gaps-table').querySelectorAll('tbody [role="row"]')]
        .filter((row) => row.getBoundingClientRect().bottom > 0 && row.getBoundingClientRect().top < innerHeight)
        .map((row) => Number(row.getAttribute('aria-rowindex'))),
    );
    assert.ok(places.length > 5 && places[0]! > 1_000, `rows ${places.join(' ')} are seen half way down`);
    await isQuick('tick all topics', () =>
      bench.step(() => bench.inside('knowledge-gaps-table').querySelector<HTMLElement>('thead input')!.click()),
    );
    await isQuick('search topics', () =>
      bench.step(() => {
        const search = bench.inside('knowledge-gaps-table').querySelector<HTMLInputElement>('input.search')!;
        search.value = search.value === '' ? 'long' : '';
        search.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    );
  });

  it('opens a topic, shows all its questions, scrolls, ticks all and searches in short tasks', async () => {
    await page.evaluate(() => document.scrollingElement!.scrollTo(0, 0));
    await isQuick('open a topic', () =>
      bench.step(() => {
        const rows = bench.inside('knowledge-gaps-table').querySelectorAll<HTMLElement>('tbody .open');
        [...rows].find((row) => row.closest('tr')!.ariaCurrent !== 'true')!.click();
      }),
    );
    let last = 0;
    for (let pages = 0; pages < 40; pages += 1) {
      const longest = await page.evaluate(async () => {
        const button = bench.inside('knowledge-gap-panel').querySelector<HTMLElement>('.more button');
        return button === null ? null : bench.step(() => button.click());
      });
      if (longest === null) break;
      last = longest;
    }
    took['last page'] = last;
    assert.ok(last < LONGEST_MS, `the last page held the page up for ${last} ms`);
    const shown = await page.evaluate(() => {
      const items = bench.inside('knowledge-gap-panel').querySelectorAll('.question');
      return [items.length, items[0]!.getAttribute('aria-setsize')];
    });
    assert.equal(shown[1], '5000');
    assert.ok(Number(shown[0]) < 400, `${shown[0]} questions are in the page`);
    await isQuick('scroll questions', () =>
      bench.step(() => {
        const root = document.scrollingElement!;
        root.scrollTop = root.scrollTop > 50_000 ? 0 : root.scrollHeight / 2;
      }),
    );
    await isQuick('tick all questions', () =>
      bench.step(() => bench.inside('knowledge-gap-panel').querySelector<HTMLElement>('.all input')!.click()),
    );
    await isQuick('search questions', () =>
      bench.step(() => {
        const search = bench.inside('knowledge-gap-panel').querySelector<HTMLInputElement>('input.search')!;
        search.value = search.value === '' ? '4999' : '';
        search.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    );
  });
});
