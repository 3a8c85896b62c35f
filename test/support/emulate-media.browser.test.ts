import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from './emulate-media.js';

const queries = {
  print: 'print',
  forcedColors: '(forced-colors: active)',
  dark: '(prefers-color-scheme: dark)',
  reducedMotion: '(prefers-reduced-motion: reduce)',
  moreContrast: '(prefers-contrast: more)',
};

function matching(): string[] {
  return Object.entries(queries).flatMap(([name, query]) => (matchMedia(query).matches ? [name] : []));
}

describe('emulateMedia', () => {
  it('gives the page every feature it names', async () => {
    await emulateMedia({
      media: 'print',
      forcedColors: 'active',
      colorScheme: 'dark',
      reducedMotion: 'reduce',
      contrast: 'more',
    });
    expect(matching()).to.deep.equal(Object.keys(queries));
  });

  it('takes everything back when a test ends', () => {
    expect(matching()).to.deep.equal([]);
  });

  it('replaces what an earlier call emulated', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(matching()).to.deep.equal(['reducedMotion']);
  });

  it('forces colours on what is drawn, not only in queries', async () => {
    const box = await fixture<HTMLElement>(html`<div class="forced">text</div>`);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('.forced { background-color: rgb(1, 2, 3); }');
    document.adoptedStyleSheets.push(sheet);
    expect(getComputedStyle(box).backgroundColor).to.equal('rgb(1, 2, 3)');
    await emulateMedia({ forcedColors: 'active' });
    expect(getComputedStyle(box).backgroundColor).not.to.equal('rgb(1, 2, 3)');
    document.adoptedStyleSheets.pop();
  });
});
