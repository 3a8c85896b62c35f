import type { TableCell } from '../../src/export/table.js';
import type { Localization } from '../../src/localize/localize.js';
import type { RateAt, RateSummary } from '../../src/localize/messages.js';
import type { Figure, Unit } from '../../src/metrics/figures.js';
import type { Bucket, ReportResult } from '../../src/reports/report-result.js';
import { reports } from '../../src/reports/reports.js';
import type { FootLine } from '../card/card.js';
import type { TableOptions } from '../card/table-view.js';
import type { ChartModel, ChartTooltip } from '../chart/chart-model.js';
import { cellOf } from './table-cells.js';
import { intervalCell, intervalText } from './interval-text.js';
import type { Moment, Presentation, ReportFace } from './report-presentation.js';
import { rateChartRoom } from './samples.js';

/** One bucket with its figure. */
interface Point {
  readonly bucket: Bucket;
  readonly figure: Figure;
}

/** The words of *Resolution rate over time*. */
export const resolutionRateFace: ReportFace = {
  title: ({ messages }) => messages.resolutionRateChart.title,
  note: ({ messages }) => messages.resolutionRateChart.note,
  skeleton: () => 'line',
  room: rateChartRoom,
  figures: ({ messages }) => [messages.definitions.resolutionRate],
  present,
};

function present(result: ReportResult, localization: Localization, moment: Moment): Presentation {
  const { resolutionRateChart: words } = localization.messages;
  const [series] = result.series;
  const points = result.buckets!.map((bucket, index) => ({ bucket, figure: series!.figures[index]! }));
  const nothing = points.every(({ figure }) => figure.denominator === 0 && figure.pending === 0);
  return {
    note: words.note,
    picture: { kind: 'chart', model: modelOf(points, result, localization, moment) },
    foot: footOf(points, localization, moment),
    table: tableOf(points, localization, moment),
    empty: nothing ? { kind: 'empty', ...words.empty } : null,
  };
}

function modelOf(
  points: readonly Point[],
  { asOf }: ReportResult,
  localization: Localization,
  moment: Moment,
): ChartModel {
  const { grain, today } = moment;
  const { messages, format } = localization;
  const { resolutionRateChart: words, buckets, spoken } = messages;
  const { drawing } = reports['resolution-rate-chart'];
  const title = ({ start }: Bucket): string => buckets.title(grain, start, today);
  return {
    kind: drawing.kind,
    size: drawing.size,
    label: words.title,
    summary: spoken.summary(summaryOf(points, words.label, moment)),
    roleDescription: spoken.chart,
    axis: { unit: 'ratio', format: format.ratioTick },
    points: points.map(({ bucket }) => ({
      at: bucket.start,
      label: buckets.axis(grain, bucket.start, asOf), // The year of all points would crowd the axis.
      state: bucket.state,
      title: title(bucket),
      ...(bucket.state === 'complete' ? {} : { stateLabel: buckets.state(bucket.state) }),
    })),
    series: [
      {
        key: 'resolutionRate',
        label: words.label,
        color: drawing.colors.resolutionRate,
        values: points.map(({ figure }) => figure.value),
        band: {
          low: points.map(({ figure }) => figure.low ?? null),
          high: points.map(({ figure }) => figure.high ?? null),
        },
        tooltips: points.map((point) => tooltipOf(point, localization, today)),
        spoken: points.map(({ bucket, figure }) =>
          spoken.rate({
            grain,
            start: bucket.start,
            reference: today,
            name: words.name,
            rate: figure.value,
            numerator: figure.numerator ?? 0,
            denominator: figure.denominator ?? 0,
            state: bucket.state,
            ...(figure.pending === 0 ? {} : { pending: figure.pending!, low: figure.low!, high: figure.high! }),
          }),
        ),
        ...endLabelsOf(points, localization),
      },
    ],
  };
}

/** The last point's value, and where it can still end. */
function endLabelsOf(points: readonly Point[], { messages, format }: Localization) {
  const words = messages.resolutionRateChart;
  const last = points.at(-1)?.figure;
  if (last === undefined) return {};
  if (last.pending === 0) return last.value === null ? {} : { endLabels: { value: format.ratio(last.value) } };
  const value = last.value === null ? {} : { value: words.soFar(last.value) };
  return { endLabels: { ...value, low: words.ifNone(last.low!), high: words.ifAll(last.high!) } };
}

function tooltipOf({ bucket, figure }: Point, localization: Localization, today: number): ChartTooltip {
  const { messages, format } = localization;
  const { figures, buckets, resolutionRateChart: words } = messages;
  const { pending = 0, numerator = 0, denominator = 0 } = figure;
  const notes: string[] = [];
  if (pending > 0) {
    const { settlesBy } = bucket;
    notes.push(settlesBy === null ? figures.pending(pending) : words.pendingUntil(pending, settlesBy, today));
    notes.push(figures.canEndBetween(figure.low!, figure.high!));
  }
  const interval = intervalText(figure, localization);
  if (interval !== undefined) notes.push(interval);
  if (bucket.clipped) notes.push(buckets.clipped);
  const of = denominator === 0 ? figures.nothingSettled : figures.ofSettled(numerator, denominator);
  return { value: format.ratio(figure.value), of, notes };
}

function summaryOf(points: readonly Point[], label: string, { grain, today }: Moment): RateSummary {
  const complete: RateAt[] = points
    .filter(({ bucket, figure }) => bucket.state === 'complete' && figure.value !== null)
    .map(({ bucket, figure }) => ({ rate: figure.value!, start: bucket.start }));
  const byRate = complete.toSorted((a, b) => a.rate - b.rate);
  return {
    label,
    grain,
    reference: today,
    buckets: points.length,
    first: complete[0] ?? null,
    last: complete.at(-1) ?? null,
    lowest: byRate[0] ?? null,
    highest: byRate.at(-1) ?? null,
    unfinished: points.filter(({ bucket }) => bucket.state !== 'complete').length,
  };
}

/** What is unfinished, how much and until when. */
function footOf(points: readonly Point[], { messages }: Localization, { grain, today }: Moment): readonly FootLine[] {
  const { resolutionRateChart: words } = messages;
  const pending = points.reduce((sum, { figure }) => sum + (figure.pending ?? 0), 0);
  const last = points.at(-1);
  if (pending === 0) {
    if (last?.bucket.state !== 'open' || last.figure.value === null) return [];
    return [{ text: words.stillRunning(grain), swatch: { pattern: 'ring', color: 'series-2' } }];
  }
  const settlesBy = points.map(({ bucket }) => bucket.settlesBy).filter((at) => at !== null);
  const running = last?.bucket.state === 'open' ? last.figure : null;
  const ofCurrent = running?.pending ?? 0;
  const dashed = points.some(({ bucket, figure }) => bucket.state !== 'complete' && figure.value !== null);
  const text = words.foot({
    grain,
    reference: today,
    current: ofCurrent === 0 ? null : { pending: ofCurrent, low: running!.low!, high: running!.high! },
    earlier: pending - ofCurrent,
    settledBy: settlesBy.length === 0 ? null : Math.max(...settlesBy),
    dashed,
  });
  return [dashed ? { text, swatch: { pattern: 'dashed', color: 'series-2' } } : { text }];
}

/** Newest first: what is looked for stands at the top. */
function tableOf(points: readonly Point[], localization: Localization, { grain, today }: Moment): TableOptions {
  const { messages, format } = localization;
  const { resolutionRateChart: words, buckets, card, figures } = messages;
  const cell = (unit: Unit, value: number | null): TableCell => cellOf(unit, value, format);
  const intervals = new Map(points.map(({ bucket, figure }) => [bucket, intervalCell(figure, localization)]));
  const withInterval = [...intervals.values()].some((interval) => interval !== '');
  return {
    caption: card.table.caption(words.title, words.note),
    region: card.table.region(words.title),
    columns: [
      { label: buckets.column(grain) },
      { label: words.table.rate, numeric: true },
      { label: words.table.resolved, numeric: true },
      { label: words.table.settled, numeric: true },
      { label: words.table.pending, numeric: true },
      { label: words.table.low, numeric: true },
      { label: words.table.high, numeric: true },
      ...(withInterval ? [{ label: figures.intervalColumn, numeric: true }] : []),
      { label: words.table.state, muted: true },
    ],
    rows: points.toReversed().map(({ bucket, figure }) => ({
      key: bucket.start,
      cells: [
        buckets.axis(grain, bucket.start, today),
        cell('ratio', figure.value),
        cell('conversations', figure.numerator ?? 0),
        cell('conversations', figure.denominator ?? 0),
        cell('conversations', figure.pending ?? 0),
        cell('ratio', figure.low ?? null),
        cell('ratio', figure.high ?? null),
        ...(withInterval ? [intervals.get(bucket)!] : []),
        buckets.state(bucket.state),
      ],
    })),
  };
}
