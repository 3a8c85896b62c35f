import { aTimeout, expect, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { GapListQuery, GapTopicPage } from '../../../src/gaps/gap-records.js';
import { gapsOf, march } from '../../support/hand-made-records.js';
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
import { recordStrayErrors } from '../../support/warnings.js';
import { waitUntil } from '../../support/wait-until.js';

type Table = HTMLElementTagNameMap['knowledge-gaps-table'];

const gaps = gapsOf(['Refunds', 2, 9], ['Äpfel and pears', 9, 8], ['Passwords', 5, 12], ['invoices', 1, 10]);

async function showTable(adapter: PerformanceAdapter): Promise<Table> {
  return only(await showPage(adapter, html`<knowledge-gaps-table></knowledge-gaps-table>`), 'knowledge-gaps-table');
}

async function listed(adapter: PerformanceAdapter = memoryAdapter([], gaps)): Promise<Table> {
  const table = await showTable(adapter);
  await shows(table, 'topics');
  // As long as conversations come, nobody knows that they say nothing about the topics.
  await waitUntil(() => !wordsOf(table).includes('Counting'));
  return table;
}

const titlesOf = (table: Table): readonly string[] => allInside(table, 'tbody .title').map((cell) => cell.textContent);

/** Sorts by a column and waits for the answer. */
async function sortBy(table: Table, column: string): Promise<void> {
  const before = spokenBy(table);
  press(table, column);
  await waitUntil(() => spokenBy(table) !== before, `nothing was said after ${column}`);
}

/** An adapter that answers each question by hand. */
function askedByHand() {
  const questions: { readonly query: GapListQuery; readonly answer: (page: GapTopicPage) => void }[] = [];
  const adapter: PerformanceAdapter = {
    contract: 1,
    knowledgeGaps: { list: (query) => new Promise((answer) => questions.push({ query, answer })) },
  };
  return { adapter, questions };
}

const topic = (id: string, title = id): object => ({
  id,
  title,
  openQuestions: 1,
  conversations: 1,
  lastAskedAt: march('09 09:00'),
  status: 'open',
});

async function type(table: Table, text: string): Promise<void> {
  inside(table, 'input').focus();
  await sendKeys({ type: text });
}

describe('<knowledge-gaps-table>', () => {
  it('is accessible', async () => {
    await expect(await listed()).to.be.accessible();
  });

  it('lists topics with their conversations and the last one, most conversations first', async () => {
    const table = await listed();
    expect(cellsOf(table)).to.deep.equal([
      ['', 'Äpfel and pears', '9', '5 days ago8 Mar, 09:00'],
      ['', 'Passwords', '5', 'yesterday12 Mar, 09:00'],
      ['', 'Refunds', '2', '4 days ago9 Mar, 09:00'],
      ['', 'invoices', '1', '3 days ago10 Mar, 09:00'],
    ]);
    expect(wordsOf(table)).to.contain('4 of 4 topics');
  });

  it('sorts by each column in both directions, and says so to the eye and to the ear', async () => {
    const table = await listed();
    const steps = [
      ['Topic', 'ascending', 'Sorted by topic, A to Z', 'Äpfel and pears'],
      ['Topic', 'descending', 'Sorted by topic, Z to A', 'Refunds'],
      ['Conversations', 'descending', 'Sorted by conversations, most first', 'Äpfel and pears'],
      ['Conversations', 'ascending', 'Sorted by conversations, fewest first', 'invoices'],
      ['Last', 'descending', 'Sorted by last conversation, newest first', 'Passwords'],
      ['Last', 'ascending', 'Sorted by last conversation, oldest first', 'Äpfel and pears'],
    ] as const;
    for (const [column, direction, said, first] of steps) {
      await sortBy(table, column);
      expect(spokenBy(table)).to.equal(said);
      expect(titlesOf(table)[0], said).to.equal(first);
      const sorted = allInside(table, 'th[aria-sort]');
      expect(sorted.map((cell) => [cell.innerText.trim(), cell.ariaSort])).to.deep.equal([[column, direction]]);
    }
  });

  for (const width of [240, 280, 320]) {
    it(`sorts by each column by mouse and by keyboard in ${width} px`, async () => {
      const table = await listed();
      table.parentElement!.style.inlineSize = `${width}px`;
      await nextFrame();
      const buttons = allInside(table, '.sort');
      expect(buttons.map((button) => button.innerText.trim())).to.deep.equal(['Topic', 'Conversations', 'Last']);
      const edge = table.getBoundingClientRect();
      for (const button of buttons) {
        const { left, top, right, bottom, height } = button.getBoundingClientRect();
        expect([left >= edge.left, right <= edge.right, height >= 24]).to.deep.equal([true, true, true]);
        button.scrollIntoView({ block: 'center' });
        const box = button.getBoundingClientRect();
        const hit = table.shadowRoot!.elementFromPoint((left + right) / 2, (box.top + box.bottom) / 2);
        expect(hit?.closest('.sort'), `${top} to ${bottom}`).to.equal(button);
      }
      buttons[0]!.focus();
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ press: 'Enter' });
      await waitUntil(() => spokenBy(table) === 'Sorted by last conversation, newest first');
      const sorted = allInside(table, '[role="columnheader"][aria-sort]');
      expect(sorted.map((cell) => [cell.innerText.trim(), cell.ariaSort])).to.deep.equal([['Last', 'descending']]);
      expect(titlesOf(table)[0]).to.equal('Passwords');
      expect(allInside(table, 'tbody .when').every((cell) => cell.checkVisibility())).to.equal(true);
      await expect(table).to.be.accessible();
    });
  }

  it('keeps the focus on the column that was sorted by', async () => {
    const table = await listed();
    inside(table, '.sort').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => spokenBy(table) !== '');
    expect(table.shadowRoot!.activeElement).to.equal(inside(table, '.sort'));
  });

  it('finds topics without regard to case and accents, and says how many', async () => {
    const table = await listed();
    await type(table, 'APF');
    await waitUntil(() => titlesOf(table).length === 1);
    expect(titlesOf(table)).to.deep.equal(['Äpfel and pears']);
    expect(spokenBy(table)).to.equal('1 topic found');
    await type(table, 'x');
    await says(table, 'No topic contains “APFx”');
    expect(spokenBy(table)).to.equal('0 topics found');
    await expect(table).to.be.accessible();
  });

  it('asks once for what is typed in one go, and drops late answers to earlier searches', async () => {
    const { adapter, questions } = askedByHand();
    const table = await showTable(adapter);
    await waitUntil(() => questions.length === 1);
    questions[0]!.answer({ topics: [topic('all')] });
    await shows(table, 'topics');
    await type(table, 'pass');
    await waitUntil(() => questions.length === 2);
    await type(table, 'words');
    await waitUntil(() => questions.length === 3);
    expect(questions.map(({ query }) => query.search)).to.deep.equal(['', 'pass', 'passwords']);
    questions[2]!.answer({ topics: [topic('late', 'passwords')] });
    await says(table, 'passwords');
    questions[1]!.answer({ topics: [topic('early', 'pass')] });
    await aTimeout(30);
    expect(titlesOf(table)).to.deep.equal(['passwords']);
  });

  it('shows the topics of each status, and an empty one in its own words', async () => {
    const table = await listed();
    press(table, 'Resolved');
    await says(table, 'No resolved topics');
    press(table, 'Dismissed');
    await says(table, 'No dismissed topics');
    expect(allInside(table, '[aria-pressed="true"]').map((button) => button.innerText)).to.deep.equal(['Dismissed']);
    press(table, 'Open');
    await shows(table, 'topics');
    expect(spokenBy(table)).to.equal('Open topics');
  });

  it('marks topics that came back', async () => {
    const table = await listed({
      contract: 1,
      knowledgeGaps: { list: async () => ({ topics: [{ ...topic('a'), returned: true }, topic('b')] }) },
    });
    expect(allInside(table, '.tag').map((tag) => tag.innerText)).to.deep.equal(['Returned']);
  });

  it('shows titles as the text they are, cut politely, and is harmed by none', async () => {
    const titles = [
      '<img src=x onerror="document.title=1"><script>document.title=1</script>',
      'كيف أغير كلمة المرور؟',
      '\u202Egnirts desrever\u202C and \u0000\u0007\u001B[31m',
      'a'.repeat(50_000),
      `${'👩‍👩‍👧‍👦'.repeat(200)}`,
      '   ',
    ];
    const table = await listed({
      contract: 1,
      knowledgeGaps: { list: async () => ({ topics: titles.map((title, index) => topic(`t${index}`, title)) }) },
    });
    table.parentElement!.style.inlineSize = '320px';
    await nextFrame();
    expect(allInside(table, 'tbody img, tbody script').length).to.equal(0);
    expect(titlesOf(table)[0]).to.equal(titles[0]);
    expect(getComputedStyle(allInside(table, '.title')[1]!).direction).to.equal('rtl');
    expect(getComputedStyle(allInside(table, '.title')[1]!).textAlign).to.match(/left|start/);
    expect(titlesOf(table)[3]!.length).to.be.lessThan(400);
    expect(titlesOf(table)[4]).not.to.contain('\uFFFD');
    expect(inside(table, '.card').scrollWidth).to.be.at.most(320);
    for (const cell of allInside(table, '.title')) expect(cell.offsetHeight).to.be.lessThan(90);
    await expect(table).to.be.accessible();
  });

  it('says where a source has no knowledge gaps, and offers nothing to search in', async () => {
    const table = await showTable({ contract: 1 });
    await says(table, 'This source has no knowledge gaps');
    expect(allInside(table, 'input, [aria-pressed]').length).to.equal(0);
  });

  it('throws nothing out of itself where a source throws at being looked at', async () => {
    const stray = recordStrayErrors();
    const throws = (): never => {
      throw new Error('Not signed in yet.');
    };
    const table = await showTable(
      Object.defineProperties({ contract: 1 }, { knowledgeGaps: { get: throws }, subscribe: { get: throws } }),
    );
    await says(table, 'The topics could not be loaded');
    expect(stray.stop()).to.deep.equal([]);
  });

  it('counts the topics that were refused', async () => {
    const table = await listed({
      contract: 1,
      knowledgeGaps: { list: async () => ({ topics: [topic('good'), { id: 'bad' }, null, topic('good')] }) },
    });
    expect(titlesOf(table)).to.deep.equal(['good']);
    expect(wordsOf(table)).to.contain('3 records were left out');
  });

  it('names the zone of its times where nobody chose one', async () => {
    const table = await listed();
    expect(wordsOf(table)).not.to.contain('Times in');
    only(document, 'agent-performance').timeZone = null;
    await says(table, 'Times in ');
  });

  it('speaks German where the page does, in its own order of letters', async () => {
    const table = await listed();
    only(document, 'agent-performance').lang = 'de';
    await says(table, 'Wissenslücken');
    expect(wordsOf(table)).to.contain('4 von 4 Themen');
  });
});
