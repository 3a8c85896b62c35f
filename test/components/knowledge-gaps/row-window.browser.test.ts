import { expect, html } from '@open-wc/testing';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { gapsOf } from '../../support/hand-made-records.js';
import { allInside, inside, only, press, showPage, shows, wordsOf } from '../../support/kit-page.js';
import { waitUntil } from '../../support/wait-until.js';

type Table = HTMLElementTagNameMap['knowledge-gaps-table'];

const topics = Array.from(
  { length: 400 },
  (_, index) => [`Topic ${index}`, 1 + (index < 3 ? 3 - index : 0), 9] as [string, number, number],
);

/** A table that shows all its topics. */
async function all(): Promise<Table> {
  const page = await showPage(
    memoryAdapter([], gapsOf(...topics)),
    html`<knowledge-gaps-table></knowledge-gaps-table>`,
  );
  const table = only(page, 'knowledge-gaps-table');
  await shows(table, 'topics');
  for (const count of ['20', '40', '80', '160', '320', '400']) {
    press(table, 'Show more');
    await waitUntil(() => wordsOf(table).includes(`${count} of 400`), `never ${count}`);
  }
  return table;
}

const rowsOf = (table: Table): readonly HTMLElement[] => allInside(table, 'tbody [role="row"]');
const placesOf = (table: Table): readonly number[] =>
  rowsOf(table).map((row) => Number(row.getAttribute('aria-rowindex')));

/** Goes to the last row, as a person does: on, when rows that come into the page have made it longer. */
async function scrollToEnd(table: Table): Promise<void> {
  const isThere = (): boolean => {
    inside(table, '.gaps:not(.still) .more').scrollIntoView();
    return placesOf(table).includes(401);
  };
  await waitUntil(isThere, 'never at the end');
}

describe('hundreds of rows', () => {
  it('are in the page only near what is seen, and tell their places among all', async () => {
    const table = await all();
    await waitUntil(() => rowsOf(table).length < 150, 'never few');
    expect(inside(table, 'table').getAttribute('aria-rowcount')).to.equal('401');
    const height = inside(table, 'table').getBoundingClientRect().height;
    await scrollToEnd(table);
    expect(placesOf(table)).not.to.include(2);
    expect(inside(table, 'table').getBoundingClientRect().height).to.be.within(height * 0.8, height * 1.2);
    await expect(table).to.be.accessible();
  });

  it('keep the row that has the focus and those beside it, however far one scrolls', async () => {
    const table = await all();
    window.scrollTo(0, 0);
    await waitUntil(() => placesOf(table).includes(2), 'never on top');
    inside(table, 'tbody .open').focus();
    const focused = table.shadowRoot!.activeElement!;
    const place = Number(focused.closest('tr')!.getAttribute('aria-rowindex'));
    await scrollToEnd(table);
    expect(table.shadowRoot!.activeElement).to.equal(focused);
    expect(placesOf(table)).to.include.members([place, place + 25]);
  });

  it('are all in the page while it is printed', async () => {
    const table = await all();
    await waitUntil(() => rowsOf(table).length < 150, 'never few');
    window.dispatchEvent(new Event('beforeprint'));
    await table.updateComplete;
    expect(rowsOf(table)).to.have.length(400);
    window.dispatchEvent(new Event('afterprint'));
    await table.updateComplete;
    expect(rowsOf(table).length).to.be.below(200);
  });
});
