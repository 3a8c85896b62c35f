import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { gapsOf } from '../../support/hand-made-records.js';
import { allInside, inside, only, press, says, showPage, shows, spokenBy, wordsOf } from '../../support/kit-page.js';
import { waitUntil } from '../../support/wait-until.js';

type Panel = HTMLElementTagNameMap['knowledge-gap-panel'];
type Table = HTMLElementTagNameMap['knowledge-gaps-table'];

const topics = Array.from({ length: 12 }, (_, index) => [`Topic ${index}`, 14 - index, 9] as [string, number, number]);

async function opened(): Promise<{ readonly page: AgentPerformance; readonly panel: Panel; readonly table: Table }> {
  const page = await showPage(
    memoryAdapter([], gapsOf(...topics)),
    html`<knowledge-gaps-table></knowledge-gaps-table>
      <knowledge-gap-panel><input slot="note" aria-label="A field of the host" /></knowledge-gap-panel>`,
  );
  const [table, panel] = [only(page, 'knowledge-gaps-table'), only(page, 'knowledge-gap-panel')];
  await shows(table, 'topics');
  press(table, 'Topic 0');
  await shown(panel, 'Topic 0', 14);
  return { page, panel, table };
}

/** Waits until the panel shows so many questions of a topic. */
async function shown(panel: Panel, title: string, questions: number): Promise<void> {
  const isShown = (): boolean =>
    wordsOf(panel).startsWith(title) && allInside(panel, '.question').length === Math.min(questions, 50);
  await waitUntil(isShown, `never ${title}: ${wordsOf(panel)}`);
}

const focusedIn = (panel: Panel): Element | null => panel.shadowRoot!.activeElement;

describe('triage by keyboard', () => {
  it('goes to the next topic and back by keys and by buttons, says which, and keeps the focus in the questions', async () => {
    const { page, panel } = await opened();
    inside(panel, '.question input').focus();
    await sendKeys({ press: 'n' });
    await shown(panel, 'Topic 1', 13);
    expect(spokenBy(panel)).to.equal('Topic 2 of 12: Topic 1');
    expect(page.topic).to.equal('topic-1');
    await waitUntil(
      () => focusedIn(panel) === inside(panel, '.question input'),
      `the focus is on ${focusedIn(panel)?.outerHTML.slice(0, 200)}`,
    );
    await sendKeys({ press: 'p' });
    await shown(panel, 'Topic 0', 14);
    await sendKeys({ press: 'p' });
    expect(spokenBy(panel)).to.equal('There are no more topics in this direction');
    press(panel, 'Next topic');
    await shown(panel, 'Topic 1', 13);
    expect(wordsOf(panel)).to.contain('N next topic');
    await expect(panel).to.be.accessible();
  });

  it('goes through the topics of the page it stands in, whatever other tables list the same source', async () => {
    const { page, panel, table } = await opened();
    const other = await showPage(page.adapter, html`<knowledge-gaps-table></knowledge-gaps-table>`);
    const beside = document.createElement('knowledge-gaps-table');
    page.append(beside);
    await Promise.all([shows(only(other, 'knowledge-gaps-table'), 'topics'), shows(beside, 'topics')]);
    beside.remove();
    press(only(other, 'knowledge-gaps-table'), 'Dismissed');
    await says(only(other, 'knowledge-gaps-table'), 'No dismissed topics');
    press(panel, 'Next topic');
    await shown(panel, 'Topic 1', 13);
    press(table, 'Dismissed');
    await says(table, 'No dismissed topics');
    expect(inside(panel, '.step.next').ariaDisabled).to.equal('true');
  });

  it('asks for further topics at the end of those that are listed', async () => {
    const { page, panel } = await opened();
    page.topic = 'topic-9';
    await waitUntil(() => allInside(panel, '.question').length === 5);
    press(panel, 'Next topic');
    await shown(panel, 'Topic 10', 4);
    expect(spokenBy(panel)).to.equal('Topic 11 of 12: Topic 10');
  });

  it('dismisses a question, undoes it, answers the topic and goes on, without the mouse', async () => {
    const { panel, table } = await opened();
    inside(panel, '.question input').focus();
    await sendKeys({ press: 'd' });
    await shown(panel, 'Topic 0', 13);
    expect(spokenBy(panel)).to.equal('1 question dismissed');
    await waitUntil(() => focusedIn(panel)?.matches('.question input') === true);
    await sendKeys({ press: 'u' });
    await shown(panel, 'Topic 0', 14);
    expect(spokenBy(panel)).to.equal('1 question is open again');
    await sendKeys({ press: 'a' });
    await sendKeys({ type: 'Jump up and down, and nap.' });
    expect(inside<HTMLTextAreaElement>(panel, '#answer').value).to.equal('Jump up and down, and nap.');
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Control' });
    await waitUntil(() => spokenBy(panel) === 'Short answer created, 14 questions resolved');
    await waitUntil(() => focusedIn(panel)?.getAttribute('aria-label') === 'Next topic');
    await sendKeys({ press: 'n' });
    await shown(panel, 'Topic 1', 13);
    expect(allInside(table, 'tbody .title')[0]!.textContent).to.equal('Topic 1');
  });

  it('leaves alone what is typed into a field of the host, and keys with a modifier', async () => {
    const { page, panel } = await opened();
    const field = panel.querySelector('input')!;
    field.focus();
    await sendKeys({ type: 'null and dup' });
    expect(field.value).to.equal('null and dup');
    inside(panel, '.question input').focus();
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'N' });
    await sendKeys({ up: 'Shift' });
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    await panel.updateComplete;
    expect([page.topic, allInside(panel, '.question').length]).to.deep.equal(['topic-0', 14]);
  });

  it('does nothing twice where a key is held, and reaches the questions from anywhere in the panel', async () => {
    const { panel } = await opened();
    inside(panel, '.segments button').focus();
    await sendKeys({ press: 'j' });
    expect(focusedIn(panel)).to.equal(inside(panel, '.question input'));
    held(panel, 'd');
    held(panel, 'n');
    held(panel, 'j');
    await panel.updateComplete;
    expect(wordsOf(panel)).to.match(/^Topic 0/);
    expect(focusedIn(panel)).to.equal(allInside(panel, '.question input')[1]);
    expect(allInside(panel, '.ticked')).to.have.length(0);
  });

  it('listens to the place of a key where its letter is not Latin', async () => {
    const { panel } = await opened();
    inside(panel, '.question input').focus();
    for (const [key, code] of [
      ['ת', 'KeyJ'],
      ['о', 'KeyJ'],
      ['ن', 'KeyK'],
    ])
      pressHere(panel, { key: key!, code: code! });
    expect(focusedIn(panel)).to.equal(allInside(panel, '.question input')[1]);
    pressHere(panel, { key: 'h', code: 'KeyJ' }); // Dvorak has its own.
    expect(focusedIn(panel)).to.equal(allInside(panel, '.question input')[1]);
  });

  it('leaves what is not open to its own button, and names no key for it', async () => {
    const { panel } = await opened();
    inside(panel, '.question input').focus();
    await sendKeys({ press: 'd' });
    await shown(panel, 'Topic 0', 13);
    press(panel, 'Dismissed');
    await shown(panel, 'Topic 0', 1);
    inside(panel, '.question input').focus();
    await sendKeys({ press: 'd' });
    await panel.updateComplete;
    expect(allInside(panel, '.ticked, .saving')).to.have.length(0);
    expect(wordsOf(panel)).to.contain('N next topic').and.not.to.contain('D dismiss');
  });
});

function pressHere(panel: Panel, init: KeyboardEventInit): void {
  focusedIn(panel)!.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, ...init }));
}

/** A key that is pressed for so long that it comes again. */
function held(panel: Panel, key: string): void {
  pressHere(panel, { key, repeat: true });
}
