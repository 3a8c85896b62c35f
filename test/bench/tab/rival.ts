import Chart from 'chart.js/auto';
import { css, html, LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import type { ReportResult } from '../../../src/reports/report-result.js';
import { reports, type ReportName } from '../../../src/reports/reports.js';
import { runReport } from '../../../src/reports/run-report.js';
import { watchDrawing } from './page.js';
import { NOW, recordsOf } from './records.js';

/**
 * The same reports as one would write them: a card a report with Lit, and Chart.js with its defaults. It gets its figures from
 * the kit's own store, so that only the showing is compared.
 */
watchDrawing();
const WEEK_MS = 7 * 86_400_000;
const store = createStore({ now: NOW });
let weeks = 12;

class RivalCard extends LitElement {
  static override styles = css`
    :host {
      display: block;
      padding: 16px 20px;
      border: 1px solid #ddd;
    }
    div {
      position: relative;
      height: 240px;
    }
  `;
  @property() report: ReportName = 'handle-rate-chart';
  @property({ attribute: false }) result: ReportResult | null = null;
  #chart: Chart | null = null;

  protected override render() {
    const total = this.result?.totals[0]?.figures[0]?.value ?? 0;
    return html`<h3>${this.report}</h3>
      <b>${total}</b>
      <div><canvas></canvas></div>`;
  }

  protected override updated(): void {
    if (this.result === null) return;
    const { buckets, series } = this.result;
    const labels = buckets?.map(({ start }) => new Date(start).toLocaleDateString('en')) ?? ['all'];
    const datasets = series.map(({ key, figures }) => ({ label: key, data: figures.map(({ value }) => value) }));
    if (this.#chart === null) {
      const type = reports[this.report].drawing.kind === 'line' ? 'line' : 'bar';
      this.#chart = new Chart(this.renderRoot.querySelector('canvas')!, { type, data: { labels, datasets } });
      return;
    }
    this.#chart.data = { labels, datasets };
    this.#chart.update();
  }
}
customElements.define('rival-card', RivalCard);

const grid = document.createElement('main');
const cards = Object.keys(reports).map((report) => {
  const card = document.createElement('rival-card') as RivalCard;
  card.report = report as ReportName;
  return card;
});

function ask(): void {
  const from = NOW - weeks * WEEK_MS;
  for (const card of cards)
    card.result = runReport(store, card.report, { from, to: NOW + 1, timeZone: 'Europe/Berlin', weekStart: 1 });
}

globalThis.tabBench = {
  load: (amount) => {
    store.upsert(recordsOf(amount));
    grid.append(...cards);
    document.body.append(grid);
    return Promise.resolve(store.size);
  },
  show: ask,
  filter: (asked) => {
    weeks = asked;
    ask();
  },
  figure: (report) => cards.find((card) => card.report === report)?.shadowRoot?.querySelector('b')?.textContent ?? '',
};
