import type { ReportTable } from '../../src/export/table.js';
import type { Localization } from '../../src/localize/localize.js';
import { plainText } from '../../src/localize/rich-text.js';
import type { ReportResult } from '../../src/reports/report-result.js';
import type { FigureOptions } from '../figure/figure.js';
import { cellOf } from './table-cells.js';

/** Headings of a table of figures. */
export interface FiguresColumns {
  readonly figure: string;
  readonly value: string;
  readonly of: string;
  /** Of the figures it is compared with, and of how it differs. */
  readonly before: string;
  readonly comparison: string;
}

/** Figures as rows: each with what stands under it, and with what it was where that is known. */
export function figuresTable(
  { totals, comparison }: ReportResult,
  figures: readonly FigureOptions[],
  columns: FiguresColumns,
  { format }: Localization,
): ReportTable {
  const compared = new Map(comparison?.series.map(({ key, figure }) => [key, figure]));
  return {
    columns: [
      { label: columns.figure },
      { label: columns.value, numeric: true },
      { label: columns.of, muted: true },
      ...(comparison === undefined ? [] : [{ label: columns.before, numeric: true }, { label: columns.comparison }]),
    ],
    rows: totals.map(({ key, unit, figures: [figure] }, index) => {
      const { label = key, change } = figures[index]!;
      const before = compared.get(key);
      const then = [
        before === undefined ? '' : cellOf(unit, before.value, format),
        change === undefined ? '' : plainText(change.text),
      ];
      return {
        key,
        cells: [
          label,
          cellOf(unit, figure!.value, format),
          { lines: linesOf(figures[index]!) },
          ...(comparison === undefined ? [] : then),
        ],
      };
    }),
  };
}

/** What stands under a figure's value, in one cell: what it is of, how sure that is, and what can still move it. */
function linesOf({ of, interval, notes = [], pending }: FigureOptions): readonly string[] {
  return [of, interval, ...notes, pending?.text].filter((line) => line !== undefined).map(plainText);
}
