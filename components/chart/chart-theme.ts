import { resolveText, type TokenProbe } from '../../src/theme/resolve-colors.js';
import type { TokenName } from '../../src/theme/tokens.js';
import type { ChartModel } from './chart-model.js';

/** What a chart is painted with: tokens resolved to what a canvas understands. Lengths in CSS pixels. */
export interface ChartTheme {
  readonly surface: string;
  readonly selected: string;
  readonly grid: string;
  readonly axis: string;
  readonly text: string;
  readonly muted: string;
  /** Colour of each series, by its key. */
  readonly series: ReadonlyMap<string, string>;
  readonly fontFamily: string;
  readonly labelSize: number;
  readonly endLabelSize: number;
  readonly strongWeight: string;
  readonly lineWidth: number;
  readonly pointRadius: number;
  readonly barMax: number;
  readonly barRadius: number;
  readonly stackGap: number;
  /** On, off. */
  readonly dash: readonly number[];
  /** 0–1. */
  readonly bandTint: number;
  readonly stripe: StripeTheme;
}

/** Stripes of unfinished time. */
export interface StripeTheme {
  readonly width: number;
  /** Stripe to stripe. */
  readonly pitch: number;
  /** Degrees. */
  readonly angle: number;
  /** Opacity of the colour under the stripes, 0–1. */
  readonly tint: number;
}

const colors = ['surface', 'surface-selected', 'grid', 'axis', 'text', 'text-muted'] as const;
const lengths = [
  ...(['text-xs', 'text-s', 'line-width', 'point', 'bar-max'] as const),
  ...(['radius-bar', 'stack-gap', 'pending-stripe', 'pending-pitch'] as const),
];

/** Reads what the chart of a model is painted with, from the element it lies in and what stays in there to be read from. */
export function readChartTheme(element: HTMLElement, probe: TokenProbe, model: ChartModel): ChartTheme {
  const names: readonly TokenName[] = [...colors, ...model.series.map((series) => series.color)];
  const color = probe.colors([...new Set(names)]);
  const length = probe.lengths(lengths);
  const colorOf = (name: TokenName): string => color.get(name) ?? 'rgb(128, 128, 128)';
  const lengthOf = (name: (typeof lengths)[number]): number => length.get(name) ?? 0;
  const numbers = (name: TokenName): number[] => (resolveText(element, name).match(/[\d.]+/g) ?? []).map(Number);
  const [angle = 45] = numbers('pending-angle');
  const [tint = 12] = numbers('pending-tint');
  const [bandTint = 13] = numbers('band-tint');
  return {
    surface: colorOf('surface'),
    selected: colorOf('surface-selected'),
    grid: colorOf('grid'),
    axis: colorOf('axis'),
    text: colorOf('text'),
    muted: colorOf('text-muted'),
    series: new Map(model.series.map((series) => [series.key, colorOf(series.color)])),
    fontFamily: getComputedStyle(element).fontFamily,
    labelSize: lengthOf('text-xs'),
    endLabelSize: lengthOf('text-s'),
    strongWeight: resolveText(element, 'weight-strong'),
    lineWidth: lengthOf('line-width'),
    pointRadius: lengthOf('point'),
    barMax: lengthOf('bar-max'),
    barRadius: lengthOf('radius-bar'),
    stackGap: lengthOf('stack-gap'),
    dash: numbers('pending-dash'),
    bandTint: bandTint / 100,
    stripe: { width: lengthOf('pending-stripe'), pitch: lengthOf('pending-pitch'), angle, tint: tint / 100 },
  };
}
