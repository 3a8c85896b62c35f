import { expect, html, oneEvent } from '@open-wc/testing';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { answered, feedback, gapsOf, handedOff, march, unanswered } from '../../support/hand-made-records.js';
import {
  allInside,
  cellsOf,
  inside,
  only,
  press,
  says,
  showPage,
  shows,
  spokenBy,
  wordsOf,
} from '../../support/kit-page.js';
import { waitUntil } from '../../support/wait-until.js';

type Table = HTMLElementTagNameMap['knowledge-gaps-table'];

/** Twelve topics, those asked about less cost more: all of the last one's conversations were handed off, none of the first one's. */
const topics = Array.from({ length: 12 }, (_, index) => [`Topic ${index}`, 14 - index, 9] as [string, number, number]);
const records = topics.flatMap(([, conversations], topic) =>
  Array.from({ length: conversations }, (_, index) => {
    const id = `conversation-${topic}-${index}`;
    return topic >= 10 ? handedOff(id, march('05 09:00')) : answered(id, march('05 09:00'));
  }),
);

async function listed(adapter: PerformanceAdapter, width = 'auto'): Promise<Table> {
  const page = await showPage(adapter, html`<div class="room"><knowledge-gaps-table></knowledge-gaps-table></div>`);
  page.querySelector<HTMLElement>('.room')!.style.inlineSize = width;
  const table = only(page, 'knowledge-gaps-table');
  await shows(table, 'topics');
  await waitUntil(() => !wordsOf(table).includes('Counting'));
  return table;
}

const titlesOf = (table: Table): readonly string[] => allInside(table, 'tbody .title').map((cell) => cell.textContent);

describe('what topics cost in <knowledge-gaps-table>', () => {
  for (const width of ['auto', '280px']) {
    it(`is a column that asks for all topics and puts the most costly first, at ${width}`, async () => {
      const table = await listed(memoryAdapter(records, gapsOf(...topics)), width);
      expect(allInside(table, 'tbody tr').length).to.equal(10);
      expect(cellsOf(table)[0]!.slice(1, 4)).to.deep.equal(['Topic 0', '14', '0 of 14']);
      press(table, 'Unsolved');
      await waitUntil(() => titlesOf(table).length === 12);
      expect(titlesOf(table).slice(0, 3)).to.deep.equal(['Topic 10', 'Topic 11', 'Topic 0']);
      expect(spokenBy(table)).to.equal('Sorted by unsolved conversations, most first');
      expect(inside(table, '[aria-sort]').textContent.trim()).to.equal('Unsolved');
      table.addEventListener('export-request', (event) => event.preventDefault(), { once: true });
      const file = oneEvent(table, 'export-request');
      press(table, 'Download CSV');
      const { detail } = await file;
      const places = (await detail.blob.text()).match(/Topic \d+/g);
      expect(places!.slice(0, 3)).to.deep.equal(['Topic 10', 'Topic 11', 'Topic 0']);
      await expect(table).to.be.accessible();
      expect(inside(table, '.table-region').scrollWidth).to.equal(inside(table, '.table-region').clientWidth);
      press(table, 'Unsolved');
      await waitUntil(() => titlesOf(table)[0] === 'Topic 0');
      press(table, 'Conversations');
      await waitUntil(() => spokenBy(table) === 'Sorted by conversations, most first');
      expect(titlesOf(table)[0]).to.equal('Topic 0');
    });
  }

  it('says how many can still become unsolved, and of how many it is known', async () => {
    const disliked = answered('conversation-0-0', march('05 09:00'), 2, [feedback(march('05 10:00'), 'negative')]);
    const some = [disliked, answered('conversation-0-1', march('12 09:00'))];
    const table = await listed(memoryAdapter(some, gapsOf(['Refunds', 3, 9], ['Parcels', 1, 9])));
    expect(cellsOf(table).map((cells) => cells[3])).to.deep.equal(['1 of 2 1 pending', '—Not known']);
  });

  it('is no column where none of the conversations has come, or the source names none', async () => {
    const table = await listed(memoryAdapter([unanswered('other', march('05 09:00'))], gapsOf(...topics)));
    expect(allInside(table, 'table .cost')).to.deep.equal([]);
    const silent = memoryAdapter(records, gapsOf(...topics));
    const { list } = silent.knowledgeGaps!;
    const withoutIds: PerformanceAdapter = {
      ...silent,
      knowledgeGaps: {
        list: async (query, context) => {
          const page = await list(query, context);
          return { ...page, topics: page.topics.map((topic) => ({ ...(topic as object), conversationIds: null })) };
        },
      },
    };
    expect(allInside(await listed(withoutIds), 'table .cost')).to.deep.equal([]);
  });

  it('is explained by the definition of the card, with what is not known', async () => {
    const table = await listed(memoryAdapter(records, gapsOf(...topics)));
    press(table, 'Definition');
    await says(table, 'Definition: Knowledge gaps');
    expect(inside(table, 'dialog').textContent).to.contain('What is not known');
    await expect(table).to.be.accessible();
  });
});
