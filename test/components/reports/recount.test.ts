import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import type { Presentation } from '../../../components/reports/report-presentation.js';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { reportCsv } from '../../../src/export/report-csv.js';
import type { TableCell } from '../../../src/export/table.js';
import { localize } from '../../../src/localize/localize.js';
import { plainText } from '../../../src/localize/rich-text.js';
import type { Unit } from '../../../src/metrics/figures.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { runReport, type ReportQuery } from '../../../src/reports/run-report.js';
import type { Weekday } from '../../../src/time/civil.js';
import { logOrSkip, realLogNames } from '../../support/real-logs.js';
import { numbersIn, recount, says, writing, type Asked } from '../../support/recount.js';
import { partsOf, reportNames } from '../../support/report-parts.js';

const DAY_MS = 86_400_000;

type FigureCell = Extract<TableCell, { readonly unit: Unit }>;

function figuresIn(cells: readonly TableCell[]): readonly FigureCell[] {
  return cells.filter((cell): cell is FigureCell => typeof cell === 'object' && 'unit' in cell);
}

/** Every text of a picture that is no chart, and of what stands over any. */
function textsOf({ headline, picture }: Presentation): { readonly headline: string; readonly picture: string } {
  const over =
    headline === undefined
      ? ''
      : headline.kind === 'figure'
        ? headline.figure.value.map(({ text }) => text).join('')
        : headline.keys.map(({ text }) => plainText(text)).join('\n');
  const written = (value: unknown): string =>
    typeof value === 'object' && value !== null ? Object.values(value).map(written).join('\n') : String(value);
  const inside =
    picture.kind === 'figures'
      ? picture.figures.map(({ value }) => value.map(({ text }) => text).join('')).join('\n')
      : picture.kind === 'breakdown'
        ? written([picture.breakdown.bars, picture.breakdown.facts])
        : '';
  return { headline: over, picture: inside };
}

function cardsAgree(records: readonly ConversationRecord[], asked: Asked): void {
  const store = createStore({ now: asked.now });
  store.upsert(records);
  const expected = recount(records, asked);
  const localization = localize('en', asked.timeZone);
  let shown = 0;
  for (const report of reportNames) {
    const { face } = partsOf(report);
    const query: ReportQuery = { ...asked };
    const result = runReport(store, report, query);
    const presentation = face.present(result, localization, { grain: asked.grain, today: asked.now });
    const card = expected(report);
    const rows = presentation.table.rows.map(({ cells }) => figuresIn(cells));
    assert.deepEqual(
      rows.map((cells) => cells.map(({ value }) => value)),
      card.rows,
      `the table of ${report}`,
    );
    for (const { value, unit, text } of rows.flat()) assert.equal(text, writing(unit, value), `the table of ${report}`);

    const csv = reportCsv(
      result,
      {
        title: face.title(localization),
        note: presentation.note,
        query,
        figures: face.figures(localization),
        notices: [],
        table: presentation.table,
      },
      localization,
    );
    assert.deepEqual(
      numbersIn(parse(csv, { bom: true })),
      card.rows.map((row) => row.filter((value) => value !== null)),
      `the CSV of ${report}`,
    );

    const texts = textsOf(presentation);
    for (const value of card.headline)
      assert.ok(says(texts.headline, value), `${value} over ${report}: ${texts.headline}`);
    const { picture } = presentation;
    if (picture.kind === 'chart') {
      const drawn = new Map(picture.model.series.map(({ key, values }) => [key, values]));
      assert.deepEqual(new Map([...drawn].toSorted()), new Map([...card.picture].toSorted()), `the chart of ${report}`);
    } else {
      // Bars fold what they have no room for; the table has it all.
      for (const [value] of [...card.picture.values()].slice(0, 5))
        assert.ok(says(texts.picture, value!), `${value} in ${report}: ${texts.picture}`);
    }
    if (card.rows.flat().some((value) => value !== null && value !== 0)) shown += 1;
  }
  assert.ok(shown >= reportNames.length - 1, `only ${shown} reports had anything to count`);
}

describe('every card shows what the naive evaluator counts, in figure, picture, table and CSV', () => {
  for (const name of realLogNames) {
    it(`of the ${name} log, month by month`, (t) => {
      const log = logOrSkip(name, t);
      if (log === null) return;
      const [records, expected] = log;
      // As it stood in the midst of the log, when much of it was pending.
      const now = expected.now - 300 * DAY_MS;
      const calendar = {
        timeZone: expected.timeZone,
        weekStart: expected.weekStart as Weekday,
        grain: 'month' as const,
      };
      cardsAgree(records, { from: now - 40.3 * DAY_MS, to: now + 1, now, ...calendar });
    });
  }
});
