import type { ChartModel } from './chart-model.js';
import type { ActivePoint } from './chart-surroundings.js';

/**
 * Where a key leads from a point. The arrows left and right follow the picture, so in right-to-left writing the left one
 * goes on in time; up and down go through the series as they lie. Without a point yet, time is entered from the side the
 * arrow points away from, and at its end by up and down. Null where the key does not move.
 */
export function pointAfterKey(
  key: string,
  from: ActivePoint | null,
  model: ChartModel,
  direction: 'ltr' | 'rtl',
): ActivePoint | null {
  const last = model.points.length - 1;
  const lastSeries = model.series.length - 1;
  if (last < 0 || lastSeries < 0) return null;
  const at = (index: number): ActivePoint => ({ index: clamp(index, last), series: from?.series ?? 0 });
  const step = (by: 1 | -1): ActivePoint => at(from ? from.index + by : by > 0 ? 0 : last);
  const onwards = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  // Stacks grow upwards from the first series; lines are listed from the top.
  const up = model.kind === 'bar' ? 1 : -1;
  const change = (by: 1 | -1): ActivePoint =>
    from ? { index: from.index, series: clamp(from.series + by, lastSeries) } : at(last);
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight':
      return step(key === onwards ? 1 : -1);
    case 'ArrowUp':
      return change(up);
    case 'ArrowDown':
      return change(up === 1 ? -1 : 1);
    case 'Home':
      return at(0);
    case 'End':
      return at(last);
    default:
      return null;
  }
}

function clamp(value: number, highest: number): number {
  return Math.max(0, Math.min(highest, value));
}
