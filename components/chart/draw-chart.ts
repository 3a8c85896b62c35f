import { TokenProbe } from '../../src/theme/resolve-colors.js';
import { chartConfig, chartPlugins } from './chart-config.js';
import type { ChartLibrary } from './chart-js.js';
import type { ChartModel } from './chart-model.js';
import { createPicture } from './chart-picture.js';
import { readChartTheme } from './chart-theme.js';
import { hatch } from './hatch.js';

/** Where a chart goes on another canvas, in that canvas' own pixels before its scale. */
export interface ChartPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Device pixels a pixel. */
  readonly pixelRatio: number;
}

/** Draws a chart anew onto a canvas of the caller's: nothing active, in the theme and the direction of an element. */
export function drawChart(
  { Chart }: ChartLibrary,
  target: CanvasRenderingContext2D,
  { x, y, width, height, pixelRatio }: ChartPlace,
  element: HTMLElement,
  model: ChartModel,
): void {
  const probe = new TokenProbe(element);
  const theme = readChartTheme(element, probe, model);
  probe.remove();
  const picture = createPicture(model, {
    theme,
    width,
    height,
    pixelRatio,
    direction: getComputedStyle(element).direction === 'rtl' ? 'rtl' : 'ltr',
    measure: (text, font) => measure(target, text, font),
    hatch: (color) => hatch(color, theme.surface, theme.stripe, pixelRatio),
    active: () => null,
  });
  const canvas = element.ownerDocument.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const chart = new Chart(canvas, { ...chartConfig(picture), plugins: chartPlugins(() => picture) });
  target.drawImage(canvas, x, y, width, height);
  chart.destroy(); // Empties its canvas: after what was drawn on it has been taken.
}

function measure(context: CanvasRenderingContext2D, text: string, font: string): number {
  context.save();
  context.font = font;
  const { width } = context.measureText(text);
  context.restore();
  return width;
}
