import { expect, html, oneEvent } from '@open-wc/testing';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { AdapterError } from '../../../src/errors.js';
import { gapsOf, march } from '../../support/hand-made-records.js';
import { only, press, says, showPage, shows, spokenBy } from '../../support/kit-page.js';
import { waitUntil } from '../../support/wait-until.js';

const topics = Array.from({ length: 25 }, (_, index) => [`=Topic ${index}`, 25 - index, 9] as [string, number, number]);
const shortAnswers = [
  {
    id: 'a',
    question: '@Q',
    answer: '-A',
    createdAt: march('09 09:00'),
    resolvesQuestionIds: ['q'],
    url: 'javascript:1',
  },
];

async function shown(adapter: PerformanceAdapter) {
  const page = await showPage(
    adapter,
    html`<knowledge-gaps-table></knowledge-gaps-table><short-answers-list></short-answers-list>`,
  );
  page.addEventListener('export-request', (event) => event.preventDefault());
  const table = only(page, 'knowledge-gaps-table');
  await shows(table, 'topics');
  return { page, table, list: only(page, 'short-answers-list') };
}

describe('files of knowledge gaps', () => {
  it('hold all topics that are found as CSV, those on no page yet as well, and calculate nothing', async () => {
    const { table } = await shown(memoryAdapter([], { ...gapsOf(...topics), shortAnswers }));
    const asked = oneEvent(table, 'export-request');
    press(table, 'Download CSV');
    const { detail } = await asked;
    expect(detail.name).to.equal('Open-topics_2026-03-13.csv');
    const text = await detail.blob.text();
    expect(text.match(/'=Topic \d+,Open/g)).to.have.length(25);
  });

  it('hold the short answers as JSON, without addresses that are no http(s)', async () => {
    const { list } = await shown(memoryAdapter([], { ...gapsOf(...topics), shortAnswers }));
    await says(list, '@Q');
    const asked = oneEvent(list, 'export-request');
    press(list, 'Download JSON');
    const { entries } = JSON.parse(await (await asked).detail.blob.text());
    expect(entries[0]).to.include({ question: '@Q', answer: '-A', resolvedQuestions: 1, url: null });
  });

  it('say in the card that one could not be made, and try again', async () => {
    const reported: unknown[] = [];
    const { reportError } = globalThis;
    globalThis.reportError = (error: unknown) => void reported.push(error);
    const memory = memoryAdapter([], gapsOf(...topics));
    let fails = true;
    const list: NonNullable<PerformanceAdapter['knowledgeGaps']>['list'] = async (query, context) => {
      if (query.cursor !== undefined && fails) throw new AdapterError('offline', 'No line.');
      return memory.knowledgeGaps!.list(query, context);
    };
    const { table } = await shown({ ...memory, knowledgeGaps: { ...memory.knowledgeGaps!, list } });
    press(table, 'Download CSV');
    await says(table, 'Open-topics_2026-03-13.csv could not be made');
    expect(spokenBy(table)).to.equal('Open-topics_2026-03-13.csv could not be made');
    fails = false;
    const asked = oneEvent(table, 'export-request');
    press(table, 'Try again');
    await asked;
    await waitUntil(() => table.shadowRoot!.querySelector('.notice.failed') === null);
    globalThis.reportError = reportError;
    expect(reported).to.have.length(1);
  });
});
