import { expect, fixture, html } from '@open-wc/testing';
import { cardImage, type CardImage } from '../../../components/export/card-image.js';
import { strong } from '../../../src/localize/rich-text.js';
import type { CardHost } from '../card/card-host.js';
import '../card/card-host.js';
import { chartModel, countAxis } from '../chart/model.js';
import { inkOf, pixelsOf, type Pixels } from './pixels.js';

const values = [5, 8, 13, 9];
const figures: CardImage['picture'] = {
  kind: 'figures',
  figures: [{ label: 'Handled', value: [{ kind: 'number', text: '1,262' }] }],
};

async function draw(more: Partial<CardImage>, width = 600, dir = 'ltr'): Promise<Pixels> {
  const host = await fixture<CardHost>(html`<test-card-host></test-card-host>`);
  host.style.inlineSize = `${width}px`;
  const card = host.find('.card');
  card.dir = dir;
  return pixelsOf(await cardImage(card, { heading: 'Title', note: '', picture: figures, foot: [], ...more }));
}

describe('the picture of a card', () => {
  it('starts where its language does', async () => {
    for (const picture of [figures, { kind: 'table', table: { columns: [{ label: 'A' }], rows: [] } } as const]) {
      const [left, right] = [await draw({ picture }), await draw({ picture, heading: 'معدل الحل' }, 600, 'rtl')];
      const half = left.width / 2;
      expect(inkOf(left, 0, 70, 0, half)).to.be.greaterThan(0);
      expect(inkOf(left, 0, 70, half)).to.equal(0);
      expect(inkOf(right, 0, 70, half)).to.be.greaterThan(0);
      expect(inkOf(right, 0, 70, 0, half)).to.equal(0);
    }
  });

  it('wraps what is too long, and breaks a word that is longer than a line', async () => {
    const [short, long] = [await draw({}), await draw({ note: `${'word '.repeat(60)}${'W'.repeat(300)}` })];
    expect(long.width).to.equal(short.width);
    expect(long.height - short.height).to.be.greaterThan(300);
    expect(inkOf(long, 0, long.height, long.width - 30)).to.equal(0);
  });

  it('sets strong what the card sets strong', async () => {
    const ink = [];
    for (const text of ['Settled by Thursday', [strong('Settled by Thursday')]]) {
      const pixels = await draw({ foot: [{ text }] });
      ink.push(inkOf(pixels, pixels.height - 60, pixels.height));
    }
    expect(ink[1]!).to.be.greaterThan(ink[0]! * 1.1);
  });

  it('is never narrower than a page can show, and as wide as its table needs', async () => {
    expect((await draw({}, 200)).width).to.equal(960);
    const columns = Array.from({ length: 12 }, (_, n) => ({ label: `A column with a name ${n}` }));
    const table = await draw({ picture: { kind: 'table', table: { columns, rows: [] } } }, 500);
    expect(table.width).to.be.greaterThan(2_400);
  });

  it('has a legend where there are several colours', async () => {
    const one = chartModel([{ values }], { kind: 'bar', axis: countAxis });
    const two = chartModel([{ values }, { values }], { kind: 'bar', axis: countAxis });
    const heights = [];
    for (const model of [one, two]) heights.push((await draw({ picture: { kind: 'chart', model } })).height);
    expect(heights[1]! - heights[0]!).to.be.greaterThan(30);
  });

  it('has what stands over the picture, and no legend of its own where one does', async () => {
    const model = chartModel([{ values }, { values }], { kind: 'bar', axis: countAxis });
    const picture = { kind: 'chart', model } as const;
    const keys = [
      { text: '35 resolved', pattern: 'solid', color: 'series-2' },
      { text: '7 pending', pattern: 'hatched', color: 'series-2' },
    ] as const;
    const alone = await draw({ picture });
    const withKeys = await draw({ picture, headline: { kind: 'keys', keys } });
    expect(withKeys.height - alone.height, 'it moves, and grows by a gap').to.be.within(-10, 30);
    expect(withKeys.count([17, 155, 151])).to.be.greaterThan(100);
    const withFigure = await draw({
      picture,
      headline: { kind: 'figure', figure: { value: [{ kind: 'number', text: '42' }] } },
    });
    expect(withFigure.height - alone.height).to.be.greaterThan(50);
  });

  it('shows what a whole is made of, from the side where lines start', async () => {
    const breakdown = {
      whole: [
        { pattern: 'solid', color: 'series-2', share: 0.25 },
        { pattern: 'hatched', color: 'series-2', share: 0.1 },
      ],
      bars: [{ key: 'chat', label: 'Chat', color: 'series-1', length: 0.25, value: '4,097', note: '54.3%' }],
      facts: [
        { label: 'Handled', value: '7,544' },
        {
          label: 'confirmed',
          value: '621',
          note: '8.2%',
          isPart: true,
          swatch: { pattern: 'ring', color: 'series-2' },
        },
      ],
    } as const;
    for (const width of [480, 800]) {
      const [ltr, rtl] = [
        await draw({ picture: { kind: 'breakdown', breakdown } }, width),
        await draw({ picture: { kind: 'breakdown', breakdown } }, width, 'rtl'),
      ];
      for (const color of [
        [80, 96, 224],
        [17, 155, 151],
      ] as const) {
        expect(ltr.count(color)).to.be.greaterThan(500);
        expect(rtl.count(color), 'but for their edges').to.be.closeTo(ltr.count(color), 80);
      }
      expect(inkOf(ltr, 80, 110, ltr.width / 2)).to.equal(0);
      expect(inkOf(rtl, 80, 110, 0, ltr.width / 2)).to.equal(0);
    }
  });

  it('draws a table of two years of days, whose canvas would be longer than browsers draw', async () => {
    const rows = Array.from({ length: 730 }, (_, key) => ({ key, cells: [`Day ${key}`] }));
    const picture = { kind: 'table', table: { columns: [{ label: 'Day' }], rows } } as const;
    const pixels = await draw({ picture });
    expect(pixels.height).to.be.lessThan(16_001);
    expect(inkOf(pixels, pixels.height - 200, pixels.height - 20, 0, 200)).to.be.greaterThan(0);
  });

  it('leaves nothing behind in the card', async () => {
    const host = await fixture<CardHost>(html`<test-card-host></test-card-host>`);
    const before = host.find('.card').innerHTML;
    await cardImage(host.find('.card'), { heading: 'Title', note: '', picture: figures, foot: [] });
    expect(host.find('.card').innerHTML).to.equal(before);
  });
});
