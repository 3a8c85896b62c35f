import { expect } from '@open-wc/testing';
import { tagNames } from '../../../components/tag-names.js';
import '../../../components/define.js';
import { clippedIn } from '../../support/clipped.js';
import { allInside, press, shows } from '../../support/kit-page.js';
import { reaches, reportsOf, reportStates, showTags } from '../../support/report-page.js';
import { languages } from '../../support/report-parts.js';
import { localize } from '../../../src/localize/localize.js';

const tags = tagNames.filter((tag) => tag !== 'agent-performance' && tag !== 'performance-tab');

describe('every tag in a narrow container', () => {
  for (const lang of languages) {
    it(`shows all it says in 240 and in 320 px, in ${lang}`, async () => {
      const page = await showTags(tags, reportStates.ready.adapter(), { lang });
      const elements = [...page.querySelectorAll(tags.join(', '))];
      const fitsIn = (width: number): void => {
        page.style.cssText = `display: block; inline-size: ${width}px`;
        expect(clippedIn(elements), `${width} px`).to.deep.equal([]);
        expect(page.scrollWidth).to.be.at.most(width);
      };
      await reaches(page, 'ready', lang);
      for (const width of [240, 320]) fitsIn(width);

      const { menu } = localize(lang, 'Europe/Berlin').messages.card;
      for (const report of reportsOf(page)) {
        press(report, menu.showAsTable);
        await shows(report, 'table');
        const [region] = allInside(report, '.table-region');
        expect(region!.tabIndex, 'what scrolls can be reached').to.equal(0);
      }
      for (const width of [320, 240]) fitsIn(width);
    });
  }

  it('shows the whole tab in 320 px', async () => {
    const page = await showTags(['performance-tab'], reportStates.ready.adapter());
    page.style.cssText = 'display: block; inline-size: 320px';
    await reaches(page, 'ready');
    const tab = page.querySelector('performance-tab')!;
    expect(clippedIn([tab, ...reportsOf(page)])).to.deep.equal([]);
    expect(page.scrollWidth).to.be.at.most(320);
  });
});
