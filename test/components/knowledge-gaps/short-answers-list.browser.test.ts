import { expect, fixture, html } from '@open-wc/testing';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter, type MemoryGaps } from '../../../src/adapters/memory.js';
import { AdapterError } from '../../../src/errors.js';
import type { GapQuestion, ShortAnswer } from '../../../src/gaps/gap-records.js';
import { march, NOW_MS } from '../../support/hand-made-records.js';
import { allInside, inside, only, press, says, showPage, spokenBy, wordsOf } from '../../support/kit-page.js';
import { waitUntil } from '../../support/wait-until.js';

type List = HTMLElementTagNameMap['short-answers-list'];

const WEEK_MS = 7 * 24 * 3_600_000;
const answeredAt = NOW_MS - 6 * WEEK_MS;

function ask(id: string, askedAt: number, text = 'How do I pay?'): GapQuestion {
  return { id, text, askedAt, conversationId: `c-${id}`, status: askedAt < answeredAt ? 'resolved' : 'open' };
}

/** Asked four times a week before it was answered, and once since. */
const questions = [
  ...Array.from({ length: 48 }, (_, index) => ask(`before-${index}`, answeredAt - (index + 1) * (WEEK_MS / 4))),
  ask('after', march('09 09:00')),
];

function answer(id: string, createdAt: number, rest: Partial<ShortAnswer> = {}): ShortAnswer {
  return { id, question: `Question ${id}`, answer: `Answer ${id}`, createdAt, resolvesQuestionIds: [], ...rest };
}

const gaps: MemoryGaps = {
  topics: [{ id: 'g-1', title: 'Paying', questions }],
  shortAnswers: [
    answer('old', answeredAt, {
      topicId: 'g-1',
      createdBy: 'Priya Raman',
      resolvesQuestionIds: questions.slice(0, 48).map(({ id }) => id),
      url: 'https://desk.example/answers/1',
    }),
    answer('new', march('12 09:00'), { url: 'javascript:alert(1)' }),
    ...Array.from({ length: 12 }, (_, index) => answer(`past ${index}`, answeredAt - (index + 1) * WEEK_MS)),
  ],
};

async function listed(adapter: PerformanceAdapter = memoryAdapter([], gaps)): Promise<List> {
  const list = only(await showPage(adapter, html`<short-answers-list></short-answers-list>`), 'short-answers-list');
  await waitUntil(() => inside(list, '.card').getAttribute('aria-busy') === 'false', 'it waits');
  return list;
}

const askedFor = (list: List): readonly string[] => allInside(list, '.asked-for').map((each) => each.textContent);

describe('<short-answers-list>', () => {
  it('is accessible, and lists the newest first with who wrote it, what it resolved and whether it helped', async () => {
    const list = await listed();
    await says(list, 'It helped: asked less often since');
    expect(askedFor(list).slice(0, 2)).to.deep.equal(['Question new', 'Question old']);
    expect(wordsOf(list)).to.contain('by Priya Raman').and.to.contain('Resolved 48 questions');
    expect(wordsOf(list)).to.contain('before 4 (95% interval').and.to.contain('after 0.2 (95% interval');
    // Nothing is known of the outcomes, nor of the others' topics: nothing is said of them.
    expect(wordsOf(list)).not.to.contain('Resolution rate');
    expect(allInside(list, '.effect')).to.have.length(1);
    await expect(list).to.be.accessible();
  });

  it('links only what is http(s)', async () => {
    const list = await listed();
    const links = allInside<HTMLAnchorElement>(list, 'a');
    expect(links.map(({ href }) => href)).to.deep.equal(['https://desk.example/answers/1']);
  });

  it('shows the questions one resolved, as text', async () => {
    const list = await listed();
    await says(list, 'It helped');
    inside(list, 'summary').click();
    await list.updateComplete;
    expect(allInside(list, '.resolved li').length).to.equal(48);
    expect(inside(list, '.resolved li').innerText).to.equal('How do I pay?');
  });

  it('pages and searches, and says what came of it', async () => {
    const list = await listed();
    expect(askedFor(list)).to.have.length(10);
    press(list, 'Show more');
    await waitUntil(() => askedFor(list).length === 14);
    expect(spokenBy(list)).to.equal('4 more short answers');
    const search = inside<HTMLInputElement>(list, '.search');
    search.value = 'past 3';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await waitUntil(() => askedFor(list).length === 1);
    expect(spokenBy(list)).to.equal('1 short answer found');
    search.value = '<b>none';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await says(list, 'No short answer contains “<b>none”');
  });

  it('says that there are none yet, that the source has none, and where its data comes from', async () => {
    await says(await listed(memoryAdapter([], { topics: [] })), 'No short answers yet');
    await says(await listed({ contract: 1 }), 'This source has no short answers');
    const alone = await fixture<List>(html`<short-answers-list></short-answers-list>`);
    await says(alone, 'This element has no data yet');
  });

  it('says what failed, tells its host once, and tries again', async () => {
    let asked = 0;
    const memory = memoryAdapter([], gaps);
    const adapter: PerformanceAdapter = {
      ...memory,
      shortAnswers: {
        list: async (query, context) => {
          asked += 1;
          if (asked === 1 || query.search === 'past') throw new AdapterError('offline', 'No line.');
          return memory.shortAnswers!.list(query, context);
        },
      },
    };
    const list = await listed(adapter);
    await says(list, 'The short answers could not be loaded');
    await expect(list).to.be.accessible();
    press(list, 'Try again');
    await waitUntil(() => askedFor(list).length === 10);
    expect(spokenBy(list)).to.equal('10 of 14 short answers');
    const search = inside<HTMLInputElement>(list, '.search');
    search.focus();
    search.value = 'past';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await says(list, 'The short answers could not be loaded');
    expect(list.shadowRoot!.activeElement).to.equal(search);
    search.value = 'past 3';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await waitUntil(() => askedFor(list).length === 1);
  });

  it('fits 280 px', async () => {
    const list = await listed();
    await says(list, 'It helped');
    list.parentElement!.style.inlineSize = '280px';
    await list.updateComplete;
    expect(inside(list, '.card').scrollWidth).to.be.at.most(280);
  });
});
