import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { handCounted, march, weekOf } from '../../support/hand-made-records.js';
import { allInside, inside, isReady, only, press, says, showPage, shows } from '../../support/kit-page.js';
import { failingAdapter, heldAdapter } from '../../support/odd-adapters.js';
import { waitUntil } from '../../support/wait-until.js';

const impactOnly = html`<impact-this-week></impact-this-week>`;

async function showImpact(adapter: PerformanceAdapter): Promise<HTMLElementTagNameMap['impact-this-week']> {
  return only(await showPage(adapter, impactOnly), 'impact-this-week');
}

describe('a report that has the focus', () => {
  it('keeps its open menu and definition, and the focus in them, when its figures go and come back', async () => {
    const page = await showPage(memoryAdapter(handCounted), impactOnly);
    const impact = only(page, 'impact-this-week');
    for (const opened of ['Menu for', 'Definition']) {
      await isReady(impact);
      press(impact, opened);
      await waitUntil(() => impact.shadowRoot!.activeElement !== null);
      const focused = impact.shadowRoot!.activeElement;
      const isOpen = (): boolean => allInside(impact, ':popover-open, :modal').length === 1;
      page.adapter = failingAdapter('unavailable').adapter;
      await shows(impact, 'failed');
      expect([isOpen(), impact.shadowRoot!.activeElement], opened).to.deep.equal([true, focused]);
      page.adapter = memoryAdapter(handCounted);
      await isReady(impact);
      expect([isOpen(), impact.shadowRoot!.activeElement], opened).to.deep.equal([true, focused]);
      await sendKeys({ press: 'Escape' });
    }
  });

  it('offers its menu while it loads, and says why there is nothing to show as a table or to download', async () => {
    const { adapter } = heldAdapter(handCounted, 24_600);
    const impact = await showImpact(adapter);
    await shows(impact, 'progress');
    press(impact, 'Menu for');
    const entries = allInside(impact, '[role="menuitem"]');
    const named = ['Show as table', 'Download CSV', 'Download PNG'];
    named.forEach((name, index) => {
      const entry = entries[index]!;
      expect([entry.innerText, entry.ariaDisabled]).to.deep.equal([`${name}\nNo figures yet`, 'true']);
      entry.click();
    });
    await impact.updateComplete;
    expect(inside(impact, '.menu').matches(':popover-open')).to.equal(true);
    entries.at(-1)!.click();
    expect(inside<HTMLDialogElement>(impact, 'dialog').open).to.equal(true);
    await expect(impact).to.be.accessible();
  });

  it('leaves the focus on its menu during a long load, and never moves it onto Cancel', async () => {
    const page = await showPage(memoryAdapter(weekOf(0, 2, 0)), html`<resolution-rate-chart></resolution-rate-chart>`);
    const chart = only(page, 'resolution-rate-chart');
    for (const selector of ['.menu-button', '[role="menuitem"]', '.plot']) {
      await shows(chart, 'chart');
      if (selector === '[role="menuitem"]') press(chart, 'Menu for');
      inside(chart, selector).focus();
      const { adapter, letGo } = heldAdapter(handCounted, 24_600);
      page.adapter = adapter;
      await shows(chart, 'progress');
      const during = chart.shadowRoot!.activeElement;
      expect(during?.matches(selector === '.plot' ? '.card' : selector), `${during?.className}`).to.equal(true);
      letGo();
      await shows(chart, 'chart');
      expect(chart.shadowRoot!.activeElement, 'once it is there').to.equal(inside(chart, selector));
    }
  });

  it('does not move the focus when its data changes', async () => {
    const page = await showPage(memoryAdapter(handCounted, undefined, { asOf: march('13 10:00') }), impactOnly);
    const impact = only(page, 'impact-this-week');
    await isReady(impact);
    const menu = inside(impact, '[aria-haspopup]');
    menu.focus();
    page.adapter = memoryAdapter(weekOf(0, 2, 0));
    await says(impact, '2 of 2 conversations');
    expect(impact.shadowRoot!.activeElement).to.equal(menu);
  });
});
