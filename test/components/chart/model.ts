import type { ChartModel, ChartSeries } from '../../../components/chart/chart-model.js';

const WEEK = 7 * 24 * 60 * 60 * 1000;
const FIRST_WEEK = Date.UTC(2025, 11, 22);

/** Values of one series, and what else it has. */
export type SeriesOf = { readonly values: readonly (number | null)[] } & Partial<ChartSeries>;

/** A model with weeks as points, of which the last is open and the one before it settling. */
export function chartModel(series: readonly SeriesOf[], over: Partial<ChartModel> = {}): ChartModel {
  const count = series[0]?.values.length ?? 0;
  return {
    kind: 'line',
    size: 'regular',
    label: 'Resolution rate over time',
    summary: 'Rose from 51 to 61 percent in 12 weeks.',
    roleDescription: 'chart',
    points: Array.from({ length: count }, (_, index) => pointAt(index, count)),
    series: series.map((given, order) => ({
      key: `series-${order}`,
      label: `Series ${order}`,
      color: 'series-2',
      tooltips: given.values.map((value) => ({ value: String(value), of: '122 of 200 settled', notes: [] })),
      spoken: given.values.map((value, index) => `Week ${index + 1}, series ${order}, ${value}`),
      ...given,
    })),
    axis: { unit: 'ratio', format: (value) => `${Math.round(value * 100)}%` },
    ...over,
  };
}

/** The axis of counts. */
export const countAxis: ChartModel['axis'] = { unit: 'count', format: String };

function pointAt(index: number, count: number): ChartModel['points'][number] {
  const left = count - 1 - index;
  const base = { at: FIRST_WEEK + index * WEEK, label: `W${index + 1}`, title: `Week ${index + 1}` };
  if (left > 1) return { ...base, state: 'complete' };
  return left === 0
    ? { ...base, state: 'open', stateLabel: 'Still running' }
    : { ...base, state: 'settling', stateLabel: 'Settling' };
}
