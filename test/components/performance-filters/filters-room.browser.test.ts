import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { emulateMedia } from '../../support/emulate-media.js';
import { allInside, inside } from '../../support/kit-page.js';
import { pagesAdapter } from '../../support/odd-adapters.js';
import { openByKey, records, says, show } from './filters-page.js';

describe('the room of <performance-filters>', () => {
  for (const width of [240, 320, 700, 1200]) {
    it(`suffices at ${width} px, closed and open`, async () => {
      const content = html`<div class="box"><performance-filters></performance-filters></div>`;
      const { page, element } = await show(memoryAdapter(records), content);
      page.querySelector<HTMLElement>('.box')!.style.inlineSize = `${width}px`;
      for (const lang of ['en', 'de']) {
        page.lang = lang;
        await says(element, lang === 'en' ? 'Refresh' : 'Aktualisieren');
        const frame = inside(element, '.frame');
        expect(frame.scrollWidth, lang).to.be.at.most(frame.clientWidth);
        for (const index of [0, 1] as const) {
          await openByKey(element, index);
          const panel = allInside(element, '.panel')[index]!;
          const box = panel.getBoundingClientRect();
          expect(box.left).to.be.at.least(0);
          expect(box.right).to.be.at.most(document.documentElement.clientWidth);
          expect(panel.scrollWidth).to.be.at.most(panel.clientWidth);
          await sendKeys({ press: 'Escape' });
        }
      }
      for (const target of allInside(element, 'button')) {
        const { width: across, height } = target.getBoundingClientRect();
        if (across > 0) expect(Math.min(across, height), target.innerText).to.be.at.least(24);
      }
    });
  }

  it('is the same from loading over data to a failed refresh', async () => {
    let answer = (): void => {};
    const adapter = pagesAdapter(async function* () {
      await new Promise<void>((resolve) => (answer = resolve));
      yield { conversations: records };
    });
    const { element } = await show(adapter);
    await says(element, 'Loading…');
    const places = (): string =>
      JSON.stringify([
        element.offsetHeight,
        ...allInside(element, '.control, .segments, .zone, .as-of').map((part) => part.getBoundingClientRect().x),
      ]);
    const before = places();
    answer();
    await says(element, 'Data as of');
    expect(places()).to.equal(before);
  });

  it('is none on paper', async () => {
    const { element } = await show();
    await emulateMedia({ media: 'print' });
    expect(element.offsetHeight).to.equal(0);
  });

  it('tells the chosen grain in forced colours', async () => {
    const { element } = await show();
    await emulateMedia({ forcedColors: 'active' });
    const chosen = inside(element, '[aria-checked="true"]');
    expect(getComputedStyle(chosen).outlineStyle).to.equal('solid');
    await expect(element).to.be.accessible();
  });
});
