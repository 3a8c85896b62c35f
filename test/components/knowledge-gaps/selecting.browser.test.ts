import { aTimeout, expect, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { AdapterError } from '../../../src/errors.js';
import type { Access } from '../../../src/gaps/gap-records.js';
import { gapsOf, NOW_MS } from '../../support/hand-made-records.js';
import { holdWrites } from '../../support/held-writes.js';
import { allInside, inside, only, press, says, showPage, shows, spokenBy, wordsOf } from '../../support/kit-page.js';
import { waitUntil } from '../../support/wait-until.js';

type Table = HTMLElementTagNameMap['knowledge-gaps-table'];

const topics = Array.from({ length: 12 }, (_, index) => [`Topic ${index}`, 12 - index, 9] as [string, number, number]);

async function listed(adapter: PerformanceAdapter = memoryAdapter([], gapsOf(...topics))): Promise<Table> {
  const page = await showPage(adapter, html`<knowledge-gaps-table></knowledge-gaps-table>`);
  const table = only(page, 'knowledge-gaps-table');
  await shows(table, 'topics');
  return table;
}

const manyTopics = { title: 'T', openQuestions: 1, conversations: 1, lastAskedAt: NOW_MS, status: 'open' } as const;
const withAccess = (access: Access): PerformanceAdapter => memoryAdapter([], { ...gapsOf(...topics), access });
const titlesOf = (table: Table): readonly string[] => allInside(table, 'tbody .title').map((cell) => cell.textContent);
const boxesOf = (table: Table): readonly HTMLInputElement[] => allInside(table, 'tbody input');
const focusedIn = (table: Table): string =>
  (table.shadowRoot!.activeElement as HTMLElement | null)?.innerText.trim() ?? '';

/** Dismissing waits until it is let go, and then succeeds or fails. */
function slow(): { readonly adapter: PerformanceAdapter; readonly keys: string[]; go(error?: Error): void } {
  const memory = memoryAdapter([], gapsOf(...topics));
  const keys: string[] = [];
  let letGo: (error?: Error) => void = () => undefined;
  const adapter: PerformanceAdapter = {
    ...memory,
    knowledgeGaps: {
      ...memory.knowledgeGaps!,
      async dismiss(command, context) {
        keys.push(context.idempotencyKey!);
        const error = await new Promise<Error | undefined>((resolve) => (letGo = resolve));
        if (error) throw error;
        return memory.knowledgeGaps!.dismiss!(command, context);
      },
    },
  };
  return { adapter, keys, go: (error) => letGo(error) };
}

describe('selecting in <knowledge-gaps-table>', () => {
  it('dismisses ten topics in one action, by keyboard alone, and the focus goes to the next row', async () => {
    const table = await listed();
    inside(table, 'tbody input').focus();
    for (let row = 0; row < 10; row += 1) {
      await sendKeys({ press: 'Space' });
      await sendKeys({ press: 'Tab' });
      if (row < 9) await sendKeys({ press: 'Tab' });
    }
    expect(wordsOf(table)).to.contain('10 of 12 topics selected');
    await expect(table).to.be.accessible();
    const done = oneEvent(table, 'gap-dismissed');
    inside(table, '.run').focus();
    await sendKeys({ press: 'Enter' });
    expect((await done).detail.topics).to.have.length(10);
    await waitUntil(() => focusedIn(table) === 'Topic 10', `the focus is on ${focusedIn(table)}`);
    expect(titlesOf(table)).to.deep.equal(['Topic 10', 'Topic 11']);
    expect(spokenBy(table)).to.equal('75 questions dismissed');
    await expect(table).to.be.accessible();
  });

  it('takes the last write back with Undo, and later from the list of dismissed topics', async () => {
    const table = await listed();
    boxesOf(table)[0]!.click();
    await table.updateComplete;
    press(table, 'Dismiss topics');
    await says(table, '12 questions dismissed Undo here, or later under Dismissed');
    press(table, 'Undo');
    await waitUntil(() => titlesOf(table)[0] === 'Topic 0');
    expect(spokenBy(table)).to.equal('12 questions are open again');
    boxesOf(table)[1]!.click();
    await table.updateComplete;
    press(table, 'Dismiss topics');
    await waitUntil(() => titlesOf(table)[1] === 'Topic 2');
    press(table, 'Dismissed');
    await waitUntil(() => titlesOf(table)[0] === 'Topic 1');
    inside<HTMLInputElement>(table, 'thead input').click();
    await waitUntil(() => wordsOf(table).includes('1 of 1 topic selected'));
    press(table, 'Restore topics');
    await says(table, 'No dismissed topics');
    press(table, 'Open');
    await waitUntil(() => titlesOf(table)[1] === 'Topic 1');
  });

  it('says nothing of an end where a whole page was dismissed and the next does not come, but tries again', async () => {
    const memory = memoryAdapter([], gapsOf(...topics));
    let isDown = false;
    const table = await listed({
      ...memory,
      knowledgeGaps: {
        ...memory.knowledgeGaps!,
        list: async (...asked) => {
          if (isDown) throw new AdapterError('unavailable', 'Down.');
          return memory.knowledgeGaps!.list(...asked);
        },
      },
    });
    for (const box of boxesOf(table)) box.click();
    await table.updateComplete;
    isDown = true;
    press(table, 'Dismiss topics');
    await says(table, 'The topics could not be loaded');
    expect(wordsOf(table)).not.to.contain('No open topics');
    expect([titlesOf(table).length, inside(table, '.more button').innerText]).to.deep.equal([0, 'Try again']);
    isDown = false;
    press(table, 'Try again');
    await waitUntil(() => titlesOf(table).length === 2);
    expect(spokenBy(table)).to.equal('2 more topics');
  });

  it('forgets after a conflict what somebody else has closed, on no page yet as well, and dismisses the rest', async () => {
    const memory = memoryAdapter([], gapsOf(...topics));
    const table = await listed(memory);
    const signal = new AbortController().signal;
    const theirs = { topics: [1, 11].map((topic) => ({ topicId: `topic-${topic}`, questionIds: null })) };
    inside<HTMLInputElement>(table, 'thead input').click();
    await says(table, '12 of 12 topics selected');
    await memory.knowledgeGaps!.dismiss!(theirs, { signal, locale: 'en', timeZone: 'UTC' });
    press(table, 'Dismiss topics');
    await says(table, 'Somebody else has changed these questions meanwhile.');
    await says(table, '10 of 10 topics selected');
    press(table, 'Dismiss topics');
    await says(table, 'No open topics');
  });

  it('selects all topics that are found, those on no page yet as well', async () => {
    const table = await listed();
    expect(titlesOf(table)).to.have.length(10);
    inside<HTMLInputElement>(table, 'thead input').click();
    await says(table, '12 of 12 topics selected');
    expect(inside<HTMLInputElement>(table, 'thead input').checked).to.equal(true);
    boxesOf(table)[3]!.click();
    await says(table, '11 of 12 topics selected');
    expect(inside<HTMLInputElement>(table, 'thead input').indeterminate).to.equal(true);
    press(table, 'Clear');
    await table.updateComplete;
    expect(boxesOf(table).some(({ checked }) => checked)).to.equal(false);
  });

  it('shows that rows are being saved, changes nothing before, and tries again with the same key', async () => {
    const { adapter, keys, go } = slow();
    const table = await listed(adapter);
    boxesOf(table)[0]!.click();
    await table.updateComplete;
    press(table, 'Dismiss topics');
    await says(table, 'Topic 0 Dismissing…');
    expect(boxesOf(table)[0]!.disabled).to.equal(true);
    expect(titlesOf(table)[0]).to.equal('Topic 0');
    go(new AdapterError('timeout', 'Thirty seconds.'));
    await says(table, 'Not confirmed. The help desk did not answer in time.');
    expect(titlesOf(table)[0]).to.equal('Topic 0');
    expect(boxesOf(table)[0]!.checked).to.equal(true);
    await expect(table).to.be.accessible();
    press(table, 'Try again');
    await waitUntil(() => keys.length === 2);
    go();
    await waitUntil(() => titlesOf(table)[0] === 'Topic 1');
    expect(keys[0]).to.equal(keys[1]);
  });

  it('gives the focus to the next row after Undo, and after a whole page of them has left', async () => {
    const { adapter, go } = holdWrites(memoryAdapter([], gapsOf(...topics)));
    const { list } = adapter.knowledgeGaps!;
    const late: typeof list = async (query, context) => {
      await aTimeout(50);
      return list!(query, context);
    };
    const table = await listed({ ...adapter, knowledgeGaps: { ...adapter.knowledgeGaps!, list: late } });
    for (const box of boxesOf(table).slice(0, 10)) box.click();
    await table.updateComplete;
    inside(table, '.run').focus();
    await sendKeys({ press: 'Enter' });
    await says(table, 'Dismissing…');
    go();
    await waitUntil(() => focusedIn(table) === 'Topic 10', 'the focus did not wait for the rows');
    const undo = allInside(table, '[part="write-done"] button')[0]!;
    undo.focus();
    await sendKeys({ press: 'Enter' });
    await table.updateComplete;
    go();
    await waitUntil(() => titlesOf(table).length > 2);
    await waitUntil(() => focusedIn(table) === 'Topic 0', `the focus is on ${focusedIn(table)}`);
  });

  it('keeps what is selected while others are being dismissed', async () => {
    const { adapter, keys, go } = holdWrites(memoryAdapter([], gapsOf(...topics)));
    const table = await listed(adapter);
    boxesOf(table)[0]!.click();
    await table.updateComplete;
    press(table, 'Dismiss topics');
    await waitUntil(() => keys.length === 1);
    boxesOf(table)[2]!.click();
    go();
    await waitUntil(() => titlesOf(table)[0] === 'Topic 1');
    expect(
      boxesOf(table)
        .map(({ checked }) => checked)
        .indexOf(true),
    ).to.equal(1);
  });

  it('writes nothing that was selected or dismissed at one source to another', async () => {
    const table = await listed();
    boxesOf(table)[0]!.click();
    await table.updateComplete;
    press(table, 'Dismiss topics');
    await says(table, 'Undo');
    boxesOf(table)[0]!.click();
    await says(table, '1 of 11 topics selected');
    only(document, 'agent-performance').adapter = memoryAdapter([], gapsOf(...topics, ['Another', 99, 9]));
    await waitUntil(() => titlesOf(table)[0] === 'Another');
    expect(wordsOf(table)).not.to.contain('selected').and.not.to.contain('Undo');
    expect(boxesOf(table).some(({ checked }) => checked)).to.equal(false);
  });

  it('says that nothing was sent where more is selected than one write may be about', async () => {
    const { adapter, keys } = slow();
    const many = Array.from({ length: 10_001 }, (_, index) => ({ ...manyTopics, id: `t${index}` }));
    const list = async ({ cursor = '0', limit }: { cursor?: string; limit: number }) => {
      const end = Number(cursor) + limit;
      return {
        topics: many.slice(Number(cursor), end),
        ...(end < many.length ? { cursor: `${end}` } : {}),
        total: 10_001,
      };
    };
    const table = await listed({ ...adapter, knowledgeGaps: { ...adapter.knowledgeGaps!, list } });
    inside<HTMLInputElement>(table, 'thead input').click();
    await says(table, '10,001 of 10,001 topics selected');
    press(table, 'Dismiss topics');
    await says(table, 'Not dismissed. These are too many at once. Select fewer. Nothing was changed.');
    expect([keys, wordsOf(table).includes('Try again')]).to.deep.equal([[], false]);
  });

  it('shows what is not allowed disabled with its reason, and hides only what is hidden', async () => {
    const table = await listed(withAccess({ 'dismiss-gap': 'needs-role' }));
    boxesOf(table)[0]!.click();
    await says(table, 'You need the customer agent editor permission.');
    const button = inside(table, '.run');
    expect([button.ariaDisabled, button.getAttribute('aria-describedby')]).to.deep.equal(['true', 'why-not']);
    button.click();
    await table.updateComplete;
    expect(titlesOf(table)[0]).to.equal('Topic 0');
    await expect(table).to.be.accessible();
    const hidden = await listed(withAccess({ 'dismiss-gap': 'hidden' }));
    expect(boxesOf(hidden)).to.have.length(0);
  });

  it('opens a topic by a click on its row and by Enter, and selects with the box alone', async () => {
    const table = await listed();
    const opened: string[] = [];
    table.parentElement!.addEventListener('gap-open', ({ detail }) => opened.push(detail.topicId));
    inside(table, 'tbody .when').click();
    allInside(table, 'tbody .open')[1]!.focus();
    await sendKeys({ press: 'Enter' });
    boxesOf(table)[2]!.click();
    expect(opened).to.deep.equal(['topic-0', 'topic-1']);
  });
});
