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
import type { ReportName } from '../../../src/reports/reports.js';
import { runReport, type ReportQuery } from '../../../src/reports/run-report.js';
import type { Grain, Weekday } from '../../../src/time/civil.js';
import { demoRecords } from '../../support/demo-records.js';
import { NOW_MS } from '../../support/hand-made-records.js';
import { naiveCard, naiveImpact, type NaiveCard, type NaiveValue } from '../../support/naive-cards.js';
import { naiveBuckets, naiveTotals } from '../../support/naive-report.js';
import { expectedFigures, readRealLog, realLogNames, realLogsAbsent } from '../../support/real-logs.js';
import { partsOf, reportNames } from '../../support/report-parts.js';

const DAY_MS = 86_400_000;

/** What the reports are asked for. Instants are epoch ms. */
interface Asked {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  readonly timeZone: string;
  readonly weekStart: Weekday;
  readonly grain: Grain;
}

/** What every card must show, from the records alone. */
function recount(records: readonly ConversationRecord[], asked: Asked): (report: ReportName) => NaiveCard {
  const { from, to, now } = asked;
  const totals = naiveBuckets(from, to, asked).map(({ start, end }) =>
    naiveTotals(records, { from: Math.max(start, from), to: Math.min(end, to), now }),
  );
  const whole = naiveTotals(records, { from, to, now });
  const week = naiveBuckets(now, now + 1, { ...asked, grain: 'week' })[0]!.start;
  // No clock changes within these weeks, so that the same time last week is seven days of 24 hours ago.
  const before = naiveBuckets(week - DAY_MS, week, { ...asked, grain: 'week' })[0]!.start;
  const then = now - 7 * DAY_MS;
  const impact = naiveImpact(
    naiveTotals(records, { from: week, to: now + 1, now }),
    naiveTotals(records, { from: before, to: then + 1, now: then }),
  );
  return (report) => (report === 'impact-this-week' ? impact : naiveCard(report, totals, whole));
}

type FigureCell = Extract<TableCell, { readonly unit: Unit }>;

function figuresIn(cells: readonly TableCell[]): readonly FigureCell[] {
  return cells.filter((cell): cell is FigureCell => typeof cell === 'object' && 'unit' in cell);
}

/** The numbers of the rows of a CSV; the first field names the row, whatever it holds. */
function numbersIn(csv: string): readonly (readonly number[])[] {
  const records = parse(csv, { bom: true }) as string[][];
  const start = records.findIndex((fields) => fields.every((field) => field === '')) + 2;
  return records
    .slice(start)
    .map(([, ...fields]) => fields.filter((field) => /^-?\d+(\.\d+)?(e-?\d+)?$/.test(field)).map(Number));
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

const { format } = localize('en', 'UTC');

function writing(unit: Unit, value: NaiveValue): string {
  if (unit === 'ratio') return format.ratio(value);
  return unit === 'milliseconds' ? format.duration(value) : format.count(value);
}

/** That a text holds a value, however it is measured, and not as a part of another number. */
function says(text: string, value: NaiveValue, about: string): void {
  const written = (['ratio', 'milliseconds', 'conversations'] as const).map((unit) => writing(unit, value));
  const isThere = written.some((one) =>
    ` ${text} `.split(one).some((part, index, parts) => isApart(part, parts[index + 1])),
  );
  assert.ok(isThere, `${about}: expected ${written.join(' or ')} in ${text}`);
}

function isApart(before: string, after: string | undefined): boolean {
  return after !== undefined && !/[\d.,]$/.test(before) && !/^[.,]?\d/.test(after);
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
      numbersIn(csv),
      card.rows.map((row) => row.filter((value) => value !== null)),
      `the CSV of ${report}`,
    );

    const texts = textsOf(presentation);
    for (const value of card.headline) says(texts.headline, value, `over ${report}`);
    const { picture } = presentation;
    if (picture.kind === 'chart') {
      const drawn = new Map(picture.model.series.map(({ key, values }) => [key, values]));
      assert.deepEqual(new Map([...drawn].toSorted()), new Map([...card.picture].toSorted()), `the chart of ${report}`);
    } else {
      // Bars fold what they have no room for; the table has it all.
      for (const [value] of [...card.picture.values()].slice(0, 5)) says(texts.picture, value!, `in ${report}`);
    }
    if (card.rows.flat().some((value) => value !== null && value !== 0)) shown += 1;
  }
  assert.ok(shown >= reportNames.length - 1, `only ${shown} reports had anything to count`);
}

describe('every card shows what the naive evaluator counts, in figure, picture, table and CSV', () => {
  it('of the demo, week by week', async () => {
    const records = await demoRecords(NOW_MS - 28 * DAY_MS, NOW_MS);
    const calendar = { timeZone: 'Europe/Berlin', weekStart: 1 as Weekday, grain: 'week' as const };
    cardsAgree(records, { from: NOW_MS - 11 * DAY_MS, to: NOW_MS + 1, now: NOW_MS, ...calendar });
  });

  for (const name of realLogNames) {
    it(`of the ${name} log, month by month`, (t) => {
      const records = readRealLog(name);
      const expected = expectedFigures(name);
      if (records === null || expected === null) {
        assert.notEqual(process.env['CI'], 'true', realLogsAbsent);
        t.skip(realLogsAbsent);
        return;
      }
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
