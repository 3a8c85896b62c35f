import { expect } from '@open-wc/testing';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import { isAccessibleInItsColours } from '../../support/colours.js';
import { emulateMedia } from '../../support/emulate-media.js';
import { gapsOf, handCounted, march } from '../../support/hand-made-records.js';
import { allInside, cardsOf, inside, isReady, only, press, says, showPage, shows } from '../../support/kit-page.js';
import { failingAdapter, heldAdapter, pagesAdapter, silentAdapter } from '../../support/odd-adapters.js';

const gaps = gapsOf(
  ['Passwords with a very long German name: Vollmachtsberechtigungsformular', 3, 9],
  ['Invoices', 2, 8],
);
const returned = { topics: gaps.topics.map((topic) => ({ ...topic, returned: true })) };
const full = (): PerformanceAdapter => memoryAdapter(handCounted, returned);

/** Hands over good and bad records, then breaks. */
const partial = (): PerformanceAdapter =>
  pagesAdapter(async function* () {
    yield { conversations: [...handCounted, { id: 'bad' }], cursor: '1' };
    throw new Error('The line broke.');
  });

/** Loads once; what changed since is not to be had. */
const stale = (): PerformanceAdapter =>
  pagesAdapter(
    async function* (_signal, asked) {
      if (asked > 1) throw new Error('The line broke.');
      yield { conversations: handCounted, asOf: march('12 18:05') };
    },
    { subscribe: (changed) => void setTimeout(changed, 10) },
  );

/** Each state of a page, and the way to it. */
const states: Readonly<Record<string, () => Promise<AgentPerformance>>> = {
  async waiting() {
    const page = await showPage(silentAdapter());
    for (const card of cardsOf(page)) await shows(card, 'waiting');
    return page;
  },
  async progress() {
    const page = await showPage(heldAdapter(handCounted, 24_600).adapter);
    await shows(only(page, 'impact-this-week'), 'progress');
    return page;
  },
  async empty() {
    const page = await showPage(memoryAdapter([], { topics: [] }));
    await says(only(page, 'resolution-rate-chart'), 'No conversations in this range');
    await says(only(page, 'knowledge-gaps-table'), 'No open topics');
    return page;
  },
  async ready() {
    const page = await showPage(full());
    for (const card of cardsOf(page)) await isReady(card);
    return page;
  },
  async partial() {
    const page = await showPage(partial());
    await says(only(page, 'impact-this-week'), 'Part of the data.');
    await says(only(page, 'impact-this-week'), '1 record was left out');
    return page;
  },
  async stale() {
    const page = await showPage(stale());
    await says(only(page, 'impact-this-week'), 'The last refresh did not get through.');
    return page;
  },
  async failed() {
    const page = await showPage(failingAdapter('unavailable').adapter);
    for (const card of cardsOf(page)) await shows(card, 'failed');
    return page;
  },
  async forbidden() {
    const page = await showPage(failingAdapter('forbidden').adapter);
    for (const card of cardsOf(page)) {
      await says(card, `You cannot see these ${card.localName === 'knowledge-gaps-table' ? 'topics' : 'numbers'}`);
    }
    return page;
  },
  async 'not wired'() {
    const page = await showPage(null);
    for (const card of cardsOf(page)) await shows(card, 'not-wired');
    return page;
  },
  async 'shown as tables'() {
    const page = await states['ready']!();
    for (const tag of ['impact-this-week', 'resolution-rate-chart'] as const) {
      press(only(page, tag), 'Show as table');
      await shows(only(page, tag), 'table');
    }
    return page;
  },
  async 'opened at their menu'() {
    const page = await states['ready']!();
    press(only(page, 'resolution-rate-chart'), 'Menu for');
    expect(inside(only(page, 'resolution-rate-chart'), '.menu').matches(':popover-open')).to.equal(true);
    return page;
  },
  async 'opened at their definition'() {
    const page = await states['ready']!();
    press(only(page, 'impact-this-week'), 'Definition');
    return page;
  },
};

/** A look: set on the page, taken back at the end of the test; and what is looked at in it. */
interface Look {
  readonly put: (page: AgentPerformance) => Promise<void> | void;
  readonly isAccessible: (page: AgentPerformance) => Promise<void>;
}

const isAccessible = async (page: AgentPerformance): Promise<void> => void (await expect(page).to.be.accessible());

const looks: Readonly<Record<string, Look>> = {
  light: { put: () => {}, isAccessible },
  'in German': { put: (page) => void (page.lang = 'de'), isAccessible },
  dark: {
    put: (page) => void Object.assign(page.style, { colorScheme: 'dark', background: '#111' }),
    isAccessible: isAccessibleInItsColours,
  },
  'in forced colours': {
    put: () => emulateMedia({ forcedColors: 'active' }),
    isAccessible: isAccessibleInItsColours,
  },
};

/** Texts that lie outside what shows them. */
function clipped(page: ParentNode): readonly string[] {
  return cardsOf(page).flatMap((card) => {
    const right = card.getBoundingClientRect().right + 0.5;
    const wide = [inside(card, '.card'), ...allInside(card, '.topics')]
      .filter((element) => element.scrollWidth > element.clientWidth)
      .map((element) => `${card.localName} ${element.className} itself`);
    const texts = allInside(card, '.card :not(.spoken, .chart-words)').filter((element) => {
      if (
        element.closest('.table-region, .menu, dialog, svg, canvas, .notice .rest') !== null ||
        !element.checkVisibility()
      )
        return false;
      const style = getComputedStyle(element);
      if (style.clipPath !== 'none' || element.closest('.spoken, .chart-words') !== null) return false;
      const cut = style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1;
      return cut || element.getBoundingClientRect().right > right;
    });
    return [
      ...wide,
      ...texts.map((element) => `${card.localName} ${element.className}: ${element.textContent.trim()}`),
    ];
  });
}

describe('elements', () => {
  for (const [state, show] of Object.entries(states)) {
    it(`are accessible when ${state}, in every look`, async () => {
      const page = await show();
      for (const [name, look] of Object.entries(looks)) {
        await look.put(page);
        await page.updateComplete;
        await Promise.all(cardsOf(page).map((card) => card.updateComplete));
        try {
          await look.isAccessible(page);
        } catch (error) {
          throw new Error(`${name}: ${String(error)}`, { cause: error });
        }
      }
    });
  }

  for (const [state, show] of Object.entries(states)) {
    it(`fit into 280 px when ${state}, in English and in German`, async () => {
      const page = await show();
      page.style.inlineSize = '280px';
      for (const lang of ['en', 'de']) {
        page.lang = lang;
        await page.updateComplete;
        await Promise.all(cardsOf(page).map((card) => card.updateComplete));
        expect(clipped(page), lang).to.deep.equal([]);
      }
    });
  }
});
