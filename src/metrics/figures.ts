import type { Totals } from './answer.js';
import { quantileOf } from './bins.js';
import { wilsonInterval, type Interval } from './intervals.js';
import { nameOf, type AskedMeasure, type MeasureName } from './measures.js';

/** The unit of a figure's value. Ratios are 0–1; percent exists only where a person reads. */
export type Unit = 'conversations' | 'submissions' | 'ratio' | 'milliseconds';

/** One share of another: measures are added on either side. */
interface ShareRow {
  readonly numerator: readonly AskedMeasure[];
  readonly denominator: readonly AskedMeasure[];
}

/** A count of measures, added. `pending` tells how many of them, or beside them, are still open. */
export interface CountRow {
  readonly kind: 'count';
  readonly unit: 'conversations' | 'submissions';
  readonly counts: readonly AskedMeasure[];
  /** What it is counted of, where that helps a reader ("1,262 of 1,487 conversations"). */
  readonly of?: readonly AskedMeasure[];
  readonly pending?: AskedMeasure;
}

/** A rate, with the bounds of where it can end while conversations are pending. */
export interface RateRow extends ShareRow {
  readonly kind: 'rate';
  readonly unit: 'ratio';
  readonly pending?: AskedMeasure;
  readonly low?: ShareRow;
  readonly high?: ShareRow;
}

/** A measure's durations by one number: the mean is exact, the median comes from the fixed bins. */
export interface DurationRow {
  readonly kind: 'duration';
  readonly unit: 'milliseconds';
  readonly of: AskedMeasure;
  readonly statistic: 'mean' | 'median';
}

export type FigureRow = CountRow | RateRow | DurationRow;

const decided: readonly MeasureName[] = ['resolved', 'unresolved'];
const submitted: readonly MeasureName[] = ['feedbackPositive', 'feedbackNeutral', 'feedbackNegative'];
const decidable: readonly MeasureName[] = ['resolved', 'unresolved', 'pending'];

const count = (...counts: MeasureName[]) => ({ kind: 'count', unit: 'conversations', counts }) satisfies CountRow;
const mean = (of: MeasureName) =>
  ({ kind: 'duration', unit: 'milliseconds', of, statistic: 'mean' }) satisfies DurationRow;
const submissions = (...counts: MeasureName[]) => ({ kind: 'count', unit: 'submissions', counts }) satisfies CountRow;

/** Every figure, in the order of the definition. */
export const figures = {
  conversations: count('conversations'),
  handled: { ...count('handled'), of: ['conversations'] },
  resolved: { ...count('resolved'), of: decided, pending: 'pending' },
  confirmed: { ...count('confirmed'), of: ['resolved'] },
  unresolved: { ...count('unresolved'), of: decided },
  /** Of those not resolved: where no person took part, and where one did. */
  unresolvedAlone: { ...count('unresolvedAlone'), of: ['handled'] },
  unresolvedWithPerson: { ...count('unresolvedWithPerson'), of: ['handled'] },
  undeterminable: { ...count('undeterminable'), of: ['handled'] },
  pending: { ...count('pending'), of: ['handled'] },
  /** Resolutions set in the period, whenever the conversation began, with the period's own pending ones beside them. */
  resolvedSet: { ...count('resolvedSet'), pending: 'pending' },
  deflected: { ...count('deflected'), of: ['handled'], pending: 'deflectedPending' },
  /** Deflected, and handed off after that was settled: in both counts. */
  deflectedHandedOff: { ...count('deflectedHandedOff'), of: ['deflected'] },
  handoffs: { ...count('handoffs'), of: ['handled'] },
  handoffsByAgent: { ...count('handoffsByAgent'), of: ['handoffs'] },
  handoffsByAutomation: { ...count('handoffsByAutomation'), of: ['handoffs'] },
  handoffsByManual: { ...count('handoffsByManual'), of: ['handoffs'] },
  handoffsByUnknown: { ...count('handoffsByUnknown'), of: ['handoffs'] },
  lateHandoffs: { ...count('lateHandoffs'), of: ['handoffs'] },
  humanJoined: { ...count('humanJoined'), of: ['handled'] },
  transferRequests: { ...count('transferRequests'), of: ['handled'] },
  /** Per teammate, where a report tells them apart. */
  closedByTeammate: count('closedByTeammate'),
  assigned: count('assigned'),
  assignedHandedOff: { ...count('assignedHandedOff'), of: ['assigned'] },
  assignedHandedOffClosed: { ...count('assignedHandedOffClosed'), of: ['assignedHandedOff'] },
  /** Handed off, and its ticket not closed since. */
  assignedHandedOffOpen: { ...count('assignedHandedOffOpen'), of: ['assignedHandedOff'] },
  feedbackPositive: { ...submissions('feedbackPositive'), of: submitted },
  feedbackNeutral: { ...submissions('feedbackNeutral'), of: submitted },
  feedbackNegative: { ...submissions('feedbackNegative'), of: submitted },
  handleRate: { kind: 'rate', unit: 'ratio', numerator: ['handled'], denominator: ['conversations'] },
  resolutionRate: {
    kind: 'rate',
    unit: 'ratio',
    numerator: ['resolved'],
    denominator: decided,
    pending: 'pending',
    low: { numerator: ['resolved'], denominator: decidable },
    high: { numerator: ['resolved', 'couldResolve'], denominator: decidable },
  },
  deflectionRate: {
    kind: 'rate',
    unit: 'ratio',
    numerator: ['deflected'],
    denominator: ['handled'],
    pending: 'deflectedPending',
    // Settled ones stay deflected; of the others each can still be handed off, and none can be added.
    low: { numerator: ['deflectedSettled'], denominator: ['handled'] },
    high: { numerator: ['deflected'], denominator: ['handled'] },
  },
  handoffRate: { kind: 'rate', unit: 'ratio', numerator: ['handoffs'], denominator: ['handled'] },
  helpfulRate: {
    kind: 'rate',
    unit: 'ratio',
    numerator: ['feedbackPositive'],
    denominator: submitted,
  },
  averageResolutionTime: mean('resolutionTime'),
  averageResolutionTimeSet: mean('resolutionTimeSet'),
  conversionRate: { kind: 'rate', unit: 'ratio', numerator: ['assignedHandedOff'], denominator: ['assigned'] },
  averageTimeToClose: mean('timeToClose'),
  medianTimeToClose: { ...mean('timeToClose'), statistic: 'median' },
} satisfies Record<string, FigureRow>;

/** The name of a row in {@link figures}. */
export type FigureName = keyof typeof figures;

/** One figure of one bucket. */
export interface Figure {
  /** A count, a ratio 0–1 or ms; null is unknown (nothing to divide by), never 0. */
  readonly value: number | null;
  /** Rates: what is counted. Durations: their sum, ms. */
  readonly numerator?: number;
  /** Rates and some counts: what it is counted of. Durations: how many. */
  readonly denominator?: number;
  /** Conversations that can still change the value. */
  readonly pending?: number;
  /** Where a rate ends if no pending conversation resolves; null where the rate's whole denominator is empty. */
  readonly low?: number | null;
  /** Where a rate ends if every one that still can resolves. */
  readonly high?: number | null;
  /** 95 % Wilson interval of a rate; null where there is nothing to divide by. */
  readonly interval?: Interval | null;
  /** Durations: nearest rank from the bins, ms. */
  readonly median?: number | null;
  /** Durations: nine in ten are no longer, ms. */
  readonly p90?: number | null;
}

/** The measures a figure is made of. */
export function measuresOf(row: FigureRow): readonly AskedMeasure[] {
  if (row.kind === 'duration') return [row.of];
  const pending = row.pending === undefined ? [] : [row.pending];
  if (row.kind === 'count') return [...row.counts, ...(row.of ?? []), ...pending];
  const shares: ShareRow[] = [row, row.low, row.high].filter((part) => part !== undefined);
  return [...shares.flatMap((part) => [...part.numerator, ...part.denominator]), ...pending];
}

/** A figure from the totals of its measures. */
export function figureOf(row: FigureRow, totals: Totals): Figure {
  switch (row.kind) {
    case 'count':
      return {
        value: add(row.counts, totals),
        ...(row.of === undefined ? {} : { denominator: add(row.of, totals) }),
        ...pendingOf(row.pending, totals),
      };
    case 'duration': {
      const { count: denominator, sum, histogram } = totals.of(nameOf(row.of));
      const median = quantileOf(histogram, 0.5);
      return {
        value: row.statistic === 'mean' ? divide(sum, denominator) : median,
        numerator: sum,
        denominator,
        median,
        p90: quantileOf(histogram, 0.9),
      };
    }
    case 'rate': {
      const numerator = add(row.numerator, totals);
      const denominator = add(row.denominator, totals);
      return {
        value: divide(numerator, denominator),
        numerator,
        denominator,
        ...pendingOf(row.pending, totals),
        ...(row.low === undefined ? {} : { low: share(row.low, totals) }),
        ...(row.high === undefined ? {} : { high: share(row.high, totals) }),
        interval: wilsonInterval(numerator, denominator),
      };
    }
  }
}

function pendingOf(measure: AskedMeasure | undefined, totals: Totals): { pending?: number } {
  return measure === undefined ? {} : { pending: totals.of(nameOf(measure)).count };
}

function share(row: ShareRow, totals: Totals): number | null {
  return divide(add(row.numerator, totals), add(row.denominator, totals));
}

function add(asked: readonly AskedMeasure[], totals: Totals): number {
  return asked.reduce((sum, measure) => sum + totals.of(nameOf(measure)).count, 0);
}

/** A share as a ratio 0–1. 0 ÷ 0 is null, unknown: never 0 %, never 100 %. */
export function divide(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
