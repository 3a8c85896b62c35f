import { aTimeout, expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { AgentPerformance } from '../../../components/agent-performance/agent-performance.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { AdapterError } from '../../../src/errors.js';
import { gapsOf } from '../../support/hand-made-records.js';
import { holdWrites, type HeldWrites } from '../../support/held-writes.js';
import { allInside, inside, only, press, says, showPage, spokenBy, wordsOf } from '../../support/kit-page.js';
import { waitUntil } from '../../support/wait-until.js';

type Panel = HTMLElementTagNameMap['knowledge-gap-panel'];

interface Opened extends HeldWrites {
  readonly page: AgentPerformance;
  readonly panel: Panel;
}

/** The panel of topic-0, "Refunds", with four questions; topic-1, "Invoices", has three. */
async function opened(): Promise<Opened> {
  const held = holdWrites(memoryAdapter([], gapsOf(['Refunds', 4, 12], ['Invoices', 3, 11])));
  const page = await showPage(held.adapter, html`<knowledge-gap-panel></knowledge-gap-panel>`);
  const panel = only(page, 'knowledge-gap-panel');
  await open(page, panel, 'topic-0');
  return { ...held, page, panel };
}

async function open(page: AgentPerformance, panel: Panel, topicId: 'topic-0' | 'topic-1'): Promise<void> {
  const [title, questions] = topicId === 'topic-0' ? ['Refunds', 4] : ['Invoices', 3];
  const detail = { topicId, title, status: 'open' };
  panel.dispatchEvent(new CustomEvent('gap-open', { detail, bubbles: true, cancelable: true }));
  await waitUntil(() => page.topic === topicId);
  await panel.updateComplete;
  if (allInside(panel, '.unsaved').length > 0) press(panel, 'Discard it');
  await waitUntil(() => wordsOf(panel).startsWith(title) && allInside(panel, '.question').length === questions);
}

const boxes = (panel: Panel): readonly HTMLInputElement[] => allInside(panel, '.questions input');
const answerOf = (panel: Panel): string => inside<HTMLTextAreaElement>(panel, '#answer').value;
const resolvesOf = (panel: Panel): string => inside(panel, '#resolves').innerText;

async function type(panel: Panel, text: string): Promise<void> {
  inside(panel, '#answer').focus();
  await sendKeys({ type: text });
}

async function tick(panel: Panel, place: number): Promise<void> {
  boxes(panel)[place]!.click();
  await panel.updateComplete;
}

/** Starts a write by the button with this name. */
async function start({ panel, keys }: Opened, button: string): Promise<void> {
  const before = keys.length;
  press(panel, button);
  await waitUntil(() => keys.length === before + 1, `${button} started nothing`);
}

describe('a late answer to a write of <knowledge-gap-panel>', () => {
  for (const button of ['Create and resolve', 'Dismiss conversation'])
    it(`leaves what was typed and ticked in another topic meanwhile as it is: ${button}`, async () => {
      const all = await opened();
      const { page, panel, go } = all;
      if (button === 'Dismiss conversation') await tick(panel, 0);
      else await type(panel, 'For Refunds');
      await start(all, button);
      await open(page, panel, 'topic-1');
      await tick(panel, 1);
      await type(panel, 'For Invoices');
      go();
      await says(panel, 'In “Refunds”:');
      expect(spokenBy(panel)).to.match(/^In “Refunds”: /);
      expect(answerOf(panel)).to.equal('For Invoices');
      expect(boxes(panel).map(({ checked }) => checked)).to.deep.equal([false, true, false]);
      expect(resolvesOf(panel)).to.equal('This resolves the ticked question. 2 stay open.');
    });

  it('keeps what was typed and ticked in the same topic meanwhile', async () => {
    const all = await opened();
    const { panel, go } = all;
    await tick(panel, 0);
    await type(panel, 'Yes');
    await start(all, 'Create and resolve');
    await type(panel, ', and more');
    await tick(panel, 2);
    go();
    await says(panel, 'Short answer created, 1 question resolved');
    await waitUntil(() => boxes(panel).length === 3);
    expect(answerOf(panel)).to.equal('Yes, and more');
    expect(boxes(panel).map(({ checked }) => checked)).to.deep.equal([false, true, false]);
  });

  it('names the topic that a failure is of, where another one is shown, and tries it again in its place', async () => {
    const all = await opened();
    const { page, panel, go, keys } = all;
    await tick(panel, 0);
    await start(all, 'Dismiss conversation');
    await open(page, panel, 'topic-1');
    go({ error: new AdapterError('offline', 'No line.'), isDone: false });
    await says(panel, 'In “Refunds”: Not confirmed.');
    await start(all, 'Try again');
    go();
    await says(panel, 'In “Refunds”: 1 question dismissed');
    expect(new Set(keys).size).to.equal(1);
    await open(page, panel, 'topic-1');
    expect(boxes(panel)).to.have.length(3);
  });

  it('takes the focus from nobody who writes, so that no letter becomes a key', async () => {
    const all = await opened();
    const { panel, go } = all;
    await tick(panel, 0);
    boxes(panel)[0]!.focus();
    await sendKeys({ press: 'd' });
    await waitUntil(() => all.keys.length === 1);
    await type(panel, 'do');
    go();
    await waitUntil(() => boxes(panel).length === 3);
    await sendKeys({ type: ' undo' });
    expect(answerOf(panel)).to.equal('do undo');
    expect(all.keys).to.have.length(1);
  });

  it('writes nothing that was ticked or done at one source to another', async () => {
    const all = await opened();
    const { page, panel, go } = all;
    await tick(panel, 0);
    await start(all, 'Dismiss conversation');
    go();
    await says(panel, 'Undo');
    await tick(panel, 0);
    await start(all, 'Dismiss conversation');
    await tick(panel, 1);
    await type(panel, 'Yes');
    const other = holdWrites(memoryAdapter([], gapsOf(['Refunds', 9, 12])));
    page.adapter = other.adapter;
    await waitUntil(() => boxes(panel).length === 9);
    go();
    await aTimeout(20);
    expect(wordsOf(panel)).not.to.contain('Undo');
    expect(boxes(panel).some(({ checked }) => checked)).to.equal(false);
    expect([answerOf(panel), resolvesOf(panel)]).to.deep.equal([
      'Yes',
      'This resolves all 9 open questions of the topic.',
    ]);
    await start({ ...all, ...other }, 'Create and resolve');
  });

  it('sends a lost short answer once more as it was, whatever was written since', async () => {
    const all = await opened();
    const { panel, keys, go } = all;
    await tick(panel, 0);
    await type(panel, 'Yes');
    await start(all, 'Create and resolve');
    go({ error: new AdapterError('timeout', 'Thirty seconds.'), isDone: true });
    await says(panel, 'Not confirmed.');
    await tick(panel, 0);
    await tick(panel, 1);
    await start(all, 'Dismiss conversation');
    go();
    await says(panel, '1 question dismissed');
    expect(wordsOf(panel)).to.contain('Not confirmed.');
    expect(resolvesOf(panel)).to.contain('This resolves the ticked question.');
    await start(all, 'Create and resolve');
    expect(keys[2]).to.equal(keys[0]);
    go();
    await says(panel, 'Short answer created, 1 question resolved');
    expect(wordsOf(panel)).not.to.contain('Not confirmed.');
    expect(answerOf(panel)).to.equal('');
    await type(panel, 'Yes');
    await start(all, 'Create and resolve');
    expect(new Set(keys).size).to.equal(3);
  });
});
