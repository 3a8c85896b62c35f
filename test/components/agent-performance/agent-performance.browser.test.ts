import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { contractAnswerer } from '../../../stories/server/answer-contract.js';
import { handCounted, NOW, NOW_MS, weekOf } from '../../support/hand-made-records.js';
import { cardsOf, isReady, only, says, showPage, shows, spokenBy, wordsOf } from '../../support/kit-page.js';
import { failingAdapter, pagesAdapter } from '../../support/odd-adapters.js';
import { recordWarnings } from '../../support/warnings.js';
import { waitUntil } from '../../support/wait-until.js';

const impactOnly = html`<impact-this-week></impact-this-week>`;

/** A file of records that the page can fetch. */
function fileOf(records: readonly unknown[]): string {
  const lines = records.map((record) => JSON.stringify(record)).join('\n');
  return URL.createObjectURL(new Blob([lines], { type: 'application/x-ndjson' }));
}

describe('<agent-performance>', () => {
  it('is accessible and shows what is in it', async () => {
    const page = await showPage(
      memoryAdapter(handCounted),
      html`<h2>Our page</h2>
        ${impactOnly}`,
    );
    await isReady(only(page, 'impact-this-week'));
    expect(page.innerText).to.contain('Our page');
    await expect(page).to.be.accessible();
  });

  it('shows a made-up help desk where it says demo, another one for another number', async () => {
    const shown: string[] = [];
    for (const demo of ['', '2']) {
      const page = await fixture<AgentPerformance>(
        html`<agent-performance demo=${demo} now=${NOW} history="2w" time-zone="UTC">${impactOnly}</agent-performance>`,
      );
      await isReady(only(page, 'impact-this-week'));
      shown.push(wordsOf(only(page, 'impact-this-week')));
    }
    expect(shown[0]).to.match(/Conversations handled \d/);
    expect(shown[0]).not.to.equal(shown[1]);
  });

  it('lists the knowledge gaps of the demo', async () => {
    const page = await fixture<AgentPerformance>(
      html`<agent-performance demo now=${NOW}><knowledge-gaps-table></knowledge-gaps-table></agent-performance>`,
    );
    await shows(only(page, 'knowledge-gaps-table'), 'topics');
  });

  it('reads the file its src names, and another one when it changes', async () => {
    const page = await fixture<AgentPerformance>(
      html`<agent-performance src=${fileOf(handCounted)} now=${NOW} time-zone="Europe/Berlin"
        >${impactOnly}</agent-performance
      >`,
    );
    const impact = only(page, 'impact-this-week');
    await isReady(impact);
    expect(wordsOf(impact)).to.contain('Conversations handled');
    page.src = fileOf(weekOf(0, 5, 0));
    await says(impact, '5 of 5 conversations');
    page.src = null;
    await shows(impact, 'not-wired');
  });

  it('asks the server its api names before the file of its src', async () => {
    const { fetch } = globalThis;
    const answer = contractAnswerer(memoryAdapter(handCounted), '/api/performance/');
    globalThis.fetch = async (address, init) => {
      const request = new Request(address, init);
      return new URL(request.url).pathname.startsWith('/api/') ? answer(request) : fetch(address, init);
    };
    try {
      const page = await fixture<AgentPerformance>(
        html`<agent-performance
          api="/api/performance"
          src=${fileOf(weekOf(0, 5, 0))}
          now=${NOW}
          time-zone="Europe/Berlin"
          >${impactOnly}</agent-performance
        >`,
      );
      const impact = only(page, 'impact-this-week');
      await isReady(impact);
      expect(wordsOf(impact)).not.to.contain('5 of 5 conversations');
      page.api = null;
      await says(impact, '5 of 5 conversations');
    } finally {
      globalThis.fetch = fetch;
    }
  });

  for (const api of ['http://[', 'ftp://desk.invalid/', '/api?key=secret']) {
    it(`shows that the server at ${api} cannot be asked and throws nothing`, async () => {
      const page = await fixture<AgentPerformance>(html`<agent-performance>${impactOnly}</agent-performance>`);
      const warnings = recordWarnings();
      setTimeout(() => (page.api = api));
      const { detail } = (await oneEvent(page, 'performance-error')) as CustomEvent<Error>;
      const said = warnings.stop().join('\n');
      if (api !== 'http://[') expect(said).to.match(/^<agent-performance>: restAdapter: baseUrl: expected .*, got "/);
      expect(said).not.to.contain('secret');
      expect(detail.name).to.equal('AdapterError');
      expect(detail.message).not.to.contain('secret');
      await shows(only(page, 'impact-this-week'), 'failed');
    });
  }

  for (const src of ['http://[', '/there-is-no-such-file.ndjson', 'https://nowhere.invalid/records.ndjson']) {
    it(`shows that ${src} cannot be loaded and throws nothing`, async () => {
      const page = await fixture<AgentPerformance>(html`<agent-performance>${impactOnly}</agent-performance>`);
      setTimeout(() => (page.src = src));
      const { detail } = (await oneEvent(page, 'performance-error')) as CustomEvent<Error>;
      expect(detail.name).to.equal('AdapterError');
      await shows(only(page, 'impact-this-week'), 'failed');
    });
  }

  it('takes its adapter before src, and src before demo', async () => {
    const page = await showPage(memoryAdapter(weekOf(0, 2, 0)), impactOnly);
    page.src = fileOf(weekOf(0, 5, 0));
    page.demo = '';
    const impact = only(page, 'impact-this-week');
    await says(impact, '2 of 2 conversations');
    page.adapter = null;
    await says(impact, '5 of 5 conversations');
  });

  it('tells of a load and of a failure on itself alone: neither bubbles', async () => {
    const heard: string[] = [];
    const hear = (event: Event): void => void heard.push(event.type);
    for (const type of ['performance-load', 'performance-error']) document.addEventListener(type, hear);
    const page = await showPage(null, impactOnly);
    setTimeout(() => (page.adapter = memoryAdapter(handCounted)));
    const load = (await oneEvent(page, 'performance-load')) as CustomEvent;
    expect(load.detail).to.deep.equal({ conversations: handCounted.length, asOf: NOW_MS });
    setTimeout(() => (page.adapter = failingAdapter('timeout').adapter));
    const failure = (await oneEvent(page, 'performance-error')) as CustomEvent;
    expect(failure.detail).to.include({ code: 'timeout', retryable: true });
    expect([load.bubbles, failure.bubbles]).to.deep.equal([false, false]);
    for (const type of ['performance-load', 'performance-error']) document.removeEventListener(type, hear);
    expect(heard).to.deep.equal([]);
  });

  it('tells of older conversations too, once all of them have come', async () => {
    const records = [...weekOf(0, 3, 0), ...weekOf(8, 2, 0), ...weekOf(9, 2, 0)];
    const page = await showPage(null, impactOnly);
    const told: number[] = [];
    page.addEventListener('performance-load', ({ detail }) => void told.push(detail.conversations));
    page.history = '2w';
    page.adapter = memoryAdapter(records, undefined, { asOf: NOW });
    await waitUntil(() => told.length === 1, 'the first load is told');
    page.history = 'all';
    await waitUntil(() => told.length === 2, 'the second is told');
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(told).to.deep.equal([3, 7]);
  });

  it('takes another adapter that its host sets on hearing of a failure, also of an earlier one', async () => {
    const { adapter } = failingAdapter('unavailable');
    const earlier = await showPage(adapter, impactOnly);
    await shows(only(earlier, 'impact-this-week'), 'failed');
    const page = document.createElement('agent-performance');
    page.addEventListener('performance-error', () => (page.adapter = memoryAdapter(handCounted)));
    page.setAttribute('now', NOW);
    page.adapter = adapter;
    page.append(document.createElement('impact-this-week'));
    earlier.after(page);
    await shows(only(page, 'impact-this-week'), 'figures');
  });

  it('asks its adapter once, however many elements show the data', async () => {
    const adapter = pagesAdapter(async function* () {
      yield { conversations: handCounted };
    });
    const page = await showPage(
      adapter,
      html`${impactOnly}${impactOnly}<resolution-rate-chart></resolution-rate-chart>`,
    );
    for (const card of cardsOf(page)) await isReady(card);
    expect(adapter.asked).to.equal(1);
  });

  it('asks an adapter once that two providers and an element have', async () => {
    const adapter = pagesAdapter(async function* () {
      yield { conversations: handCounted };
    });
    const page = await fixture<HTMLElement>(
      html`<div>
        <agent-performance .adapter=${adapter}>${impactOnly}</agent-performance>
        <agent-performance .adapter=${adapter}>${impactOnly}</agent-performance>
        <impact-this-week .adapter=${adapter}></impact-this-week>
      </div>`,
    );
    for (const card of cardsOf(page)) await isReady(card);
    expect(adapter.asked).to.equal(1);
  });

  it('says once what is wrong with an attribute, and goes on without it', async () => {
    const warnings = recordWarnings();
    const page = await fixture<AgentPerformance>(
      html`<agent-performance
        time-zone="Mars/Olympus"
        week-start="someday"
        history="ever"
        now="8640000000000000"
        .adapter=${memoryAdapter(handCounted)}
        >${impactOnly}</agent-performance
      >`,
    );
    await isReady(only(page, 'impact-this-week'));
    page.requestUpdate();
    await page.updateComplete;
    const said = warnings.stop();
    expect(said.length, said.join('\n')).to.equal(4);
    for (const value of ['Mars/Olympus', 'someday', 'ever', '8640000000000000']) {
      expect(said.filter((text) => text.startsWith('<agent-performance>: ') && text.includes(value)).length).to.equal(
        1,
      );
    }
  });

  for (const adapter of [undefined, 'text', 7, {}, Promise.resolve(), { contract: 1, conversations: 'none' }]) {
    it(`survives ${JSON.stringify(adapter) ?? 'undefined'} as its adapter, and as that of an element`, async () => {
      const page = await showPage(null, impactOnly);
      const impact = only(page, 'impact-this-week');
      page.adapter = adapter as never;
      await shows(impact, 'not-wired', 'failed', 'message');
      page.adapter = memoryAdapter(handCounted);
      impact.adapter = adapter as never;
      await shows(impact, 'figures', 'failed', 'message');
      impact.adapter = null;
      await shows(impact, 'figures');
    });
  }

  it('lets an element go to sleep and wake up again without asking anew', async () => {
    const adapter = pagesAdapter(async function* () {
      yield { conversations: handCounted };
    });
    const page = await showPage(adapter, impactOnly);
    const impact = only(page, 'impact-this-week');
    await isReady(impact);
    const parent = page.parentElement!;
    page.remove();
    await aTimeout(30);
    parent.append(page);
    await isReady(impact);
    await waitUntil(() => wordsOf(impact).includes('3 of 4 conversations'));
    expect(adapter.asked).to.equal(1);
    expect(spokenBy(impact)).to.equal('');
  });
});
