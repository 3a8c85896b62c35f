/**
 * A second opinion on what a card shows: the figures over its picture, in the picture and in its table, as section 5 of the
 * metrics page and the columns say it. Values only; how they are written is the format's.
 */
import { naiveFigures, naiveHandoffs, type NaiveTotals } from './naive-report.js';
import { naiveDetails, naiveSeries } from './naive-reports.js';
import { naiveEdges, naiveQuantile } from './naive-statistics.js';

/** A figure; null where there is nothing to divide by. */
export type NaiveValue = number | null;

/** The figures of a card, in the order they are read. */
export interface NaiveCard {
  /** Over the picture: one figure, or the sum of each series; none where the picture says it. */
  readonly headline: readonly NaiveValue[];
  /** In the picture, by series: one a bucket, the oldest first; one where there are no buckets. */
  readonly picture: ReadonlyMap<string, readonly NaiveValue[]>;
  /** The cells of the table that hold figures, row by row. */
  readonly rows: readonly (readonly NaiveValue[])[];
}

/** A report over buckets, the oldest first, or over its whole range. */
export function naiveCard(report: string, buckets: readonly NaiveTotals[], whole: NaiveTotals): NaiveCard {
  switch (report) {
    case 'conversations-by-channel-chart':
    case 'team-resolutions-chart':
      return ranking(report, whole);
    case 'resolution-rate-card':
      return outcomes(whole);
    case 'customer-agent-handoff':
      return funnel(whole);
    default:
      return overTime(report, buckets, whole);
  }
}

/** *Impact this week*, with the same figures as they stood a week ago. */
export function naiveImpact(now: NaiveTotals, then: NaiveTotals): NaiveCard {
  const values = [...naiveSeries('impact-this-week', now)];
  const before = naiveSeries('impact-this-week', then);
  return {
    headline: [],
    picture: new Map(values.map(([key, value]) => [key, [value]])),
    rows: values.map(([key, value]) => [value, before.get(key)!]),
  };
}

/** A line or bars: newest first in the table, and beside each rate what it is of. */
function overTime(report: string, buckets: readonly NaiveTotals[], whole: NaiveTotals): NaiveCard {
  const keys = [...naiveSeries(report, whole).keys()];
  const picture = keys.map((key) => [key, buckets.map((bucket) => naiveSeries(report, bucket).get(key)!)] as const);
  const rows = buckets.map((bucket) => [...naiveSeries(report, bucket).values(), ...beside(report, bucket)]);
  return {
    headline: report === 'resolution-rate-chart' ? [] : [...naiveSeries(report, whole).values()],
    picture: new Map(picture),
    rows: rows.toReversed(),
  };
}

/** What further columns say of a bucket. */
function beside(report: string, totals: NaiveTotals): readonly NaiveValue[] {
  const { conversations, handled, resolved, unresolved, pending, deflected, deflectedPending } = totals;
  switch (report) {
    case 'handle-rate-chart':
      return [handled, conversations];
    case 'resolution-rate-chart': {
      const { low, high } = naiveFigures(totals);
      return [resolved, resolved + unresolved, pending, low, high];
    }
    case 'deflections-chart':
      return [deflectedPending];
    case 'deflection-rate-chart':
      // Each one that is not settled can still be handed off; none can be added.
      return [
        deflected,
        handled,
        deflectedPending,
        divide(deflected - deflectedPending, handled),
        divide(deflected, handled),
      ];
    case 'human-handoff-rate-chart':
      return [naiveHandoffs(totals), handled];
    default:
      return [];
  }
}

/** Those with most first, equal ones by name; the agent before all teammates. */
function ranking(report: string, whole: NaiveTotals): NaiveCard {
  const own = (key: string): boolean => key === 'agent';
  const parts = [...naiveSeries(report, whole)].toSorted(
    ([one, a], [other, b]) => Number(own(other)) - Number(own(one)) || (b ?? 0) - (a ?? 0) || (one < other ? -1 : 1),
  );
  const sum = parts.reduce((total, [, count]) => total + (count ?? 0), 0);
  const agent = parts.find(([key]) => own(key));
  return {
    headline: [agent === undefined ? sum : divide(agent[1] ?? 0, sum)],
    picture: new Map(parts.map(([key, count]) => [key, [count]])),
    rows: parts.map(([, count]) => [count, divide(count ?? 0, sum)]),
  };
}

/** The rate, and how all handled conversations ended. */
function outcomes(whole: NaiveTotals): NaiveCard {
  const rate = naiveFigures(whole).resolutionRate;
  const details = [...naiveDetails('resolution-rate-card', whole)];
  return {
    headline: [rate],
    picture: new Map(details.map(([key, count]) => [key, [count]])),
    rows: [
      ...details.map(([, count]) => [count, divide(count ?? 0, whole.handled)]),
      [whole.resolved + whole.unresolved, rate],
    ],
  };
}

/** The steps, each of the one before, and the times of the last. */
function funnel(whole: NaiveTotals): NaiveCard {
  const values = naiveSeries('customer-agent-handoff', whole);
  const value = (key: string): NaiveValue => values.get(key)!;
  const open = naiveDetails('customer-agent-handoff', whole).get('open')!;
  const nineInTen = naiveQuantile(whole.timeToCloseHistogram, 90);
  const p90 = nineInTen === 'under' ? 0 : nineInTen === 'over' ? naiveEdges().at(-1)! : nineInTen;
  const { assigned, assignedHandedOff: handedOff, assignedHandedOffClosed: closed, timeToCloseCount: timed } = whole;
  return {
    headline: [value('conversionRate')],
    picture: new Map<string, readonly NaiveValue[]>([
      ['assigned', [assigned]],
      ['handedOff', [handedOff]],
      ['closed', [closed]],
      ['averageTimeToClose', [value('averageTimeToClose')]],
      ['medianTimeToClose', [value('medianTimeToClose')]],
      ['p90', [p90]],
      ['open', [open]],
    ]),
    rows: [
      [assigned],
      [handedOff, assigned],
      [closed, handedOff],
      [value('conversionRate'), assigned],
      [value('averageTimeToClose'), timed],
      [value('medianTimeToClose'), timed],
      [p90, timed],
      [open, handedOff],
    ],
  };
}

function divide(numerator: number, denominator: number): NaiveValue {
  return denominator === 0 ? null : numerator / denominator;
}
