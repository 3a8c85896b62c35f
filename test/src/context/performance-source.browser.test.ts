import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { configure } from '../../../src/context/configure.js';
import { answered, gapsOf, handCounted, march, NOW, weekOf } from '../../support/hand-made-records.js';
import {
  cardsOf,
  inside,
  isReady,
  only,
  recordStates,
  says,
  showPage,
  shows,
  threeElements,
  wordsOf,
} from '../../support/kit-page.js';
import { pagesAdapter, silentAdapter } from '../../support/odd-adapters.js';
import { waitUntil } from '../../support/wait-until.js';

const impactOnly = html`<impact-this-week></impact-this-week>`;
const two = (): ReturnType<typeof memoryAdapter> => memoryAdapter(weekOf(0, 2, 0), gapsOf(['Two', 1, 9]));
const five = (): ReturnType<typeof memoryAdapter> => memoryAdapter(weekOf(0, 5, 0), gapsOf(['Five', 1, 9]));

afterEach(() => configure({ adapter: null }));

/** Two providers beside each other, in different zones. */
async function twoProviders(content = impactOnly) {
  const page = await fixture<HTMLElement>(
    html`<div>
      <agent-performance now=${NOW} time-zone="Europe/Berlin" .adapter=${two()}>${content}</agent-performance>
      <agent-performance now=${NOW} time-zone="Asia/Kathmandu" .adapter=${five()}></agent-performance>
    </div>`,
  );
  const [first, second] = [...page.querySelectorAll('agent-performance')];
  return { page, first: first!, second: second! };
}

describe('where an element finds its data', () => {
  it('is nowhere without one of the three ways: the card names them, and goes away with any', async () => {
    const ways: readonly ((impact: HTMLElementTagNameMap['impact-this-week']) => void)[] = [
      (impact) => (impact.adapter = two()),
      () => configure({ adapter: two() }),
      (impact) => {
        const provider = document.createElement('agent-performance');
        provider.adapter = two();
        impact.replaceWith(provider);
        provider.append(impact);
      },
    ];
    for (const wire of ways) {
      const impact = only(await fixture<HTMLElement>(html`<div>${impactOnly}</div>`), 'impact-this-week');
      await shows(impact, 'not-wired');
      wire(impact);
      await isReady(impact);
      configure({ adapter: null });
    }
  });

  it('is its own adapter before the provider’s, and the provider’s before configure()', async () => {
    configure({ adapter: memoryAdapter(weekOf(0, 7, 0)) });
    const page = await showPage(two(), impactOnly);
    const impact = only(page, 'impact-this-week');
    await says(impact, '2 of 2 conversations');
    impact.adapter = five();
    await says(impact, '5 of 5 conversations');
    impact.adapter = null;
    await says(impact, '2 of 2 conversations');
    page.adapter = null;
    await says(impact, '7 of 7 conversations');
    configure({ adapter: null });
    await shows(impact, 'not-wired');
  });

  it('is a provider whose adapter is set later', async () => {
    const page = await showPage(null, threeElements());
    for (const card of cardsOf(page)) await shows(card, 'not-wired');
    page.adapter = five();
    for (const card of cardsOf(page)) await isReady(card);
  });

  it('is a provider outside of nested shadow roots', async () => {
    const page = await showPage(five(), html`<div></div>`);
    const outer = page.querySelector('div')!.attachShadow({ mode: 'open' });
    const inner = outer.appendChild(document.createElement('section')).attachShadow({ mode: 'open' });
    const impact = inner.appendChild(document.createElement('impact-this-week'));
    await says(impact, '5 of 5 conversations');
    page.lang = 'de';
    await says(impact, '5 von 5 Gesprächen');
    const section = outer.querySelector('section')!;
    section.lang = 'en';
    await says(impact, '5 of 5 conversations');
  });

  it('is the nearest of nested providers, also of one that comes later', async () => {
    const page = await showPage(five(), html`<section>${impactOnly}</section>`);
    const impact = only(page, 'impact-this-week');
    await says(impact, '5 of 5 conversations');
    const nearer = document.createElement('agent-performance');
    nearer.setAttribute('now', NOW);
    nearer.adapter = two();
    page.querySelector('section')!.append(nearer);
    nearer.append(impact);
    await says(impact, '2 of 2 conversations');
    nearer.replaceWith(impact);
    await says(impact, '5 of 5 conversations');
  });

  it('differs between two providers of one page, with their zones', async () => {
    const { first, second } = await twoProviders();
    second.append(document.createElement('impact-this-week'));
    await says(only(first, 'impact-this-week'), '2 of 2 conversations');
    await says(only(second, 'impact-this-week'), '5 of 5 conversations');
  });
});

describe('an element that is moved', () => {
  it('follows figures, topics and zone of the provider it comes to, and back', async () => {
    const { first, second } = await twoProviders(threeElements());
    const cards = cardsOf(first);
    for (const card of cards) await isReady(card);
    for (const [provider, figure, title, zone] of [
      [second, '5 of 5 conversations', 'Five', 'Asia/Kathmandu'],
      [first, '2 of 2 conversations', 'Two', 'Europe/Berlin'],
    ] as const) {
      provider.append(...cards);
      await says(cards[0]!, figure);
      await says(cards[2]!, title);
      expect(inside(cards[0]!, 'dialog').textContent).to.contain(zone);
    }
  });

  it('keeps nothing of a provider it leaves, and shows the same again when it comes back', async () => {
    const { page, first } = await twoProviders(threeElements());
    const cards = cardsOf(first);
    for (const card of cards) await isReady(card);
    const before = cards.map(wordsOf);
    page.append(...cards);
    for (const card of cards) {
      await shows(card, 'not-wired');
      expect(wordsOf(card)).not.to.match(/2 of 2|Two/);
    }
    first.append(...cards);
    for (const card of cards) await isReady(card);
    expect(cards.map(wordsOf)).to.deep.equal(before);
  });

  it('shows the same when it is removed and added again, at once or later', async () => {
    const { first } = await twoProviders(threeElements());
    const cards = cardsOf(first);
    for (const card of cards) await isReady(card);
    const before = cards.map(wordsOf);
    for (const wait of [() => Promise.resolve(), nextFrame, () => aTimeout(1_100)]) {
      for (const card of cards) card.remove();
      await wait();
      first.append(...cards);
      await nextFrame();
      for (const card of cards) await isReady(card);
      expect(cards.map(wordsOf)).to.deep.equal(before);
    }
  });
});

describe('what changes at run time', () => {
  it('is another adapter: the same cards stay, no skeleton comes between, however slow the answer', async () => {
    const page = await showPage(two());
    const cards = cardsOf(page);
    for (const card of cards) await isReady(card);
    const articles = cards.map((card) => inside(card, '.card'));
    const records = cards.map(recordStates);
    const slow = (total: { total?: number }) =>
      pagesAdapter(
        async function* () {
          await aTimeout(200);
          yield { conversations: weekOf(0, 9, 0), ...total };
        },
        { knowledgeGaps: gapsLater() },
      );
    for (const [adapter, figure] of [
      [five(), '5 of 5'],
      [slow({ total: 9 }), '9 of 9'],
      [two(), '2 of 2'],
      [slow({}), '9 of 9'],
    ] as const) {
      page.adapter = adapter;
      await says(cards[0]!, figure);
    }
    await aTimeout(250);
    expect(records.map(({ states }) => states)).to.deep.equal([['figures'], ['chart'], ['topics']]);
    expect(cards.map((card) => inside(card, '.card'))).to.deep.equal(articles);
    for (const record of records) record.stop();
  });

  it('is an adapter that never answers: the old figures are said to be waiting for new ones', async () => {
    const page = await showPage(two(), impactOnly);
    const impact = only(page, 'impact-this-week');
    await isReady(impact);
    page.adapter = silentAdapter();
    await waitUntil(() => inside(impact, '.card').ariaBusy === 'true', 'the card is not busy');
    page.adapter = five();
    await says(impact, '5 of 5 conversations');
    expect(inside(impact, '.card').ariaBusy).to.equal('false');
  });

  it('is the zone, the start of the week or how far back is loaded: figures follow without a flash', async () => {
    const records = [...handCounted, answered('sunday-night', march('08 23:30'))];
    const page = await showPage(memoryAdapter(records), impactOnly);
    const impact = only(page, 'impact-this-week');
    await says(impact, '3 of 4 conversations');
    const { states, stop } = recordStates(impact);
    page.timeZone = 'Asia/Kathmandu';
    await says(impact, '4 of 5 conversations');
    page.timeZone = 'Europe/Berlin';
    await says(impact, '3 of 4 conversations');
    page.weekStart = 'sunday';
    await says(impact, 'Sunday 8 March to now');
    await says(impact, '4 of 5 conversations');
    page.history = 'all';
    await aTimeout(50);
    expect(states).to.deep.equal(['figures']);
    stop();
  });

  it('is the language of the element, of a box around it, of the provider and of the page', async () => {
    const page = await showPage(two(), html`<section>${impactOnly}</section>`);
    const impact = only(page, 'impact-this-week');
    await says(impact, 'Impact this week');
    for (const element of [impact, page.querySelector('section')!, page, document.documentElement]) {
      const before = element.lang;
      element.lang = 'de-AT';
      await says(impact, 'Wirkung diese Woche');
      expect(inside(impact, '.card').lang).to.equal('de-AT');
      element.lang = before;
      await says(impact, 'Impact this week');
    }
  });

  it('is a language without texts: the card is in English and says so', async () => {
    const page = await showPage(two(), impactOnly);
    page.lang = 'he';
    page.dir = 'rtl';
    const impact = only(page, 'impact-this-week');
    await waitUntil(() => inside(impact, '.card').lang === 'en');
    expect(getComputedStyle(inside(impact, '.card')).direction).to.equal('ltr');
    // Through a language with texts, so that the next one can be seen to have come.
    page.lang = 'de';
    await waitUntil(() => inside(impact, '.card').lang === 'de');
    page.lang = 'no such language!';
    await waitUntil(() => inside(impact, '.card').lang === 'en');
    await shows(impact, 'figures');
  });

  it('is that the provider goes away with its elements in the middle of a load', async () => {
    const page: AgentPerformance = await showPage(silentAdapter(), threeElements());
    page.remove();
    await aTimeout(1_100);
    expect(cardsOf(page).length).to.equal(3);
  });
});

function gapsLater() {
  return {
    list: async (...given: Parameters<NonNullable<ReturnType<typeof two>['knowledgeGaps']>['list']>) => {
      await aTimeout(200);
      return two().knowledgeGaps!.list(...given);
    },
  };
}
