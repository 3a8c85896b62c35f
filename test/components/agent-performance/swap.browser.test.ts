import { expect, fixture, html } from '@open-wc/testing';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { restAdapter, type TokenRequest } from '../../../src/adapters/rest.js';
import { contractAnswerer } from '../../../stories/server/answer-contract.js';
import { gapsOf, NOW, weekOf } from '../../support/hand-made-records.js';
import { cardsOf, inside, only, press, says, showPage, wordsOf, type KitElement } from '../../support/kit-page.js';
import { pagesAdapter } from '../../support/odd-adapters.js';
import { waitUntil } from '../../support/wait-until.js';

const [oldDesk, newDesk] = [weekOf(0, 3, 1), weekOf(0, 5, 0)];
/** The same ids stand for other conversations at another source: were they mixed, the figures would tell. */
const figures = { old: '4 of 4 conversations', new: '5 of 5 conversations' };

/** Whether anything that stands in the page was taken out or put in. */
function watchChildren(page: Element): () => boolean {
  let changed = false;
  const observer = new MutationObserver(() => (changed = true));
  observer.observe(page, { childList: true });
  return () => {
    if (observer.takeRecords().length > 0) changed = true;
    return changed;
  };
}

describe('<agent-performance> whose source is swapped while it loads', () => {
  it('lets the request to the old server go, and shows the new one’s data alone', async () => {
    const { fetch } = globalThis;
    const old: AbortSignal[] = [];
    const answer = contractAnswerer(memoryAdapter(newDesk), '/new/');
    globalThis.fetch = async (address, init) => {
      const { pathname } = new URL(String(address), location.href);
      if (pathname.startsWith('/new/')) return answer(new Request(address, init));
      if (!pathname.startsWith('/old/')) return fetch(address, init);
      old.push(init!.signal!);
      const page = [...oldDesk, { page: { cursor: 'more' } }].map((line) => `${JSON.stringify(line)}\n`).join('');
      if (old.length === 1) return new Response(page, { headers: { 'Content-Type': 'application/x-ndjson' } });
      return new Promise(() => {}); // The next page does not come.
    };
    try {
      const page = await fixture<AgentPerformance>(
        html`<agent-performance api="/old" now=${NOW} time-zone="Europe/Berlin"
          ><impact-this-week></impact-this-week
        ></agent-performance>`,
      );
      const impact = only(page, 'impact-this-week');
      await waitUntil(() => old.length === 2, 'the first page has come');
      const isChanged = watchChildren(page);
      page.api = '/new';
      await says(impact, figures.new);
      await waitUntil(() => old[1]!.aborted, 'the request is let go');
      expect(old.length).to.equal(2);
      expect(only(page, 'impact-this-week')).to.equal(impact);
      expect(isChanged()).to.equal(false);
      expect(wordsOf(impact)).to.contain(figures.new);
    } finally {
      globalThis.fetch = fetch;
    }
  });

  it('drops what the old adapter still hands over, and goes on where it left when it comes back', async () => {
    const signals: AbortSignal[] = [];
    let handOver = (): void => {};
    const held = new Promise<void>((resolve) => (handOver = resolve));
    const slow = pagesAdapter(async function* (signal) {
      signals.push(signal);
      yield { conversations: oldDesk.slice(0, 1) };
      await held;
      yield { conversations: oldDesk };
    });
    const page = await showPage(slow, html`<impact-this-week></impact-this-week>`);
    const impact = only(page, 'impact-this-week');
    await waitUntil(() => signals.length === 1, 'it is asked');
    const isChanged = watchChildren(page);
    page.adapter = memoryAdapter(newDesk);
    await says(impact, figures.new);
    await waitUntil(() => signals[0]!.aborted, 'it is told that nobody waits');
    handOver();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(wordsOf(impact)).to.contain(figures.new);
    page.adapter = slow;
    await says(impact, figures.old);
    expect(only(page, 'impact-this-week')).to.equal(impact);
    expect(isChanged()).to.equal(false);
  });

  it('keeps each element and its canvas, and mixes no figures, topics or notices of one server with the other’s', async () => {
    const servers = [
      contractAnswerer(memoryAdapter(oldDesk, gapsOf(['Old topic', 3, 9])), '/old/'),
      contractAnswerer(memoryAdapter(newDesk, gapsOf(['New topic', 2, 9])), '/new/'),
    ] as const;
    const held: { readonly path: string; readonly signal: AbortSignal }[] = [];
    let isHolding = false;
    const server: typeof globalThis.fetch = (address, init) => {
      const { pathname } = new URL(String(address));
      if (pathname.startsWith('/new/')) return servers[1](new Request(address, init));
      if (!isHolding) return servers[0](new Request(address, init));
      held.push({ path: pathname, signal: init!.signal! });
      return new Promise(() => {}); // A fetch that hears of no abort by itself.
    };
    const over = (base: string) => restAdapter({ baseUrl: new URL(base, location.href), fetch: server });
    const page = await showPage(over('/old'));
    const elements = cardsOf(page);
    const [impact, chart, gaps] = elements as [KitElement, KitElement, KitElement];
    await says(impact, figures.old);
    await says(gaps, 'Old topic');
    await waitUntil(() => chart.shadowRoot!.querySelector('canvas') !== null, 'the chart is there');
    const canvas = inside(chart, 'canvas');
    isHolding = true;
    page.history = 'all';
    await waitUntil(() => held.some(({ path }) => path === '/old/conversations'), 'older ones are asked for');
    press(gaps, 'Topic'); // In another order: the list is asked for again.
    await waitUntil(() => held.some(({ path }) => path === '/old/knowledge-gaps'), 'the list is asked for again');
    const mixed: string[] = [];
    const watch = new MutationObserver(() => {
      const words = elements.map(wordsOf).join(' ');
      const has = (one: string, other: string): boolean => words.includes(one) && words.includes(other);
      if (has(figures.old, figures.new) || has('Old topic', 'New topic')) mixed.push(words);
    });
    for (const { renderRoot } of elements)
      watch.observe(renderRoot, { subtree: true, childList: true, characterData: true });
    page.adapter = over('/new');
    await says(impact, figures.new);
    await says(gaps, 'New topic');
    await waitUntil(() => held.every(({ signal }) => signal.aborted), 'what nobody waits for is let go');
    watch.disconnect();
    expect(mixed).to.deep.equal([]);
    expect(cardsOf(page)).to.deep.equal(elements);
    expect(inside(chart, 'canvas')).to.equal(canvas);
    expect(elements.map(wordsOf).join(' ')).not.to.contain('Old topic').and.not.to.contain(figures.old);
    const chartWords = wordsOf(chart);
    expect(chartWords).to.contain('5').and.not.to.contain('4 of 4');
  });

  it('goes on with a new token in the middle of a load, with the same elements and nothing asked twice', async () => {
    const asked: string[] = [];
    const tokens = ['first', 'second'];
    let letGo = (): void => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const server: typeof globalThis.fetch = async (address, init) => {
      const { pathname, searchParams } = new URL(String(address));
      const token = new Headers(init!.headers).get('authorization')!.replace('Bearer ', '');
      if (!pathname.endsWith('/conversations')) return new Response(null, { status: 501 });
      const cursor = searchParams.get('cursor');
      asked.push(`${token} ${cursor ?? 'start'}`);
      if (cursor !== null) await held;
      if (token !== (cursor === null ? 'first' : 'second')) return new Response(null, { status: 401 });
      const lines =
        cursor === null ? [...newDesk.slice(0, 2), { page: { cursor: '2' } }] : [...newDesk.slice(2), { page: {} }];
      const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      return new Response(text, { headers: { 'Content-Type': 'application/x-ndjson' } });
    };
    const getToken = ({ fresh }: TokenRequest): string => tokens[fresh ? 1 : 0]!;
    const page = await showPage(
      restAdapter({ baseUrl: 'https://desk.example/', fetch: server, getToken }),
      html`<impact-this-week></impact-this-week>`,
    );
    const impact = only(page, 'impact-this-week');
    await waitUntil(() => asked.length === 2, 'the second page is asked for');
    const isChanged = watchChildren(page);
    letGo();
    await says(impact, figures.new);
    expect(asked).to.deep.equal(['first start', 'first 2', 'second 2']);
    expect(only(page, 'impact-this-week')).to.equal(impact);
    expect(isChanged()).to.equal(false);
  });
});
