import type { Chart, Plugin } from 'chart.js';
import { withOpacity } from '../../src/theme/resolve-colors.js';
import type { ChartModel, ChartSeries } from './chart-model.js';
import type { Picture } from './chart-picture.js';
import { bandStart, isUnfinished } from './unfinished.js';

/** Half the width of the caps at the ends of a range, in CSS pixels. */
const CAP = 3.5;

interface RangeAt {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly unfinished: boolean;
}

/**
 * Chart.js plugin that draws where unfinished values can still end: a fan from the last complete point, and at each
 * unfinished point its own range with caps, so that a narrow one is seen beside a wide one.
 */
export function bandPlugin(picture: () => Picture): Plugin {
  return {
    id: 'deskglass-band',
    beforeDatasetsDraw(chart): void {
      const { model, surroundings } = picture();
      const { theme } = surroundings;
      for (const series of model.series) {
        const color = theme.series.get(series.key) ?? theme.text;
        for (const run of runsOf(model, series, chart)) drawRun(chart.ctx, run, color, theme.bandTint);
      }
    },
  };
}

/** Stretches without a gap. */
function runsOf(model: ChartModel, series: ChartSeries, chart: Chart): readonly (readonly RangeAt[])[] {
  const { x, y } = chart.scales;
  if (!series.band || !x || !y) return [];
  const runs: RangeAt[][] = [[]];
  for (let index = bandStart(model); index < model.points.length; index += 1) {
    const unfinished = isUnfinished(model, index);
    const value = unfinished ? null : (series.values[index] ?? null);
    const low = value ?? series.band.low[index] ?? null;
    const high = value ?? series.band.high[index] ?? null;
    if (low === null || high === null) {
      runs.push([]);
      continue;
    }
    const [bottom, top] = [y.getPixelForValue(low), y.getPixelForValue(high)];
    runs.at(-1)?.push({ x: x.getPixelForValue(index), top, bottom, unfinished });
  }
  return runs.filter((run) => run.some((range) => range.unfinished));
}

function drawRun(context: CanvasRenderingContext2D, run: readonly RangeAt[], color: string, tint: number): void {
  context.save();
  context.beginPath();
  for (const range of run) context.lineTo(range.x, range.top);
  for (const range of run.toReversed()) context.lineTo(range.x, range.bottom);
  context.closePath();
  context.fillStyle = withOpacity(color, tint);
  context.fill();
  context.lineWidth = 1;
  context.strokeStyle = withOpacity(color, 0.45);
  for (const edge of ['top', 'bottom'] as const) {
    context.beginPath();
    for (const range of run) context.lineTo(range.x, range[edge]);
    context.stroke();
  }
  context.strokeStyle = withOpacity(color, 0.8);
  context.lineWidth = 1.5;
  context.beginPath();
  for (const range of run) if (range.unfinished) traceRange(context, range);
  context.stroke();
  context.restore();
}

function traceRange(context: CanvasRenderingContext2D, { x, top, bottom }: RangeAt): void {
  context.moveTo(x, top);
  context.lineTo(x, bottom);
  for (const end of [top, bottom]) {
    context.moveTo(x - CAP, end);
    context.lineTo(x + CAP, end);
  }
}
