import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { reportCsv } from '../../../src/export/report-csv.js';
import type { TableCell } from '../../../src/export/table.js';
import { localize } from '../../../src/localize/localize.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import type { ReportName } from '../../../src/reports/reports.js';
import { runReport } from '../../../src/reports/run-report.js';
import { handCounted, march, NOW_MS } from '../../support/hand-made-records.js';
import { partsOf } from '../../support/report-parts.js';

const english = localize('en', 'Europe/Berlin');
const store = createStore({ now: NOW_MS });
store.upsert(handCounted);

function textOf(cell: TableCell): string {
  return typeof cell === 'string' ? cell : 'text' in cell ? cell.text : cell.lines.join('|');
}

/** The last rows of a report's table for this week, and of its CSV. */
function lastRows(report: ReportName, previous: boolean) {
  const { face } = partsOf(report);
  const query = { from: march('09 00:00'), to: march('16 00:00'), timeZone: 'Europe/Berlin', weekStart: 1 } as const;
  const result = runReport(store, report, { ...query, previous });
  const { table, note } = face.present(result, english, { grain: 'week', today: NOW_MS });
  const csv = reportCsv(result, { title: '', note, query, figures: [], notices: [], table }, english);
  return {
    rows: table.rows.slice(-2).map(({ cells }) => cells.map(textOf)),
    lines: csv.trimEnd().split('\r\n').slice(-2),
  };
}

describe('the table of a report that is compared', () => {
  it('has the whole range and the one before under a count over time', () => {
    const { rows, lines } = lastRows('conversations-handled-chart', true);
    assert.deepEqual(rows, [
      ['Whole period', '3', 'No clear change (2 in the period before)'],
      ['Period before', '2', ''],
    ]);
    assert.deepEqual(lines, ['Whole period,,3,No clear change (2 in the period before)', 'Period before,,2,']);
  });

  it('has both under a rate, with numerator, denominator and where it could still end then', () => {
    const { rows } = lastRows('deflection-rate-chart', true);
    assert.deepEqual(
      rows.map((cells) => cells.slice(0, 4)),
      [
        ['Whole period', '66.7%', '2', '3'],
        ['Period before', '100.0%', '2', '2'],
      ],
    );
  });

  it('has the rate before under the outcomes, and how it differs', () => {
    const { rows } = lastRows('resolution-rate-card', true);
    assert.deepEqual(rows.at(-1)!.slice(0, 3), ['Period before', '1', '100.0%']);
    assert.match(rows[0]!.at(-1)!, /period before/);
  });

  for (const report of ['conversations-handled-chart', 'deflection-rate-chart', 'resolution-rate-card'] as const)
    it(`has none of this where nothing is compared: ${report}`, () => {
      assert.ok(
        lastRows(report, false)
          .rows.flat()
          .every((text) => !/period/i.test(text)),
      );
    });
});
