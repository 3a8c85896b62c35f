import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ExportRequest } from '../../../components/export/request-export.js';
import { exportItems, type ExportCard, type ExportedView } from '../../../components/reports/export-items.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import { localize } from '../../../src/localize/localize.js';
import { handCounted } from '../../support/hand-made-records.js';
import {
  allInside,
  inside,
  isReady,
  only,
  press,
  says,
  showPage,
  shows,
  spokenBy,
  type KitElement,
} from '../../support/kit-page.js';
import { inkOf, pixelsOf } from '../export/pixels.js';
import { waitUntil } from '../../support/wait-until.js';

type Tag = 'impact-this-week' | 'resolution-rate-chart';

const content = html`<impact-this-week></impact-this-week><resolution-rate-chart></resolution-rate-chart>`;

async function show(tag: Tag, records: readonly unknown[] = handCounted, lang = 'en'): Promise<KitElement> {
  const page = await showPage(memoryAdapter(records), content);
  page.lang = lang;
  const card = only(page, tag);
  await isReady(card);
  await card.updateComplete;
  return card;
}

/** Chooses an entry as a host that takes the file itself. */
async function taken(card: KitElement, entry: string): Promise<ExportRequest> {
  const request = new Promise<ExportRequest>((resolve) =>
    document.addEventListener(
      'export-request',
      (event) => {
        event.preventDefault();
        resolve(event.detail);
      },
      { once: true },
    ),
  );
  press(card, entry);
  return request;
}

/** What a browser would download, and what is done with the addresses; puts everything back. */
function watchDownloads() {
  const links: { readonly href: string; readonly download: string }[] = [];
  const revoked: string[] = [];
  const { click } = HTMLAnchorElement.prototype;
  const { revokeObjectURL } = URL;
  const { setTimeout } = globalThis;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    links.push({ href: this.href, download: this.download });
  };
  URL.revokeObjectURL = (url) => void revoked.push(url);
  // The browser needs the address for some time; nobody here waits for it.
  const soon = (run: () => void, ms = 0): unknown => setTimeout(run, ms > 30_000 ? 50 : ms);
  globalThis.setTimeout = soon as unknown as typeof setTimeout;
  return {
    links,
    revoked,
    stop(): void {
      HTMLAnchorElement.prototype.click = click;
      URL.revokeObjectURL = revokeObjectURL;
      globalThis.setTimeout = setTimeout;
    },
  };
}

describe('the CSV of a report', () => {
  it('has the table view under its header, in UTF-8 with a byte order mark', async () => {
    const chart = await show('resolution-rate-chart');
    const { kind, name, blob } = await taken(chart, 'Download CSV');
    expect([kind, name]).to.deep.equal(['csv', 'Resolution-rate-over-time_2025-12-22_2026-03-15.csv']);
    expect(blob.type).to.equal('text/csv;charset=utf-8');
    const bytes = new Uint8Array(await blob.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines[0]).to.match(/^Title,Resolution rate over time,+$/);
    expect(lines[lines.findIndex((line) => line.startsWith('Week of')) + 1]).to.equal(
      '9 Mar,2026-03-09,1,1,1,2,0.3333333333333333,0.6666666666666666,21% to 100%,Still running',
    );
  });

  it('holds every line of the figures, with the unit of each, and what is known about them', async () => {
    const impact = await show('impact-this-week', [...handCounted, { id: 'bad' }]);
    const { blob } = await taken(impact, 'Download CSV');
    const text = await blob.text();
    expect(text).to.match(
      /\r\nAverage resolution time,180000,ms,"from 2 resolved, set this week\nMedian 2.min.3.s",600000,ms,/,
    );
    expect(text).to.match(/\r\nNote,1 record was left out,/);
    expect(text).to.match(/\r\nFormula of Deflection rate,Deflected ÷ handled,/);
  });

  it('speaks German, with numbers for machines', async () => {
    const chart = await show('resolution-rate-chart', handCounted, 'de');
    await says(chart, 'Lösungsquote im Verlauf');
    const { name, blob } = await taken(chart, 'CSV laden');
    expect(name).to.equal('Lösungsquote-im-Verlauf_2025-12-22_2026-03-15.csv');
    const text = await blob.text();
    expect(text).to.match(/^Titel,Lösungsquote im Verlauf,/);
    expect(text).to.match(/0\.3333333333333333/);
  });
});

describe('the PNG of a report', () => {
  it('shows the chart at two device pixels a pixel, in the colours of the theme', async () => {
    const chart = await show('resolution-rate-chart');
    await shows(chart, 'chart');
    const { kind, name, blob } = await taken(chart, 'Download PNG');
    expect([kind, name]).to.deep.equal(['png', 'Resolution-rate-over-time_2025-12-22_2026-03-15.png']);
    const light = await pixelsOf(blob);
    const width = Math.min(1_200, Math.max(480, inside(chart, '.card').clientWidth));
    expect(light.width).to.equal(2 * width);
    expect(light.at(0, 0)).to.deep.equal([255, 255, 255, 255]);
    expect(light.count([17, 155, 151]), 'pixels of the line').to.be.greaterThan(200);
    chart.style.colorScheme = 'dark';
    const dark = await pixelsOf((await taken(chart, 'Download PNG')).blob);
    expect(dark.at(0, 0)).to.deep.equal([23, 25, 30, 255]);
    expect(dark.count([56, 211, 198])).to.be.greaterThan(200);
  });

  it('shows figures, and the table where the card does', async () => {
    const impact = await show('impact-this-week');
    const figures = await pixelsOf((await taken(impact, 'Download PNG')).blob);
    expect(inkOf(figures, 0, figures.height)).to.be.greaterThan(0.005);
    press(impact, 'Show as table');
    await shows(impact, 'table');
    const table = await pixelsOf((await taken(impact, 'Download PNG')).blob);
    expect(table.count([245, 246, 248]), 'the band of the head').to.be.greaterThan(table.width * 10);
  });

  it('is there for a chart that was never seen', async () => {
    const chart = await show('resolution-rate-chart');
    chart.style.marginBlockStart = '20000px';
    const { blob } = await taken(chart, 'Download PNG');
    expect((await pixelsOf(blob)).count([17, 155, 151])).to.be.greaterThan(200);
  });
});

describe('a download', () => {
  it('is by keyboard, leaves the focus on the menu, says so and lets its address go', async () => {
    const chart = await show('resolution-rate-chart');
    const watch = watchDownloads();
    try {
      inside(chart, '.menu-button').focus();
      for (const key of ['Enter', 'ArrowDown', 'Enter']) await sendKeys({ press: key });
      await waitUntil(() => watch.links.length === 1);
      const [link] = watch.links;
      expect(link!.href).to.match(/^blob:/);
      expect(link!.download).to.match(/^Resolution-rate-over-time_.*\.csv$/);
      await waitUntil(() => spokenBy(chart) === `Downloaded ${link!.download}`);
      await waitUntil(() => watch.revoked.length === 1);
      expect(watch.revoked).to.deep.equal([link!.href]);
      expect(inside(chart, '.menu').matches(':popover-open')).to.equal(false);
      expect(chart.shadowRoot!.activeElement).to.equal(inside(chart, '.menu-button'));
      expect(document.querySelector('a[download]')).to.equal(null);
    } finally {
      watch.stop();
    }
  });

  it('is asked of the host, outside of every shadow root, and left to it where it wants that', async () => {
    const chart = await show('resolution-rate-chart');
    const watch = watchDownloads();
    try {
      const heard: boolean[] = [];
      const onRequest = (event: Event): void => void heard.push(event.bubbles, event.composed, event.cancelable);
      document.addEventListener('export-request', onRequest, { once: true });
      await taken(chart, 'Download CSV');
      expect(heard).to.deep.equal([true, true, true]);
      expect(watch.links).to.deep.equal([]);
      expect(spokenBy(chart)).to.equal('');
    } finally {
      watch.stop();
    }
  });

  it('is off, with the reason, where there is nothing to count', async () => {
    const chart = await show('resolution-rate-chart', []);
    const entries = allInside(chart, '[role="menuitem"]').slice(1, 3);
    expect(entries.map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim())).to.deep.equal([
      'Download CSVNo figures yet',
      'Download PNGNo figures yet',
    ]);
    const refuse = (): void => expect.fail('there is a file');
    document.addEventListener('export-request', refuse);
    for (const entry of entries) entry.click();
    press(chart, 'Menu for');
    await expect(chart).to.be.accessible();
    document.removeEventListener('export-request', refuse);
  });

  it('is off, with the reason, where the result is not by the official rules', () => {
    const view = {
      result: { definition: { official: false } },
      presentation: { empty: null },
    } as unknown as ExportedView;
    const reasons = (locale: string): unknown =>
      exportItems(view, localize(locale, 'UTC'), {} as ExportCard).map(({ offBecause }) => offBecause);
    expect(reasons('en')).to.deep.equal(['Not by the official rules', 'Not by the official rules']);
    expect(reasons('de')).to.deep.equal(['Nicht nach den offiziellen Regeln', 'Nicht nach den offiziellen Regeln']);
  });

  it('that cannot be made is said, and takes no figures away', async () => {
    const chart = await show('resolution-rate-chart');
    const { toBlob } = HTMLCanvasElement.prototype;
    const reported: unknown[] = [];
    const { reportError } = globalThis;
    globalThis.reportError = (error) => void reported.push(error);
    HTMLCanvasElement.prototype.toBlob = (done) => done(null);
    try {
      press(chart, 'Download PNG');
      await waitUntil(() => spokenBy(chart).endsWith('.png could not be made'));
      expect(String(reported[0])).to.match(/<resolution-rate-chart>: .*\.png could not be made/);
      await shows(chart, 'chart');
      expect(inside(chart, '.notice.failed').textContent).to.match(/\.png could not be made/);
      HTMLCanvasElement.prototype.toBlob = toBlob;
      const { kind } = await taken(chart, 'Try again');
      expect(kind).to.equal('png');
      await waitUntil(() => allInside(chart, '.notice.failed').length === 0);
    } finally {
      HTMLCanvasElement.prototype.toBlob = toBlob;
      globalThis.reportError = reportError;
    }
  });
});
