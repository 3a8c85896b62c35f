import { expect, fixture, html, nextFrame, waitUntil } from '@open-wc/testing';
import { chartLibrary, isChartLibraryWarm } from '../../../components/chart/chart-library.js';
import { emulateMedia } from '../../support/emulate-media.js';
import { cardsOf, showPage, shows } from '../../support/kit-page.js';
import { silentAdapter } from '../../support/odd-adapters.js';
import { drawn, type ChartHost } from './chart-host.js';
import { chartModel } from './model.js';

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

  const { requestIdleCallback: inPause } = globalThis;
  const pauses: IdleRequestCallback[] = [];
  const makePause = (): void => pauses.splice(0).forEach((work) => inPause(work));

  after(() => void (globalThis.requestIdleCallback = inPause));

  it('is there before the conversations are', async () => {
    globalThis.requestIdleCallback = (work) => pauses.push(work);
    const page = await showPage(silentAdapter());
    await waitUntil(() => pauses.length > 0, 'it did not wait for a pause');
    makePause();
    await waitUntil(() => chartLibrary() !== null, 'the library was not loaded');
    for (const card of cardsOf(page)) await shows(card, 'waiting');
    expect(hasAskedForIt()).to.equal(true);
  });

  it('draws for paper as long as it waits for a pause to warm up in, and for the screen after it', async () => {
    const model = chartModel([{ values: [0.4, 0.5] }]);
    const host = await fixture<ChartHost>(html`<chart-host .model=${model}></chart-host>`);
    await nextFrame();
    await nextFrame();
    expect([host.isDrawn, isChartLibraryWarm()]).to.deep.equal([false, false]);
    await emulateMedia({ media: 'print' });
    await waitUntil(() => host.isDrawn, 'paper got an empty chart');
    expect(isChartLibraryWarm()).to.equal(false);
    await emulateMedia({});
    globalThis.requestIdleCallback = inPause;
    makePause();
    await waitUntil(() => isChartLibraryWarm(), 'it was not warmed up');
    await drawn(host);
  });
});
