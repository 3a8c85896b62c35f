import type { BarElement, Chart } from 'chart.js';
import type { ChartModel } from './chart-model.js';
import type { ActivePoint } from './chart-surroundings.js';

/** A drawn bar in CSS pixels from the chart's corner. */
export interface BarBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where things have been drawn, in CSS pixels from the chart's corner; one x a point, one series after another. */
export interface ChartGeometry {
  readonly kind: ChartModel['kind'];
  readonly width: number;
  readonly height: number;
  /** Height of the base line. */
  readonly base: number;
  readonly columnWidth: number;
  /** Middle of each point. */
  readonly xs: readonly number[];
  /** Per series and point: height of the value; null where there is none. */
  readonly ys: readonly (readonly (number | null)[])[];
  /** Per series and point: heights between which a value can still end; absent where nothing has a band. */
  readonly bands?: readonly (readonly (readonly [top: number, bottom: number] | null)[])[];
  /** Per series and point: height of the lower end of a bar; equal to `ys` for lines. */
  readonly feet: readonly (readonly (number | null)[])[];
}

/** The drawn bar of a point; null for a line, and where nothing is drawn. */
export function barAt(chart: Chart, point: ActivePoint): BarBox | null {
  const element = chart.getDatasetMeta(point.series)?.data[point.index] as BarElement | undefined;
  const value = chart.data.datasets[point.series]?.data[point.index];
  if (!element || typeof value !== 'number' || value <= 0) return null;
  const { x, y, base, width } = element.getProps(['x', 'y', 'base', 'width'], true);
  if (x === null || y === null || typeof width !== 'number') return null;
  return { left: x - width / 2, top: Math.min(y, base), width, height: Math.abs(base - y) };
}

/** Width that a point has for itself. */
export function columnWidth(chart: Chart): number {
  const { left, right } = chart.chartArea;
  return (right - left) / Math.max(1, chart.data.labels?.length ?? 1);
}

/** Reads where a chart has drawn what. */
export function readGeometry(chart: Chart, model: ChartModel): ChartGeometry {
  const { x, y } = chart.scales;
  const heights = model.series.map((series, order) =>
    series.values.map((value, index) => {
      if (value === null || !y) return null;
      if (model.kind === 'line') return { top: y.getPixelForValue(value), foot: y.getPixelForValue(value) };
      const bar = barAt(chart, { index, series: order });
      return bar && { top: bar.top, foot: bar.top + bar.height };
    }),
  );
  return {
    kind: model.kind,
    width: chart.width,
    height: chart.height,
    base: chart.chartArea.bottom,
    columnWidth: columnWidth(chart),
    xs: model.points.map((_, index) => x?.getPixelForValue(index) ?? 0),
    bands: model.series.map(({ band }) =>
      model.points.map((_, index) => {
        const [high, low] = [band?.high[index] ?? null, band?.low[index] ?? null];
        return high === null || low === null || !y
          ? null
          : ([y.getPixelForValue(high), y.getPixelForValue(low)] as const);
      }),
    ),
    ys: heights.map((line) => line.map((place) => place?.top ?? null)),
    feet: heights.map((line) => line.map((place) => place?.foot ?? null)),
  };
}

/** The point nearest to a place in CSS pixels: by time first, then the series there; null where there are no points. */
export function pointNear(geometry: ChartGeometry, x: number, y: number): ActivePoint | null {
  const index = nearest(geometry.xs, x);
  if (index < 0) return null;
  const distances = geometry.ys.map((heights, series) => {
    const top = heights[index] ?? null;
    const foot = geometry.feet[series]?.[index] ?? top;
    if (top === null || foot === null) return Number.POSITIVE_INFINITY;
    return Math.max(0, top - y, y - foot);
  });
  return { index, series: Math.max(0, nearest(distances, 0)) };
}

/** Index of the number nearest to another; -1 where none is finite. */
function nearest(numbers: readonly number[], target: number): number {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  numbers.forEach((number, index) => {
    const distance = Math.abs(number - target);
    if (distance >= least) return;
    least = distance;
    best = index;
  });
  return best;
}
