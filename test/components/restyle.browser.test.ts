import { expect, fixture, html } from '@open-wc/testing';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { gapsOf, handCounted } from '../support/hand-made-records.js';
import { cardsOf, inside, isReady, showPage } from '../support/kit-page.js';

describe('elements that move', () => {
  it('keep their styles in the document of a frame, and back in their own', async () => {
    const page = await showPage(memoryAdapter(handCounted, gapsOf(['Refunds', 2, 9])));
    const home = page.parentElement!;
    const frame = await fixture<HTMLIFrameElement>(html`<iframe></iframe>`);
    for (const place of [frame.contentDocument!.body, home]) {
      place.append(page);
      for (const card of cardsOf(page)) {
        await isReady(card);
        expect(getComputedStyle(inside(card, '.card')).borderTopStyle, card.localName).to.equal('solid');
      }
      expect(getComputedStyle(page).display).to.equal('block');
    }
  });
});
