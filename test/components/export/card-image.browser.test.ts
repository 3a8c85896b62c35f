import { expect, fixture, html } from '@open-wc/testing';
import { cardImage, type CardImage } from '../../../components/export/card-image.js';
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
