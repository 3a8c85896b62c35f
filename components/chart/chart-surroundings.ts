import type { ChartTheme } from './chart-theme.js';

/** The point that keyboard or pointer is on. */
export interface ActivePoint {
  /** Index of the point. */
  readonly index: number;
  /** Index of the series. */
  readonly series: number;
}

/** All that a chart's picture depends on beside its model. */
export interface ChartSurroundings {
  readonly theme: ChartTheme;
  readonly direction: 'ltr' | 'rtl';
  /** CSS pixels. */
  readonly width: number;
  /** CSS pixels. */
  readonly height: number;
  /** Device pixels a CSS pixel. */
  readonly pixelRatio: number;
  /** Width of a text in CSS pixels. */
  readonly measure: (text: string, font: string) => number;
  /** Fill of what is unfinished, in a colour. */
  readonly hatch: (color: string) => CanvasPattern | string;
  /** Asked at every drawing; null where no point is active. */
  readonly active: () => ActivePoint | null;
}
