import type { ChartConfiguration, ChartDataset, ChartOptions, Plugin } from 'chart.js';
import { withOpacity } from '../../src/theme/resolve-colors.js';
import { activeMarkPlugin } from './active-mark.js';
import { bandPlugin } from './band.js';
import type { ChartSeries } from './chart-model.js';
import { AXIS_GAP, LABEL_PADDING, type Picture } from './chart-picture.js';
import { endLabelsPlugin } from './end-labels.js';
import { tidyBarsPlugin } from './tidy-bars.js';
import { isUnfinished } from './unfinished.js';

/** Chart.js' description of a chart of the kit. */
export type KitChartConfiguration = ChartConfiguration<'bar' | 'line', (number | null)[], string>;

/** Share of a column that its bar takes; narrow columns give more. */
const BAR_SHARE = 0.64;
const NARROW_BAR_SHARE = 0.8;

/** Columns below this width in CSS pixels are narrow. */
const NARROW = 8;

/** Columns of this width in CSS pixels and more have a dot at every point of a line. */
const DOTTED = 28;

/** Bars below this width in CSS pixels are too thin for stripes: they are pale instead. */
const OUTLINED = 5;
const THIN_OPACITY = 0.4;

/** What Chart.js needs to draw a picture; the same picture gives the same description. */
export function chartConfig(picture: Picture): KitChartConfiguration {
  const { model } = picture;
  return {
    type: model.kind,
    data: {
      labels: model.points.map((point) => point.label),
      datasets: model.series.map((series, order) =>
        model.kind === 'bar' ? barDataset(picture, series, order) : lineDataset(picture, series),
      ),
    },
    options: options(picture),
  };
}

/** The kit's own drawing over and under Chart.js'; asks for the picture at every drawing, so that it follows updates. */
export function chartPlugins(picture: () => Picture): Plugin[] {
  return [tidyBarsPlugin(picture), activeMarkPlugin(picture), bandPlugin(picture), endLabelsPlugin(picture)];
}

function barDataset(picture: Picture, series: ChartSeries, order: number): ChartDataset<'bar', (number | null)[]> {
  const { model, surroundings, columnWidth } = picture;
  const color = surroundings.theme.series.get(series.key) ?? surroundings.theme.text;
  const share = columnWidth < NARROW ? NARROW_BAR_SHARE : BAR_SHARE;
  const isThin = columnWidth * share < OUTLINED;
  const unfinished = isThin ? withOpacity(color, THIN_OPACITY) : surroundings.hatch(color);
  // Where a series of its own holds what is pending, the rest of an unfinished bucket is settled, and solid.
  const isSplit = model.series.some((candidate) => candidate.hatched);
  const striped = (index: number): boolean => (isSplit ? series.hatched === true : isUnfinished(model, index));
  const isTop = (index: number): boolean => !model.series.slice(order + 1).some((above) => above.values[index]);
  const radius = surroundings.theme.barRadius;
  return {
    type: 'bar',
    label: series.label,
    // A bar of no height would still draw its outline.
    data: model.points.map((_, index) => series.values[index] || null),
    backgroundColor: model.points.map((_, index) => (striped(index) ? unfinished : color)),
    borderColor: color,
    borderWidth: model.points.map((_, index) => (striped(index) && !isThin ? 1 : 0)),
    borderSkipped: false,
    borderRadius: model.points.map((_, index) => {
      const outer = isTop(index) ? radius : 0;
      return { topLeft: outer, topRight: outer, bottomLeft: 0, bottomRight: 0 };
    }),
    barPercentage: 1,
    categoryPercentage: share,
    maxBarThickness: surroundings.theme.barMax,
  };
}

function lineDataset(picture: Picture, series: ChartSeries): ChartDataset<'line', (number | null)[]> {
  const { model, surroundings, columnWidth } = picture;
  const { theme } = surroundings;
  const color = theme.series.get(series.key) ?? theme.text;
  const data = model.points.map((_, index) => series.values[index] ?? null);
  const isAlone = (index: number): boolean => (data[index - 1] ?? null) === null && (data[index + 1] ?? null) === null;
  const hollow = (index: number): boolean => isUnfinished(model, index);
  const pointRadius = (index: number): number => {
    if (hollow(index)) return theme.pointRadius + 0.75;
    if (isAlone(index)) return theme.pointRadius;
    return columnWidth >= DOTTED ? theme.pointRadius - 0.5 : 0;
  };
  return {
    type: 'line',
    label: series.label,
    data,
    borderColor: color,
    borderWidth: theme.lineWidth,
    borderJoinStyle: 'round',
    tension: 0,
    spanGaps: false,
    clip: false,
    segment: {
      borderDash: ({ p1DataIndex }) => (isUnfinished(model, p1DataIndex) ? [...theme.dash] : undefined),
    },
    pointRadius: data.map((_, index) => pointRadius(index)),
    pointBackgroundColor: data.map((_, index) => (hollow(index) ? theme.surface : color)),
    pointBorderColor: color,
    pointBorderWidth: data.map((_, index) => (hollow(index) ? theme.lineWidth : 0)),
  };
}

function options(picture: Picture): ChartOptions<'bar' | 'line'> {
  const { model, surroundings, axis, startRoom, endRoom, endLabelPlaces, labelEvery } = picture;
  const { theme, direction, pixelRatio } = surroundings;
  const rightToLeft = direction === 'rtl';
  const cut = axis.min > 0;
  const last = model.points.length - 1;
  // What stands above the upper end of a band that reaches the top needs a line there.
  const top = endLabelPlaces === 'stacked' ? theme.endLabelSize * 1.6 : 8;
  const font = { family: theme.fontFamily, size: theme.labelSize, lineHeight: 1.2 };
  return {
    // Observers of its own, and one that outlives the chart on the document: the kit watches sizes itself.
    responsive: false,
    maintainAspectRatio: false,
    animation: false,
    events: [],
    devicePixelRatio: pixelRatio,
    layout: {
      autoPadding: false,
      padding: { top, bottom: 0, left: rightToLeft ? endRoom : startRoom, right: rightToLeft ? startRoom : endRoom },
    },
    scales: {
      x: {
        type: 'category',
        offset: true,
        reverse: rightToLeft,
        stacked: model.kind === 'bar',
        grid: { display: false },
        border: { display: false },
        ticks: {
          font,
          color: theme.muted,
          padding: LABEL_PADDING,
          autoSkip: false,
          maxRotation: 0,
          callback: (_, index) => ((last - index) % labelEvery === 0 ? (model.points[index]?.label ?? null) : null),
        },
      },
      y: {
        type: 'linear',
        position: rightToLeft ? 'right' : 'left',
        stacked: model.kind === 'bar',
        min: axis.min,
        max: axis.max,
        border: {
          display: false,
          dash: ({ tick }) => (cut && tick.value === axis.min ? [2, 4] : []),
        },
        grid: {
          drawTicks: false,
          color: ({ tick }) => (tick.value === axis.min ? theme.axis : theme.grid),
        },
        ticks: {
          font,
          color: theme.muted,
          // Chart.js keeps it on both sides of a label, and the far side is the chart's edge.
          padding: AXIS_GAP / 2,
          crossAlign: 'far',
          autoSkip: false,
          callback: (value) => model.axis.format(Number(value)),
        },
        afterBuildTicks: (scale) => {
          scale.ticks = axis.ticks.map((value) => ({ value }));
        },
      },
    },
  };
}
