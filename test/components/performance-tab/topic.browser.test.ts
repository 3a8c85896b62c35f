import { expect, html, waitUntil } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { gapsOf } from '../../support/hand-made-records.js';
import { allInside, inside, only, press, showPage, shows } from '../../support/kit-page.js';

const adapter = memoryAdapter([], gapsOf(['Refund', 3, 12], ['Invoice', 1, 11]));

async function shownAt(width: number) {
  const page = await showPage(adapter, html`<performance-tab view="knowledge-gaps"></performance-tab>`);
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
    press(panel, 'Discard it');
    await waitUntil(() => !dialog.open && page.topic === null);
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
