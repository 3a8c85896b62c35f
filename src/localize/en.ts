import { cardInEnglish } from './en-card.js';
import { definitionsInEnglish } from './en-definitions.js';
import { exportInEnglish } from './en-export.js';
import { gapsInEnglish } from './en-gaps.js';
import type { Format } from './format.js';
import type { BucketState, Grain, RateAt, RateSummary, SpokenRate, Unfinished } from './messages.js';
import { pluralOf } from './plural.js';
import { rich, strong } from './rich-text.js';

const STATES: Readonly<Record<BucketState, string>> = {
  complete: 'Complete',
  settling: 'Settling',
  open: 'Still running',
};
const CURRENT: Readonly<Record<Grain, string>> = { day: 'today', week: 'this week', month: 'this month' };
const EARLIER: Readonly<Record<Grain, string>> = {
  day: 'earlier days',
  week: 'earlier weeks',
  month: 'earlier months',
};

/** The English texts. Counts, ratios (0–1), milliseconds and instants go in as numbers; the format writes them. */
export function english(format: Format) {
  const plural = pluralOf('en');
  const { count, ratio, ratioTick, ratioSpoken, duration, dayLong } = format;
  const buckets = (grain: Grain, amount: number): string =>
    plural(amount, {
      one: { day: 'one day', week: 'one week', month: 'one month' }[grain],
      other: { day: `${count(amount)} days`, week: `${count(amount)} weeks`, month: `${count(amount)} months` }[grain],
    });
  const bucketTitle = (grain: Grain, start: number, reference?: number): string =>
    ({
      day: format.weekdayDay(start, reference),
      week: `Week of ${dayLong(start, reference)}`,
      month: format.month(start),
    })[grain];
  const inBucket = ({ grain, reference }: RateSummary, { rate, start }: RateAt): string =>
    ({
      day: `${ratioSpoken(rate)} on ${format.weekdayDay(start, reference)}`,
      week: `${ratioSpoken(rate)} in the week of ${dayLong(start, reference)}`,
      month: `${ratioSpoken(rate)} in ${format.month(start)}`,
    })[grain];
  const pending = (amount: number): string =>
    plural(amount, { one: '1 still in its 72 hours', other: `${count(amount)} still in their 72 hours` });
  const canEndBetween = (low: number, high: number): string => `Can end between ${ratio(low)} and ${ratio(high)}`;

  return {
    card: cardInEnglish(format),
    gaps: gapsInEnglish(format),
    definitions: definitionsInEnglish(format),
    export: exportInEnglish,

    buckets: {
      state: (state: BucketState) => STATES[state],
      title: bucketTitle,
      /** Text under the axis. */
      axis: (grain: Grain, start: number, reference?: number) =>
        grain === 'month' ? format.monthShort(start, reference) : format.day(start, reference),
      /** Heading of the table's first column. */
      column: (grain: Grain) => ({ day: 'Day', week: 'Week of', month: 'Month' })[grain],
      clipped: 'Only the part inside the range is counted',
    },

    figures: {
      ofSettled: (part: number, whole: number) => `${count(part)} of ${count(whole)} settled`,
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
      nothingSettled: 'Nothing settled yet',
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

    resolutionRateChart: {
      title: 'Resolution rate over time',
      note: 'Resolved without a person, of conversations whose 72 hours are over',
      /** The figure's name inside a sentence. */
      name: 'resolution rate',
      label: 'Resolution rate',
      soFar: (rate: number) => `${ratio(rate)} so far`,
      ifAll: (rate: number) => `${ratio(rate)} if all resolve`,
      ifNone: (rate: number) => `${ratio(rate)} if none does`,
      pendingUntil: (amount: number, at: number, reference: number) =>
        `${pending(amount)}; settled by ${format.dateTime(at, reference)}`,
      foot: (unfinished: Unfinished) => {
        const { grain, current, earlier, settledBy, reference } = unfinished;
        const conversations = (amount: number, of: string): string =>
          plural(amount, {
            one: `1 conversation of ${of} still in its 72 hours`,
            other: `${count(amount)} conversations of ${of} still in their 72 hours`,
          });
        const sentences: string[] = [];
        if (current !== null) {
          const band = `the band shows where the rate can end, ${ratio(current.low)} to ${ratio(current.high)}`;
          sentences.push(`${conversations(current.pending, CURRENT[grain])}; ${band}.`);
          if (earlier > 0) sentences.push(`${count(earlier)} more of ${EARLIER[grain]}.`);
        } else sentences.push(`${conversations(earlier, EARLIER[grain])}.`);
        if (settledBy !== null) sentences.push(`Settled by ${format.dateTime(settledBy, reference)}.`);
        return `${unfinished.dashed ? 'Dashed: ' : ''}${sentences.join(' ')}`;
      },
      stillRunning: (grain: Grain) => `Ring: ${CURRENT[grain]}, still running`,
      empty: {
        title: 'No conversations in this range',
        text: 'The rate appears here 72 hours after the agent’s first replies to visitors.',
      },
      table: {
        rate: 'Resolution rate',
        resolved: 'Resolved',
        settled: 'Settled',
        pending: 'Pending',
        low: 'Can end at least',
        high: 'Can end at most',
        state: 'State',
      },
    },

    spoken: {
      /** What a screen reader calls the picture. */
      chart: 'chart',
      rate: (point: SpokenRate) => {
        const clauses = [bucketTitle(point.grain, point.start, point.reference)];
        if (point.rate === null) clauses.push(`no ${point.name} yet`);
        else {
          clauses.push(`${point.name} ${ratioSpoken(point.rate)}`);
          clauses.push(`${count(point.numerator)} of ${count(point.denominator)}`);
        }
        if (point.state !== 'complete') clauses.push(STATES[point.state].toLowerCase());
        if (point.pending) clauses.push(pending(point.pending));
        if (typeof point.low === 'number' && typeof point.high === 'number') {
          clauses.push(`can end between ${ratioSpoken(point.low)} and ${ratioSpoken(point.high)}`);
        }
        return clauses.join(', ');
      },
      summary: (summary: RateSummary) => {
        const { label, grain, first, last, lowest, highest } = summary;
        const span = `${label} over ${buckets(grain, summary.buckets)}`;
        const sentences: string[] = [];
        if (first === null || last === null) sentences.push(`${span}: nothing settled yet.`);
        else if (first.start === last.start) sentences.push(`${span}: ${inBucket(summary, last)}.`);
        else sentences.push(`${span}: from ${inBucket(summary, first)} to ${inBucket(summary, last)}.`);
        if (lowest !== null && highest !== null && lowest.rate !== highest.rate) {
          sentences.push(`Lowest ${inBucket(summary, lowest)}, highest ${inBucket(summary, highest)}.`);
        }
        if (summary.unfinished > 0) sentences.push(`Not complete yet: ${buckets(grain, summary.unfinished)}.`);
        return sentences.join(' ');
      },
    },
  };
}
