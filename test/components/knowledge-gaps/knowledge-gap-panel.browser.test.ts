import { expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { AdapterError } from '../../../src/errors.js';
import type { Access, GapQuestion, GapStatus, ShortAnswer } from '../../../src/gaps/gap-records.js';
import { march } from '../../support/hand-made-records.js';
import { allInside, inside, only, press, says, showPage, spokenBy, wordsOf } from '../../support/kit-page.js';
import { waitUntil } from '../../support/wait-until.js';

type Panel = HTMLElementTagNameMap['knowledge-gap-panel'];

function ask(id: string, text: string, rest: Partial<GapQuestion> = {}): GapQuestion {
  return { id, text, askedAt: march('09 09:00'), conversationId: `c-${id}`, status: 'open', ...rest };
}

const ticket = { id: '48213', url: 'https://desk.example/48213' };
const questions = [
  ask('a', 'Can I change it?', { askedAt: march('12 09:00'), ticket }),
  ask('b', 'change address pls', { askedAt: march('11 09:00'), ticket: { id: 'T-2', url: 'javascript:alert(1)' } }),
  ask('c', 'هل يمكن تغيير العنوان؟', { askedAt: march('10 09:00') }),
  ask('d', 'Is there a fee?'),
];

function adapterOf(asked: readonly GapQuestion[] = questions, access: Access = {}): PerformanceAdapter {
  const other = { id: 'g-2', title: 'Other', questions: [ask('z', 'Something else?')] };
  return memoryAdapter([], { topics: [{ id: 'g-1', title: 'Address', questions: asked }, other], access });
}

async function opened(adapter = adapterOf()): Promise<{ readonly page: AgentPerformance; readonly panel: Panel }> {
  const page = await showPage(adapter, html`<knowledge-gap-panel></knowledge-gap-panel>`);
  const panel = only(page, 'knowledge-gap-panel');
  open(page, 'g-1', 'Address');
  await waitUntil(() => allInside(panel, '.question').length > 0, `no questions: ${wordsOf(panel)}`);
  return { page, panel };
}

function open(page: AgentPerformance, topicId: string, title: string, status: GapStatus = 'open'): void {
  const detail = { topicId, title, status };
  page.firstElementChild!.dispatchEvent(new CustomEvent('gap-open', { detail, bubbles: true, cancelable: true }));
}

async function type(panel: Panel, field: 'question' | 'answer', text: string): Promise<void> {
  inside(panel, `#${field}`).focus();
  await sendKeys({ type: text });
}

const field = (panel: Panel, id: string): HTMLTextAreaElement => inside(panel, `#${id}`);
const boxes = (panel: Panel): readonly HTMLInputElement[] => allInside(panel, '.questions input');
const textsOf = (panel: Panel): readonly string[] => allInside(panel, '.words').map((words) => words.textContent);

async function answersOf(adapter: PerformanceAdapter): Promise<readonly ShortAnswer[]> {
  const context = { signal: new AbortController().signal, locale: 'en', timeZone: 'UTC' };
  return (await adapter.shortAnswers!.list({ search: '', limit: 9 }, context)).shortAnswers as ShortAnswer[];
}

describe('<knowledge-gap-panel>', () => {
  it('shows the exact questions of the open topic with ticket and date, and is accessible', async () => {
    const { page, panel } = await opened();
    expect(page.topic).to.equal('g-1');
    expect(textsOf(panel)).to.deep.equal(questions.map(({ text }) => text));
    expect(wordsOf(panel)).to.contain('Address').and.to.contain('Ticket 48213').and.to.contain('No ticket');
    const links = allInside<HTMLAnchorElement>(panel, '.meta a');
    expect(links.map(({ href }) => href)).to.deep.equal([ticket.url]);
    expect(getComputedStyle(allInside(panel, '.words')[2]!).direction).to.equal('rtl');
    await expect(panel).to.be.accessible();
  });

  it('resolves three ticked questions with one short answer, by keyboard alone', async () => {
    const adapter = adapterOf();
    const { panel } = await opened(adapter);
    expect(wordsOf(panel)).to.contain('This resolves all 4 open questions of the topic.');
    boxes(panel)[0]!.focus();
    for (const key of ['Space', 'j', 'Space', 'j', 'Space', 'k']) await sendKeys({ press: key });
    expect(wordsOf(panel)).to.contain('3 of 4 ticked');
    expect(wordsOf(panel)).to.contain('This resolves the 3 ticked questions. 1 stays open.');
    expect(field(panel, 'question').value).to.equal('Can I change it?');
    await sendKeys({ press: 'a' });
    await sendKeys({ type: 'Yes, until it is packed.' });
    await expect(panel).to.be.accessible();
    const done = oneEvent(panel, 'gap-resolved');
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    expect((await done).detail.topics[0].questionIds).to.deep.equal(['a', 'b', 'c']);
    await waitUntil(() => textsOf(panel).length === 1);
    expect(textsOf(panel)).to.deep.equal(['Is there a fee?']);
    expect(spokenBy(panel)).to.equal('Short answer created, 3 questions resolved');
    expect(field(panel, 'answer').value).to.equal('');
    expect((await answersOf(adapter)).map(({ question, answer }) => [question, answer])).to.deep.equal([
      ['Can I change it?', 'Yes, until it is packed.'],
    ]);
    press(panel, 'Undo');
    await waitUntil(() => textsOf(panel).length === 4);
    expect(await answersOf(adapter)).to.deep.equal([]);
  });

  it('dismisses the ticked ones, and opens them again from their list', async () => {
    const { panel } = await opened();
    expect(inside(panel, '.run').ariaDisabled).to.equal('true');
    boxes(panel)[1]!.click();
    await panel.updateComplete;
    press(panel, 'Dismiss conversation');
    await waitUntil(() => textsOf(panel).length === 3);
    press(panel, 'Dismissed');
    await waitUntil(() => textsOf(panel)[0] === 'change address pls');
    boxes(panel)[0]!.click();
    await panel.updateComplete;
    press(panel, 'Open again');
    await says(panel, 'No dismissed questions');
  });

  it('refuses an empty and an endless answer at the field, before sending', async () => {
    const { panel } = await opened();
    press(panel, 'Create and resolve');
    await says(panel, 'Write the answer.');
    expect(panel.shadowRoot!.activeElement).to.equal(field(panel, 'answer'));
    field(panel, 'answer').value = 'x'.repeat(2_003);
    field(panel, 'answer').dispatchEvent(new Event('input'));
    await says(panel, 'Shorten it by 3 characters.');
    press(panel, 'Create and resolve');
    await panel.updateComplete;
    expect(textsOf(panel)).to.have.length(4);
    await expect(panel).to.be.accessible();
  });

  it('asks before typed text is lost to another topic or to closing', async () => {
    const { page, panel } = await opened();
    await type(panel, 'answer', 'Half an ans');
    open(page, 'g-2', 'Other');
    await says(panel, 'Your answer is not saved.');
    expect(field(panel, 'answer').value).to.equal('Half an ans');
    press(panel, 'Keep writing');
    await waitUntil(() => page.topic === 'g-1');
    press(panel, 'Close');
    await says(panel, 'Your answer is not saved.');
    expect(page.topic).to.equal('g-1');
    press(panel, 'Discard it');
    await waitUntil(() => page.topic === null);
    await says(panel, 'No topic is open');
  });

  it('forgets that it was to be closed once what was typed is saved, or another topic is wanted', async () => {
    const { page, panel } = await opened();
    await type(panel, 'answer', 'Half an answer');
    press(panel, 'Close');
    await says(panel, 'Your answer is not saved.');
    open(page, 'g-2', 'Other');
    await waitUntil(() => page.topic === 'g-2');
    press(panel, 'Discard it');
    await says(panel, 'Something else?');
    expect(page.topic).to.equal('g-2');
    await type(panel, 'answer', 'A whole answer');
    press(panel, 'Close');
    await says(panel, 'Your answer is not saved.');
    press(panel, 'Create and resolve');
    await says(panel, 'Short answer created');
    expect(wordsOf(panel)).not.to.contain('Your answer is not saved.');
  });

  it('asks before typed text is lost to other questions of the same topic', async () => {
    const { page, panel } = await opened();
    await type(panel, 'answer', 'Half an answer');
    open(page, 'g-1', 'Address', 'resolved');
    await says(panel, 'Your answer is not saved.');
    press(panel, 'Discard it');
    await says(panel, 'No resolved questions');
  });

  it('loses nothing typed where it fails, and tries again with the same key', async () => {
    const adapter = adapterOf();
    const keys: unknown[] = [];
    const gaps = adapter.knowledgeGaps!;
    const resolve: typeof gaps.resolve = async (command, context) => {
      keys.push(context.idempotencyKey);
      const answer = await gaps.resolve!(command, context);
      if (keys.length === 1) throw new AdapterError('timeout', 'The answer was lost.');
      return answer;
    };
    const { panel } = await opened({ ...adapter, knowledgeGaps: { ...gaps, resolve } });
    await type(panel, 'answer', 'Yes.');
    press(panel, 'Create and resolve');
    await says(panel, 'Not confirmed. The help desk did not answer in time.');
    expect(field(panel, 'answer').value).to.equal('Yes.');
    press(panel, 'Try again');
    await says(panel, 'Short answer created, 4 questions resolved');
    expect(new Set(keys).size).to.equal(1);
    expect(await answersOf(adapter)).to.have.length(1);
  });

  it('tells the second of two people what the first has done', async () => {
    const adapter = adapterOf();
    const { panel } = await opened(adapter);
    boxes(panel)[0]!.click();
    await type(panel, 'answer', 'My words');
    const context = { signal: new AbortController().signal, locale: 'en', timeZone: 'UTC' };
    const first = { topicId: 'g-1', questionIds: ['a'], question: 'Q?', answer: 'Their words' };
    await adapter.knowledgeGaps!.resolve!(first, context);
    press(panel, 'Create and resolve');
    await says(panel, 'Somebody else has changed these questions meanwhile.');
    await says(panel, 'Their words');
    expect(field(panel, 'answer').value).to.equal('My words');
    await waitUntil(() => textsOf(panel).length === 3, 'the list is not up to date');
  });

  it('tells nobody of an answer that was there before, nor that it resolves what is closed by now', async () => {
    const old = { id: 's', question: 'Q?', answer: 'Old words', createdAt: march('01 09:00'), topicId: 'g-1' };
    const topics = [{ id: 'g-1', title: 'Address', questions }];
    const adapter = memoryAdapter([], { topics, shortAnswers: [{ ...old, resolvesQuestionIds: ['gone'] }] });
    const { panel } = await opened(adapter);
    await type(panel, 'answer', 'My words');
    const context = { signal: new AbortController().signal, locale: 'en', timeZone: 'UTC' };
    await adapter.knowledgeGaps!.dismiss!({ topics: [{ topicId: 'g-1', questionIds: null }] }, context);
    press(panel, 'Create and resolve');
    await says(panel, 'Somebody else has changed these questions meanwhile.');
    await says(panel, 'No question of the topic is open.');
    expect(wordsOf(panel)).not.to.contain('Old words');
    expect(field(panel, 'answer').value).to.equal('My words');
  });

  it('keeps what is not allowed to be seen, with its reason, and hides the hidden', async () => {
    const { panel } = await opened(adapterOf(questions, { 'create-short-answer': 'needs-seat' }));
    await says(panel, 'You need an assigned paid seat.');
    expect(inside(panel, '.main').ariaDisabled).to.equal('true');
    expect(field(panel, 'answer').readOnly).to.equal(true);
    await expect(panel).to.be.accessible();
    const { panel: apart } = await opened(adapterOf(questions, { 'dismiss-gap': 'hidden' }));
    boxes(apart)[1]!.click();
    await says(apart, 'This resolves the ticked question. 3 stay open.');
    expect(allInside(apart, '.selection-bar .run')).to.deep.equal([]);
    const { panel: hidden } = await opened(adapterOf(questions, { 'resolve-gap': 'hidden' }));
    await waitUntil(() => allInside(hidden, 'form').length === 0);
  });

  it('offers no short answer to a topic that does not exist, or has no open question left', async () => {
    const adapter = adapterOf();
    const gaps = adapter.knowledgeGaps!;
    const countless: typeof gaps.questions = async (query, context) => {
      const { total: _, ...page } = await gaps.questions!(query, context);
      return page;
    };
    const { page, panel } = await opened({ ...adapter, knowledgeGaps: { ...gaps, questions: countless } });
    await type(panel, 'answer', 'Yes.');
    press(panel, 'Create and resolve');
    await says(panel, 'No open questions');
    expect(allInside(panel, 'form')).to.have.length(0);
    open(page, 'g-3', 'Gone');
    await says(panel, 'The questions could not be loaded');
    expect(allInside(panel, 'form')).to.have.length(0);
    open(page, 'g-2', 'Other');
    await says(panel, 'This resolves all open questions of the topic.');
  });

  it('breaks a ticket’s endless name inside a narrow panel, in either direction', async () => {
    for (const url of ['https://desk.example/1', 'none']) {
      const { page, panel } = await opened(adapterOf([ask('a', 'Why?', { ticket: { id: 'x'.repeat(80), url } })]));
      panel.parentElement!.style.inlineSize = '320px';
      for (const language of ['en', 'ar']) {
        page.lang = language;
        await waitUntil(() => inside(panel, '.card').lang === language);
        const [card, name] = [inside(panel, '.card'), inside(panel, '.meta bdi')].map((each) =>
          each.getBoundingClientRect(),
        );
        expect([name!.left >= card!.left, name!.right <= card!.right], language).to.deep.equal([true, true]);
      }
    }
  });

  it('shows two hundred hostile texts as text', async () => {
    const seeds = [
      '<img src=x onerror="document.title=1">',
      '</textarea><script>document.title=1</script>',
      '\u202Etxet\u202C \u0000\u0007\u001B[2J',
      '👩‍👩‍👧‍👦'.repeat(80),
      'x'.repeat(50_000),
      '',
      '${alert(1)} {{7*7}} =cmd()',
      'عربي mixed עברית 12',
    ];
    const hostile = Array.from({ length: 200 }, (_, index) => ask(`h${index}`, `${seeds[index % 8]!}`));
    const { panel } = await opened(adapterOf(hostile));
    for (const count of [100, 200]) {
      press(panel, 'Show more');
      await waitUntil(() => allInside(panel, '.question').length === count);
    }
    expect(allInside(panel, '.questions img, .questions script')).to.have.length(0);
    expect(document.title).not.to.equal('1');
    panel.parentElement!.style.inlineSize = '320px';
    await panel.updateComplete;
    expect(inside(panel, '.card').scrollWidth).to.be.at.most(320);
    press(panel, 'Show all of it');
    await panel.updateComplete;
    expect(Math.max(...textsOf(panel).map(({ length }) => length))).to.be.greaterThan(800);
  });
});
