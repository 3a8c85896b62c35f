import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { chartLibrary } from '../../../components/chart/chart-library.js';
import { cardsOf, showPage, shows } from '../../support/kit-page.js';
import { silentAdapter } from '../../support/odd-adapters.js';

/** Its file as it is, or one that the bundler named after it. */
const hasAskedForIt = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => /\/chart-js[-.][^/]*$/.test(name));

/** The page has had nothing to do for a while. */
async function idle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => requestIdleCallback(resolve));
    await nextFrame();
  }
}

describe('Chart.js', () => {
  before(() => performance.clearResourceTimings()); // The browser notes a few hundred files, and the kit has more.

  it('is not asked for by cards that have no source', async () => {
    const page = await showPage(null);
    for (const card of cardsOf(page)) await shows(card, 'not-wired');
    await idle();
    expect(hasAskedForIt()).to.equal(false);
  });

  it('is there before the conversations are', async () => {
    const page = await showPage(silentAdapter());
    await waitUntil(() => chartLibrary() !== null, 'the library was not loaded');
    for (const card of cardsOf(page)) await shows(card, 'waiting');
    expect(hasAskedForIt()).to.equal(true);
  });
});
