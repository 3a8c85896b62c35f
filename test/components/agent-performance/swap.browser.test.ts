import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { contractAnswerer } from '../../../stories/server/answer-contract.js';
import { NOW, weekOf } from '../../support/hand-made-records.js';
import { only, says, showPage, wordsOf } from '../../support/kit-page.js';
import { pagesAdapter } from '../../support/odd-adapters.js';

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
      await waitUntil(() => old[1]!.aborted, 'the request is let go', { timeout: 3_000 });
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
    await waitUntil(() => signals[0]!.aborted, 'it is told that nobody waits', { timeout: 3_000 });
    handOver();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(wordsOf(impact)).to.contain(figures.new);
    page.adapter = slow;
    await says(impact, figures.old);
    expect(only(page, 'impact-this-week')).to.equal(impact);
    expect(isChanged()).to.equal(false);
  });
});
