import type { Chart, Plugin } from 'chart.js';
import type { ChartModel } from './chart-model.js';
import type { Picture } from './chart-picture.js';
import type { ChartSurroundings } from './chart-surroundings.js';
import type { ChartTheme } from './chart-theme.js';

/** A text at the end of a line. */
export interface EndLabel {
  readonly text: string;
  /** Index of the point it belongs to. */
  readonly index: number;
  /** Value it stands at. */
  readonly value: number;
  readonly role: 'value' | 'low' | 'high';
}

/** Where end labels lie: all beside the last point, the ends of the band above and below it, or none for want of room. */
export type EndLabelPlaces = 'beside' | 'stacked' | 'none';

/** Gap between the last point and its label in CSS pixels. */
const GAP = 10;

/** At most this share of the width is given to labels, and to figures where nothing else has room. */
const LARGEST_SHARE = 0.36;
const LARGEST_FIGURE_SHARE = 0.45;

/** The texts at the ends of a chart's lines. A band that has closed leaves its ends out. */
export function endLabelsOf(model: ChartModel): readonly EndLabel[] {
  if (model.kind === 'bar') return [];
  return model.series.flatMap((series): EndLabel[] => {
    if (!series.endLabels) return [];
    const { value, low, high } = series.endLabels;
    const index = series.values.findLastIndex((candidate) => candidate !== null);
    const labels: EndLabel[] = [];
    if (index >= 0 && value !== undefined)
      labels.push({ text: value, index, value: series.values[index] ?? 0, role: 'value' });
    const last = model.points.length - 1;
    const bottom = series.band?.low[last] ?? null;
    const top = series.band?.high[last] ?? null;
    if (bottom === null || top === null || top - bottom < 0.001) return labels;
    if (high !== undefined) labels.push({ text: high, index: last, value: top, role: 'high' });
    if (low !== undefined) labels.push({ text: low, index: last, value: bottom, role: 'low' });
    return labels;
  });
}

/** Font of an end label, as canvas text. */
export function endLabelFont(theme: ChartTheme, role: EndLabel['role']): string {
  return `${role === 'value' ? theme.strongWeight : '400'} ${theme.endLabelSize}px ${theme.fontFamily}`;
}

/**
 * How the labels are placed and the pixels that are kept free beside the plot for them. `beyond` says how many of a
 * label's pixels reach beyond the plot.
 */
export function endLabelRoom(
  labels: readonly EndLabel[],
  { theme, width, measure }: ChartSurroundings,
  beyond: (label: number) => number,
): { readonly places: EndLabelPlaces; readonly room: number } {
  const widest = (chosen: readonly EndLabel[]): number =>
    beyond(Math.max(0, ...chosen.map((label) => measure(label.text, endLabelFont(theme, label.role)))) + GAP);
  if (labels.length === 0) return { places: 'none', room: 0 };
  const all = widest(labels);
  if (all <= width * LARGEST_SHARE) return { places: 'beside', room: all };
  const values = widest(labels.filter((label) => label.role === 'value'));
  return values <= width * LARGEST_FIGURE_SHARE ? { places: 'stacked', room: values } : { places: 'none', room: 0 };
}

/**
 * Moves heights apart until each has `gap` between it and the next, inside `top` to `bottom`. Their order stays, and so
 * does the height at `anchor` as long as there is room around it.
 */
export function spread(
  heights: readonly number[],
  gap: number,
  top: number,
  bottom: number,
  anchor: number,
): readonly number[] {
  const order = heights.map((_, index) => index).sort((one, other) => (heights[one] ?? 0) - (heights[other] ?? 0));
  const sorted = order.map((index) => Math.min(bottom, Math.max(top, heights[index] ?? 0)));
  const pushDown = (from: number): void => {
    for (let place = from + 1; place < sorted.length; place += 1)
      sorted[place] = Math.max(sorted[place] ?? 0, (sorted[place - 1] ?? 0) + gap);
  };
  const pushUp = (from: number): void => {
    for (let place = from - 1; place >= 0; place -= 1)
      sorted[place] = Math.min(sorted[place] ?? 0, (sorted[place + 1] ?? 0) - gap);
  };
  pushDown(order.indexOf(anchor));
  pushUp(order.indexOf(anchor));
  const last = sorted.length - 1;
  sorted[last] = Math.min(bottom, sorted[last] ?? 0);
  pushUp(last);
  sorted[0] = Math.max(top, sorted[0] ?? 0);
  pushDown(0);
  return heights.map((_, index) => sorted[order.indexOf(index)] ?? 0);
}

/** Chart.js plugin that writes the end labels. */
export function endLabelsPlugin(picture: () => Picture): Plugin {
  return {
    id: 'deskglass-end-labels',
    afterDatasetsDraw(chart): void {
      const { endLabels: labels, endLabelPlaces: places, surroundings } = picture();
      if (places === 'none') return;
      const isBeside = (label: EndLabel): boolean => places === 'beside' || label.role === 'value';
      drawBeside(chart, labels.filter(isBeside), surroundings);
      drawStacked(
        chart,
        labels.filter((label) => !isBeside(label)),
        surroundings,
      );
    },
  };
}

function drawBeside(chart: Chart, labels: readonly EndLabel[], { theme, direction }: ChartSurroundings): void {
  const { x, y } = chart.scales;
  if (!x || !y || labels.length === 0) return;
  // Beside the last point also where a line ends before it: the range of the last one stands in between.
  const end = x.getPixelForValue((chart.data.labels?.length ?? 1) - 1) + (direction === 'rtl' ? -GAP : GAP);
  const line = theme.endLabelSize * 1.3;
  const heights = labels.map((label) => y.getPixelForValue(label.value));
  const anchor = Math.max(
    0,
    labels.findIndex((label) => label.role === 'value'),
  );
  const { top, bottom } = chart.chartArea;
  const placed = spread(heights, line, top, bottom - theme.endLabelSize / 2, anchor);
  labels.forEach((label, order) => {
    write(chart.ctx, theme, label, end, placed[order] ?? 0, direction === 'rtl');
  });
}

/** Above the upper end and below the lower one, flush with the end of the chart. */
function drawStacked(chart: Chart, labels: readonly EndLabel[], { theme, direction, width }: ChartSurroundings): void {
  const { x, y } = chart.scales;
  if (!x || !y) return;
  const isRightToLeft = direction === 'rtl';
  const away = theme.endLabelSize * 0.9;
  for (const label of labels) {
    const height = y.getPixelForValue(label.value) + (label.role === 'high' ? -away : away);
    const lowest = chart.chartArea.bottom - away;
    // Where there is no line left below, the label stands before the range instead of across it.
    const end =
      height <= lowest ? (isRightToLeft ? 0 : width) : x.getPixelForValue(label.index) + (isRightToLeft ? GAP : -GAP);
    write(chart.ctx, theme, label, end, Math.min(lowest, height), !isRightToLeft);
  }
}

function write(
  context: CanvasRenderingContext2D,
  theme: ChartTheme,
  label: EndLabel,
  x: number,
  y: number,
  flushRight: boolean,
): void {
  context.save();
  context.font = endLabelFont(theme, label.role);
  context.fillStyle = label.role === 'value' ? theme.text : theme.muted;
  context.textAlign = flushRight ? 'right' : 'left';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.lineJoin = 'round';
  context.strokeStyle = theme.surface;
  context.strokeText(label.text, x, y);
  context.fillText(label.text, x, y);
  context.restore();
}
