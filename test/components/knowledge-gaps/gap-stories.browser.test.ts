import { expect, html } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { GapRequest } from '../../../components/agent-performance/gap-request.js';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { PermissionError } from '../../../src/errors.js';
import type { RightStanding, ShortAnswer } from '../../../src/gaps/gap-records.js';
import { gapsOf } from '../../support/hand-made-records.js';
import { keyboard, mouse, type Hand } from '../../support/hands.js';
import { allInside, inside, only, press, says, showPage, shows, spokenBy, wordsOf } from '../../support/kit-page.js';
import { mswDesk } from '../../support/msw-desk.js';
import { waitUntil } from '../../support/wait-until.js';

type Table = HTMLElementTagNameMap['knowledge-gaps-table'];
type Panel = HTMLElementTagNameMap['knowledge-gap-panel'];

/** Twelve topics with 5, 4, 3 and from there on 2 questions: 30 in all, 26 of them in the first ten. */
const topics = Array.from(
  { length: 12 },
  (_, index) => [`Topic ${index}`, Math.max(2, 5 - index), 9] as [string, number, number],
);
const source = (): PerformanceAdapter => memoryAdapter([], gapsOf(...topics));
const viewer = { signal: new AbortController().signal, locale: 'en', timeZone: 'UTC' };

async function answersOf(adapter: PerformanceAdapter): Promise<readonly ShortAnswer[]> {
  return (await adapter.shortAnswers!.list({ search: '', limit: 9 }, viewer)).shortAnswers as readonly ShortAnswer[];
}

/** A tab of a browser that shows the gaps of a source. */
async function tabOf(adapter: PerformanceAdapter) {
  const page = await showPage(adapter, html`<performance-tab view="knowledge-gaps"></performance-tab>`);
  const tab = only(page, 'performance-tab');
  const table = inside<Table>(tab, 'knowledge-gaps-table');
  const panel = inside<Panel>(tab, 'knowledge-gap-panel');
  await shows(table, 'topics');
  const open = async (title: string): Promise<void> => {
    rowOf(table, title).querySelector<HTMLElement>('.open')!.click();
    await waitUntil(() => wordsOf(panel).startsWith(title) && allInside(panel, '.question').length > 0);
  };
  return { page, tab, table, panel, open };
}

function rowOf(table: Table, title: string): HTMLElement {
  const row = allInside(table, 'tbody tr').find((each) => each.querySelector('.title')?.textContent === title);
  if (row === undefined) throw new Error(`There is no row ${title}: ${wordsOf(table)}`);
  return row;
}

function button(element: Element, name: string): HTMLElement {
  const found = allInside(element, 'button').find(
    (each) => (each.ariaLabel ?? each.textContent).trim() === name && each.getClientRects().length > 0,
  );
  if (found === undefined) throw new Error(`<${element.localName}> has no button ${name}: ${wordsOf(element)}`);
  return found;
}

async function type(panel: Panel, text: string): Promise<void> {
  inside(panel, '#answer').focus();
  await sendKeys({ type: text });
}

const typedIn = (panel: Panel): string => inside<HTMLTextAreaElement>(panel, '#answer').value;

describe('knowledge gaps over msw, with latency and failures', () => {
  const stories: readonly (readonly [hand: Hand, width: number])[] = [
    [mouse, 1_280],
    [keyboard, 420],
  ];
  for (const [hand, width] of stories) {
    it(`are answered, dismissed, undone and restored by ${hand.name} alone at ${width} px, each step said and accessible`, async () => {
      await setViewport({ width, height: 900 });
      const memory = source();
      const desk = mswDesk(memory);
      const { page, table, panel } = await tabOf(desk.adapter());
      const said = async (element: Table | Panel, words: string): Promise<void> => {
        await waitUntil(() => spokenBy(element) === words, `said ${spokenBy(element)} and not ${words}`);
        await expect(page).to.be.accessible();
      };
      const questionsAre = (amount: number): Promise<void> =>
        waitUntil(() => allInside(panel, '.question').length === amount, `not ${amount} questions: ${wordsOf(panel)}`);
      const topicsAre = (amount: number): Promise<void> =>
        waitUntil(() => allInside(table, 'tbody tr').length === amount, `not ${amount} topics: ${wordsOf(table)}`);

      // A topic is answered, at the second attempt.
      await hand.press(inside(table, 'tbody .open'));
      await questionsAre(5);
      await hand.write(inside(panel, '#answer'), 'Within a week.');
      desk.mishaps.push('refused');
      await hand.press(button(panel, 'Create and resolve'));
      await said(panel, 'Not confirmed. The help desk cannot be reached at the moment.');
      await hand.press(button(panel, 'Try again'));
      await said(panel, 'Short answer created, 5 questions resolved');
      await hand.press(button(panel, 'Undo'));
      await said(panel, '5 questions are open again');
      await questionsAre(5);
      expect(await answersOf(memory)).to.deep.equal([]);

      // Three ticked questions are.
      for (const place of [0, 1, 2]) await hand.press(allInside(panel, '.question input')[place]!);
      await hand.write(inside(panel, '#answer'), 'For those three.');
      await hand.press(button(panel, 'Create and resolve'));
      await said(panel, 'Short answer created, 3 questions resolved');
      await questionsAre(2);
      await hand.press(button(panel, 'Undo'));
      await said(panel, '3 questions are open again');
      await questionsAre(5);
      await hand.press(button(panel, 'Close'));
      await waitUntil(() => page.topic === null);

      // Ten topics are dismissed, undone, dismissed again and restored from the filter.
      for (const again of [false, true]) {
        for (let place = 0; place < 10; place += 1) await hand.press(allInside(table, 'tbody input')[place]!);
        await hand.press(button(table, 'Dismiss topics'));
        await said(table, '26 questions dismissed');
        await topicsAre(2);
        if (again) continue;
        await hand.press(button(table, 'Undo'));
        await said(table, '26 questions are open again');
        await topicsAre(10);
      }
      await hand.press(button(table, 'Dismissed'));
      await said(table, 'Dismissed topics');
      await hand.press(inside(table, 'thead input'));
      await hand.press(button(table, 'Restore topics'));
      await said(table, '26 questions are open again');
      await hand.press(button(table, 'Open'));
      await topicsAre(10);
      const kinds = desk.writes.map(([kind]) => kind).join(' ');
      expect(kinds).to.equal('resolve resolve restore resolve restore dismiss restore dismiss restore');
    }).timeout(60_000);
  }

  const reasons: readonly (readonly [RightStanding, string])[] = [
    ['needs-role', 'You need the customer agent editor permission'],
    ['needs-seat', 'You need an assigned paid seat'],
  ];
  for (const [standing, reason] of reasons) {
    it(`say to somebody who ${standing} why nothing can be written, and a script's request writes nothing`, async () => {
      await setViewport({ width: 1_280, height: 900 });
      const access = { 'create-short-answer': standing, 'resolve-gap': standing, 'dismiss-gap': standing } as const;
      const desk = mswDesk({ ...source(), access: async () => access });
      const { page, table, panel, open } = await tabOf(desk.adapter());
      await open('Topic 0');
      await says(panel, reason);
      rowOf(table, 'Topic 1').querySelector('input')!.click();
      await says(table, reason);
      for (const name of ['Create and resolve', 'Dismiss conversation']) {
        expect(button(panel, name).ariaDisabled).to.equal('true');
        await mouse.press(button(panel, name));
      }
      expect(button(table, 'Dismiss topics').ariaDisabled).to.equal('true');
      await mouse.press(button(table, 'Dismiss topics'));
      await expect(page).to.be.accessible();
      const request = new GapRequest('resolve', {
        topicId: 'topic-0',
        questionIds: null,
        question: 'Q?',
        answer: 'A.',
      });
      panel.dispatchEvent(request);
      const refused: unknown = await request.answer.catch((error: unknown) => error);
      expect(refused).to.be.instanceOf(PermissionError);
      expect(String(refused)).to.contain('Nothing was written');
      expect(desk.writes).to.deep.equal([]);
    });
  }

  it('make exactly one short answer where the connection is cut between the write and its answer', async () => {
    const memory = source();
    const desk = mswDesk(memory);
    const { panel, open } = await tabOf(desk.adapter());
    await open('Topic 0');
    for (const place of [0, 1, 2]) allInside(panel, '.question input')[place]!.click();
    await type(panel, 'Within a week.');
    desk.mishaps.push('cut', 'cut');
    press(panel, 'Create and resolve');
    await says(panel, 'Not confirmed.');
    expect(typedIn(panel)).to.equal('Within a week.');
    // The server tells of what was written: the ticked ones leave the list, and stay what the answer is for.
    await waitUntil(() => allInside(panel, '.question').length === 2);
    await says(panel, 'This resolves the 3 ticked questions.');
    press(panel, 'Try again');
    await waitUntil(() => desk.writes.length === 2);
    await says(panel, 'Not confirmed.');
    // Not the button that offers it: whoever sends the form once more sends the same.
    await waitUntil(() => button(panel, 'Create and resolve').ariaDisabled === 'false');
    press(panel, 'Create and resolve');
    await says(panel, 'Short answer created, 3 questions resolved');
    expect(desk.writes).to.have.length(3);
    expect(new Set(desk.writes.map(([, key]) => key)).size).to.equal(1);
    expect((await answersOf(memory)).map(({ answer }) => answer)).to.deep.equal(['Within a week.']);
  });

  it('tell the second of two tabs on one topic what the first has done, keep what it typed, and let it decide', async () => {
    const memory = source();
    const desk = mswDesk(memory);
    const first = await tabOf(desk.adapter());
    const second = await tabOf(desk.adapter());
    for (const { open } of [first, second]) await open('Topic 0');
    await type(second.panel, 'My words');
    allInside(first.panel, '.question input')[0]!.click();
    await type(first.panel, 'Their words');
    press(first.panel, 'Create and resolve');
    await says(first.panel, 'Short answer created, 1 question resolved');
    // The server tells of the change by itself.
    await waitUntil(() => allInside(second.panel, '.question').length === 4, 'the second was told nothing');
    await says(second.panel, 'This resolves all 4 open questions of the topic.');
    expect(typedIn(second.panel)).to.equal('My words');
    // The first goes on: nothing is left of the topic for the second.
    await type(first.panel, 'For all the others');
    press(first.panel, 'Create and resolve');
    await says(first.panel, 'Short answer created, 4 questions resolved');
    press(second.panel, 'Create and resolve');
    await says(second.panel, 'Somebody else has changed these questions meanwhile.');
    await says(second.panel, 'For all the others');
    expect(typedIn(second.panel)).to.equal('My words');
    await expect(second.page).to.be.accessible();
    // It opens the topic again, and its own answer goes through.
    const everything = { topics: [{ topicId: 'topic-0', questionIds: null }], from: 'resolved' } as const;
    await memory.knowledgeGaps!.restore!(everything, { ...viewer, idempotencyKey: 'again' });
    press(second.panel, 'Create and resolve');
    await says(second.panel, 'Short answer created, 5 questions resolved');
    expect(await answersOf(memory)).to.have.length(3);
  });
});
