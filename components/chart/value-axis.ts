import type { ChartModel } from './chart-model.js';

/** Where a value axis starts and ends and what it is marked with, in the model's unit. */
export interface ValueAxis {
  readonly min: number;
  /** Never below the last tick; above it where the highest value is. */
  readonly max: number;
  /** Three to five, ascending, the first at `min`. */
  readonly ticks: readonly number[];
}

/** Headroom over the highest value where no tick caps it. */
const HEADROOM = 1.04;

/** A chart of this height in pixels and more has room for a line every quarter. */
const ROOMY = 190;

/** Ends of a rate's axis that start at 0, each with its step: a rate lies below nine tenths of its end. */
const RATE_ENDS: readonly (readonly [end: number, step: number])[] = [
  [0.1, 0.05],
  [0.2, 0.1],
  [0.4, 0.2],
  [0.6, 0.2],
];

/** Starts of a rate's axis that ends at 100 %, the tightest first. */
const RATE_BASES = [0.9, 0.8, 0.5] as const;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const DURATION_STEPS: readonly number[] = [
  1,
  2,
  5,
  10,
  20,
  50,
  100,
  200,
  500,
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500].map((count) => count * DAY),
];

/**
 * The value axis of a chart that is `height` CSS pixels high. Counts and durations start at 0; counts are marked with
 * whole numbers. A rate's axis ends at 0 % or at 100 %, and with a band at both.
 */
export function valueAxis(model: ChartModel, height: number): ValueAxis {
  const highest = highestOf(model);
  if (model.axis.unit === 'ratio') return rateAxis(model, highest, height);
  const most = height >= ROOMY ? 4 : 3;
  if (model.axis.unit === 'count') return niceAxis(Math.max(highest, 2), countStep, most);
  return niceAxis(highest || MINUTE, durationStep, most);
}

/** Where a rate's axis starts when it does not start at 0, so that words can say so; null where it does. Ratio 0–1. */
export function cutBase(model: ChartModel): number | null {
  if (model.axis.unit !== 'ratio' || model.kind === 'bar') return null;
  if (model.series.some((series) => series.band)) return null;
  const values = model.series.flatMap((series) => series.values).filter((value) => value !== null);
  if (values.length === 0 || Math.max(...values) > 1) return null;
  const lowest = Math.min(...values);
  return RATE_BASES.find((base) => lowest >= base + (1 - base) / 10) ?? null;
}

function rateAxis(model: ChartModel, highest: number, height: number): ValueAxis {
  const base = cutBase(model);
  if (base !== null) return { min: base, max: 1, ticks: [base, (base + 1) / 2, 1] };
  if (highest > 1) return niceAxis(highest, roundStep, height >= ROOMY ? 4 : 3);
  const banded = model.series.some((series) => series.band);
  const end = banded || highest === 0 ? undefined : RATE_ENDS.find(([candidate]) => highest <= candidate * 0.9);
  if (end) return { min: 0, max: end[0], ticks: range(end[0], end[1]) };
  return { min: 0, max: 1, ticks: range(1, height >= ROOMY ? 0.25 : 0.5) };
}

/** From 0 in equal steps, `most` of them at the most; a last tick is added where the highest value overshoots by half a step and more. */
function niceAxis(highest: number, fit: (step: number) => number, most: number): ValueAxis {
  for (let step = fit(highest / (most + 1)); ; step = fit(step * 1.001)) {
    const whole = Math.floor(highest / step + 1e-9);
    const last = highest - whole * step >= step / 2 ? whole + 1 : whole;
    if (last > most) continue;
    const end = Math.max(last, 2) * step;
    return { min: 0, max: end >= highest ? end : highest * HEADROOM, ticks: range(end, step) };
  }
}

function countStep(step: number): number {
  return Math.max(1, roundStep(step));
}

function durationStep(step: number): number {
  return DURATION_STEPS.find((candidate) => candidate >= step) ?? roundStep(step / DAY) * DAY;
}

/** The next of 1, 2, 5, 10, 20, … that is not below. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function range(end: number, step: number): readonly number[] {
  // Multiplied, not added up: 0.1 + 0.2 is not 0.3.
  return Array.from({ length: Math.round(end / step) + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** The highest value that is drawn: of a stack its whole, of a band its upper end; 0 where nothing is. */
function highestOf(model: ChartModel): number {
  const tops = model.points.map((_, index) => {
    const values = model.series.map((series) => series.values[index] ?? 0);
    if (model.kind === 'bar') return values.reduce((sum, value) => sum + Math.max(0, value), 0);
    return Math.max(0, ...values, ...model.series.map((series) => series.band?.high[index] ?? 0));
  });
  return Math.max(0, ...tops);
}
