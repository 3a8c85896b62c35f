import type { ChartGeometry } from './chart-geometry.js';
import type { ActivePoint } from './chart-surroundings.js';

/** Distance from the point, and from the line, in CSS pixels. */
const AWAY = 12;

/** A tooltip that takes more of a bar chart's width than this hides what a bar is compared with. */
const LARGEST_SHARE = 0.6;

/** Height of the labels under the axis in CSS pixels. */
const UNDER_AXIS = 24;

/**
 * Corner of a tooltip in CSS pixels from the chart's corner. It lies beside its point, on the side where reading starts
 * if there is room, and never over the line it explains or the bar: under the line within its reach, else over it, else
 * past the axis.
 */
export function placeTooltip(
  point: ActivePoint,
  tooltip: { readonly width: number; readonly height: number },
  geometry: ChartGeometry,
  direction: 'ltr' | 'rtl',
): { readonly x: number; readonly y: number } {
  const middle = geometry.xs[point.index] ?? 0;
  const away = geometry.kind === 'bar' ? geometry.columnWidth / 2 + AWAY / 2 : AWAY;
  const [before, after] = [middle - away - tooltip.width, middle + away];
  const sides = direction === 'rtl' ? [after, before] : [before, after];
  const fitting = sides.find((side) => side >= 0 && side + tooltip.width <= geometry.width);
  const x = fitting ?? Math.max(0, Math.min(geometry.width - tooltip.width, middle - tooltip.width / 2));
  const isBeside = fitting !== undefined && tooltip.width <= geometry.width * LARGEST_SHARE;
  if (geometry.kind === 'bar') return { x, y: isBeside ? 4 : geometry.base + UNDER_AXIS };

  const heights = heightsWithin(geometry, point.series, x - AWAY, x + tooltip.width + AWAY);
  const lowest = Math.max(0, ...heights);
  // On the base line there is nothing between it and the labels of the axis.
  const under = lowest + AWAY > geometry.base ? geometry.base + UNDER_AXIS : lowest + AWAY;
  const over = Math.min(geometry.height, ...heights) - AWAY - tooltip.height;
  const resting = Math.max(under, geometry.base - tooltip.height - AWAY);
  if (resting + tooltip.height <= geometry.height || over < 0) return { x, y: resting };
  return { x, y: over };
}

/** Heights that a line and the edges of its band have between two places. */
function heightsWithin(geometry: ChartGeometry, series: number, start: number, end: number): readonly number[] {
  const band = geometry.bands?.[series] ?? [];
  const edges = [band.map((ends) => ends?.[0] ?? null), band.map((ends) => ends?.[1] ?? null)];
  return [geometry.ys[series] ?? [], ...edges].flatMap((line) => heightsOf(line, geometry.xs, start, end));
}

/** Heights that a line has between two places: at its points there, and where it enters and leaves. */
function heightsOf(
  line: readonly (number | null)[],
  xs: readonly number[],
  start: number,
  end: number,
): readonly number[] {
  return xs.flatMap((x, index) => {
    const y = line[index] ?? null;
    if (y === null) return [];
    const heights = x >= start && x <= end ? [y] : [];
    const nextX = xs[index + 1];
    const nextY = line[index + 1] ?? null;
    if (nextX === undefined || nextY === null) return heights;
    for (const edge of [start, end]) {
      const share = (edge - x) / (nextX - x);
      if (share > 0 && share < 1) heights.push(y + share * (nextY - y));
    }
    return heights;
  });
}
