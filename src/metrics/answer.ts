import type { OutcomeRules } from '../conversation/rules.js';
import type { AskedMeasure } from './measures.js';

/** What a store is asked: measures, over contiguous stretches of time. */
export interface Question {
  /** Those of the table have running totals; one's own are counted conversation by conversation. */
  readonly measures: readonly AskedMeasure[];
  /** Ascending instants, epoch ms; stretch i is [boundaries[i], boundaries[i + 1]). */
  readonly boundaries: readonly number[];
  /** Only conversations of these channels; absent: all. */
  readonly channels?: readonly string[];
  /** Tells the totals apart by what a conversation belongs to as well. */
  readonly by?: 'channel' | 'teammate';
  /** As it stood then: judged at this earlier clock. Absent: the store's clock. */
  readonly now?: number;
  /** What if: judged by these rules. Absent: the store's rules. */
  readonly rules?: OutcomeRules;
}

/** Totals of one measure. */
export interface Total {
  readonly count: number;
  /** Sum of the measure's durations, ms; 0 for measures without one. */
  readonly sum: number;
  /** The durations in the fixed bins of `bins.ts`; empty for measures without one. */
  readonly histogram: Uint32Array;
}

/** Totals of the measures asked for, in one stretch of time. */
export interface Totals {
  /** @param measure its name */
  of(measure: string): Total;
}

/** One entry a stretch. */
export interface Answer {
  readonly totals: readonly Totals[];
  /** By channel name or teammate id, where the question asked for it; only what occurs. */
  readonly by: ReadonlyMap<string, readonly Totals[]>;
}

/** One stretch of time, by when conversations started. */
export interface Stretch extends Pick<Question, 'channels' | 'now' | 'rules'> {
  /** Epoch ms; belongs to it. */
  readonly from: number;
  /** Epoch ms; does not belong to it. */
  readonly to: number;
}

/** What one measure counts in a stretch of time, by the instant that places it. */
export interface Selection extends Stretch {
  readonly measure: AskedMeasure;
  /** Only conversations that this teammate is credited with; absent: all. */
  readonly teammate?: string;
}

/** A conversation, or a submission of feedback in it, that a measure counts. */
export interface Counted {
  /** The conversation's id. */
  readonly id: string;
  /** The instant that places it in time, epoch ms. */
  readonly at: number;
}

/** How a store is asked. Every report and every list comes through here. */
export interface AnswersQuestions {
  answer(question: Question): Answer;
  /** Works out ahead, in steps, what the first answer takes long for; it must not change in between. Absent: nothing does. */
  ahead?(question: Question): Iterable<void>;
  /** The latest instant at which a pending conversation of the stretch settles, epoch ms; null where none is pending. */
  settlesBy(stretch: Stretch): number | null;
  /** What a measure counts, in order of time: as many as the total of the same stretch. */
  list(selection: Selection): readonly Counted[];
}

/** The histogram of measures without durations. */
export const NO_DURATIONS = new Uint32Array(0);
const NOTHING: Total = { count: 0, sum: 0, histogram: NO_DURATIONS };

/** The totals of several stretches of time together: measures are additive. */
export function together(totals: readonly Totals[]): Totals {
  return { of: (measure) => totals.map((stretch) => stretch.of(measure)).reduce(add, NOTHING) };
}

function add(a: Total, b: Total): Total {
  const histogram =
    a.histogram.length === 0 ? b.histogram : a.histogram.map((count, bin) => count + (b.histogram[bin] ?? 0));
  return { count: a.count + b.count, sum: a.sum + b.sum, histogram };
}
