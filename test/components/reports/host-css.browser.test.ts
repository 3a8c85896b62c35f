import { expect } from '@open-wc/testing';
import { tagNames } from '../../../components/tag-names.js';
import '../../../components/define.js';
import { allInside, inside } from '../../support/kit-page.js';
import { reaches, reportsOf, reportStates, showTags } from '../../support/report-page.js';
import { reportNames } from '../../support/report-parts.js';

const tags = tagNames.filter((tag) => tag !== 'agent-performance');

/** What hosts do to everything on their page. */
const hostile: Readonly<Record<string, string>> = {
  'a font size and a colour for everything': `* { font-size: 30px !important; color: red }`,
  'no buttons, tables, lists or pictures': `button, table, ul, ol, li, dl, svg, canvas, article, header, h2, h3, p { display: none !important }`,
  'a reset of boxes': `*, *::before, *::after { box-sizing: content-box; border-radius: 9px; background: yellow }`,
  'a setting of type for everything': `body, body * {
    letter-spacing: 4px; word-spacing: 9px; text-transform: uppercase; line-height: 3; font-weight: 900;
    text-align: center; text-indent: 20px; white-space: pre; font-variant-numeric: oldstyle-nums;
    font-style: italic; text-shadow: 1px 1px red; word-break: break-all; cursor: crosshair; -webkit-text-fill-color: red;
  }`,
  'classes of the same names': `.card, .figure, .value, .note, .chart, .plot, .table-region, .menu, .state, .spoken { display: none !important }`,
};

const watched = [
  'display',
  'color',
  '-webkit-text-fill-color',
  'background-color',
  'font-size',
  'font-weight',
  'font-style',
  'line-height',
  'letter-spacing',
  'word-spacing',
  'word-break',
  'text-transform',
  'text-align',
  'text-indent',
  'text-shadow',
  'white-space',
  'font-variant-numeric',
  'box-sizing',
  'border-top-left-radius',
  'cursor',
  'inline-size',
  'block-size',
];

/** How everything inside of an element looks. */
function looksOf(element: Element): readonly string[] {
  return [...element.shadowRoot!.querySelectorAll('*')]
    .filter(
      (inner) => !(inner instanceof HTMLStyleElement || inner.localName in customTags || inner.localName === 'slot'),
    )
    .map((inner) => {
      const style = getComputedStyle(inner);
      const values = watched.map((name) => `${name}: ${style.getPropertyValue(name)}`);
      return `${inner.localName}.${inner.getAttribute('class')} ${values.join('; ')}`;
    });
}

const customTags: Readonly<Record<string, true>> = Object.fromEntries(tagNames.map((tag) => [tag, true]));

/** Puts a style into the page until the test is over. */
function addStyle(text: string): void {
  const style = document.createElement('style');
  style.dataset['test'] = '';
  style.textContent = text;
  document.head.append(style);
}

afterEach(() => document.querySelector('style[data-test]')?.remove());

describe('the styles of a host', () => {
  for (const [name, text] of Object.entries(hostile)) {
    it(`do not get in: ${name}`, async () => {
      const page = await showTags(tags, reportStates.ready.adapter());
      page.style.cssText = 'display: block; inline-size: 700px';
      await reaches(page, 'ready');
      const elements = [...page.querySelectorAll(tags.join(', '))];
      const before = elements.map((element) => [element.localName, looksOf(element)] as const);
      addStyle(text);
      for (const [index, element] of elements.entries()) {
        const changed = looksOf(element).flatMap((look, place) => differences(before[index]![1][place]!, look));
        expect([...new Set(changed)].slice(0, 12), element.localName).to.deep.equal([]);
      }
    });
  }

  it('get in by tokens', async () => {
    addStyle(
      `.themed { --dg-surface: rgb(1, 2, 3); --dg-text: rgb(250, 240, 230); --dg-radius: 17px; --dg-text-m: 19px }`,
    );
    const page = await showTags(reportNames, reportStates.ready.adapter());
    page.classList.add('themed');
    await reaches(page, 'ready');
    for (const report of reportsOf(page)) {
      const { backgroundColor, color, borderTopLeftRadius, fontSize } = getComputedStyle(inside(report, '.card'));
      expect([backgroundColor, color, borderTopLeftRadius, fontSize], report.localName).to.deep.equal([
        'rgb(1, 2, 3)',
        'rgb(250, 240, 230)',
        '17px',
        '19px',
      ]);
    }
  });

  it('get in by parts', async () => {
    addStyle(`
      .themed > *::part(card) { background: rgb(1, 2, 3) }
      .themed > *::part(heading) { font-size: 23px }
      .themed > *::part(menu) { outline-color: rgb(4, 5, 6) }
      .themed > *::part(chart) { opacity: 0.5 }
    `);
    const page = await showTags(reportNames, reportStates.ready.adapter());
    page.classList.add('themed');
    await reaches(page, 'ready');
    for (const report of reportsOf(page)) {
      const look = (selector: string, name: string): string =>
        getComputedStyle(inside(report, selector)).getPropertyValue(name);
      expect(look('.card', 'background-color'), report.localName).to.equal('rgb(1, 2, 3)');
      expect(look('.heading', 'font-size'), report.localName).to.equal('23px');
      expect(look('.menu-button', 'outline-color'), report.localName).to.equal('rgb(4, 5, 6)');
      if (allInside(report, '.chart').length > 0) expect(look('.chart', 'opacity'), report.localName).to.equal('0.5');
    }
  });
});

/** The properties in which two looks of an element differ. */
function differences(before: string, after: string): readonly string[] {
  if (before === after) return [];
  const [name] = before.split(' ', 1);
  const was = before.split('; ');
  return after
    .split('; ')
    .flatMap((value, index) => (value === was[index] ? [] : [`${name}: ${was[index]} → ${value}`]));
}
