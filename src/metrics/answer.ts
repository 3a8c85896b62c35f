import type { OutcomeRules } from '../conversation/rules.js';
import { binCount } from './bins.js';
import type { MeasureName } from './measures.js';

/** What a store is asked: measures, over contiguous stretches of time. */
export interface Question {
  readonly measures: readonly MeasureName[];
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
  of(measure: MeasureName): Total;
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

/** How a store is asked. Every report and every list comes through here. */
export interface AnswersQuestions {
  answer(question: Question): Answer;
  /** The latest instant at which a pending conversation of the stretch settles, epoch ms; null where none is pending. */
  settlesBy(stretch: Stretch): number | null;
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

/** Totals that are filled by counting. */
export class Counter implements Totals {
  readonly #totals = new Map<MeasureName, { count: number; sum: number; histogram: Uint32Array }>();

  of(measure: MeasureName): Total {
    return this.#totals.get(measure) ?? NOTHING;
  }

  /** Nothing was counted. */
  get isEmpty(): boolean {
    return this.#totals.size === 0;
  }

  /** Counts one; `durationMs` and `bin` for measures with a duration. */
  count(measure: MeasureName, durationMs?: number, bin?: number): void {
    let total = this.#totals.get(measure);
    if (total === undefined) {
      total = { count: 0, sum: 0, histogram: bin === undefined ? NO_DURATIONS : new Uint32Array(binCount) };
      this.#totals.set(measure, total);
    }
    total.count += 1;
    if (durationMs === undefined || bin === undefined) return;
    total.sum += durationMs;
    total.histogram[bin]! += 1;
  }
}
