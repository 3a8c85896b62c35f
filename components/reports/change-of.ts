import type { TableCell, TableRow } from '../../src/export/table.js';
import type { Localization } from '../../src/localize/localize.js';
import type { Messages } from '../../src/localize/messages.js';
import { plainText, type RichText } from '../../src/localize/rich-text.js';
import type { Figure } from '../../src/metrics/figures.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import type { Comparison, ReportResult, Series } from '../../src/reports/report-result.js';
import type { FigureChange } from '../figure/figure.js';
import { figureText } from './table-cells.js';

/**
 * How a figure differs from what it was, in words: points for rates, percent for counts, times side by side, and no change
 * where it lies within the noise.
 * @param words those of the time it is compared with
 * @param better which way is good news; `neither` where more is neither good nor bad
 */
export function changeOf(
  { unit, figures: [now] }: Series,
  { figure, change }: Comparison['series'][number],
  words: Messages['comparison'],
  { format }: Localization,
  better: 'more' | 'less' | 'neither' = 'more',
): FigureChange {
  const neutral = (text: RichText): FigureChange => ({ text, tone: 'neutral' });
  if (figure.value === null) return neutral(words.nothingThen);
  if (unit === 'milliseconds') return neutral(words.timeThen(figure.value));
  if (change.clear === false) return neutral(words.noClearChange(figureText(unit, figure.value, format)));
  if (change.clear === null || change.difference === null)
    return neutral(words.lastWeek(figureText(unit, figure.value, format)));
  const text = change.unit === 'points' ? words.points(now!.value!, figure.value) : words.change(change.difference);
  if (better === 'neither') return neutral(text);
  return { text, tone: change.difference > 0 === (better === 'more') ? 'better' : 'worse' };
}

/**
 * Rows under those of a table over time: the whole range, and the one before it where the report was asked to compare.
 * @param cellsOf the cells of a row between its name and its state, from the figure of each series
 * @param change how it differs, in the last column
 */
export function comparedRows(
  { totals, comparison }: ReportResult,
  { messages }: Localization,
  cellsOf: (figures: readonly Figure[]) => readonly TableCell[],
  change: FigureChange | undefined,
): readonly TableRow[] {
  if (comparison === undefined) return [];
  const { whole, before } = messages.comparisonBefore;
  const now = totals.map(({ figures: [figure] }) => figure!);
  const then = comparison.series.map(({ figure }) => figure);
  return [
    { key: 'whole', cells: [whole, ...cellsOf(now), change === undefined ? '' : plainText(change.text)] },
    { key: 'before', cells: [before, ...cellsOf(then), ''] },
  ];
}

/** The change of a report's first figure against the range before; nothing where it was not asked for. */
export function changeBefore(
  { totals, comparison }: ReportResult,
  { series: [row] }: ReportDefinition,
  localization: Localization,
): { readonly change?: FigureChange } {
  const compared = comparison?.series[0];
  if (compared === undefined) return {};
  const words = localization.messages.comparisonBefore;
  return { change: changeOf(totals[0]!, compared, words, localization, row?.better ?? 'neither') };
}
