import { aTimeout, expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { AdapterError } from '../../../src/errors.js';
import { gapsOf } from '../../support/hand-made-records.js';
import { allInside, inside, only, press, says, showPage, shows, spokenBy, wordsOf } from '../../support/kit-page.js';
import { failingAdapter } from '../../support/odd-adapters.js';
import { waitUntil } from '../../support/wait-until.js';

type Table = HTMLElementTagNameMap['knowledge-gaps-table'];

const topics = Array.from({ length: 25 }, (_, index) => [`Topic ${index}`, 25 - index, 9] as [string, number, number]);
const fine = memoryAdapter([], gapsOf(...topics));

async function showTable(adapter: PerformanceAdapter = fine): Promise<Table> {
  return only(await showPage(adapter, html`<knowledge-gaps-table></knowledge-gaps-table>`), 'knowledge-gaps-table');
}

/** Fails the questions whose numbers, from 1, are given. */
function failingAt(...numbers: readonly number[]): PerformanceAdapter & { readonly asked: number } {
  let asked = 0;
  return {
    contract: 1,
    get asked() {
      return asked;
    },
    knowledgeGaps: {
      async list(query, context) {
        asked += 1;
        if (numbers.includes(asked)) throw new AdapterError('offline', 'No line.');
        return fine.knowledgeGaps!.list(query, context);
      },
    },
  };
}

const rowsOf = (table: Table): number => allInside(table, 'tbody tr').length;

describe('paging of <knowledge-gaps-table>', () => {
  it('shows more topics until there are no more, keeps those that were there, and says how many came', async () => {
    const table = await showTable();
    await shows(table, 'topics');
    expect(rowsOf(table)).to.equal(10);
    expect(wordsOf(table)).to.contain('10 of 25 topics');
    const first = inside(table, 'tbody tr');
    press(table, 'Show more');
    await waitUntil(() => rowsOf(table) === 20);
    expect(spokenBy(table)).to.equal('10 more topics');
    expect(inside(table, 'tbody tr')).to.equal(first);
    press(table, 'Show more');
    await waitUntil(() => rowsOf(table) === 25);
    expect(spokenBy(table)).to.equal('5 more topics');
    expect(wordsOf(table)).not.to.contain('Show more');
  });

  it('keeps the focus in the card when the last page takes the button away', async () => {
    const table = await showTable(memoryAdapter([], gapsOf(...topics.slice(0, 15))));
    await shows(table, 'topics');
    inside(table, '.more button').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => rowsOf(table) === 15);
    expect(table.shadowRoot!.activeElement).to.equal(inside(table, '.table-region'));
  });

  it('says what failed when a first page does not come, and tries again once for two clicks', async () => {
    const adapter = failingAt(1);
    const table = await showTable(adapter);
    await shows(table, 'failed');
    expect(wordsOf(table)).to.contain('The topics could not be loaded');
    expect(wordsOf(table)).to.contain('There is no connection.');
    press(table, 'Try again');
    press(table, 'Try again');
    await shows(table, 'topics');
    expect(adapter.asked).to.equal(2);
    expect(spokenBy(table)).to.equal('10 of 25 topics');
  });

  it('keeps what it has when a further page does not come, says so, and goes on from there', async () => {
    const table = await showTable(failingAt(2));
    await shows(table, 'topics');
    press(table, 'Show more');
    await says(table, 'More topics could not be loaded');
    expect(spokenBy(table)).to.equal('More topics could not be loaded');
    expect(rowsOf(table)).to.equal(10);
    press(table, 'Try again');
    await waitUntil(() => rowsOf(table) === 20);
    expect(spokenBy(table)).to.equal('10 more topics');
  });

  it('tells its host once of each time its topics could not be loaded, on itself alone', async () => {
    const page = await showPage(null, html`<knowledge-gaps-table></knowledge-gaps-table>`);
    const table = only(page, 'knowledge-gaps-table');
    const heard: Error[] = [];
    const bubbled: Event[] = [];
    table.addEventListener('report-error', ({ detail }) => heard.push(detail));
    page.addEventListener('report-error', (event) => bubbled.push(event));
    page.adapter = failingAdapter('unavailable').adapter;
    await shows(table, 'failed');
    table.requestUpdate();
    await table.updateComplete;
    expect(heard.map(({ message }) => message)).to.deep.equal(['It is broken: unavailable.']);
    press(table, 'Try again');
    await waitUntil(() => heard.length === 2, 'the second failure was not told');
    page.adapter = { contract: 1 };
    await says(table, 'This source has no knowledge gaps');
    expect(heard.length).to.equal(2);
    expect(bubbled).to.deep.equal([]);
  });

  it('asks once however often the button is pressed', async () => {
    const adapter = failingAt();
    const table = await showTable(adapter);
    await shows(table, 'topics');
    for (let click = 0; click < 5; click += 1) press(table, 'Show more');
    await waitUntil(() => rowsOf(table) === 20);
    await aTimeout(20);
    expect(adapter.asked).to.equal(2);
  });

  it('drops a further page that comes after the order has changed', async () => {
    let letGo = (): void => {};
    const table = await showTable({
      contract: 1,
      knowledgeGaps: {
        async list(query, context) {
          const page = await fine.knowledgeGaps!.list(query, context);
          if (query.cursor !== undefined) await new Promise<void>((resolve) => (letGo = resolve));
          return page;
        },
      },
    });
    await shows(table, 'topics');
    press(table, 'Show more');
    await aTimeout(10);
    press(table, 'Topic');
    await waitUntil(() => spokenBy(table) === 'Sorted by topic, A to Z');
    letGo();
    await aTimeout(20);
    expect(rowsOf(table)).to.equal(10);
    expect(wordsOf(table)).to.contain('10 of 25 topics');
  });

  it('stays shown while it is moved, and lists another source when it has one', async () => {
    const table = await showTable();
    await shows(table, 'topics');
    table.adapter = memoryAdapter([], gapsOf(['Only this', 1, 9]));
    await waitUntil(() => rowsOf(table) === 1);
    expect(wordsOf(table)).to.contain('Only this');
    table.adapter = null;
    await waitUntil(() => rowsOf(table) === 10);
  });
});
