import type { ChartModel } from './chart-model.js';

/** Whether the point's time is not over, or not settled. */
export function isUnfinished(model: ChartModel, index: number): boolean {
  const state = model.points[index]?.state;
  return state === 'settling' || state === 'open';
}

/** Index of the point a band fans out from: the last before the first unfinished one; the first point where all are unfinished. */
export function bandStart(model: ChartModel): number {
  const first = model.points.findIndex((_, index) => isUnfinished(model, index));
  return first < 0 ? model.points.length - 1 : Math.max(0, first - 1);
}
