import { expect } from '@open-wc/testing';
import { inside } from '../../support/kit-page.js';
import { reaches, reportsOf, reportStates, showTags } from '../../support/report-page.js';

/** Sizes of a card's note and padding, CSS pixels, on a page whose root has a font size and a style. */
async function sizesWith(rootSize: string, hostRem = ''): Promise<readonly number[]> {
  const root = document.documentElement;
  root.style.fontSize = rootSize;
  root.style.setProperty('--dg-rem', hostRem);
  try {
    const page = await showTags(['handle-rate-chart'], reportStates.ready.adapter());
    await reaches(page, 'ready');
    const [report] = reportsOf(page);
    const note = getComputedStyle(inside(report!, '.note'));
    const card = getComputedStyle(inside(report!, '.card'));
    return [parseFloat(note.fontSize), parseFloat(card.paddingInlineStart)];
  } finally {
    root.removeAttribute('style');
  }
}

describe('the sizes of a card', () => {
  it('are multiples of the reader’s own font size, whatever the page does to its root', async () => {
    for (const root of ['62.5%', '30px', '']) expect(await sizesWith(root), root).to.deep.equal([12, 20]);
  });

  it('are what the page says where it says something', async () => {
    expect(await sizesWith('20px', '1rem')).to.deep.equal([15, 25]);
    expect(await sizesWith('62.5%', '1.6rem')).to.deep.equal([12, 20]);
    expect(await sizesWith('14px', '1rem')).to.deep.equal([10.5, 17.5]);
  });
});
