import { expect } from '@open-wc/testing';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { AdapterError, type AdapterErrorCode } from '../../../src/errors.js';
import { gapsOf, handCounted, march } from '../../support/hand-made-records.js';
import { allInside, cardsOf, inside, isReady, only, press, says, showPage, shows } from '../../support/kit-page.js';
import { heldAdapter, pagesAdapter, silentAdapter } from '../../support/odd-adapters.js';

const WIDTHS = [320, 360, 768, 1440];
const topics = Array.from({ length: 24 }, (_, index) => [`Topic number ${index}`, 24 - index, 9] as const);
const full = memoryAdapter(handCounted, gapsOf(...topics.map((topic) => [...topic] as [string, number, number])));
const { knowledgeGaps } = full;

const failing = (code: AdapterErrorCode): PerformanceAdapter => {
  const refuse = async (): Promise<never> => {
    throw new AdapterError(code, 'It is broken.');
  };
  return pagesAdapter(() => ({ [Symbol.asyncIterator]: () => ({ next: refuse }) }), {
    knowledgeGaps: { list: refuse },
  });
};

async function becomes(adapter: PerformanceAdapter, words: string): Promise<AgentPerformance> {
  const page = await showPage({ ...adapter, knowledgeGaps: adapter.knowledgeGaps ?? knowledgeGaps! });
  await says(only(page, 'impact-this-week'), words);
  return page;
}

/** Each state of a page, and the way to it. */
const states: Readonly<Record<string, () => Promise<AgentPerformance>>> = {
  async waiting() {
    const page = await showPage(silentAdapter());
    for (const card of cardsOf(page)) await shows(card, 'waiting');
    return page;
  },
  progress: () => becomes(heldAdapter(handCounted, 24_600).adapter, '24,600'),
  async cancelled() {
    const nothing = pagesAdapter(async function* () {
      yield { conversations: [{ id: 'bad' }], total: 24_600 };
      await new Promise(() => undefined);
    });
    const page = await becomes(nothing, '24,600');
    press(only(page, 'impact-this-week'), 'Cancel');
    await says(only(page, 'impact-this-week'), 'Loading was cancelled');
    return page;
  },
  failed: () => becomes(failing('rate-limited'), 'The numbers could not be loaded'),
  forbidden: () => becomes(failing('forbidden'), 'You cannot see these numbers'),
  empty: () => becomes(memoryAdapter([], { topics: [] }), 'No conversations this week'),
  stale: () =>
    becomes(
      pagesAdapter(
        async function* (_signal, asked) {
          if (asked > 1) throw new Error('The line broke.');
          yield { conversations: handCounted, asOf: march('12 18:05') };
        },
        { subscribe: (changed) => void setTimeout(changed, 10) },
      ),
      'The last refresh did not get through.',
    ),
  partial: () =>
    becomes(
      pagesAdapter(async function* () {
        yield { conversations: handCounted, cursor: '1' };
        throw new Error('The line broke.');
      }),
      'Part of the data.',
    ),
};

/** Heights of the cards, by element, width and language. */
async function sizesOf(page: AgentPerformance): Promise<Readonly<Record<string, number>>> {
  const sizes: Record<string, number> = {};
  for (const lang of ['en', 'de']) {
    page.lang = lang;
    await page.updateComplete;
    await Promise.all(cardsOf(page).map((card) => card.updateComplete));
    for (const width of WIDTHS) {
      page.style.inlineSize = `${width}px`;
      for (const card of cardsOf(page)) sizes[`${card.localName}, ${width} px, ${lang}`] = card.offsetHeight;
    }
  }
  return sizes;
}

describe('cards keep the size they have when ready', () => {
  let ready: Readonly<Record<string, number>>;
  before(async () => {
    const page = await showPage(full);
    for (const card of cardsOf(page)) await isReady(card);
    ready = await sizesOf(page);
    page.remove();
  });

  for (const [state, show] of Object.entries(states)) {
    it(`while they are ${state}, at every width, in English and in German`, async () => {
      expect(await sizesOf(await show())).to.deep.equal(ready);
    });
  }

  it('while they are partial on a page that says so itself: they say it in place of their note', async () => {
    const heights = async (show: () => Promise<AgentPerformance>): Promise<readonly number[]> => {
      const page = await show();
      page.style.inlineSize = '320px';
      const card = only(page, 'resolution-rate-chart');
      card.noStatus = true;
      await card.updateComplete;
      const { note, notices } = { note: inside(card, '.note').innerText.trim(), notices: '.lines:not(.room) .notice' };
      expect([note, card.shadowRoot!.querySelector(notices)]).to.deep.equal([noteOf(show), null]);
      return [card.offsetHeight];
    };
    const whole = async (): Promise<AgentPerformance> => {
      const page = await showPage(full);
      for (const card of cardsOf(page)) await isReady(card);
      return page;
    };
    const noteOf = (show: unknown): string =>
      show === whole ? 'Resolved without a person, of conversations whose 72 hours are over' : 'Part of the data.';
    expect(await heights(states['partial']!)).to.deep.equal(await heights(whole));
  });

  it('where records were left out of a page that tells the data’s time itself: their menu says so', async () => {
    const sizes = [];
    for (const records of [handCounted, [...handCounted, { id: 'bad' }]]) {
      const page = await showPage(memoryAdapter(records, { topics: [] }));
      page.style.inlineSize = '320px';
      const card = only(page, 'resolution-rate-chart');
      card.noStatus = true;
      await isReady(card);
      await card.updateComplete;
      sizes.push(card.offsetHeight);
      const isMarked = inside(card, '.menu-button').title === '1 record was left out';
      expect(isMarked).to.equal(records !== handCounted);
      if (!isMarked) continue;
      press(card, '1 record was left out');
      expect(inside(card, '.left-out').checkVisibility()).to.equal(true);
    }
    expect(sizes[0]).to.equal(sizes[1]);
  });

  it('where a notice is longer than they are wide: their menu has all of it, with its button', async () => {
    const card = only(await states['stale']!(), 'resolution-rate-chart');
    const items = allInside(card, '[role=menuitem]').map(({ textContent }) =>
      textContent.replaceAll(/\s+/g, ' ').trim(),
    );
    expect(items.at(-1)).to.equal('As of yesterday, 18:05. The last refresh did not get through.Try again');
  });

  it('in a list of few topics as in one of many', async () => {
    const page = await showPage(memoryAdapter(handCounted, gapsOf(['Refunds', 2, 9])));
    for (const card of cardsOf(page)) await isReady(card);
    expect(await sizesOf(page)).to.deep.equal(ready);
  });

  it('without a great hole under a page of topics, not in a narrow card either', async () => {
    const page = await showPage(full);
    const table = only(page, 'knowledge-gaps-table');
    await isReady(table);
    for (const lang of ['en', 'de']) {
      page.lang = lang;
      await page.updateComplete;
      await table.updateComplete;
      for (const width of WIDTHS) {
        page.style.inlineSize = `${width}px`;
        const end = (selector: string): number => inside(table, selector).getBoundingClientRect().bottom;
        expect(end('.body') - end('.stage .more'), `${width} px, ${lang}`).to.be.below(130);
      }
    }
  });
});
