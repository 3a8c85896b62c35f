import { expect, fixture, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { gapsOf } from '../../support/hand-made-records.js';
import { allInside, inside, only, press, says, showPage, shows, wordsOf } from '../../support/kit-page.js';
import { waitUntil } from '../../support/wait-until.js';

const viewer = { signal: new AbortController().signal, locale: 'en', timeZone: 'UTC' };
const adapter = memoryAdapter([], gapsOf(['Refund', 3, 12], ['Invoice', 1, 11]));

async function shownAt(width: number, source = adapter) {
  const page = await showPage(source, html`<performance-tab view="knowledge-gaps"></performance-tab>`);
  page.style.inlineSize = `${width}px`;
  const tab = only(page, 'performance-tab');
  const table = inside<HTMLElementTagNameMap['knowledge-gaps-table']>(tab, 'knowledge-gaps-table');
  await shows(table, 'topics');
  const panel = inside<HTMLElementTagNameMap['knowledge-gap-panel']>(tab, 'knowledge-gap-panel');
  const dialog = inside<HTMLDialogElement>(tab, 'dialog');
  const openFirst = async (): Promise<void> => {
    inside(table, 'tbody .open').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => allInside(panel, '.question').length === 3, 'the questions did not come');
  };
  return { page, tab, table, panel, dialog, openFirst };
}

describe('a topic in <performance-tab>', () => {
  it('is shown beside the table where there is room, and the focus returns to its row', async () => {
    const { page, table, panel, dialog, openFirst } = await shownAt(1_000);
    const changes: unknown[] = [];
    page.addEventListener('topic-change', ({ detail }) => changes.push(detail?.topicId ?? null));
    await openFirst();
    expect([dialog.open, dialog.matches(':modal'), page.topic]).to.deep.equal([true, false, 'topic-0']);
    expect(panel.getBoundingClientRect().left).to.be.at.least(table.getBoundingClientRect().right);
    const row = inside(table, '[aria-current] .open');
    await expect(page).to.be.accessible();
    press(panel, 'Close');
    await waitUntil(() => !dialog.open);
    expect(table.shadowRoot!.activeElement).to.equal(row);
    expect(changes).to.deep.equal(['topic-0', null]);
  });

  it('is shown over the page where there is none, and Escape asks before typed text is lost', async () => {
    const { page, panel, dialog, openFirst } = await shownAt(420);
    await openFirst();
    expect([dialog.open, dialog.matches(':modal')]).to.deep.equal([true, true]);
    inside(panel, '#answer').focus();
    await sendKeys({ type: 'Yes' });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => panel.shadowRoot!.querySelector('.unsaved') !== null, 'nothing was asked');
    expect(dialog.open).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => dialog.matches(':modal'), 'it was closed without an answer');
    expect(inside<HTMLTextAreaElement>(panel, '#answer').value).to.equal('Yes');
    press(panel, 'Discard it');
    await waitUntil(() => !dialog.open && page.topic === null);
  });

  for (const width of [1_000, 420])
    it(`gives the focus to what has taken its place in the table once it is answered and closed, at ${width} px`, async () => {
      const own = memoryAdapter([], gapsOf(['Refund', 2, 12], ['Invoice', 1, 11]));
      const { table, panel, dialog } = await shownAt(width, own);
      inside(table, 'tbody .open').click();
      await waitUntil(() => allInside(panel, '.question').length === 2);
      inside<HTMLTextAreaElement>(panel, '#answer').focus();
      await sendKeys({ type: 'Yes' });
      press(panel, 'Create and resolve');
      await says(panel, 'Short answer created, 2 questions resolved');
      press(panel, 'Close');
      await waitUntil(() => !dialog.open);
      await waitUntil(() => table.shadowRoot!.activeElement !== null, 'the focus is nowhere');
      expect(table.shadowRoot!.activeElement).to.equal(inside(table, 'tbody .open'));
      expect(wordsOf(table)).to.contain('Invoice').and.not.to.contain('Refund');
    });

  it('is opened from the list it was chosen in, in a tab that stands in no page of the kit', async () => {
    const own = memoryAdapter([], gapsOf(['Refund', 2, 12], ['Invoice', 1, 11]));
    const topics = [{ topicId: 'topic-0', questionIds: ['question-0-0'] }];
    await own.knowledgeGaps!.dismiss!({ topics }, { ...viewer, idempotencyKey: 'key' });
    const tab = await fixture<HTMLElementTagNameMap['performance-tab']>(
      html`<performance-tab view="knowledge-gaps" .adapter=${own}></performance-tab>`,
    );
    const table = inside<HTMLElementTagNameMap['knowledge-gaps-table']>(tab, 'knowledge-gaps-table');
    const panel = inside<HTMLElementTagNameMap['knowledge-gap-panel']>(tab, 'knowledge-gap-panel');
    await shows(table, 'topics');
    press(table, 'Dismissed');
    await waitUntil(() => allInside(table, 'tbody .open').length === 1);
    inside(table, 'tbody .open').click();
    await waitUntil(() => allInside(panel, '.question').length === 1, 'the dismissed question did not come');
    expect(inside(panel, '.segments [aria-pressed="true"]').innerText).to.equal('Dismissed');
    expect(inside(table, 'tbody [aria-current]').innerText).to.contain('Refund');
    press(table, 'Open');
    await waitUntil(() => allInside(table, 'tbody .open').length === 2);
    inside(table, 'tbody .open').click();
    await waitUntil(() => inside(panel, '.segments [aria-pressed="true"]').innerText === 'Open');
    press(panel, 'Next topic');
    await waitUntil(() => wordsOf(panel).startsWith('Invoice'));
  });

  it('leaves a page its clicks that has hidden the tab', async () => {
    const { page, dialog, openFirst } = await shownAt(1_000);
    await openFirst();
    page.style.display = 'none';
    await waitUntil(() => !dialog.open, 'the dialog stayed');
    page.style.display = 'block';
    await waitUntil(() => dialog.open, 'the dialog did not come back');
    expect(dialog.matches(':modal')).to.equal(false);
  });

  it('is opened by the page’s own address', async () => {
    const { page, panel, dialog } = await shownAt(1_000);
    page.topic = 'topic-1';
    await waitUntil(() => allInside(panel, '.question').length === 1);
    expect(dialog.open).to.equal(true);
    // An address has the id alone: the source tells what the topic is called.
    expect(wordsOf(panel)).to.match(/^Invoice/);
    expect(inside(panel, '#question-help').innerText).to.contain('Taken from the latest question');
    inside(panel, '.question input').click();
    await panel.updateComplete;
    expect(inside(panel, '#question-help').innerText).to.contain('Taken from the first ticked question');
  });

  it('has the short answers under it, over the whole width', async () => {
    const { tab, table, openFirst } = await shownAt(1_000);
    await openFirst();
    const answers = inside<HTMLElementTagNameMap['short-answers-list']>(tab, 'short-answers-list');
    await waitUntil(() => answers.shadowRoot!.textContent.includes('No short answers yet'));
    const [above, below] = [table.getBoundingClientRect(), answers.getBoundingClientRect()];
    expect(below.top).to.be.at.least(above.bottom);
    expect(below.width).to.be.greaterThan(above.width * 1.5);
  });
});
