/**
 * A second opinion on every measure and figure: a loop over records and a sentence of the metrics page for each count.
 * Nothing is kept between two questions.
 */
import type { ConversationRecord, FeedbackValue, HandoffCause } from '../../src/conversation/record.js';
import { naiveEvaluate } from './naive-evaluator.js';
import type { NaiveOutcome, NaiveRules } from './naive-evaluator.js';
import { naiveInstant } from './naive-events.js';
import { naiveHistogram, naiveQuantile } from './naive-statistics.js';
import type { NaiveQuantile } from './naive-statistics.js';

// The whole second opinion can be had from here; calendar and statistics are files of their own for their size alone.
export { naiveBuckets } from './naive-calendar.js';
export {
  naiveCountsDiffer,
  naiveEdges,
  naiveHistogram,
  naiveNewcombe,
  naiveQuantile,
  naiveRatesDiffer,
  naiveWilson,
} from './naive-statistics.js';

/** What is counted, over which half-open range of instants, as it stands when. Instants are epoch ms. */
export interface NaiveQuestion {
  readonly from: number;
  readonly to: number;
  readonly now: number;
  /** Only these channels, as written, `unknown` for those without; absent: all. */
  readonly channels?: readonly string[];
  readonly rules?: Partial<NaiveRules>;
}

/** Every measure of the table. Counts are whole numbers, `…Sum` milliseconds, `…Histogram` counts per bin. */
export interface NaiveTotals {
  conversations: number;
  handled: number;
  resolved: number;
  confirmed: number;
  unresolved: number;
  unresolvedAlone: number;
  unresolvedWithPerson: number;
  undeterminable: number;
  pending: number;
  couldResolve: number;
  resolvedSet: number;
  resolutionTimeSetSum: number;
  resolutionTimeSetCount: number;
  resolutionTimeSetHistogram: readonly number[];
  deflected: number;
  deflectedPending: number;
  deflectedSettled: number;
  deflectedHandedOff: number;
  handoffsByAgent: number;
  handoffsByAutomation: number;
  handoffsByManual: number;
  handoffsByUnknown: number;
  lateHandoffs: number;
  humanJoined: number;
  transferRequests: number;
  resolutionTimeSum: number;
  resolutionTimeCount: number;
  resolutionTimeHistogram: readonly number[];
  assigned: number;
  assignedHandedOff: number;
  assignedHandedOffClosed: number;
  assignedHandedOffOpen: number;
  timeToCloseSum: number;
  timeToCloseCount: number;
  timeToCloseHistogram: readonly number[];
  feedbackPositive: number;
  feedbackNeutral: number;
  feedbackNegative: number;
  /** By the teammate's id; a teammate with none is not in it. */
  closedByTeammate: Map<string, number>;
  /** By channel; a channel with none is not in it. */
  handledByChannel: Map<string, number>;
  incomplete: number;
  unknownGrounding: number;
  excluded: number;
}

/** Every figure of the table: ratios 0–1, times in ms, null where there is nothing to divide by. */
export interface NaiveFigures {
  readonly handleRate: number | null;
  readonly resolutionRate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly deflectionRate: number | null;
  readonly handoffRate: number | null;
  readonly helpfulRate: number | null;
  readonly averageResolutionTime: number | null;
  readonly medianResolutionTime: NaiveQuantile | null;
  readonly p90ResolutionTime: NaiveQuantile | null;
  readonly conversionRate: number | null;
  readonly averageTimeToClose: number | null;
  readonly medianTimeToClose: NaiveQuantile | null;
}

interface Judged {
  readonly record: ConversationRecord;
  readonly outcome: NaiveOutcome;
}

/** The version of each record that stands: the later `updatedAt`; by arrival where they tie or one does not tell. */
export function naiveLatestVersions(records: readonly ConversationRecord[]): ConversationRecord[] {
  const standing = new Map<string, ConversationRecord>();
  for (const record of records) {
    const earlier = standing.get(record.id);
    if (earlier === undefined || !isNewer(earlier, record)) standing.set(record.id, record);
  }
  return [...standing.values()];
}

/** A record's channel as it is counted: "absent or empty → `unknown`". */
export function naiveChannel(record: ConversationRecord): string {
  const channel = record.channel ?? '';
  return channel === '' ? 'unknown' : channel;
}

/** Every measure over records as they arrived, several versions of one among them. */
export function naiveTotals(records: readonly ConversationRecord[], question: NaiveQuestion): NaiveTotals {
  const { from, to, now, channels, rules = {} } = question;
  const judged = naiveLatestVersions(records)
    .filter((record) => channels === undefined || channels.includes(naiveChannel(record)))
    // "nor does a conversation with `startedAt > now`" exist yet
    .filter((record) => naiveInstant(record.startedAt) <= now)
    .map((record) => ({ record, outcome: naiveEvaluate(record, { now, rules }) }));
  // "Conversation measures count eligible, visitor-initiated, not excluded conversations."
  const population = judged.filter(({ record }) => isCounted(record));

  const isInside = (at: number | null): boolean => at !== null && from <= at && at < to;
  const startedInside = ({ record }: Judged): boolean => isInside(naiveInstant(record.startedAt));
  // "At `startedAt` (cohort) unless said otherwise"
  const cohort = population.filter(startedInside);
  const count = (holds: (outcome: NaiveOutcome) => boolean): number =>
    cohort.filter(({ outcome }) => holds(outcome)).length;
  const handoffs = (cause: HandoffCause): number => count((outcome) => outcome.handoff?.cause === cause);

  // "resolved ones at their `settlesAt` instead of `startedAt`"
  const set = population.filter(({ outcome }) => outcome.resolution === 'resolved' && isInside(outcome.settlesAt));
  const resolutionTimes = measurable(cohort.map(({ outcome }) => outcome.resolutionTimeMs));
  const resolutionTimesSet = measurable(set.map(({ outcome }) => outcome.resolutionTimeMs));
  const timesToClose = measurable(cohort.map(({ outcome }) => outcome.timeToCloseMs));
  // "Feedback of handled conversations is counted by submission, at its own `at`"
  const submissions = population.flatMap(({ outcome }) => outcome.feedback).filter(({ at }) => isInside(at));
  const feedback = (value: FeedbackValue): number => submissions.filter((one) => one.value === value).length;

  return {
    conversations: cohort.length,
    handled: count((outcome) => outcome.handled),
    resolved: count((outcome) => outcome.resolution === 'resolved'),
    confirmed: count((outcome) => outcome.confirmed),
    unresolved: count((outcome) => outcome.resolution === 'unresolved'),
    unresolvedAlone: count((outcome) => outcome.resolution === 'unresolved' && !outcome.humanInvolved),
    unresolvedWithPerson: count((outcome) => outcome.resolution === 'unresolved' && outcome.humanInvolved),
    undeterminable: count((outcome) => outcome.resolution === 'undeterminable'),
    pending: count((outcome) => outcome.resolution === 'pending'),
    couldResolve: count((outcome) => outcome.couldResolve),
    resolvedSet: set.length,
    resolutionTimeSetSum: sum(resolutionTimesSet),
    resolutionTimeSetCount: resolutionTimesSet.length,
    resolutionTimeSetHistogram: naiveHistogram(resolutionTimesSet),
    deflected: count((outcome) => outcome.deflected),
    // "of them not yet settled"
    deflectedPending: count((outcome) => outcome.deflected && !outcome.settled),
    deflectedSettled: count((outcome) => outcome.deflected && outcome.settled),
    // "of them handed off late"
    deflectedHandedOff: count((outcome) => outcome.deflected && outcome.handoff?.late === true),
    handoffsByAgent: handoffs('agent'),
    handoffsByAutomation: handoffs('automation'),
    handoffsByManual: handoffs('manual'),
    handoffsByUnknown: handoffs('unknown'),
    lateHandoffs: count((outcome) => outcome.handoff?.late === true),
    humanJoined: count((outcome) => outcome.humanJoined),
    transferRequests: count((outcome) => outcome.transferRequested),
    resolutionTimeSum: sum(resolutionTimes),
    resolutionTimeCount: resolutionTimes.length,
    resolutionTimeHistogram: naiveHistogram(resolutionTimes),
    // "the handoff funnel: has an `assignedAt` → handed off → closed at or after that"
    assigned: count((outcome) => outcome.assignedAt !== null),
    assignedHandedOff: count((outcome) => outcome.assignedAt !== null && outcome.handoff !== null),
    assignedHandedOffClosed: count((outcome) => outcome.assignedAt !== null && isClosedAfterHandoff(outcome)),
    assignedHandedOffOpen: count(
      (outcome) => outcome.assignedAt !== null && outcome.handoff !== null && !isClosedAfterHandoff(outcome),
    ),
    timeToCloseSum: sum(timesToClose),
    timeToCloseCount: timesToClose.length,
    timeToCloseHistogram: naiveHistogram(timesToClose),
    feedbackPositive: feedback('positive'),
    feedbackNeutral: feedback('neutral'),
    feedbackNegative: feedback('negative'),
    closedByTeammate: tally(cohort.map(({ outcome }) => outcome.closedByTeammate)),
    handledByChannel: tally(cohort.map(({ record, outcome }) => (outcome.handled ? naiveChannel(record) : null))),
    incomplete: cohort.filter(({ record }) => record.complete === false).length,
    unknownGrounding: count((outcome) => outcome.handled && outcome.grounding === 'unknown'),
    // "counted in no metric, counted in data quality": so whoever started it and on whatever channel
    excluded: judged.filter(({ record }) => isExcluded(record)).filter(startedInside).length,
  };
}

/** Handoffs of every cause. */
export function naiveHandoffs(totals: NaiveTotals): number {
  return totals.handoffsByAgent + totals.handoffsByAutomation + totals.handoffsByManual + totals.handoffsByUnknown;
}

/** Every figure of a set of totals. */
export function naiveFigures(totals: NaiveTotals): NaiveFigures {
  const { resolved, unresolved, pending, couldResolve, handled } = totals;
  const submissions = totals.feedbackPositive + totals.feedbackNeutral + totals.feedbackNegative;
  const { resolutionTimeHistogram, timeToCloseHistogram } = totals;
  return {
    handleRate: divide(handled, totals.conversations),
    resolutionRate: divide(resolved, resolved + unresolved),
    low: divide(resolved, resolved + unresolved + pending),
    high: divide(resolved + couldResolve, resolved + unresolved + pending),
    deflectionRate: divide(totals.deflected, handled),
    handoffRate: divide(naiveHandoffs(totals), handled),
    helpfulRate: divide(totals.feedbackPositive, submissions),
    averageResolutionTime: divide(totals.resolutionTimeSum, totals.resolutionTimeCount),
    medianResolutionTime: naiveQuantile(resolutionTimeHistogram, 50),
    p90ResolutionTime: naiveQuantile(resolutionTimeHistogram, 90),
    conversionRate: divide(totals.assignedHandedOff, totals.assigned),
    averageTimeToClose: divide(totals.timeToCloseSum, totals.timeToCloseCount),
    medianTimeToClose: naiveQuantile(timeToCloseHistogram, 50),
  };
}

/** "The one with the later `updatedAt` stands, whatever the order of arrival." */
function isNewer(one: ConversationRecord, other: ConversationRecord): boolean {
  const oneUpdatedAt = one.updatedAt ?? null;
  const otherUpdatedAt = other.updatedAt ?? null;
  if (oneUpdatedAt === null || otherUpdatedAt === null) return false;
  return naiveInstant(oneUpdatedAt) > naiveInstant(otherUpdatedAt);
}

function isExcluded(record: ConversationRecord): boolean {
  return (record.excluded ?? null) !== null;
}

function isCounted(record: ConversationRecord): boolean {
  return record.eligible !== false && record.initiatedBy !== 'team' && !isExcluded(record);
}

function isClosedAfterHandoff({ handoff, closedAt }: NaiveOutcome): boolean {
  return handoff !== null && closedAt !== null && closedAt >= handoff.at;
}

/** "A negative duration […] is left out of every time measure." */
function measurable(durations: readonly (number | null)[]): number[] {
  return durations.filter((duration): duration is number => duration !== null && duration >= 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function tally(keys: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** "0 ÷ 0 is null." */
function divide(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}
