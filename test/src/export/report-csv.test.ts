import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DefinitionError } from '../../../src/errors.js';
import { reportCsv, type ReportCsv } from '../../../src/export/report-csv.js';
import type { ReportTable } from '../../../src/export/table.js';
import { localize } from '../../../src/localize/localize.js';
import { definitionHash, definitionVersion } from '../../../src/metrics/definition.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { runReport, type ReportQuery } from '../../../src/reports/run-report.js';
import { handCounted, march, NOW_MS } from '../../support/hand-made-records.js';
import { readCsv } from './csv-properties.js';

const english = localize('en', 'Europe/Berlin');
const german = localize('de', 'Europe/Berlin');
const store = createStore({ now: NOW_MS });
store.upsert(handCounted);
const query: ReportQuery = {
  from: march('02 00:00'),
  to: march('16 00:00'),
  grain: 'week',
  timeZone: 'Europe/Berlin',
  weekStart: 1,
};
const run = (more: Partial<ReportQuery> = {}) => runReport(store, 'resolution-rate-chart', { ...query, ...more });
const table: ReportTable = {
  columns: [{ label: 'Week of' }, { label: 'Resolution rate', numeric: true }],
  rows: run().buckets!.map(({ start }, index) => ({
    key: start,
    cells: [`${2 + 7 * index} Mar`, { unit: 'ratio', value: run().series[0]!.figures[index]!.value, text: '—' }],
  })),
};
const csv: ReportCsv = {
  title: 'Resolution rate over time',
  note: 'Of settled conversations',
  query,
  figures: [{ formula: 'Resolved ÷ settled' }],
  notices: [],
  table,
};

describe('the CSV of a report', () => {
  it('names report, definition, range, zone, channels, grain and the time of the data above its table', () => {
    assert.deepEqual(
      readCsv(reportCsv(run(), csv, english)).map((fields) => fields.join('|')),
      [
        'Title|Resolution rate over time|',
        'What is counted|Of settled conversations|',
        'Report|resolution-rate-chart|',
        'Formula|Resolved ÷ settled|',
        `Definition version|${definitionVersion}|`,
        `Definition hash|${definitionHash}|`,
        'From|2026-03-02T00:00:00+01:00|',
        'To, not included|2026-03-16T00:00:00+01:00|',
        'Time zone|Europe/Berlin|',
        'Channels|All|',
        'Divided into|Weeks|',
        'Data as of|2026-03-13T10:20:00+01:00|',
        '||',
        'Week of|First day|Resolution rate (ratio 0–1)',
        '2 Mar|2026-03-02|1',
        '9 Mar|2026-03-09|1',
      ],
    );
  });

  it('does so in German', () => {
    const labels = readCsv(reportCsv(run(), csv, german)).map(([label]) => label);
    for (const label of ['Titel', 'Fassung der Definition', 'Kanäle', 'Stand der Daten'])
      assert.ok(labels.includes(label));
  });

  it('names the channels it was asked for, whatever they are called', () => {
    const channels = ['chat', '=1+1', 'a, b'];
    const read = readCsv(reportCsv(run({ channels }), { ...csv, query: { ...query, channels } }, english));
    assert.equal(read.find(([label]) => label === 'Channels')?.[1], 'chat, =1+1, a, b');
    const evil = readCsv(reportCsv(run(), { ...csv, query: { ...query, channels: ['=1+1'] } }, english));
    assert.equal(evil.find(([label]) => label === 'Channels')?.[1], "'=1+1");
  });

  it('tells formulas apart by their figures, and says what else is to be known', () => {
    const figures = [
      { name: 'Handled', formula: 'a' },
      { name: 'Resolved', formula: 'b' },
    ];
    const notices = ['Part of the data.', '2 records were left out'];
    const read = readCsv(reportCsv(run(), { ...csv, figures, notices }, english));
    const valuesOf = (name: string) => read.filter(([label]) => label === name).map(([, value]) => value);
    assert.deepEqual([valuesOf('Formula of Handled'), valuesOf('Formula of Resolved')], [['a'], ['b']]);
    assert.deepEqual(valuesOf('Note'), notices);
  });

  it('says what a comparison compares with, and nothing of a grain where there is none', () => {
    const result = runReport(store, 'impact-this-week', query);
    const plain = { columns: [{ label: 'Figure' }], rows: [{ key: 1, cells: ['Handled'] }] };
    const read = readCsv(reportCsv(result, { ...csv, table: plain }, english));
    const labels = read.map(([label]) => label);
    assert.ok(!labels.includes('Divided into'));
    assert.ok(!read.flat().includes('First day'));
    assert.equal(read.find(([label]) => label === 'Compared with, from')?.[1], '2026-03-02T00:00:00+01:00');
  });

  it('is refused where the result is not by the official rules', () => {
    const result = run({ rules: { windowMs: 1 } });
    assert.throws(
      () => reportCsv(result, csv, english),
      (error) => error instanceof DefinitionError && /official rules/.test(error.message),
    );
  });
});
