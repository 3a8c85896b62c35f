import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'puppeteer-core';
import { readCsv } from '../src/export/csv-properties.js';
import { loadedStatus, openDesk, tableOf, until, type Desk, type DeskPage } from './desk.js';

const tag = 'resolution-rate-chart';
const place = '?now=2026-03-13T10:20:00%2B01:00';

let desk: Desk;
let shown: DeskPage;
let folder: string;

/** Chooses an entry of a report's menu and waits for the file it brings. */
async function download(page: Page, entry: string, ending: string): Promise<{ name: string; bytes: Buffer }> {
  const session = await page.createCDPSession();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    browserContextId: page.browserContext().id as string,
  });
  await until(page, (name) => kit(name)?.shadowRoot?.querySelector('.chart') != null, [tag]);
  await page.evaluate(
    (name, label) => {
      const entries = [...kit(name)!.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitem]')];
      entries.find(({ textContent }) => textContent?.includes(label))!.click();
    },
    tag,
    entry,
  );
  const end = Date.now() + 20_000;
  for (;;) {
    const name = (await readdir(folder)).find((file) => file.endsWith(ending));
    if (name !== undefined) return { name, bytes: await readFile(join(folder, name)) };
    if (Date.now() > end) throw new Error(`No ${ending} has come.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('a download from a page with a strict policy', () => {
  before(async () => {
    desk = await openDesk();
    shown = await desk.open(place);
    folder = await mkdtemp(join(tmpdir(), 'deskglass-'));
  });
  after(async () => {
    await desk.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('brings the card as PNG', async () => {
    const { page, troubles } = shown;
    await loadedStatus(page);
    const { name, bytes } = await download(page, 'Download PNG', '.png');
    assert.equal(name, 'Resolution-rate-over-time_2025-12-22_2026-03-15.png');
    assert.equal(bytes.subarray(1, 4).toString('latin1'), 'PNG');
    const width = await page.evaluate((report) => kit(report)!.shadowRoot!.querySelector('.card')!.clientWidth, tag);
    assert.equal(bytes.readUInt32BE(16), 2 * Math.min(1200, width));
    assert.deepEqual(await troubles(), []);
  });

  it('brings the table view as CSV', async () => {
    const { page, troubles } = shown;
    await loadedStatus(page);
    const { name, bytes } = await download(page, 'Download CSV', '.csv');
    assert.equal(name, 'Resolution-rate-over-time_2025-12-22_2026-03-15.csv');
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
    const records = readCsv(bytes.toString('utf8'));
    const rows = records.slice(records.findIndex(([label]) => label === 'Week of') + 1);
    const table = await tableOf(page, tag);
    assert.deepEqual(
      rows.map(([week, , , ...counts]) => [week, ...counts.slice(0, 3)]),
      table.map(([week, , ...counts]) => [week, ...counts.slice(0, 3).map((count) => count.replaceAll(',', ''))]),
    );
    assert.deepEqual(
      rows.map(([, , rate]) => (rate === '' ? '—' : `${(Number(rate) * 100).toFixed(1)}%`)),
      table.map(([, rate]) => rate),
    );
    assert.deepEqual(await troubles(), []);
  });
});
