import { expect, fixture, html } from '@open-wc/testing';
import type { CardOptions } from '../../../components/card/card.js';
import type { CardState } from '../../../components/card/card-state.js';
import { renderTable } from '../../../components/card/table-view.js';
import { renderFigure } from '../../../components/figure/figure.js';
import { localize } from '../../../src/localize/localize.js';
import type { CardHost } from './card-host.js';
import { card, english } from './card-host.js';

const nothingDone = (): void => undefined;
const states: readonly CardState[] = [
  { kind: 'waiting' },
  { kind: 'progress', loaded: 4200, total: 24_600, cancel: nothingDone },
  { kind: 'progress', loaded: 4200 },
  { kind: 'cancelled', loaded: 0, load: nothingDone },
  { kind: 'empty', title: 'No conversations in this range', text: 'They appear here.' },
  { kind: 'failed', code: 'unavailable', details: 'code: unavailable', retry: nothingDone },
  { kind: 'forbidden' },
  { kind: 'not-wired' },
  {
    kind: 'ready',
    notices: [
      { kind: 'partial', text: card.partial('Email is missing.'), action: { label: 'Try again', run: nothingDone } },
      { kind: 'quality', text: card.leftOut(3) },
    ],
  },
];

const show = (options: Partial<CardOptions>): Promise<CardHost> =>
  fixture(html`<test-card-host .options=${options}></test-card-host>`);

describe('a card', () => {
  for (const state of states) {
    it(`is accessible when ${state.kind}`, async () => {
      await expect(await show({ state })).to.be.accessible();
    });
  }

  it('is accessible in dark', async () => {
    const page = await fixture<HTMLElement>(html`<div><test-card-host></test-card-host></div>`);
    page.style.colorScheme = 'dark';
    page.style.backgroundColor = 'black';
    await expect(page).to.be.accessible();
  });

  it('is named by its heading, at the level the page asks for', async () => {
    const host = await show({ headingLevel: 2 });
    expect(host.find('h2').innerText).to.equal('Resolution rate');
    expect(host.find('.card').getAttribute('aria-labelledby')).to.equal(host.find('h2').id);
  });

  it('keeps its size from waiting over failing to ready', async () => {
    const figure = renderFigure({ value: english.format.ratioParts(0.5), of: '1 of 2' });
    const foot = [{ text: 'One line' }];
    const host = await show({ figure, foot, state: { kind: 'waiting' } });
    const sizes: number[] = [];
    for (const state of [{ kind: 'waiting' }, { kind: 'forbidden' }, { kind: 'ready' }] as const) {
      host.options = { figure, foot, state };
      await host.updateComplete;
      sizes.push(host.offsetHeight);
    }
    expect(Math.max(...sizes) - Math.min(...sizes)).to.be.at.most(8);
  });

  it('lines its rows up with those of its neighbour in a grid that asks for it', async () => {
    const grid = await fixture<HTMLElement>(html`
      <div>
        <test-card-host
          .options=${{ note: 'A note that is much longer than the other and takes several lines' }}
        ></test-card-host>
        <test-card-host></test-card-host>
      </div>
    `);
    Object.assign(grid.style, { display: 'grid', gridTemplateColumns: '200px 200px', gap: '16px' });
    for (const host of grid.querySelectorAll<CardHost>('test-card-host')) {
      host.style.gridRow = 'span 4';
      host.style.setProperty('--dg-card-rows', 'subgrid');
    }
    const tops = [...grid.querySelectorAll<CardHost>('test-card-host')].map(
      (host) => host.find('.body').getBoundingClientRect().top,
    );
    expect(tops[0]).to.equal(tops[1]);
  });

  it('is one item of a grid that does not ask, beside those of the page', async () => {
    const grid = await fixture<HTMLElement>(html`
      <div>
        <test-card-host></test-card-host>
        <section>Ours</section>
      </div>
    `);
    Object.assign(grid.style, { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '16px', gridAutoRows: '600px' });
    const heights = [...grid.children].map((item) => (item as HTMLElement).offsetHeight);
    expect(heights).to.deep.equal([600, 600]);
  });

  it('grows with what comes into its body', async () => {
    const host = await show({ state: { kind: 'waiting' } });
    const waiting = host.offsetHeight;
    host.options = { ...host.options, state: { kind: 'ready' }, body: () => html`${'long '.repeat(2000)}` };
    await host.updateComplete;
    expect(host.offsetHeight).to.be.above(waiting);
    expect(host.find('.body').scrollHeight).to.be.at.most(host.find('.body').clientHeight);
  });

  it('stretches its body, not its heading, where the page gives it a height', async () => {
    const host = await show({ foot: [{ text: 'Foot' }] });
    const head = host.find('.head').offsetHeight;
    host.style.blockSize = '600px';
    expect(host.find('.head').offsetHeight).to.equal(head);
    expect(host.find('.body').offsetHeight).to.be.above(400);
  });

  it('says a load in numbers and lets it be cancelled', async () => {
    let cancelled = 0;
    const host = await show({
      state: { kind: 'progress', loaded: 4200, total: 24_600, cancel: () => (cancelled += 1) },
    });
    expect(host.words).to.contain('4,200 of about 24,600 conversations');
    expect(host.find<HTMLProgressElement>('progress').position).to.be.closeTo(0.17, 0.01);
    expect(host.find('.card').getAttribute('aria-busy')).to.equal('true');
    host.find('.state button').click();
    expect(cancelled).to.equal(1);
  });

  it('leaves the end of a load open where nobody knows it', async () => {
    const host = await show({ state: { kind: 'progress', loaded: 4200 } });
    expect(host.find<HTMLProgressElement>('progress').position).to.equal(-1);
  });

  it('says what is to be known about emptiness', async () => {
    const notices = [{ kind: 'quality', text: card.leftOut(3) }] as const;
    const host = await show({ state: { kind: 'empty', title: 'Nothing', text: 'It comes.', notices } });
    expect(host.words).to.contain('3 records were left out');
  });

  it('does not draw its body before it is ready', async () => {
    let drawn = 0;
    await show({ state: { kind: 'waiting' }, body: () => html`${(drawn += 1)}` });
    expect(drawn).to.equal(0);
  });

  it('tells what to do and what to tell support when it failed', async () => {
    let tried = 0;
    const host = await show({
      state: { kind: 'failed', code: 'rate-limited', details: 'x', retryAfterMs: 30_000, retry: () => (tried += 1) },
    });
    expect(host.words).to.contain('The help desk asks to wait 30 s.');
    expect(host.find('code').innerText).to.equal('rate-limited');
    host.find('.state button').click();
    expect(tried).to.equal(1);
  });

  it('shows the details where the clipboard is refused', async () => {
    const host = await show({ state: { kind: 'failed', code: 'unknown', details: 'what happened' } });
    const clipboard = navigator.clipboard;
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    try {
      host.find('.button.quiet').click();
      await new Promise((resolve) => setTimeout(resolve));
      expect(host.find('.details').checkVisibility()).to.equal(true);
      expect(host.find('.details').innerText).to.equal('what happened');
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('names the three ways to give data when it is not wired', async () => {
    const host = await show({ state: { kind: 'not-wired' } });
    const ways = [...host.renderRoot.querySelectorAll('code')].map((way) => way.textContent);
    expect(ways).to.deep.equal(['.adapter', '<agent-performance>', 'configure({ adapter })']);
  });

  it('keeps its figures under a notice', async () => {
    const host = await show({
      state: { kind: 'ready', notices: [{ kind: 'stale', text: card.stale(0, 86_400_000) }] },
    });
    expect(host.words).to.contain('Body');
    expect(host.words).to.contain('As of yesterday');
  });

  it('shows untrusted text as text', async () => {
    const host = await show({ heading: '<img src=x onerror=alert(1)>', note: '<b>bold</b>' });
    expect(host.find('.heading').innerText).to.equal('<img src=x onerror=alert(1)>');
    expect(host.renderRoot.querySelector('img, .note b')).to.equal(null);
  });

  it('takes heading, note and foot from slots', async () => {
    const host = await fixture<CardHost>(html`<test-card-host><span slot="heading">Ours</span></test-card-host>`);
    const slot = host.find<HTMLSlotElement>('slot[name="heading"]');
    expect(slot.assignedNodes().map((node) => node.textContent)).to.deep.equal(['Ours']);
  });

  it('reads in the direction of its texts, not of the page', async () => {
    const page = await fixture<HTMLElement>(html`<div dir="rtl"></div>`);
    const host = document.createElement('test-card-host') as CardHost;
    host.options = { language: localize('de', 'UTC') };
    page.append(host);
    await host.updateComplete;
    expect(getComputedStyle(host.find('.note')).direction).to.equal('ltr');
    expect(host.find('.card').lang).to.equal('de');
  });

  it('does not widen a narrow container', async () => {
    for (const state of states) {
      const host = await show({ state, foot: [{ text: 'Foot' }] });
      host.style.inlineSize = '240px';
      expect(host.find('.card').scrollWidth, state.kind).to.be.at.most(240);
    }
  });
});

describe('renderTable', () => {
  const table = () =>
    renderTable({
      caption: 'Resolution rate by week',
      region: 'Resolution rate, table',
      columns: [{ label: 'Week of' }, { label: 'Resolved', numeric: true }, { label: 'State', muted: true }],
      rows: Array.from({ length: 60 }, (_, key) => ({ key, cells: [`week ${key}`, String(key), 'Complete'] })),
    });

  it('is accessible', async () => {
    await expect(await show({ body: table })).to.be.accessible();
  });

  it('names rows and columns by scope', async () => {
    const host = await show({ body: table });
    expect(host.renderRoot.querySelectorAll('thead th[scope="col"]').length).to.equal(3);
    expect(host.renderRoot.querySelectorAll('tbody th[scope="row"]').length).to.equal(60);
    expect(host.find('caption').textContent.trim()).to.equal('Resolution rate by week');
  });

  it('sets figures to the end of their cells', async () => {
    const host = await show({ body: table });
    expect(getComputedStyle(host.find('td.numeric')).textAlign).to.equal('end');
  });

  it('scrolls inside itself and can be reached by keyboard', async () => {
    const region = (await show({ body: table })).find('.table-region');
    expect(region.scrollHeight).to.be.above(region.clientHeight);
    region.focus();
    expect((region.getRootNode() as ShadowRoot).activeElement).to.equal(region);
  });
});
