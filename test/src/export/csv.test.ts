import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { csvOf, safeText } from '../../../src/export/csv.js';
import type { ReportTable, TableCell } from '../../../src/export/table.js';
import { localize } from '../../../src/localize/localize.js';
import type { Unit } from '../../../src/metrics/figures.js';
import { holds } from '../metrics/holds.js';
import { csvProperties } from './csv-properties.js';

const words = localize('en', 'UTC').messages.export;
const figure = (unit: Unit, value: number | null): TableCell => ({ unit, value, text: 'as it reads' });
const tableOf = (labels: readonly string[], ...rows: readonly (readonly TableCell[])[]): ReportTable => ({
  columns: labels.map((label) => ({ label })),
  rows: rows.map((cells, key) => ({ key, cells })),
});
const linesOf = (csv: string): readonly string[] => csv.replace('\uFEFF', '').split('\r\n');

describe('a table as CSV', () => {
  it('has machine numbers, with what they are measured in beside the name of their column', () => {
    const table = tableOf(
      ['Week', 'Handled', 'Rate', 'Time'],
      ['March', figure('conversations', 1262), figure('ratio', 0.6125), figure('milliseconds', 90_500)],
      ['April', figure('conversations', 0), figure('ratio', null), figure('milliseconds', Number.NaN)],
    );
    assert.deepEqual(linesOf(csvOf(table, [], words)), [
      'Week,Handled,Rate (ratio 0–1),Time (ms)',
      'March,1262,0.6125,90500',
      'April,0,,',
      '',
    ]);
  });

  it('says the unit of each figure where a column has several', () => {
    const table = tableOf(
      ['Figure', 'Now', 'Of'],
      ['Resolved', figure('conversations', 3), 'a'],
      ['Rate', figure('ratio', 0.5), 'b'],
      ['Time', 'unknown', 'c'],
    );
    assert.deepEqual(linesOf(csvOf(table, [], words)), [
      'Figure,Now,Unit of Now,Of',
      'Resolved,3,conversations,a',
      'Rate,0.5,ratio 0–1,b',
      'Time,unknown,,c',
      '',
    ]);
  });

  it('has its header above it, in lines as wide as those of the table', () => {
    const csv = csvOf(tableOf(['A', 'B', 'C'], ['a', 'b', 'c']), [['Title', 'Lösungen, gesamt']], words);
    assert.deepEqual(linesOf(csv), ['Title,"Lösungen, gesamt",', ',,', 'A,B,C', 'a,b,c', '']);
  });

  it('begins with a byte order mark and ends each line with CR and LF', () => {
    assert.equal(csvOf(tableOf(['ä'], ['b']), [], words), '\uFEFFä\r\nb\r\n');
  });

  it('quotes what holds a comma, a quote or a line break, and doubles quotes', () => {
    const table = tableOf(['A', 'B', 'C', 'D'], ['a,b', 'say "so"', { lines: ['one', 'two'] }, 'plain']);
    assert.equal(csvOf(table, [], words).split('\r\n')[1], '"a,b","say ""so""","one\ntwo",plain');
  });

  it('does not write a negative figure as a text', () => {
    assert.equal(linesOf(csvOf(tableOf(['A'], [figure('milliseconds', -5)]), [], words))[1], '-5');
  });

  for (const [sentence, property] of Object.entries(csvProperties)) {
    it(sentence, () => holds(property, 500));
  }
});

describe('a text in a CSV', () => {
  it('gets an apostrophe before what could be a formula', () => {
    for (const text of [
      '=1+1',
      '+3.7 points',
      '-1',
      '@SUM(A1)',
      '\tx',
      '\rx',
      '\nx',
      '＝1',
      '－1',
      ' =1',
      '\u200b=1',
    ]) {
      assert.equal(safeText(text), `'${text}`);
    }
  });

  it('gets one inside too, where a spreadsheet of another language starts a cell', () => {
    assert.equal(safeText('billing;=1+1'), "billing;'=1+1");
    assert.equal(safeText('billing\n@x'), "billing\n'@x");
  });

  it('stays as it is with such a sign elsewhere', () => {
    for (const text of ['a=b', 'E-Mail', 'a@b.example', '—', '−3.1 points', "it's", ''])
      assert.equal(safeText(text), text);
  });
});
