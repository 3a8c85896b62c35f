import { expect, html } from '@open-wc/testing';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { handCounted, march } from '../../support/hand-made-records.js';
import { allInside, isReady, only, says, showPage, shownBy, shows, wordsOf } from '../../support/kit-page.js';
import { pagesAdapter, silentAdapter } from '../../support/odd-adapters.js';

const impactOnly = html`<impact-this-week></impact-this-week>`;

describe('a report and its source', () => {
  it('does not let the figures of one source stand for another that does not answer', async () => {
    const page = await showPage(memoryAdapter(handCounted, undefined, { asOf: march('13 10:00') }), impactOnly);
    const impact = only(page, 'impact-this-week');
    await isReady(impact);
    page.adapter = silentAdapter();
    await page.updateComplete;
    expect(shownBy(impact)).to.equal('figures');
    await shows(impact, 'waiting');
  });

  it('says what is partial and what was left out beside an empty card', async () => {
    const chart = html`<resolution-rate-chart></resolution-rate-chart>`;
    const adapter = pagesAdapter(async function* () {
      yield { conversations: [{ id: 'bad' }], warnings: ['Email is missing.'] };
    });
    const element = only(await showPage(adapter, chart), 'resolution-rate-chart');
    await says(element, '1 record was left out');
    expect(shownBy(element)).to.equal('message');
    expect(wordsOf(element)).to.contain('Email is missing.');
  });

  it('says calmly that a source has no conversations', async () => {
    const impact = only(await showPage({ contract: 1 }, impactOnly), 'impact-this-week');
    await says(impact, 'This source has no conversations');
    expect(allInside(impact, '.state button').length).to.equal(0);
  });
});
