import { chartOf } from './card-parts.js';
import { changeBefore, comparedRows } from './change-of.js';
import { cellOf } from './table-cells.js';
import type { ReportTable, TableCell } from '../../src/export/table.js';
import type { Localization } from '../../src/localize/localize.js';
import type { CountChartWords, CountSummary, Messages } from '../../src/localize/messages.js';
import type { Figure } from '../../src/metrics/figures.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import type { Bucket, ReportResult, Series } from '../../src/reports/report-result.js';
import { reports } from '../../src/reports/reports.js';
import type { FootLine } from '../card/card.js';
import type { DefinedFigure } from '../card/definition-dialog.js';
import type { ChartModel, ChartSeries, ChartTooltip } from '../chart/chart-model.js';
import type { SwatchColor } from '../figure/keys.js';
import type { Headline, Moment, Presentation, ReportFace } from './report-presentation.js';
import { onFirstRead } from './on-first-read.js';
import { countChartRoom } from './samples.js';
import { endsOf, pointsOf, settledBy, withoutSettling } from './time-points.js';

/** Reports that show counts over time. */
export type CountChartName = keyof Messages['countCharts'];

/** A chart of counts over time: its result, its words, and what each series is drawn in. */
interface CountChart {
  readonly row: ReportDefinition;
  readonly result: ReportResult;
  readonly buckets: readonly Bucket[];
  readonly words: CountChartWords;
  readonly localization: Localization;
  readonly moment: Moment;
  readonly colors: Readonly<Record<string, SwatchColor>>;
}

/** What a chart of counts over time is made of, in a language. */
export interface CountChartLook {
  readonly row: ReportDefinition;
  readonly words: (localization: Localization) => CountChartWords;
  readonly figures: (localization: Localization) => readonly DefinedFigure[];
}

/** The words of a report of the kit that shows counts over time. */
export function countChartFace(
  name: CountChartName,
  figures: (messages: Messages) => readonly DefinedFigure[],
): ReportFace {
  return countFace({
    row: reports[name],
    words: ({ messages }) => messages.countCharts[name],
    figures: ({ messages }) => figures(messages),
  });
}

/** The words of a report that shows counts over time: bars, stacked in the order of the report's colours. */
export function countFace({ row, words: wordsIn, figures }: CountChartLook): ReportFace {
  const { colors } = chartOf(row);
  const keys = row.series.map(({ key }) => key);
  return {
    title: (localization) => wordsIn(localization).title,
    note: (localization) => wordsIn(localization).note,
    skeleton: () => 'bars',
    room: (localization) => countChartRoom(localization, wordsIn(localization), keys, colors),
    figures,
    present: (result, localization, moment) => {
      const words = wordsIn(localization);
      const buckets = words.pending === null ? withoutSettling(result.buckets!) : result.buckets!;
      return present({ row, result, buckets, words, localization, moment, colors });
    },
  };
}

function present(chart: CountChart): Presentation {
  const { result, words } = chart;
  const nothing = result.totals.every(({ figures: [figure] }) => figure!.value === 0 && (figure!.pending ?? 0) === 0);
  const table = onFirstRead(() => tableOf(chart));
  return {
    note: words.note,
    headline: headlineOf(chart),
    picture: { kind: 'chart', model: modelOf(chart) },
    foot: footOf(chart),
    get table() {
      return table();
    },
    empty: nothing ? { kind: 'empty', ...words.empty } : null,
  };
}

/** The sum of one series, or of each. */
function headlineOf({ row, result, buckets, words, localization, moment, colors }: CountChart): Headline {
  const { totals } = result;
  if (totals.length === 1) {
    const value = localization.format.countParts(totals[0]!.figures[0]!.value);
    const of = localization.messages.charts.inBuckets(moment.grain, buckets.length);
    return { kind: 'figure', figure: { value, of, ...changeBefore(result, row, localization) } };
  }
  return {
    kind: 'keys',
    keys: totals.map(({ key, figures: [figure] }) => ({
      pattern: isPending(key) ? 'hatched' : 'solid',
      color: colors[key]!,
      text: words.key(key, figure!.value ?? 0),
    })),
  };
}

function modelOf(chart: CountChart): ChartModel {
  const { row, result, buckets, words, localization, moment, colors } = chart;
  const { spoken } = localization.messages;
  const drawn = Object.keys(colors).map((key) => result.series.find((series) => series.key === key)!);
  return {
    kind: 'bar',
    size: chartOf(row).size,
    label: words.title,
    summary: spoken.countSummary(summaryOf(chart)),
    roleDescription: spoken.chart,
    axis: { unit: 'count', format: localization.format.compact },
    points: pointsOf(buckets, result.asOf, localization, moment),
    series: drawn.map((series) => seriesOf(series, chart)),
  };
}

function seriesOf({ key, figures }: Series, chart: CountChart): ChartSeries {
  const { buckets, words, localization, moment, colors } = chart;
  const { spoken } = localization.messages;
  const tooltips = onFirstRead(() => figures.map((figure, index) => tooltipOf(key, figure, buckets[index]!, chart)));
  const sentences = onFirstRead(() =>
    figures.map((figure, index) => {
      const { start, state } = buckets[index]!;
      const pending = pendingIn(figure, null, chart);
      return spoken.count({
        grain: moment.grain,
        start,
        reference: moment.today,
        count: figure.value ?? 0,
        what: words.point(key, figure.denominator ?? 0),
        state,
        ...(pending === undefined ? {} : { pending }),
      });
    }),
  );
  return {
    key,
    label: words.series[key]!,
    color: colors[key]!,
    ...(isPending(key) ? { hatched: true } : {}),
    values: figures.map(({ value }) => value),
    get tooltips() {
      return tooltips();
    },
    get spoken() {
      return sentences();
    },
  };
}

function tooltipOf(key: string, figure: Figure, bucket: Bucket, chart: CountChart): ChartTooltip {
  const { words, localization } = chart;
  const pending = pendingIn(figure, bucket.settlesBy, chart);
  return {
    value: localization.format.count(figure.value),
    of: words.point(key, figure.denominator ?? 0),
    notes: [
      ...(pending === undefined ? [] : [pending]),
      ...(bucket.clipped ? [localization.messages.buckets.clipped] : []),
    ],
  };
}

/** What can still change a count, in words; undefined where nothing can. */
function pendingIn({ pending = 0 }: Figure, at: number | null, { words, moment }: CountChart): string | undefined {
  return pending === 0 || words.pending === null ? undefined : words.pending.point(pending, at, moment.today);
}

function summaryOf({ result, buckets, words, moment }: CountChart): CountSummary {
  const parts = result.totals.map(({ key, figures: [figure] }) => ({
    label: words.series[key]!,
    total: figure!.value ?? 0,
  }));
  const complete = buckets
    .map(({ start, state }, index) => ({
      start,
      state,
      count: result.series.reduce((sum, { figures }) => sum + (figures[index]!.value ?? 0), 0),
    }))
    .filter(({ state }) => state === 'complete');
  return {
    label: words.label,
    grain: moment.grain,
    reference: moment.today,
    buckets: buckets.length,
    total: parts.reduce((sum, { total }) => sum + total, 0),
    parts: parts.length === 1 ? [] : parts,
    ...endsOf(complete, ({ count }) => count),
    unfinished: buckets.filter(({ state }) => state !== 'complete').length,
  };
}

/** What is unfinished: how many can still change, or only that the last bucket is not over. */
function footOf({ result, buckets, words, localization, moment, colors }: CountChart): readonly FootLine[] {
  const pending = Math.max(0, ...result.totals.map(({ figures: [figure] }) => figure!.pending ?? 0));
  const color = Object.values(colors)[0]!;
  const swatch = { pattern: 'hatched', color: result.series.length > 2 ? 'series-rest' : color } as const;
  if (pending > 0 && words.pending !== null) {
    const text = words.pending.foot(pending, settledBy(buckets), moment.today);
    return [{ text, swatch }];
  }
  if (buckets.at(-1)?.state !== 'open') return [];
  return [{ text: localization.messages.charts.stillRunning(moment.grain, 'hatched'), swatch }];
}

/** Newest first: what is looked for stands at the top. */
function tableOf({ row, result, buckets, words, localization, moment }: CountChart): ReportTable {
  const { messages, format } = localization;
  const column = words.pending?.column ?? null;
  const cellsOf = (figures: readonly Figure[]): readonly TableCell[] => [
    ...figures.map(({ value }, place) => cellOf(result.series[place]!.unit, value, format)),
    ...(column === null ? [] : [cellOf('conversations', figures[0]!.pending ?? 0, format)]),
  ];
  const rows = buckets.map((bucket, index) => ({
    key: bucket.start,
    cells: [
      messages.buckets.axis(moment.grain, bucket.start, moment.today),
      ...cellsOf(result.series.map((series) => series.figures[index]!)),
      messages.buckets.state(bucket.state),
    ],
  }));
  // Of several series none is the one that the change is told of.
  const { change } = result.totals.length === 1 ? changeBefore(result, row, localization) : {};
  return {
    columns: [
      { label: messages.buckets.column(moment.grain) },
      ...result.series.map(({ key }) => ({ label: words.series[key]!, numeric: true })),
      ...(column === null ? [] : [{ label: column, numeric: true }]),
      { label: messages.charts.state, muted: true },
    ],
    rows: [...rows.toReversed(), ...comparedRows(result, localization, cellsOf, change)],
  };
}

/** What is still open stands on top of the rest, and is hatched in every bucket. */
function isPending(key: string): boolean {
  return key === 'pending';
}
