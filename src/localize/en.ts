import { breakdownsInEnglish } from './en-breakdowns.js';
import { cardInEnglish } from './en-card.js';
import { countChartsInEnglish } from './en-count-charts.js';
import { definitionsInEnglish } from './en-definitions.js';
import { filtersInEnglish } from './en-filters.js';
import { exportInEnglish } from './en-export.js';
import { gapCostInEnglish } from './en-gap-cost.js';
import { gapExportInEnglish } from './en-gap-export.js';
import { gapPanelInEnglish } from './en-gap-panel.js';
import { gapWorkInEnglish } from './en-gap-work.js';
import { gapsInEnglish } from './en-gaps.js';
import { ownReportInEnglish } from './en-own-report.js';
import { rateChartsInEnglish } from './en-rate-charts.js';
import { shortAnswersInEnglish } from './en-short-answers.js';
import { timeInEnglish } from './en-time.js';
import type { Format } from './format.js';
import type { CountAt, CountSummary, Grain, RateAt, RateSummary, SpokenCount, SpokenRate } from './messages.js';
import { pluralOf } from './plural.js';
import { rich, strong } from './rich-text.js';

/** The English texts. Counts, ratios (0–1), milliseconds and instants go in as numbers; the format writes them. */
export function english(format: Format) {
  const plural = pluralOf('en');
  const { count, ratio, ratioTick, ratioSpoken, duration } = format;
  const time = timeInEnglish(format);
  const inBucket = ({ grain, reference }: Pick<RateSummary, 'grain' | 'reference'>, start: number): string =>
    time.inside(grain, start, reference);
  const rateIn = (summary: RateSummary, { rate, start }: RateAt): string =>
    `${ratioSpoken(rate)} ${inBucket(summary, start)}`;
  const countIn = (summary: CountSummary, { count: amount, start }: CountAt): string =>
    `${count(amount)} ${inBucket(summary, start)}`;
  const unfinished = ({ grain, unfinished: amount }: Pick<RateSummary, 'grain' | 'unfinished'>): readonly string[] =>
    amount === 0 ? [] : [`Not complete yet: ${time.buckets(grain, amount)}.`];
  const pending = (amount: number): string =>
    plural(amount, { one: '1 still in its 72 hours', other: `${count(amount)} still in their 72 hours` });
  const canEndBetween = (low: number, high: number): string => `Can end between ${ratio(low)} and ${ratio(high)}`;

  return {
    card: cardInEnglish(format),
    filters: filtersInEnglish(format),
    gaps: gapsInEnglish(format),
    gapCost: gapCostInEnglish(format),
    gapExport: gapExportInEnglish,
    gapPanel: gapPanelInEnglish(format),
    gapWork: gapWorkInEnglish(format),
    shortAnswers: shortAnswersInEnglish(format),
    definitions: definitionsInEnglish(format),
    export: exportInEnglish,

    buckets: {
      state: time.state,
      title: time.title,
      /** Text under the axis. */
      axis: (grain: Grain, start: number, reference?: number) =>
        grain === 'month' ? format.monthShort(start, reference) : format.day(start, reference),
      /** Heading of the table's first column. */
      column: (grain: Grain) => ({ day: 'Day', week: 'Week of', month: 'Month' })[grain],
      clipped: 'Only the part inside the range is counted',
    },

    figures: {
      ofHandled: (part: number, whole: number) => `${count(part)} of ${count(whole)} handled`,
      ofAnswers: (part: number, whole: number) =>
        plural(whole, { one: `${count(part)} of 1 answer`, other: `${count(part)} of ${count(whole)} answers` }),
      ofConversations: (whole: number) =>
        plural(whole, { one: 'of 1 conversation', other: `of ${count(whole)} conversations` }),
      medianIs: (ms: number) => `Median ${duration(ms)}`,
      pending,
      pendingCanChange: (amount: number) =>
        plural(amount, { one: '1 of them can still change', other: `${count(amount)} of them can still change` }),
      canEndBetween,
      /** The 95 % Wilson interval, shown where the denominator is small. */
      interval: (low: number, high: number) => `${ratioTick(0.95)} interval ${ratioTick(low)} to ${ratioTick(high)}`,
      /** The same in a column that has a heading. */
      intervalColumn: `${ratioTick(0.95)} interval`,
      intervalRange: (low: number, high: number) => `${ratioTick(low)} to ${ratioTick(high)}`,
      nothingHandled: 'Nothing handled yet',
      nothingResolved: 'None resolved yet',
      noAnswers: 'No answers yet',
    },

    comparison: {
      points: (rate: number, then: number) => rich`${strong(`${format.points(rate, then)} points`)} against last week`,
      change: (change: number) => rich`${strong(format.change(change))} against last week`,
      /** Times stand side by side: no claim that one differs from the other. */
      timeThen: (ms: number) => rich`${duration(ms)} last week`,
      noClearChange: (then: string) => rich`No clear change (${then} then)`,
      /** Last week had nothing to divide by, or 0. */
      lastWeek: (then: string) => rich`${then} last week`,
      nothingThen: rich`Nothing to compare with last week`,
    },

    /** The same against the range before, as long as the one shown. */
    comparisonBefore: {
      points: (rate: number, then: number) =>
        rich`${strong(`${format.points(rate, then)} points`)} against the period before`,
      change: (change: number) => rich`${strong(format.change(change))} against the period before`,
      timeThen: (ms: number) => rich`${duration(ms)} in the period before`,
      noClearChange: (then: string) => rich`No clear change (${then} in the period before)`,
      lastWeek: (then: string) => rich`${then} in the period before`,
      nothingThen: rich`Nothing to compare with in the period before`,
      /** In a table. */
      whole: 'Whole period',
      before: 'Period before',
      column: 'Comparison',
    },

    impact: {
      title: 'Impact this week',
      note: (weekStart: number, reference: number) =>
        `${format.weekdayDay(weekStart, reference)} to now, against the same part of last week as it stood then`,
      noteSnapshot: (weekStart: number, reference: number) =>
        `${format.weekdayDay(weekStart, reference)} to now, without a comparison: this source only knows the present`,
      resolved: 'Conversations resolved',
      resolvedSet: 'set this week',
      resolvedPending: (amount: number) =>
        plural(amount, {
          one: '1 of this week still in its 72 hours',
          other: `${count(amount)} of this week still in their 72 hours`,
        }),
      handled: 'Conversations handled',
      averageResolutionTime: 'Average resolution time',
      overResolvedSet: (amount: number) => `from ${count(amount)} resolved, set this week`,
      deflectionRate: 'Deflection rate',
      helpfulRate: 'Feedback “helpful”',
      empty: {
        title: 'No conversations this week',
        text: 'This week’s figures appear here once a visitor has written.',
      },
      table: {
        figure: 'Figure',
        thisWeek: 'This week',
        of: 'Of',
        lastWeek: 'Last week then',
        comparison: 'Comparison',
      },
    },

    rateCharts: rateChartsInEnglish(format),
    countCharts: countChartsInEnglish(format),
    breakdowns: breakdownsInEnglish(format),
    ownReport: ownReportInEnglish(format),

    /** The whole page. */
    tab: {
      label: 'Performance',
      topic: 'Questions of a topic',
      views: { reports: 'Reports', 'knowledge-gaps': 'Knowledge gaps' },
      sections: {
        resolutions: 'Resolutions and feedback',
        workload: 'Workload',
        handoffs: 'Deflections and handoffs',
      },
    },

    /** What all charts over time share. */
    charts: {
      /** Beside the sum of a range. */
      inBuckets: (grain: Grain, amount: number) => `in ${time.buckets(grain, amount)}`,
      soFar: (rate: number) => `${ratio(rate)} so far`,
      stillRunning: (grain: Grain, pattern: 'ring' | 'hatched') =>
        `${pattern === 'ring' ? 'Ring' : 'Hatched'}: ${time.current[grain]}, still running`,
      axisFrom: (rate: number) => `The axis starts at ${ratioTick(rate)}.`,
      low: 'Can end at least',
      high: 'Can end at most',
      state: 'State',
    },

    spoken: {
      /** What a screen reader calls the picture. */
      chart: 'chart',
      rate: (point: SpokenRate) => {
        const clauses = [time.title(point.grain, point.start, point.reference)];
        if (point.rate === null) clauses.push(`no ${point.name} yet`);
        else {
          clauses.push(`${point.name} ${ratioSpoken(point.rate)}`);
          clauses.push(`${count(point.numerator)} of ${count(point.denominator)}`);
        }
        if (point.state !== 'complete') clauses.push(time.state(point.state).toLowerCase());
        if (point.pending) clauses.push(point.pending);
        if (typeof point.low === 'number' && typeof point.high === 'number') {
          clauses.push(`can end between ${ratioSpoken(point.low)} and ${ratioSpoken(point.high)}`);
        }
        return clauses.join(', ');
      },
      count: (point: SpokenCount) => {
        const clauses = [time.title(point.grain, point.start, point.reference), `${count(point.count)} ${point.what}`];
        if (point.state !== 'complete') clauses.push(time.state(point.state).toLowerCase());
        if (point.pending !== undefined) clauses.push(point.pending);
        return clauses.join(', ');
      },
      summary: (summary: RateSummary) => {
        const { first, last, lowest, highest } = summary;
        const span = `${summary.label} over ${time.buckets(summary.grain, summary.buckets)}`;
        const sentences: string[] = [];
        if (first === null || last === null) sentences.push(`${span}: ${summary.nothing}.`);
        else if (first.start === last.start) sentences.push(`${span}: ${rateIn(summary, last)}.`);
        else sentences.push(`${span}: from ${rateIn(summary, first)} to ${rateIn(summary, last)}.`);
        if (lowest !== null && highest !== null && lowest.rate !== highest.rate)
          sentences.push(`Lowest ${rateIn(summary, lowest)}, highest ${rateIn(summary, highest)}.`);
        return [...sentences, ...unfinished(summary)].join(' ');
      },
      countSummary: (summary: CountSummary) => {
        const { parts, first, last, lowest, highest } = summary;
        const all = `${count(summary.total)} in all`;
        const each = parts.map(({ label, total }) => `${label} ${count(total)}`);
        const span = `${summary.label} over ${time.buckets(summary.grain, summary.buckets)}`;
        const sentences = [`${span}: ${[all, ...each].join(', ')}.`];
        if (first !== null && last !== null && first.start !== last.start)
          sentences.push(`From ${countIn(summary, first)} to ${countIn(summary, last)}.`);
        if (lowest !== null && highest !== null && lowest.count !== highest.count)
          sentences.push(`Lowest ${countIn(summary, lowest)}, highest ${countIn(summary, highest)}.`);
        return [...sentences, ...unfinished(summary)].join(' ');
      },
    },
  };
}
