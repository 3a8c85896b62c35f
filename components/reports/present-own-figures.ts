import type { FigurePart } from '../../src/localize/figure-parts.js';
import type { Localization } from '../../src/localize/localize.js';
import type { Figure } from '../../src/metrics/figures.js';
import type { Comparison, ReportResult, Series } from '../../src/reports/report-result.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import { renderFigures, type FigureOptions, type FigurePending } from '../figure/figure.js';
import { changeOf } from './change-of.js';
import { figuresTable, type FiguresColumns } from './figures-table.js';
import { intervalText } from './interval-text.js';
import { headOf, ownFigures, type OwnWords } from './own-words.js';
import { columnsOf, isSilent } from './present-impact.js';
import type { Moment, Presentation, ReportFace } from './report-presentation.js';
import { ownFiguresSample } from './samples.js';

/** The words of a host's own report that shows figures, whatever they count. */
export function ownFiguresFace(row: ReportDefinition, given: OwnWords): ReportFace {
  const { title, note } = headOf(row, given);
  const labels = row.series.map(({ key }) => given.labels[key] ?? key);
  return {
    title: () => title,
    note: () => note,
    skeleton: (localization) => renderFigures(ownFiguresSample(localization, row.series, labels)),
    room: () => ({ note }),
    figures: (localization) => ownFigures(row, given, localization),
    present: (result, localization, moment) => present(result, localization, moment, { row, given }),
  };
}

interface OwnReport {
  readonly row: ReportDefinition;
  readonly given: OwnWords;
}

function present(result: ReportResult, localization: Localization, { today }: Moment, own: OwnReport): Presentation {
  const shown = { ...result, totals: [...result.totals, ...(result.details ?? [])] };
  const figures = shown.totals.map((series) => figureOf(series, result.comparison, localization, today, own));
  return {
    note: headOf(own.row, own.given).note,
    picture: { kind: 'figures', figures },
    foot: [],
    table: figuresTable(shown, figures, columnsIn(localization, own.row), localization),
    empty: isSilent({ ...shown, series: shown.totals })
      ? { kind: 'empty', ...localization.messages.ownReport.empty }
      : null,
  };
}

function columnsIn(localization: Localization, { cut }: ReportDefinition): FiguresColumns {
  if (cut === 'week-so-far') return columnsOf(localization);
  const { comparisonBefore, ownReport } = localization.messages;
  return { ...ownReport.table, before: comparisonBefore.before, comparison: comparisonBefore.column };
}

function figureOf(
  series: Series,
  comparison: Comparison | undefined,
  localization: Localization,
  today: number,
  { row, given }: OwnReport,
): FigureOptions {
  const { messages } = localization;
  const figure = series.figures[0]!;
  const own = row.series.find(({ key }) => key === series.key);
  const compared = comparison?.series.find(({ key }) => key === series.key);
  const words = row.cut === 'week-so-far' ? messages.comparison : messages.comparisonBefore;
  const of = ofText(series, figure, localization);
  const interval = series.unit === 'ratio' ? intervalText(figure, localization) : undefined;
  return {
    label: labelOf(series, row, given, localization),
    value: valueOf(series, figure, localization),
    size: 'large',
    notes: figure.median == null ? [] : [messages.figures.medianIs(figure.median)],
    ...(of === undefined ? {} : { of }),
    ...(interval === undefined ? {} : { interval }),
    ...(compared === undefined
      ? {}
      : { change: changeOf(series, compared, words, localization, own?.better ?? 'neither') }),
    ...pendingOf(figure, localization, today),
  };
}

function labelOf(
  { key, label }: Series,
  { split }: ReportDefinition,
  { labels }: OwnWords,
  { messages }: Localization,
): string {
  const channel = messages.breakdowns['conversations-by-channel-chart'].part;
  const name = label === undefined ? key : split?.by === 'channel' ? channel(label) : label;
  return labels[key] ?? name;
}

function valueOf({ unit }: Series, { value }: Figure, { format }: Localization): readonly FigurePart[] {
  if (unit === 'milliseconds') return format.durationParts(value);
  return unit === 'ratio' ? format.ratioParts(value) : format.countParts(value);
}

function ofText({ unit }: Series, figure: Figure, { messages }: Localization): string | undefined {
  const { of, ofWhole, over, nothing } = messages.ownReport;
  const { numerator = 0, denominator } = figure;
  if (denominator === undefined) return undefined;
  if (unit === 'milliseconds') return over(denominator);
  if (unit !== 'ratio') return ofWhole(denominator);
  return denominator === 0 ? nothing : of(numerator, denominator);
}

function pendingOf(
  { pending = 0 }: Figure,
  { messages }: Localization,
  today: number,
): { readonly pending?: FigurePending } {
  if (pending === 0) return {};
  const text = messages.ownReport.pending(pending, null, today);
  return { pending: { text, swatch: { pattern: 'hatched', color: 'series-rest' } } };
}
