import type { Localization } from '../../src/localize/localize.js';
import type { CountChartWords, RankingWords, RateChartWords } from '../../src/localize/messages.js';
import { rich, strong } from '../../src/localize/rich-text.js';
import type { FigureRow } from '../../src/metrics/figures.js';
import { nameOf, type AskedMeasure } from '../../src/metrics/measures.js';
import type { ReportDefinition, SeriesDefinition } from '../../src/reports/report-definition.js';
import type { DefinedFigure } from '../card/definition-dialog.js';

/** A host's words for its own report, in the page's language. What it leaves out, the kit makes up for. */
export interface OwnWords {
  readonly heading: string | null;
  /** What is counted. */
  readonly note: string | null;
  /** Names of the series, by key. */
  readonly labels: Readonly<Record<string, string>>;
  /** What the series mean, by key; of those that come from the data by `channel` or `teammate`. */
  readonly descriptions: Readonly<Record<string, string>>;
}

/** The words of a line of a chart of rates over time. */
export function ownRateWords(
  row: ReportDefinition,
  given: OwnWords,
  { messages }: Localization,
  key: string,
): RateChartWords {
  const own = messages.ownReport;
  const { figure } = row.series.find((series) => series.key === key)!;
  const label = given.labels[key] ?? key;
  const canChange = figure.kind === 'rate' && figure.pending !== undefined;
  return {
    ...headOf(row, given),
    name: label,
    label,
    of: own.of,
    nothing: own.nothing,
    nothingInside: own.nothingInside,
    empty: own.empty,
    table: own.table,
    pending: canChange
      ? {
          point: own.pending,
          low: own.atLeast,
          high: own.atMost,
          foot: ({ current, earlier, settledBy, dashed, reference }) =>
            own.pendingFoot((current?.pending ?? 0) + earlier, settledBy, reference, dashed ? 'dashed' : null),
          column: own.table.pending,
        }
      : null,
  };
}

/** The words of a chart of counts over time. */
export function ownCountWords(
  row: ReportDefinition,
  given: OwnWords,
  { messages, format }: Localization,
): CountChartWords {
  const own = messages.ownReport;
  const labelOf = (key: string): string => given.labels[key] ?? key;
  const figureAt = (key: string): FigureRow | undefined => row.series.find((series) => series.key === key)?.figure;
  const isWhole = (key: string): boolean => (figureAt(key) as { readonly of?: unknown } | undefined)?.of === undefined;
  const head = headOf(row, given);
  return {
    ...head,
    label: head.title,
    series: Object.fromEntries(row.series.map(({ key }) => [key, labelOf(key)])),
    key: (key, total) => rich`${strong(format.count(total))} ${labelOf(key)}`,
    point: (key, whole) => (isWhole(key) ? labelOf(key) : own.pointOf(labelOf(key), whole)),
    empty: own.empty,
    pending: row.series.some(({ figure }) => 'pending' in figure && figure.pending !== undefined)
      ? {
          point: own.pending,
          foot: (amount, at, reference) => own.pendingFoot(amount, at, reference, 'hatched'),
          // A series of the pending ones says it itself.
          column: row.series.some(({ key }) => key === 'pending') ? null : own.table.pending,
        }
      : null,
  };
}

/** The words of a report that tells channels or teammates apart. */
export function ownPartsWords(row: ReportDefinition, given: OwnWords, { messages }: Localization): RankingWords {
  const own = messages.ownReport;
  const channel = messages.breakdowns['conversations-by-channel-chart'].part;
  const split = row.split!;
  return {
    ...headOf(row, given),
    part: (name, key) => {
      if (key !== undefined && !key.includes(':')) return given.labels[key] ?? key;
      return given.labels[`${split.by}:${name}`] ?? (split.by === 'channel' ? channel(name) : name);
    },
    others: own.others,
    of: ({ parts, own: first, whole }) => (row.series.length === 0 ? own.inParts(parts) : own.of(first, whole)),
    foot: null,
    empty: own.empty,
    table: own.table,
  };
}

/** Heading and note, which need no result. */
export function headOf(
  row: ReportDefinition,
  { heading, note }: OwnWords,
): { readonly title: string; readonly note: string } {
  return { title: heading ?? row.report, note: note ?? '' };
}

/** What each figure of the report means: in the host's words, and by the measures it is made of. */
export function ownFigures(
  { series, split, details = [] }: ReportDefinition,
  { labels, descriptions }: OwnWords,
  { messages }: Localization,
): readonly DefinedFigure[] {
  const parts = split === undefined ? [] : [{ key: split.by, figure: split.figure }];
  const rows: readonly Pick<SeriesDefinition, 'key' | 'figure'>[] = [...series, ...parts, ...details];
  return rows.map(({ key, figure }) => ({
    ...(rows.length === 1 && labels[key] === undefined ? {} : { name: labels[key] ?? key }),
    text: descriptions[key] ?? messages.ownReport.described,
    formula: formulaOf(figure, messages.ownReport),
  }));
}

function formulaOf(figure: FigureRow, words: Localization['messages']['ownReport']): string {
  if (figure.kind === 'duration') return words[figure.statistic](nameOf(figure.of));
  if (figure.kind === 'count') return sumOf(figure.counts);
  return [figure.numerator, figure.denominator]
    .map((side) => (side.length > 1 ? `(${sumOf(side)})` : sumOf(side)))
    .join(' ÷ ');
}

function sumOf(measures: readonly AskedMeasure[]): string {
  return measures.map(nameOf).join(' + ');
}
