import type { Chart } from 'chart.js';
import { TokenProbe } from '../../src/theme/resolve-colors.js';
import { chartConfig, chartPlugins } from './chart-config.js';
import { readGeometry, type ChartGeometry } from './chart-geometry.js';
import type { ChartLibrary } from './chart-js.js';
import type { ChartModel } from './chart-model.js';
import { createPicture, type Picture } from './chart-picture.js';
import type { ActivePoint } from './chart-surroundings.js';
import { readChartTheme, type ChartTheme } from './chart-theme.js';
import { hatch } from './hatch.js';

/** Device pixels a CSS pixel on paper, at least. */
const PRINT_RATIO = 3;

/** What is drawn onto a canvas, and where: from its first picture to the next and the next. */
export class ChartCanvas {
  #chart: Chart | null = null;
  #picture: Picture | null = null;
  #theme: ChartTheme | null = null;
  readonly #probe: TokenProbe;

  constructor(
    private readonly plot: HTMLElement,
    private readonly canvas: HTMLCanvasElement,
    private readonly library: ChartLibrary,
    private readonly active: () => ActivePoint | null,
  ) {
    this.#probe = new TokenProbe(plot);
  }

  /** Where things have been drawn; null before the first picture. */
  get geometry(): ChartGeometry | null {
    return this.#chart && this.#picture && readGeometry(this.#chart, this.#picture.model);
  }

  /** Draws a model as large as the plot is, in place of what was there. Size and theme are read anew. */
  draw(model: ChartModel): void {
    const picture = createPicture(model, this.#surroundings(model));
    const { width, height } = picture.surroundings;
    this.#picture = picture;
    if (this.#chart && !this.#fits(this.#chart, picture)) this.#destroyChart();
    const configuration = chartConfig(picture);
    if (!this.#chart) {
      this.canvas.width = width;
      this.canvas.height = height;
      const plugins = chartPlugins(() => this.#picture ?? picture);
      this.#chart = new this.library.Chart(this.canvas, { ...configuration, plugins }) as Chart;
      return;
    }
    const chart = this.#chart;
    chart.data = configuration.data as Chart['data'];
    chart.options = (configuration.options ?? {}) as Chart['options'];
    // Resizing updates by itself.
    if (chart.width === width && chart.height === height) chart.update('none');
    else chart.resize(width, height);
  }

  /** Draws the same picture again, after another point has become active. */
  drawMark(): void {
    this.#chart?.draw();
  }

  /** Frees everything, and leaves the plot as it was. */
  end(): void {
    this.#destroyChart();
    this.#probe.remove();
  }

  #destroyChart(): void {
    this.#chart?.destroy();
    this.#chart = null;
  }

  /** Chart.js changes neither the kind of a chart nor, after its first update, the pixels it is drawn in. */
  #fits(chart: Chart, { model, surroundings }: Picture): boolean {
    const { type } = chart.config as { type?: string };
    return type === model.kind && chart.currentDevicePixelRatio === surroundings.pixelRatio;
  }

  #surroundings(model: ChartModel): Picture['surroundings'] {
    const theme = readChartTheme(this.plot, this.#probe, model);
    this.#theme = theme;
    const view = this.plot.ownerDocument.defaultView ?? window;
    const ratio = view.devicePixelRatio || 1;
    const pixelRatio = view.matchMedia('print').matches ? Math.max(PRINT_RATIO, ratio) : ratio;
    return {
      theme,
      pixelRatio,
      direction: getComputedStyle(this.plot).direction === 'rtl' ? 'rtl' : 'ltr',
      width: this.plot.clientWidth,
      height: this.plot.clientHeight,
      measure: (text, font) => this.#measure(text, font),
      hatch: (color) => hatch(color, theme.surface, theme.stripe, pixelRatio),
      active: this.active,
    };
  }

  #measure(text: string, font: string): number {
    const context = this.canvas.getContext('2d');
    if (!context) return text.length * (this.#theme?.labelSize ?? 11) * 0.6;
    context.save();
    context.font = font;
    const { width } = context.measureText(text);
    context.restore();
    return width;
  }
}
