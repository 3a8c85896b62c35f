import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NamedMeasure } from '../../../src/metrics/measures.js';
import type { ReportDefinition } from '../../../src/reports/report-definition.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { runReport } from '../../../src/reports/run-report.js';
import { handCounted, march, NOW_MS } from '../../support/hand-made-records.js';

/** Still open, and no person took part: an own measure over an official one. */
const alone: NamedMeasure = {
  name: 'aloneAndOpen',
  measure: {
    of: 'conversation',
    all: ['counted', 'handled', 'pending'],
    none: ['humanJoined', 'handedOff'],
    at: 'startedAt',
  },
};
const report: ReportDefinition = {
  report: 'own',
  cut: 'buckets',
  series: [{ key: 'open', figure: { kind: 'rate', unit: 'ratio', numerator: [alone], denominator: ['handled'] } }],
  drawing: { kind: 'line', size: 'regular', colors: { open: 'series-1' } },
};

describe('a report of one’s own', () => {
  const store = createStore({ now: NOW_MS });
  store.upsert(handCounted);
  const week = { from: march('09 00:00'), to: march('16 00:00') };

  it('counts a measure of one’s own beside those of the table', () => {
    const { series, definition } = runReport(store, report, { ...week, timeZone: 'Europe/Berlin', weekStart: 1 });
    const [{ value, numerator, denominator } = {}] = series[0]!.figures;
    // Of this week's three handled ones one is resolved and one handed over; the third is in its 72 hours.
    assert.deepEqual([value, numerator, denominator], [1 / 3, 1, 3]);
    assert.ok(definition.official, 'the rules are the official ones');
  });

  it('lists the conversations behind it', () => {
    const { numerator, rest } = store.rows(report, 'open', week);
    assert.deepEqual(
      [numerator, rest].map((rows) => rows.map(({ id }) => id)),
      [['pending'], ['resolved', 'handed-off']],
    );
  });
});
