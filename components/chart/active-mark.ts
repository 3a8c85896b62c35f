import type { Chart, Plugin } from 'chart.js';
import type { ChartModel } from './chart-model.js';
import type { Picture } from './chart-picture.js';
import type { ActivePoint, ChartSurroundings } from './chart-surroundings.js';
import { barAt, columnWidth } from './chart-geometry.js';

/** Chart.js plugin that shows which point keyboard or pointer is on: a column behind bars, a rule and a ring for lines. */
export function activeMarkPlugin(picture: () => Picture): Plugin {
  return {
    id: 'deskglass-active-mark',
    beforeDatasetsDraw(chart): void {
      const { model, surroundings } = picture();
      const { theme } = surroundings;
      const point = surroundings.active();
      if (!point) return;
      const x = chart.scales['x']?.getPixelForValue(point.index) ?? 0;
      const { top, bottom } = chart.chartArea;
      if (model.kind === 'bar') {
        const width = columnWidth(chart);
        fill(chart, theme.selected, x - width / 2, top, width, bottom - top - 1);
      } else {
        fill(chart, theme.axis, Math.round(x), top, 1, bottom - top);
      }
    },
    afterDatasetsDraw(chart): void {
      const { model, surroundings } = picture();
      const point = surroundings.active();
      if (!point) return;
      if (model.kind === 'line') drawRing(chart, model, point, surroundings);
      else if (model.series.length > 1) drawOutline(chart, point, surroundings.theme.text);
    },
  };
}

function fill(chart: Chart, color: string, x: number, y: number, width: number, height: number): void {
  chart.ctx.save();
  chart.ctx.fillStyle = color;
  chart.ctx.fillRect(x, y, width, height);
  chart.ctx.restore();
}

function drawRing(chart: Chart, model: ChartModel, point: ActivePoint, { theme }: ChartSurroundings): void {
  const series = model.series[point.series];
  const value = series?.values[point.index] ?? null;
  const { x, y } = chart.scales;
  if (!series || value === null || !x || !y) return;
  const { ctx: context } = chart;
  context.save();
  context.beginPath();
  context.arc(x.getPixelForValue(point.index), y.getPixelForValue(value), theme.pointRadius + 2, 0, 2 * Math.PI);
  context.fillStyle = theme.surface;
  context.fill();
  context.lineWidth = theme.lineWidth + 0.5;
  context.strokeStyle = theme.series.get(series.key) ?? theme.text;
  context.stroke();
  context.restore();
}

/** Says which part of the stack it is. */
function drawOutline(chart: Chart, point: ActivePoint, color: string): void {
  const bar = barAt(chart, point);
  if (!bar) return;
  chart.ctx.save();
  chart.ctx.strokeStyle = color;
  chart.ctx.lineWidth = 1.5;
  chart.ctx.strokeRect(bar.left - 1, bar.top - 1, bar.width + 2, bar.height + 2);
  chart.ctx.restore();
}
