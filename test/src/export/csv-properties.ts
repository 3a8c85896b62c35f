import assert from 'node:assert/strict';
import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { csvOf, safeText } from '../../../src/export/csv.js';
import type { ReportTable, TableCell } from '../../../src/export/table.js';
import { localize } from '../../../src/localize/localize.js';

const words = localize('en', 'UTC').messages.export;

/** Every way a formula can begin, as their authors write it and not as the code looks for it. */
const starts = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '﹦', '﹢', '﹣', '﹫', '⁼', '₊', '⁺'];
const hidden = ['', ' ', '\u00a0', '\u200b', '\u202e', '\ufeff', '"', '\u0000', '\t', '\r', '\n', ' \u2066'];
const between = ['', ';', ',', '\t', '\n', '\r\n', '"', '""', "'", '|'];
const payload = ["cmd|' /C calc'!A0", 'HYPERLINK("http://x.example","a")', '1+1', 'ä', ''];

const attack = fc
  .tuple(
    fc.constantFrom(...payload),
    fc.constantFrom(...between),
    fc.constantFrom(...hidden),
    fc.constantFrom(...starts),
  )
  .map(([text, separator, lead, sign]) => `${text}${separator}${lead}${sign}${text}`);
const text = fc.oneof(
  attack,
  fc
    .array(fc.oneof(attack, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 3 })
    .map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('Wöche vom 2. März', '', ' ', '42 %', 'E-Mail', '"', '""', ',', 'a\r\nb'),
);
const value = fc.oneof(
  fc.nat().map((count) => ({ value: count, unit: 'conversations' as const })),
  fc.nat().map((count) => ({ value: count, unit: 'submissions' as const })),
  fc.double({ min: -1, max: 1, noNaN: true }).map((ratio) => ({ value: ratio, unit: 'ratio' as const })),
  fc.integer({ min: -1e12, max: 1e12 }).map((ms) => ({ value: ms, unit: 'milliseconds' as const })),
  fc.constant({ value: null, unit: 'ratio' as const }),
);
const cell: fc.Arbitrary<TableCell> = fc.oneof(
  text,
  value.map((figure) => ({ ...figure, text: '—' })),
  fc.array(text, { maxLength: 3 }).map((lines) => ({ lines })),
);
const table: fc.Arbitrary<ReportTable> = fc.integer({ min: 1, max: 5 }).chain((width) =>
  fc.record({
    columns: fc.array(
      text.map((label) => ({ label })),
      { minLength: width, maxLength: width },
    ),
    rows: fc.array(
      fc.record({
        key: fc.nat(),
        cells: fc.array(cell, { minLength: width, maxLength: width }),
      }),
      { maxLength: 6 },
    ),
  }),
);
const header = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 3 });

/** Reads a file as strict as a parser can be: a wrong quote or a line with a field too many is an error. */
export function readCsv(csv: string): string[][] {
  return parse(csv, { bom: true, record_delimiter: '\r\n' });
}

/** What a spreadsheet calculates, as long as nobody has told it that something is a text. */
function calculates(field: string): boolean {
  const seen = [...field].find((character) => !/[\s\p{C}"]/u.test(character)) ?? '';
  return starts.some((start) => seen === start);
}

const withoutGuard = (field: string): string => field.replaceAll("'", '');

/** Sentences about CSV with the properties that say whether they are true. */
export const csvProperties = {
  'can be read back by a strict parser: every text, every figure to the last digit, nothing more': fc.property(
    table,
    header,
    (table, header) => {
      const records = readCsv(csvOf(table, header, words));
      assert.equal(records.length, header.length + 2 + table.rows.length);
      for (const [index, pair] of header.entries()) {
        assert.deepEqual(records[index]!.slice(0, 2).map(withoutGuard), pair.map(withoutGuard));
      }
      const head = records[header.length + 1]!;
      table.rows.forEach(({ cells }, index) => {
        const fields = records[header.length + 2 + index]!;
        let at = 0;
        cells.forEach((cell, column) => {
          assertHolds(fields[at]!, cell);
          const units = new Set(
            table.rows.map(({ cells }) => cells[column]!).flatMap((cell) => (isFigure(cell) ? [cell.unit] : [])),
          );
          if (units.size > 1) {
            at += 1;
            assert.equal(fields[at], isFigure(cell) ? words.unit(cell.unit) : '');
          } else if (isFigure(cell)) {
            assert.equal(
              withoutGuard(head[at]!),
              withoutGuard(words.withUnit(table.columns[column]!.label, cell.unit)),
            );
          }
          at += 1;
        });
        assert.ok(fields.slice(at).every((field) => field === ''));
      });
    },
  ),

  'holds no text that a spreadsheet calculates, and no number that is a text': fc.property(
    table,
    header,
    (table, header) => {
      for (const field of readCsv(csvOf(table, header, words)).flat()) {
        assert.ok(!calculates(field) || /^-?\d+(\.\d+)?(e-?\d+)?$/.test(field), JSON.stringify(field));
        assert.doesNotMatch(field, /^[\t\r\n\0]/);
      }
    },
  ),

  'holds none where it is split at semicolons, tabs and line breaks either': fc.property(text, (text) => {
    for (const part of safeText(text).split(/[;\t\r\n]/)) assert.ok(!calculates(part), JSON.stringify(part));
  }),

  'leaves texts as they are that hold nothing to guard against': fc.property(
    fc.stringMatching(/^[A-Za-zÀ-ÿ0-9 .,:%–—]{0,20}$/),
    (text) => assert.equal(safeText(text), text),
  ),
};

function assertHolds(field: string, cell: TableCell): void {
  if (isFigure(cell)) {
    if (cell.value === null) assert.equal(field, '');
    else assert.equal(Number(field) + 0, cell.value + 0);
    return;
  }
  const text = typeof cell === 'string' ? cell : (cell as { readonly lines: readonly string[] }).lines.join('\n');
  assert.equal(withoutGuard(field), withoutGuard(text));
}

function isFigure(cell: TableCell): cell is Extract<TableCell, { value: number | null }> {
  return typeof cell === 'object' && 'unit' in cell;
}
