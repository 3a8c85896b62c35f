import type { BarElement, Chart, Plugin } from 'chart.js';
import type { Picture } from './chart-picture.js';

/** Columns below this width in CSS pixels keep their bars between pixels. */
const THIN = 12;

/** Chart.js plugin that sets bars on whole device pixels and lets the surface show between the parts of a stack. */
export function tidyBarsPlugin(picture: () => Picture): Plugin {
  return {
    id: 'deskglass-tidy-bars',
    afterDatasetsUpdate(chart): void {
      const { model, surroundings, columnWidth } = picture();
      if (model.kind !== 'bar') return;
      // Rounding a thin bar by part of a pixel makes its gaps uneven, which shows more than its soft edge.
      const grain = columnWidth < THIN ? 1 / 16 : 1 / surroundings.pixelRatio;
      const gap = surroundings.theme.stackGap;
      model.points.forEach((_, index) => tidyStack(barsAt(chart, index), gap, grain));
    },
  };
}

/** What is drawn of a stack, from its foot up. */
function barsAt(chart: Chart, index: number): readonly BarElement[] {
  return chart.data.datasets.flatMap((dataset, order) => {
    const bar = chart.getDatasetMeta(order).data[index] as BarElement | undefined;
    return bar && typeof dataset.data[index] === 'number' ? [bar] : [];
  });
}

function tidyStack(bars: readonly BarElement[], gap: number, grain: number): void {
  const snap = (length: number): number => Math.round(length / grain) * grain;
  bars.forEach((bar, order) => {
    const { x, y, base, width } = bar as unknown as { x: number; y: number; base: number; width: number };
    const snappedWidth = Math.max(grain, snap(width));
    const top = snap(y);
    const foot = snap(base) - (order > 0 ? gap : 0);
    // What is there is seen, be it one of thousands.
    const height = Math.max(1, foot - top);
    const left = snap(x - snappedWidth / 2);
    Object.assign(bar, { x: left + snappedWidth / 2, width: snappedWidth, y: foot - height, base: foot });
  });
}
