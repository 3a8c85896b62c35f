import { expect, fixture, html } from '@open-wc/testing';
import { resolveColors, resolveLengths, resolveText, withOpacity } from '../../../src/theme/resolve-colors.js';
import type { TokenName } from '../../../src/theme/tokens.js';
import { emulateMedia } from '../../support/emulate-media.js';

async function element(tokens: Record<string, string> = {}): Promise<HTMLElement> {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  for (const [name, value] of Object.entries(tokens)) box.style.setProperty(name, value);
  return box;
}

const colorOf = (box: HTMLElement, name: TokenName): string => resolveColors(box, [name]).get(name) ?? '';

describe('resolveColors', () => {
  it('gives the default of the scheme in use', async () => {
    const box = await element({ 'color-scheme': 'light' });
    expect(colorOf(box, 'series-2')).to.equal('rgb(17, 155, 151)');
    box.style.setProperty('color-scheme', 'dark');
    expect(colorOf(box, 'series-2')).to.equal('rgb(56, 211, 198)');
  });

  it('gives sRGB for whatever a colour is written in', async () => {
    const written = {
      '#ff0000': 'rgb(255, 0, 0)',
      'oklch(0.62796 0.25768 29.23)': 'rgb(255, 0, 0)',
      'color(srgb 1 0 0 / 50%)': 'rgba(255, 0, 0, 0.5)',
      'color-mix(in srgb, white 50%, black)': 'rgb(128, 128, 128)',
      'rgb(1 2 3 / 0)': 'rgba(0, 0, 0, 0)',
      'color(display-p3 0 1 0)': 'rgb(0, 255, 0)',
    };
    for (const [text, resolved] of Object.entries(written)) {
      const box = await element({ '--dg-series-1': text });
      expect(colorOf(box, 'series-1'), text).to.equal(resolved);
    }
  });

  it('reads the private property of an element before the token', async () => {
    const box = await element({ '--dg-surface': 'red', '--_surface': 'blue' });
    expect(colorOf(box, 'surface')).to.equal('rgb(0, 0, 255)');
  });

  it('resolves system colours under forced colours', async () => {
    await emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
    const box = await element({ '--_text': 'CanvasText', '--_surface': 'Canvas', '--_series-1': '#5060e0' });
    expect(colorOf(box, 'text')).to.equal('rgb(255, 255, 255)');
    expect(colorOf(box, 'surface')).to.equal('rgb(0, 0, 0)');
    expect(colorOf(box, 'series-1')).to.equal('rgb(80, 96, 224)');
  });

  it('leaves nothing in the element', async () => {
    const box = await element();
    resolveColors(box, ['surface', 'text']);
    expect(box.childElementCount).to.equal(0);
  });
});

describe('resolveLengths', () => {
  it('gives pixels for rem, calc and px', async () => {
    const box = await element({ '--dg-line-width': 'calc(1rem / 4)', '--dg-point': '5px' });
    const lengths = resolveLengths(box, ['text-xs', 'line-width', 'point']);
    expect([...lengths.values()]).to.deep.equal([11, 4, 5]);
  });
});

describe('resolveText', () => {
  it('gives the text set on the element, and the default without one', async () => {
    expect(resolveText(await element({ '--dg-pending-dash': ' 2 1 ' }), 'pending-dash')).to.equal('2 1');
    expect(resolveText(await element(), 'pending-dash')).to.equal('5 4');
  });
});

describe('withOpacity', () => {
  it('multiplies what is there', () => {
    expect(withOpacity('rgb(1, 2, 3)', 0.5)).to.equal('rgba(1, 2, 3, 0.5)');
    expect(withOpacity('rgba(1, 2, 3, 0.5)', 0.5)).to.equal('rgba(1, 2, 3, 0.25)');
  });
});
