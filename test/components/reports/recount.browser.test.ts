import { expect } from '@open-wc/testing';
import { parse } from 'csv-parse/browser/esm/sync';
import type { ExportRequest } from '../../../components/export/request-export.js';
import '../../../components/define.js';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { demoAdapter } from '../../../src/adapters/demo.js';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { windowOf } from '../../../src/filters/window-of.js';
import type { ReportDefinition } from '../../../src/reports/report-definition.js';
import { reports, type ReportName } from '../../../src/reports/reports.js';
import { cardSays, tableSays } from '../../support/card-says.js';
import { NOW_MS } from '../../support/hand-made-records.js';
import { allInside, inside, press, shows, type KitElement } from '../../support/kit-page.js';
import type { NaiveCard } from '../../support/naive-cards.js';
import { numbersIn, recount, says } from '../../support/recount.js';
import { reaches, reportsOf, showTags } from '../../support/report-page.js';
import { reportNames } from '../../support/report-parts.js';
import { waitUntil } from '../../support/wait-until.js';

const calendar = { timeZone: 'Europe/Berlin', weekStart: 1 } as const;

/** The demo, and every record that a page got from it. */
function watchedDemo(): { readonly adapter: PerformanceAdapter; readonly records: readonly ConversationRecord[] } {
  const demo = demoAdapter({ now: NOW_MS });
  const records: ConversationRecord[] = [];
  const adapter: PerformanceAdapter = {
    contract: 1,
    async *conversations(query, context) {
      for await (const page of demo.conversations!(query, context)) {
        if ('conversations' in page) records.push(...(page.conversations as readonly ConversationRecord[]));
        yield page;
      }
    },
  };
  return { adapter, records };
}

/** Each point of a chart, as it is said on the way of the arrow keys. */
function chartSays(report: KitElement, { picture }: NaiveCard): void {
  const [plot] = allInside(report, '.plot');
  if (plot === undefined) return;
  const { drawing } = reports[report.localName as ReportName] as ReportDefinition;
  const keys = drawing.kind === 'figures' ? [] : Object.keys(drawing.colors);
  const go = (key: string): string => {
    plot.dispatchEvent(new KeyboardEvent('keydown', { key }));
    return inside(report, '.chart [aria-live]').textContent;
  };
  go('Home');
  for (const key of keys) {
    picture.get(key)!.forEach((value, index) => {
      const said = index === 0 ? go('Home') : go('ArrowRight');
      if (value !== null) expect(says(said, value), `${report.localName}, ${key}: ${value} in ${said}`).to.equal(true);
    });
    go('ArrowUp');
  }
}

async function csvSays(report: KitElement, { rows }: NaiveCard): Promise<void> {
  const request = new Promise<ExportRequest>((resolve) => {
    const take = (event: HTMLElementEventMap['export-request']): void => {
      event.preventDefault();
      resolve(event.detail);
    };
    report.addEventListener('export-request', take, { once: true });
  });
  press(report, 'Download CSV');
  const csv = parse(await (await request).blob.text(), { bom: true });
  expect(numbersIn(csv), report.localName).to.deep.equal(rows.map((row) => row.filter((value) => value !== null)));
}

describe('every card of the demo', () => {
  it('says in figure, chart, table view and CSV what its records come to', async () => {
    const { adapter, records } = watchedDemo();
    const page = await showTags(reportNames, adapter, { filters: 'range=2w', history: '3w' });
    await waitUntil(() => records.length > 1_000, 'nothing was loaded', { timeout: 10_000 });
    await reaches(page, 'ready');
    const range = windowOf({ range: '2w' }, NOW_MS, calendar);
    const expected = recount(records, { ...range, ...calendar, now: NOW_MS, grain: 'week' });
    for (const report of reportsOf(page)) {
      const card = expected(report.localName as ReportName);
      cardSays(report, card);
      chartSays(report, card);
      await csvSays(report, card);
      press(report, 'Show as table');
      await shows(report, 'table');
      tableSays(report, card);
    }
  }).timeout(30_000);
});
