import type { ReportTable, TableCell, TableColumn } from '../../src/export/table.js';
import type { Localization } from '../../src/localize/localize.js';
import type { Messages, RateChartWords, RateSummary, Unfinished } from '../../src/localize/messages.js';
import type { Figure } from '../../src/metrics/figures.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import type { Bucket, ReportResult } from '../../src/reports/report-result.js';
import { reports } from '../../src/reports/reports.js';
import type { FootLine } from '../card/card.js';
import type { DefinedFigure } from '../card/definition-dialog.js';
import type { ChartModel, ChartTooltip } from '../chart/chart-model.js';
import { cutBase } from '../chart/value-axis.js';
import type { SwatchColor } from '../figure/keys.js';
import { changeBefore, comparedRows } from './change-of.js';
import { chartOf } from './card-parts.js';
import { intervalCell, intervalText } from './interval-text.js';
import type { Headline, Moment, Presentation, ReportFace } from './report-presentation.js';
import { onFirstRead } from './on-first-read.js';
import { rateChartRoom } from './samples.js';
import { cellOf } from './table-cells.js';
import { endsOf, pointsOf, settledBy, withoutSettling } from './time-points.js';

/** One bucket with its figure. */
export interface RatePoint {
  readonly bucket: Bucket;
  readonly figure: Figure;
}

/** A chart of one rate over time: how it is drawn, and its words. */
export interface RateChart {
  readonly row: ReportDefinition;
  readonly words: RateChartWords;
  readonly localization: Localization;
  readonly moment: Moment;
  readonly size: 'regular' | 'large';
  readonly key: string;
  readonly color: SwatchColor;
}

/** Reports that show one rate over time. */
export type RateChartName = keyof Messages['rateCharts'];

/** What a chart of a rate over time is made of, in a language. */
export interface RateChartLook {
  readonly row: ReportDefinition;
  readonly words: (localization: Localization) => RateChartWords;
  readonly figures: (localization: Localization) => readonly DefinedFigure[];
}

/** The words of a report of the kit that shows a rate over time. */
export function rateChartFace(name: RateChartName, figure: (messages: Messages) => DefinedFigure): ReportFace {
  return rateFace({
    row: reports[name],
    words: ({ messages }) => messages.rateCharts[name],
    figures: ({ messages }) => [figure(messages)],
  });
}

/** The words of a report that shows one rate over time; a large one has no figure over it, since its line says it. */
export function rateFace({ row, words: wordsIn, figures }: RateChartLook): ReportFace {
  const { size, colors } = chartOf(row);
  const { key } = row.series[0]!;
  const color = colors[key]!;
  return {
    title: (localization) => wordsIn(localization).title,
    note: (localization) => wordsIn(localization).note,
    skeleton: () => 'line',
    room: (localization) => rateChartRoom(localization, wordsIn(localization), size, color),
    figures,
    present: (result, localization, moment) =>
      present(result, { row, words: wordsIn(localization), localization, moment, size, key, color }),
  };
}

function present(result: ReportResult, chart: RateChart): Presentation {
  const { words } = chart;
  const [series] = result.series;
  const buckets = words.pending === null ? withoutSettling(result.buckets!) : result.buckets!;
  const points = buckets.map((bucket, index) => ({ bucket, figure: series!.figures[index]! }));
  const nothing = points.every(({ figure }) => figure.denominator === 0 && (figure.pending ?? 0) === 0);
  const model = rateModel(points, result, chart);
  const whole = result.totals[0]!.figures[0]!;
  const table = onFirstRead(() => tableOf(points, result, chart));
  return {
    note: words.note,
    ...(chart.size === 'large' && result.comparison === undefined
      ? {}
      : { headline: headlineOf(whole, result, chart) }),
    picture: { kind: 'chart', model },
    foot: rateFoot(points, model, chart),
    get table() {
      return table();
    },
    empty: nothing ? { kind: 'empty', ...words.empty } : null,
  };
}

/** The rate of the whole range, counted and not averaged. */
function headlineOf(figure: Figure, result: ReportResult, { words, localization, row }: RateChart): Headline {
  const { numerator = 0, denominator = 0 } = figure;
  const interval = intervalText(figure, localization);
  return {
    kind: 'figure',
    figure: {
      value: localization.format.ratioParts(figure.value),
      of: denominator === 0 ? words.nothing : words.of(numerator, denominator),
      ...(interval === undefined ? {} : { interval }),
      ...changeBefore(result, row, localization),
    },
  };
}

/** The chart of one rate over time. */
export function rateModel(points: readonly RatePoint[], { asOf }: ReportResult, chart: RateChart): ChartModel {
  const { words, localization, moment } = chart;
  const { grain, today } = moment;
  const { spoken } = localization.messages;
  const tooltips = onFirstRead(() => points.map((point) => tooltipOf(point, chart)));
  const sentences = onFirstRead(() =>
    points.map(({ bucket, figure }) =>
      spoken.rate({
        grain,
        start: bucket.start,
        reference: today,
        name: words.name,
        rate: figure.value,
        numerator: figure.numerator ?? 0,
        denominator: figure.denominator ?? 0,
        state: bucket.state,
        ...pendingOf(figure, chart),
      }),
    ),
  );
  return {
    kind: 'line',
    size: chart.size,
    label: words.title,
    summary: spoken.summary(summaryOf(points, chart)),
    roleDescription: spoken.chart,
    axis: { unit: 'ratio', format: localization.format.ratioTick },
    points: pointsOf(
      points.map(({ bucket }) => bucket),
      asOf,
      localization,
      moment,
    ),
    series: [
      {
        key: chart.key,
        label: words.label,
        color: chart.color,
        values: points.map(({ figure }) => figure.value),
        ...(words.pending === null ? {} : { band: bandOf(points) }),
        get tooltips() {
          return tooltips();
        },
        get spoken() {
          return sentences();
        },
        ...endLabelsOf(points, chart),
      },
    ],
  };
}

function bandOf(points: readonly RatePoint[]) {
  return { low: points.map(({ figure }) => figure.low ?? null), high: points.map(({ figure }) => figure.high ?? null) };
}

function pendingOf({ pending = 0, low, high }: Figure, { words, moment }: RateChart) {
  if (pending === 0 || words.pending === null) return {};
  return { pending: words.pending.point(pending, null, moment.today), low: low!, high: high! };
}

/** The last point's value, and where it can still end. */
function endLabelsOf(points: readonly RatePoint[], { words, localization }: RateChart) {
  const { messages, format } = localization;
  const last = points.at(-1)?.figure;
  if (last === undefined) return {};
  if (words.pending === null || (last.pending ?? 0) === 0)
    return last.value === null ? {} : { endLabels: { value: format.ratio(last.value) } };
  const value = last.value === null ? {} : { value: messages.charts.soFar(last.value) };
  const high = words.pending.high === null ? {} : { high: words.pending.high(last.high!) };
  return { endLabels: { ...value, low: words.pending.low(last.low!), ...high } };
}

function tooltipOf({ bucket, figure }: RatePoint, { words, localization, moment }: RateChart): ChartTooltip {
  const { messages, format } = localization;
  const { pending = 0, numerator = 0, denominator = 0 } = figure;
  const notes: string[] = [];
  if (pending > 0 && words.pending !== null) {
    notes.push(words.pending.point(pending, bucket.settlesBy, moment.today));
    notes.push(messages.figures.canEndBetween(figure.low!, figure.high!));
  }
  const interval = intervalText(figure, localization);
  if (interval !== undefined) notes.push(interval);
  if (bucket.clipped) notes.push(messages.buckets.clipped);
  return {
    value: format.ratio(figure.value),
    of: denominator === 0 ? words.nothing : words.of(numerator, denominator),
    notes,
  };
}

function summaryOf(points: readonly RatePoint[], { words, moment }: RateChart): RateSummary {
  const complete = points
    .filter(({ bucket, figure }) => bucket.state === 'complete' && figure.value !== null)
    .map(({ bucket, figure }) => ({ rate: figure.value!, start: bucket.start }));
  return {
    label: words.label,
    grain: moment.grain,
    reference: moment.today,
    buckets: points.length,
    nothing: words.nothingInside,
    ...endsOf(complete, ({ rate }) => rate),
    unfinished: points.filter(({ bucket }) => bucket.state !== 'complete').length,
  };
}

/** What is unfinished, how much and until when; and where the axis does not start at 0. */
export function rateFoot(points: readonly RatePoint[], model: ChartModel, chart: RateChart): readonly FootLine[] {
  const { words, localization, moment, color } = chart;
  const { charts } = localization.messages;
  const base = cutBase(model);
  const cut = base === null ? [] : [charts.axisFrom(base)];
  const pending = words.pending === null ? 0 : points.reduce((sum, { figure }) => sum + (figure.pending ?? 0), 0);
  if (pending > 0) {
    const unfinished = unfinishedOf(points, pending, moment);
    const text = [words.pending!.foot(unfinished), ...cut].join(' ');
    return [unfinished.dashed ? { text, swatch: { pattern: 'dashed', color } } : { text }];
  }
  const last = points.at(-1);
  if (last?.bucket.state !== 'open' || last.figure.value === null) return cut.map((text) => ({ text }));
  const text = [`${charts.stillRunning(moment.grain, 'ring')}${cut.length > 0 ? '.' : ''}`, ...cut].join(' ');
  return [{ text, swatch: { pattern: 'ring', color } }];
}

function unfinishedOf(points: readonly RatePoint[], pending: number, { grain, today }: Moment): Unfinished {
  const last = points.at(-1);
  const running = last?.bucket.state === 'open' ? last.figure : null;
  const ofCurrent = running?.pending ?? 0;
  return {
    grain,
    reference: today,
    current: ofCurrent === 0 ? null : { pending: ofCurrent, low: running!.low!, high: running!.high! },
    earlier: pending - ofCurrent,
    settledBy: settledBy(points.map(({ bucket }) => bucket)),
    dashed: points.some(({ bucket, figure }) => bucket.state !== 'complete' && figure.value !== null),
  };
}

/** Newest first: what is looked for stands at the top. */
function tableOf(points: readonly RatePoint[], result: ReportResult, chart: RateChart): ReportTable {
  const { row, words, localization, moment } = chart;
  const { messages, format } = localization;
  const { charts, buckets, figures } = messages;
  const { grain, today } = moment;
  const whole = result.totals[0]!.figures[0]!;
  const before = result.comparison?.series[0]?.figure;
  const all = [...points.map(({ figure }) => figure), ...(before === undefined ? [] : [whole, before])];
  const withInterval = all.some((figure) => intervalCell(figure, localization) !== '');
  const numeric = (label: string): TableColumn => ({ label, numeric: true });
  const count = (value = 0): TableCell => cellOf('conversations', value, format);
  const ratio = (value: number | null = null): TableCell => cellOf('ratio', value, format);
  const cellsOf = (figure: Figure): readonly TableCell[] => [
    ratio(figure.value),
    count(figure.numerator),
    count(figure.denominator),
    ...(words.pending === null ? [] : [count(figure.pending), ratio(figure.low), ratio(figure.high)]),
    ...(withInterval ? [intervalCell(figure, localization)] : []),
  ];
  const rows = points.toReversed().map(({ bucket, figure }) => ({
    key: bucket.start,
    cells: [buckets.axis(grain, bucket.start, today), ...cellsOf(figure), buckets.state(bucket.state)],
  }));
  const { change } = changeBefore(result, row, localization);
  const below = comparedRows(result, localization, ([figure]) => cellsOf(figure!), change);
  return {
    columns: [
      { label: buckets.column(grain) },
      ...[words.label, words.table.part, words.table.whole].map(numeric),
      ...(words.pending === null ? [] : [words.pending.column, charts.low, charts.high].map(numeric)),
      ...(withInterval ? [numeric(figures.intervalColumn)] : []),
      { label: charts.state, muted: true },
    ],
    rows: [...rows, ...below],
  };
}
