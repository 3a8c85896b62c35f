import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import type { FiltersChangeDetail } from '../../../components/agent-performance/page-filters.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { defaultFilters, type Filters } from '../../../src/filters/filters.js';
import { answered, handCounted, march, NOW, weekOf } from '../../support/hand-made-records.js';
import { cellsOf, inside, isReady, only, press, says, showPage, shows } from '../../support/kit-page.js';
import { pagesAdapter } from '../../support/odd-adapters.js';
import { recordWarnings } from '../../support/warnings.js';
import { waitUntil } from '../../support/wait-until.js';

const two = html`<impact-this-week></impact-this-week><resolution-rate-chart></resolution-rate-chart>`;
const mail = { ...answered('mail', march('10 09:00')), channel: 'email' };

function ask(from: EventTarget, detail: unknown): CustomEvent {
  const request = new CustomEvent('filters-request', { detail, bubbles: true, composed: true, cancelable: true });
  from.dispatchEvent(request);
  return request;
}

function spend(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}

async function rowsOf(page: AgentPerformance): Promise<number> {
  const chart = only(page, 'resolution-rate-chart');
  await shows(chart, 'chart', 'table');
  if (chart.shadowRoot!.querySelector('table') === null) press(chart, 'Show as table');
  await shows(chart, 'table');
  return cellsOf(chart).length;
}

describe('the filters of <agent-performance>', () => {
  it('are 12 weeks of all channels by week where nothing says otherwise', async () => {
    const page = await showPage(memoryAdapter(handCounted), two);
    expect(page.filters).to.deep.equal(defaultFilters);
    expect(await rowsOf(page)).to.equal(12);
  });

  it('start with what the attribute says', async () => {
    const page = await fixture<AgentPerformance>(
      html`<agent-performance
        filters="range=4w&grain=day&channels=chat,email"
        now=${NOW}
        time-zone="Europe/Berlin"
        week-start="monday"
        .adapter=${memoryAdapter(handCounted)}
        >${two}</agent-performance
      >`,
    );
    expect(page.filters).to.deep.equal({ range: '4w', grain: 'day', channels: ['chat', 'email'] });
    expect(await rowsOf(page)).to.equal(28);
  });

  it('are followed in the next frame by every report that is seen, however long each takes', async () => {
    const page = await showPage(memoryAdapter(handCounted), html`${two}<handle-rate-chart></handle-rate-chart>`);
    const cards = page.querySelectorAll('resolution-rate-chart, handle-rate-chart');
    for (const card of cards) {
      await isReady(card);
      press(card, 'Show as table');
      await shows(card, 'table');
      Object.assign(card, { willUpdate: () => spend(20) });
    }
    await aTimeout(100); // The browser tells a frame later what can be seen.
    page.filters = { range: '4w' };
    await new Promise(requestAnimationFrame);
    expect([...cards].map((card) => cellsOf(card).length)).to.deep.equal([4, 4]);
  });

  it('are set by the property, in part or as a text, and then fire nothing', async () => {
    const page = await showPage(memoryAdapter([...handCounted, mail]), two);
    let heard = 0;
    page.addEventListener('filters-change', () => (heard += 1));
    page.filters = { range: '4w' };
    expect(page.filters).to.deep.equal({ ...defaultFilters, range: '4w' });
    await waitUntil(async () => (await rowsOf(page)) === 4);
    page.filters = 'channels=email';
    await says(only(page, 'impact-this-week'), '1 of 1 conversation');
    page.filters = null;
    expect(page.filters).to.deep.equal(defaultFilters);
    await says(only(page, 'impact-this-week'), '4 of 5 conversations');
    expect(heard).to.equal(0);
  });

  it('change on request from anywhere inside, and tell the host, on the provider alone', async () => {
    const page = await showPage(memoryAdapter([...handCounted, mail]), two);
    const outside: string[] = [];
    const hear = (event: Event): void => void outside.push(event.type);
    document.addEventListener('filters-change', hear);
    const inner = inside(only(page, 'impact-this-week'), '.card');
    setTimeout(() => ask(inner, { channels: ['email'], grain: 'month' }));
    const { detail } = (await oneEvent(page, 'filters-change')) as CustomEvent<FiltersChangeDetail>;
    document.removeEventListener('filters-change', hear);
    const filters: Filters = { range: '12w', grain: 'month', channels: ['email'] };
    expect(detail).to.deep.equal({ filters, text: 'range=12w&grain=month&channels=email' });
    expect(page.filters).to.deep.equal(filters);
    expect(outside).to.deep.equal([]);
    await says(only(page, 'impact-this-week'), '1 of 1 conversation');
    expect(await rowsOf(page)).to.equal(4);
  });

  it('stay where somebody on the way prevents the request, however far out', async () => {
    const page = await showPage(memoryAdapter(handCounted), two);
    const refuse = (event: Event): void => event.preventDefault();
    document.addEventListener('filters-request', refuse);
    const request = ask(page.firstElementChild!, { range: '4w' });
    document.removeEventListener('filters-request', refuse);
    await aTimeout(0);
    expect(request.defaultPrevented).to.equal(true);
    expect(page.filters).to.deep.equal(defaultFilters);
  });

  it('tell of no change that is none', async () => {
    const page = await showPage(memoryAdapter(handCounted), two);
    let heard = 0;
    page.addEventListener('filters-change', () => (heard += 1));
    ask(page, { range: '12w', channels: [] });
    await aTimeout(0);
    expect(heard).to.equal(0);
  });

  it('are those of the nearest provider', async () => {
    const outer = await fixture<AgentPerformance>(
      html`<agent-performance
        ><agent-performance><p></p></agent-performance
      ></agent-performance>`,
    );
    const page = outer.querySelector('agent-performance')!;
    ask(page.querySelector('p')!, { range: '4w' });
    await aTimeout(0);
    expect([outer.filters.range, page.filters.range]).to.deep.equal(['12w', '4w']);
  });

  it('keep what makes sense of nonsense, and say the rest once', async () => {
    const warnings = recordWarnings();
    const page = await showPage(memoryAdapter(handCounted), two);
    for (const value of [7, 'range=ever&grain=day', { range: 'ever', grain: 'day' }]) page.filters = value as never;
    expect(page.filters).to.deep.equal({ ...defaultFilters, grain: 'day' });
    for (const detail of [null, undefined, 'x', { range: 'ever', channels: ['chat'] }]) ask(page, detail);
    await aTimeout(0);
    expect(page.filters).to.deep.equal({ range: '12w', grain: 'day', channels: ['chat'] });
    for (const value of [undefined, false, null]) {
      page.filters = value as never;
      expect(page.filters).to.deep.equal(defaultFilters);
    }
    const said = warnings.stop();
    expect(said.filter((text) => text.includes('"ever"')).length).to.equal(1);
    expect(said.every((text) => text.startsWith('<agent-performance>: '))).to.equal(true);
  });

  it('load older conversations where they need them, and show no figures of half of them meanwhile', async () => {
    let letGo = (): void => {};
    const adapter = pagesAdapter(async function* (_signal, asked) {
      if (asked > 1) await new Promise<void>((resolve) => (letGo = resolve));
      yield { conversations: weekOf(asked === 1 ? 1 : 40, 3, 0) };
    });
    const page = await showPage(adapter, two);
    const chart = only(page, 'resolution-rate-chart');
    expect(await rowsOf(page)).to.equal(12);
    ask(page, { range: '52w' });
    await waitUntil(() => adapter.asked === 2);
    await waitUntil(() => inside(chart, '.card').getAttribute('aria-busy') === 'true');
    expect(cellsOf(chart).length).to.equal(12);
    letGo();
    await waitUntil(() => cellsOf(chart).length === 52);
    await isReady(chart);
    expect(cellsOf(chart).map(([, , resolved]) => resolved)[40]).to.equal('3');
  });

  it('say that part of the data is missing where older conversations could not be loaded', async () => {
    const adapter = pagesAdapter(async function* (_signal, asked) {
      if (asked === 2) throw new Error('no');
      yield { conversations: weekOf(asked === 1 ? 1 : 40, 3, 0) };
    });
    const page = await showPage(adapter, two);
    const chart = only(page, 'resolution-rate-chart');
    await isReady(chart);
    page.filters = { range: '52w' };
    await says(chart, 'Part of the data. Older conversations could not be loaded.');
    press(chart, 'Try again');
    await waitUntil(() => !chart.shadowRoot!.textContent.includes('Older conversations'));
  });
});
