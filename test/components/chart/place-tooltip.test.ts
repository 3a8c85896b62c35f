import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChartGeometry } from '../../../components/chart/chart-geometry.js';
import { placeTooltip } from '../../../components/chart/place-tooltip.js';

const xs = Array.from({ length: 10 }, (_, index) => 60 + index * 50);
const tooltip = { width: 180, height: 70 };

function lineAt(...heights: readonly (number | null)[]): ChartGeometry {
  const ys = [xs.map((_, index) => (index < heights.length ? (heights[index] ?? null) : (heights.at(-1) ?? null)))];
  return { kind: 'line', width: 560, height: 224, base: 200, columnWidth: 50, xs, ys, feet: ys };
}

describe('tooltip of a chart', () => {
  it('lies before its point where reading starts, and after it where there is no room', () => {
    const late = placeTooltip({ index: 8, series: 0 }, tooltip, lineAt(50), 'ltr');
    assert.ok(late.x + tooltip.width < (xs[8] ?? 0));
    const early = placeTooltip({ index: 0, series: 0 }, tooltip, lineAt(50), 'ltr');
    assert.ok(early.x > (xs[0] ?? 0));
    const rightToLeft = placeTooltip({ index: 2, series: 0 }, tooltip, lineAt(50), 'rtl');
    assert.ok(rightToLeft.x > (xs[2] ?? 0));
  });

  it('never lies over its line, wherever the line runs', () => {
    const heights = [20, 60, 100, 140, 180, 199];
    for (const height of heights)
      for (const other of heights)
        for (let index = 0; index < xs.length; index += 1) {
          const geometry = lineAt(height, other, height, other, height, null, other, other, height, height);
          const { x, y } = placeTooltip({ index, series: 0 }, tooltip, geometry, 'ltr');
          geometry.xs.forEach((pointX, place) => {
            const pointY = geometry.ys[0]?.[place] ?? null;
            const isInside = pointX >= x && pointX <= x + tooltip.width;
            if (pointY !== null && isInside) assert.ok(pointY < y || pointY > y + tooltip.height);
          });
        }
  });

  it('keeps off the band of where a value can end, as off the line', () => {
    const open = xs.length - 1;
    const bands = [xs.map((_, index) => (index === open ? ([40, 200] as const) : null))];
    const geometry: ChartGeometry = { ...lineAt(50, 50, 50, 50, 50, 50, 50, 50, 50, null), bands };
    const { x, y } = placeTooltip({ index: open, series: 0 }, { width: 530, height: 70 }, geometry, 'ltr');
    assert.ok(x + 530 >= (xs[open] ?? 0), 'it reaches over the band');
    assert.ok(y > geometry.base, `it lies past the axis and not at ${y}`);
  });

  it('lies beside a bar, and past the axis where it would hide the others', () => {
    const bars: ChartGeometry = { ...lineAt(50), kind: 'bar' };
    assert.equal(placeTooltip({ index: 8, series: 0 }, tooltip, bars, 'ltr').y, 4);
    const wide = { width: 540, height: 70 };
    assert.ok(placeTooltip({ index: 5, series: 0 }, wide, bars, 'ltr').y > bars.base);
  });

  it('stays within the width of the chart', () => {
    for (const index of xs.keys()) {
      const { x } = placeTooltip({ index, series: 0 }, { width: 500, height: 70 }, lineAt(50), 'ltr');
      assert.ok(x >= 0 && x + 500 <= 560);
    }
  });
});
