import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import type { ExportRequest } from '../../../components/export/request-export.js';
import type { AgentReport } from '../../../components/reports/agent-report.js';
import { memoryAdapter } from '../../../src/adapters/memory.js';
import type { ReportDefinition } from '../../../src/reports/report-definition.js';
import { allInside, cellsOf, inside, only, press, says, showPage, shows, wordsOf } from '../../support/kit-page.js';
import { handCounted } from '../../support/hand-made-records.js';
import { ownReports } from '../../support/own-reports.js';
import { silentAdapter } from '../../support/odd-adapters.js';
import { recordWarnings } from '../../support/warnings.js';
import { waitUntil } from '../../support/wait-until.js';

const labels = { open: 'Open with a person', alone: 'Agent alone', handoffs: 'Handed off', handled: 'Handled' };

async function show(definition: unknown, adapter = memoryAdapter(handCounted)): Promise<AgentReport> {
  const page = await showPage(
    adapter,
    html`<agent-report
      .definition=${definition as ReportDefinition}
      .labels=${labels}
      heading="Mine"
      note="What I count"
    ></agent-report>`,
  );
  return only(page, 'agent-report');
}

async function taken(report: AgentReport, entry: string): Promise<ExportRequest> {
  report.addEventListener('export-request', (event) => event.preventDefault(), { once: true });
  setTimeout(() => press(report, entry));
  return (await oneEvent(report, 'export-request')).detail as ExportRequest;
}

describe('<agent-report>', () => {
  for (const [name, shown] of [
    ['line', 'chart'],
    ['band', 'chart'],
    ['bar', 'chart'],
    ['parts', 'figures'],
    ['figures', 'figures'],
  ] as const)
    it(`is accessible as ${name}`, async () => {
      const report = await show(ownReports[name]);
      await shows(report, shown);
      expect(inside(report, '.heading').textContent).to.contain('Mine');
      expect(wordsOf(report)).to.contain('What I count');
      await expect(report).to.be.accessible();
    });

  it('shows its figures as a table, and hands out the same as CSV and as PNG', async () => {
    const report = await show(ownReports.bar);
    await shows(report, 'chart');
    press(report, 'Show as table');
    await shows(report, 'table');
    const [newest] = cellsOf(report);
    expect(newest!.slice(0, 3)).to.deep.equal(['9 Mar', '2', '1']);
    const csv = await taken(report, 'Download CSV');
    expect(csv.name).to.match(/^Mine_2025-12-22_/);
    expect(await csv.blob.text()).to.match(/\r\n9 Mar,2026-03-09,2,1,/);
    const png = await taken(report, 'Download PNG');
    expect(png.blob.type).to.equal('image/png');
    expect(png.blob.size).to.be.above(5_000);
  });

  it('takes filters of its own, and shows another report once that is set', async () => {
    const report = await show(ownReports.bar);
    await shows(report, 'chart');
    report.range = 'this-week';
    report.definition = ownReports.figures;
    await shows(report, 'figures');
    await says(report, 'Open with a person');
    report.heading = 'Yours';
    await says(report, 'Yours');
  });

  it('waits for data as all cards do, and has its heading at once', async () => {
    const report = await show(ownReports.line, silentAdapter());
    await shows(report, 'waiting');
    expect(wordsOf(report)).to.contain('Mine');
  });

  it('says what is wrong with a definition by name, tells the page, and recovers', async () => {
    const errors: Error[] = [];
    const { drawing } = ownReports.line;
    const bad = { ...ownReports.line, drawing: { ...drawing, kind: 'pie' } };
    const warnings = recordWarnings();
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const report = document.createElement('agent-report');
    report.addEventListener('report-error', ({ detail }) => errors.push(detail));
    report.adapter = memoryAdapter(handCounted);
    report.definition = bad as unknown as ReportDefinition;
    page.append(report);
    await shows(report, 'failed');
    expect(warnings.stop()).to.have.length(1);
    expect(wordsOf(report)).to.contain('DefinitionError: drawing.kind: expected one of line, bar, figures, got "pie".');
    expect(allInside(report, '.buttons button').map(({ textContent }) => textContent.trim())[0]).to.match(
      /^Copy details/,
    );
    expect(errors.map(({ name }) => name)).to.deep.equal(['DefinitionError']);
    await expect(report).to.be.accessible();
    report.definition = ownReports.line;
    await shows(report, 'chart', 'message');
  });

  it('without a definition says that none is chosen yet', async () => {
    const report = await show(null);
    await waitUntil(() => wordsOf(report).includes('No report is chosen yet'));
    await expect(report).to.be.accessible();
  });
});
