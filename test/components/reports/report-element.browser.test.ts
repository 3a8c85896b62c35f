import { aTimeout, expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { gapsOf, handCounted, weekOf } from '../../support/hand-made-records.js';
import {
  cardsOf,
  inside,
  isReady,
  only,
  press,
  says,
  showPage,
  shownBy,
  shows,
  wordsOf,
} from '../../support/kit-page.js';
import { failingAdapter, heldAdapter, pagesAdapter, silentAdapter } from '../../support/odd-adapters.js';
import { recordStrayErrors, recordWarnings } from '../../support/warnings.js';
import { waitUntil } from '../../support/wait-until.js';

const impactOnly = html`<impact-this-week></impact-this-week>`;

async function showImpact(adapter: PerformanceAdapter): Promise<HTMLElementTagNameMap['impact-this-week']> {
  return only(await showPage(adapter, impactOnly), 'impact-this-week');
}

let stray: ReturnType<typeof recordStrayErrors>;
let warnings: ReturnType<typeof recordWarnings>;
beforeEach(() => {
  stray = recordStrayErrors();
  warnings = recordWarnings();
});
afterEach(async () => {
  await aTimeout(20);
  warnings.stop();
  expect(stray.stop()).to.deep.equal([]);
});

/** Adapters that break what the contract says, each at another place. */
const broken: Readonly<Record<string, () => PerformanceAdapter>> = {
  'throws at once': () => ({
    contract: 1,
    conversations() {
      throw new Error('at once');
    },
  }),
  'throws something that is no error': () => ({
    contract: 1,
    conversations() {
      throw null;
    },
  }),
  rejects: () =>
    pagesAdapter(async function* () {
      yield { conversations: [] };
      throw new TypeError('later');
    }),
  'hands over no pages': () => pagesAdapter(() => ({}) as AsyncIterable<unknown>),
  'hands over a promise': () =>
    pagesAdapter(() => Promise.reject(new Error('no')) as unknown as AsyncIterable<unknown>),
  ...Object.fromEntries(
    [null, 7, 'text', {}, { conversations: 'all' }, { ndjson: 'bytes' }, { conversations: [], asOf: 'soon' }].map(
      (page) => [
        `yields ${JSON.stringify(page)} as a page`,
        () =>
          pagesAdapter(async function* () {
            yield page;
          }),
      ],
    ),
  ),
};

describe('a report over an adapter that', () => {
  for (const [does, make] of Object.entries(broken)) {
    it(`${does} says that its numbers could not be loaded`, async () => {
      const impact = await showImpact(make());
      await shows(impact, 'failed');
      press(impact, 'Try again');
      await aTimeout(20);
      await shows(impact, 'failed');
    });
  }

  it('never answers waits, and throws nothing when it is taken away', async () => {
    const impact = await showImpact(silentAdapter());
    await aTimeout(50);
    expect(shownBy(impact)).to.equal('waiting');
    impact.remove();
    await aTimeout(1_100);
  });

  it('answers after it was told to stop shows nothing of it', async () => {
    let letGo = (): void => {};
    const late = pagesAdapter(async function* () {
      await new Promise<void>((resolve) => (letGo = resolve));
      yield { conversations: weekOf(0, 9, 0) };
    });
    const page = await showPage(late, impactOnly);
    await aTimeout(10);
    page.adapter = memoryAdapter(weekOf(0, 2, 0));
    const impact = only(page, 'impact-this-week');
    await says(impact, '2 of 2 conversations');
    letGo();
    await aTimeout(30);
    expect(wordsOf(impact)).to.contain('2 of 2 conversations');
  });

  it('goes on after it was returned, or refuses to return, is left alone', async () => {
    const stubborn = pagesAdapter(() => {
      let count = 0;
      const next = async (): Promise<IteratorResult<unknown>> => {
        await aTimeout(2);
        count += 1;
        return { done: false, value: { conversations: weekOf(count, 1, 0), total: 1_000 } };
      };
      const refuse = (): Promise<never> => Promise.reject(new Error('I go on.'));
      return { [Symbol.asyncIterator]: () => ({ next, return: refuse }) };
    });
    const impact = await showImpact(stubborn);
    await shows(impact, 'progress');
    press(impact, 'Cancel');
    await says(impact, 'Loading was cancelled');
    const before = wordsOf(impact);
    await aTimeout(50);
    expect(wordsOf(impact)).to.equal(before);
  });

  it('hands over bad records among good ones counts the good ones and says how many were left out', async () => {
    const bad = [
      null,
      7,
      'x',
      {},
      { id: 'a' },
      { id: 'b', startedAt: 1_700_000_000, events: [] },
      { id: 'c', events: 1 },
    ];
    const records = handCounted.flatMap((record, index) => [bad[index % bad.length], record]);
    const impact = await showImpact(memoryAdapter(records));
    await says(impact, '7 records were left out');
    expect(wordsOf(impact)).to.contain('3 of 4 conversations');
  });

  it('hands over bad records lets a reader find which they are, and why they were left out', async () => {
    const bad = [
      null,
      { id: 'late', startedAt: 'yesterday' },
      ...Array.from({ length: 9 }, (_, id) => ({ id: `x${id}` })),
    ];
    const page = await showPage(memoryAdapter([...handCounted, ...bad]), impactOnly);
    const impact = only(page, 'impact-this-week');
    await says(impact, '11 records were left out');
    inside(impact, '.notice button').focus();
    await sendKeys({ press: 'Enter' });
    const said = inside(impact, '.left-out').innerText.replaceAll(/\s+/g, ' ');
    expect(said).to.contain('11 records were left out. 5 of them: Without a readable id The whole record null');
    expect(said).to.contain('late startedAt "yesterday" conversation "late", startedAt: expected epoch milliseconds');
    await expect(impact).to.be.accessible();
    await sendKeys({ press: 'Escape' });
    expect(impact.shadowRoot!.activeElement).to.equal(inside(impact, '.notice button'));
    page.lang = 'de';
    await says(impact, '11 Datensätze wurden ausgelassen Welche');
  });

  it('subscribes by throwing is shown all the same', async () => {
    const impact = await showImpact({
      ...memoryAdapter(handCounted),
      subscribe() {
        throw new Error('no subscription');
      },
    });
    await isReady(impact);
    expect(wordsOf(impact)).to.contain('3 of 4 conversations');
  });
});

describe('a report', () => {
  it('can be cancelled and loaded again, by keyboard, without losing the focus', async () => {
    const { adapter, letGo } = heldAdapter(handCounted, 24_600);
    const impact = await showImpact(adapter);
    await shows(impact, 'progress');
    expect(wordsOf(impact)).to.contain('7 of about 24,600 conversations');
    inside(impact, '.state button').focus();
    await sendKeys({ press: 'Enter' });
    await says(impact, 'Part of the data. Loading was cancelled after 7 conversations.');
    expect(impact.shadowRoot!.activeElement).not.to.equal(null);
    letGo();
    press(impact, 'Load');
    await waitUntil(() => !wordsOf(impact).includes('Part of the data'));
    expect(wordsOf(impact)).to.contain('3 of 4 conversations');
  });

  it('asks once for two clicks on Try again, and keeps the focus', async () => {
    const { adapter, mend } = failingAdapter('unavailable', handCounted);
    const impact = await showImpact(adapter);
    await shows(impact, 'failed');
    const again = inside(impact, '.state button');
    again.focus();
    mend();
    again.click();
    again.click();
    await isReady(impact);
    expect((adapter as PerformanceAdapter & { asked: number }).asked).to.equal(2);
    expect(impact.shadowRoot!.activeElement).not.to.equal(null);
  });

  it('goes on where it broke off, and says so until then', async () => {
    const adapter = pagesAdapter(async function* (_signal, asked) {
      if (asked === 1) yield { conversations: handCounted.slice(0, 3), cursor: '3' };
      if (asked === 1) throw new Error('The line broke.');
      yield { conversations: handCounted.slice(3) };
    });
    const impact = await showImpact(adapter);
    await says(impact, 'Part of the data. Loading stopped after 3 conversations.');
    press(impact, 'Try again');
    await says(impact, '3 of 4 conversations');
    expect(wordsOf(impact)).not.to.contain('Part of the data');
  });

  it('survives being taken away in the middle of a load, and shows the rest when it is back', async () => {
    const { adapter, letGo } = heldAdapter(handCounted, 24_600);
    const page = await showPage(adapter);
    const cards = cardsOf(page);
    await shows(cards[0]!, 'progress');
    for (const card of cards) card.remove();
    letGo();
    await aTimeout(30);
    page.append(...cards);
    await isReady(cards[0]!);
    expect(wordsOf(cards[0]!)).to.contain('3 of 4 conversations');
  });

  it('says on itself alone that it could not be worked out, shows it, and recovers with other data', async () => {
    const atTheEdge = pagesAdapter(async function* () {
      yield { conversations: handCounted, asOf: -8_640_000_000_000_000 };
    });
    const page = await showPage(null, impactOnly);
    const impact = only(page, 'impact-this-week');
    const heard: CustomEvent<Error>[] = [];
    const bubbled: Event[] = [];
    impact.addEventListener('report-error', (event) => heard.push(event as CustomEvent<Error>));
    page.addEventListener('report-error', (event) => bubbled.push(event));
    page.adapter = atTheEdge;
    await shows(impact, 'failed');
    await aTimeout(10);
    expect(heard.map(({ detail }) => detail.name)).to.deep.equal(['DefinitionError']);
    press(impact, 'Try again');
    await waitUntil(() => heard.length === 2);
    await shows(impact, 'failed');
    page.adapter = memoryAdapter(handCounted);
    await isReady(impact);
    expect(bubbled.length).to.equal(0);
  });

  it('tells its host once of each time its data could not be loaded', async () => {
    const page = await showPage(null, impactOnly);
    const impact = only(page, 'impact-this-week');
    const heard: Error[] = [];
    impact.addEventListener('report-error', ({ detail }) => heard.push(detail));
    page.adapter = failingAdapter('unavailable').adapter;
    await shows(impact, 'failed');
    impact.requestUpdate();
    await impact.updateComplete;
    expect(heard.map(({ message }) => message)).to.deep.equal(['It is broken: unavailable.']);
    press(impact, 'Try again');
    await waitUntil(() => heard.length === 2);
  });

  it('takes another adapter that its host sets on hearing of a failure', async () => {
    const page = await showPage(null);
    for (const card of cardsOf(page)) {
      card.addEventListener('report-error', () => (card.adapter = memoryAdapter(handCounted, gapsOf(['Two', 1, 9]))));
    }
    page.adapter = failingAdapter('unavailable').adapter;
    for (const card of cardsOf(page)) await shows(card, 'figures', 'chart', 'topics');
  });

  for (const level of ['2', '6', '9', 'x', '', '-1']) {
    it(`has a heading whatever its level is: "${level}"`, async () => {
      const page = await showPage(
        memoryAdapter(handCounted),
        html`<impact-this-week heading-level=${level}></impact-this-week>
          <knowledge-gaps-table heading-level=${level}></knowledge-gaps-table>`,
      );
      for (const card of cardsOf(page)) {
        await card.updateComplete;
        expect(inside(card, '.heading').localName).to.equal(`h${/[26]/.test(level) ? level : 3}`);
      }
    });
  }
});
