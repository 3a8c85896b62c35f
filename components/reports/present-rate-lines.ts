import type { ReportTable, TableCell } from '../../src/export/table.js';
import type { Localization } from '../../src/localize/localize.js';
import type { RateChartWords } from '../../src/localize/messages.js';
import { rich, strong } from '../../src/localize/rich-text.js';
import type { Figure } from '../../src/metrics/figures.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import type { ReportResult } from '../../src/reports/report-result.js';
import type { DefinedFigure } from '../card/definition-dialog.js';
import type { ChartModel, ChartSeries } from '../chart/chart-model.js';
import type { Key, SwatchColor } from '../figure/keys.js';
import { chartOf } from './card-parts.js';
import { comparedRows } from './change-of.js';
import { rateFoot, rateModel, type RateChart, type RatePoint } from './present-rate-chart.js';
import type { Moment, Presentation, ReportFace } from './report-presentation.js';
import { onFirstRead } from './on-first-read.js';
import { RATE, rateChartRoom } from './samples.js';
import { cellOf } from './table-cells.js';
import { withoutSettling } from './time-points.js';

/** What a chart of several rates over time is made of, in a language. */
export interface RateLinesLook {
  readonly row: ReportDefinition;
  /** The words of one of its lines. */
  readonly words: (localization: Localization, key: string) => RateChartWords;
  readonly figures: (localization: Localization) => readonly DefinedFigure[];
}

/** One line, as if it were alone. */
interface Line {
  readonly chart: RateChart;
  readonly points: readonly RatePoint[];
  readonly model: ChartModel;
  /** Of the whole range, counted and not averaged. */
  readonly whole: Figure;
}

/** The words of a report that shows several rates over time: a line each, which carries its name at its end. */
export function rateLinesFace({ row, words, figures }: RateLinesLook): ReportFace {
  const { size, colors } = chartOf(row);
  const keys = row.series.map(({ key }) => key);
  const first = (localization: Localization): RateChartWords => words(localization, keys[0]!);
  const wordsOf = (localization: Localization) => (key: string) => words(localization, key);
  return {
    title: (localization) => first(localization).title,
    note: (localization) => first(localization).note,
    skeleton: () => 'line',
    room: (localization) => ({
      ...rateChartRoom(localization, first(localization), 'large', colors[keys[0]!]!),
      headline: {
        kind: 'keys',
        keys: keys.map((key) => keyOf(words(localization, key).label, colors[key]!, RATE, localization)),
      },
    }),
    figures,
    present: (result, localization, moment) =>
      present(result, linesOf(result, { row, size, colors, wordsOf: wordsOf(localization), localization, moment })),
  };
}

interface Looked {
  readonly row: ReportDefinition;
  readonly size: 'regular' | 'large';
  readonly colors: Readonly<Record<string, SwatchColor>>;
  readonly wordsOf: (key: string) => RateChartWords;
  readonly localization: Localization;
  readonly moment: Moment;
}

function linesOf(result: ReportResult, { colors, wordsOf, ...look }: Looked): readonly Line[] {
  const canChange = result.series.some(({ key }) => wordsOf(key).pending !== null);
  const buckets = canChange ? result.buckets! : withoutSettling(result.buckets!);
  return result.series.map(({ key, figures }, order) => {
    const chart = { ...look, words: wordsOf(key), key, color: colors[key]! };
    const points = buckets.map((bucket, index) => ({ bucket, figure: figures[index]! }));
    return { chart, points, model: rateModel(points, result, chart), whole: result.totals[order]!.figures[0]! };
  });
}

function present(result: ReportResult, lines: readonly Line[]): Presentation {
  const { chart, model: first } = lines[0]!;
  const { words, localization } = chart;
  const figures = lines.flatMap(({ points }) => points.map(({ figure }) => figure));
  const nothing = figures.every(({ denominator, pending = 0 }) => denominator === 0 && pending === 0);
  const model = {
    ...first,
    summary: lines.map((line) => line.model.summary).join(' '),
    series: lines.map(seriesOf),
  };
  // What most is waited for is waited for longest: the same conversations are behind all lines.
  const table = onFirstRead(() => tableOf(result, lines));
  const [waiting] = lines.toSorted((one, other) => pendingIn(other) - pendingIn(one));
  return {
    note: words.note,
    headline: {
      kind: 'keys',
      keys: lines.map((line) => keyOf(line.chart.words.label, line.chart.color, line.whole.value, localization)),
    },
    picture: { kind: 'chart', model },
    foot: rateFoot(waiting!.points, model, waiting!.chart),
    get table() {
      return table();
    },
    empty: nothing ? { kind: 'empty', ...words.empty } : null,
  };
}

/** Without the band of where it can end, which would lie over the other lines: the point and the table say it. */
function seriesOf({ model }: Line): ChartSeries {
  const alone = model.series[0]!;
  const { key, label, color, values } = alone;
  const tooltips = onFirstRead(() =>
    alone.tooltips.map((tooltip) => ({ ...tooltip, notes: [label, ...tooltip.notes] })),
  );
  return {
    key,
    label,
    color,
    values,
    get spoken() {
      return alone.spoken;
    },
    get tooltips() {
      return tooltips();
    },
    endLabels: { value: label },
  };
}

function keyOf(label: string, color: SwatchColor, rate: number | null, { format }: Localization): Key {
  return { pattern: 'solid', color, text: rich`${strong(format.ratio(rate))} ${label}` };
}

function pendingIn({ points }: Line): number {
  return points.reduce((sum, { figure }) => sum + (figure.pending ?? 0), 0);
}

/** Newest first, a column a line. */
function tableOf(result: ReportResult, lines: readonly Line[]): ReportTable {
  const { localization, moment } = lines[0]!.chart;
  const { messages, format } = localization;
  const { grain, today } = moment;
  const cellsOf = (figures: readonly Figure[]): readonly TableCell[] =>
    figures.map(({ value }) => cellOf('ratio', value, format));
  const rows = lines[0]!.points.map(({ bucket }, index) => ({
    key: bucket.start,
    cells: [
      messages.buckets.axis(grain, bucket.start, today),
      ...cellsOf(lines.map(({ points }) => points[index]!.figure)),
      messages.buckets.state(bucket.state),
    ],
  }));
  return {
    columns: [
      { label: messages.buckets.column(grain) },
      ...lines.map(({ chart }) => ({ label: chart.words.label, numeric: true })),
      { label: messages.charts.state, muted: true },
    ],
    rows: [...rows.toReversed(), ...comparedRows(result, localization, cellsOf, undefined)],
  };
}
