import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ownReport } from '../../../components/reports/own-report.js';
import type { Presentation } from '../../../components/reports/report-presentation.js';
import { localize } from '../../../src/localize/localize.js';
import { plainText } from '../../../src/localize/rich-text.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { runReport } from '../../../src/reports/run-report.js';
import { handCounted, NOW_MS } from '../../support/hand-made-records.js';
import { ownReports } from '../../support/own-reports.js';
import { languages } from '../../support/report-parts.js';

const given = {
  heading: 'Mine',
  note: 'What I count',
  labels: {
    open: 'Offen',
    alone: 'Allein',
    handoffs: 'Übergeben',
    resolutionRate: 'Quote',
    handled: 'Alle',
    time: 'Zeit',
  },
  descriptions: { open: 'What the desk calls open.' },
};
const query = { from: NOW_MS - 18 * 86_400_000, to: NOW_MS + 1, timeZone: 'Europe/Berlin', weekStart: 1 } as const;

function present(name: keyof typeof ownReports, lang: string, previous = false): Presentation {
  const { row, face, problem } = ownReport(ownReports[name], given);
  assert.equal(problem, null);
  const store = createStore({ now: NOW_MS });
  store.upsert(handCounted);
  const moment = { grain: 'week', today: NOW_MS } as const;
  return face.present(runReport(store, row, { ...query, previous }), localize(lang, 'Europe/Berlin'), moment);
}

/** Every text in a presentation, however deep; keys are no texts. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => (name === 'key' ? [] : textsIn(inner)))
    : [];
}

describe('a host’s own report', () => {
  for (const lang of languages)
    for (const name of Object.keys(ownReports) as (keyof typeof ownReports)[])
      it(`is put into words as ${name}, in ${lang}`, () => {
        const { picture, table, note, empty } = present(name, lang);
        assert.equal(note, 'What I count');
        assert.equal(empty, null);
        assert.equal(
          picture.kind,
          { line: 'chart', band: 'chart', lines: 'chart', bar: 'chart', parts: 'breakdown', figures: 'figures' }[name],
        );
        assert.ok(table.rows.every(({ cells }) => cells.length === table.columns.length));
        for (const text of [...textsIn(picture), ...textsIn(table)])
          assert.doesNotMatch(text, /undefined|NaN|\[object|channel:/, text);
      });

  it('draws several rates as lines that carry their names, with a column and words for every point of each', () => {
    const { picture, table, headline } = present('lines', 'en', true);
    assert.ok(picture.kind === 'chart' && headline?.kind === 'keys');
    const { series, points, summary } = picture.model;
    assert.deepEqual(
      series.map(({ endLabels, color, band }) => [endLabels?.value, color, band]),
      [
        ['Quote', 'series-2', undefined],
        ['Offen', 'series-4', undefined],
      ],
    );
    for (const { label, spoken, tooltips } of series) {
      assert.equal(spoken.length, points.length);
      assert.ok(spoken.every((words) => words.includes(label)));
      assert.ok(tooltips.every(({ notes }) => notes[0] === label));
      assert.ok(summary.includes(label));
    }
    assert.deepEqual(
      table.columns.map(({ label }) => label),
      ['Week of', 'Quote', 'Offen', 'State'],
    );
    assert.equal(table.rows.length, points.length + 2);
    assert.deepEqual(
      headline.keys.map(({ color }) => color),
      ['series-2', 'series-4'],
    );
  });

  it('says what it is made of: in the host’s words, and by its measures', () => {
    const german = localize('de', 'UTC');
    const { face } = ownReport(ownReports.figures, given);
    assert.deepEqual(face.figures(german), [
      { name: 'Offen', text: 'What the desk calls open.', formula: 'openWithPerson ÷ handled' },
      { name: 'Alle', text: german.messages.ownReport.described, formula: 'handled' },
      { name: 'Zeit', text: german.messages.ownReport.described, formula: 'Mittel von resolutionTimeSet' },
    ]);
  });

  it('compares where it was asked to', () => {
    const { headline } = present('band', 'en', true);
    assert.ok(headline?.kind === 'figure' && headline.figure.change !== undefined);
    assert.match(plainText(headline.figure.change.text), /period before/);
  });

  it('without a definition is missing, and with nonsense says so; nothing is thrown', () => {
    assert.equal(ownReport(null, given).problem, 'missing');
    const hostile = new Proxy(
      {},
      {
        get: () => {
          throw new Error('No.');
        },
      },
    );
    for (const nonsense of [1, 'handle-rate-chart', {}, hostile]) {
      const { problem, face } = ownReport(nonsense, { ...given, heading: null });
      assert.ok(problem instanceof Error && problem.name === 'DefinitionError');
      assert.equal(face.title(localize('en', 'UTC')), 'Report');
    }
  });
});
