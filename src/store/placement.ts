import { bitOf, bitsOf, feedbackFacts } from '../metrics/facts.js';
import { measureOf, measures, type AskedMeasure, type DurationName, type Measure } from '../metrics/measures.js';
import { SlotLists } from './slot-lists.js';

/** Sets of facts whose slots are known: every segment asks for a few hundred, nearly the same each time. */
const MOST_KNOWN = 4_096;

/** A measure with its facts as bits. */
export interface CompiledMeasure {
  readonly all: number;
  readonly none: number;
  readonly duration: DurationName | null;
}

/** The fact that a conversation has a duration, and none below 0: whatever else a measure asks for, it sums no other. */
const timedBits: Readonly<Record<DurationName, number>> = {
  resolutionTimeMs: bitOf('resolutionTimed'),
  timeToCloseMs: bitOf('closeTimed'),
};

function compile(measure: Measure): CompiledMeasure {
  const duration = measure.of === 'conversation' ? (measure.sum ?? null) : null;
  const timed = duration === null ? 0 : timedBits[duration];
  return { all: bitsOf(measure.all) | timed, none: bitsOf(measure.none), duration };
}

const tabled = new Map(Object.entries<Measure>(measures).map(([name, measure]) => [name, compile(measure)]));

/** A measure's row with its facts as bits. */
export function compiledOf(asked: AskedMeasure): CompiledMeasure {
  return typeof asked === 'object' ? compile(measureOf(asked)) : tabled.get(asked)!;
}

/** Whether a row or a submission with these facts is counted; one without any is counted by nothing. */
export function counts({ all, none }: CompiledMeasure, bits: number): boolean {
  return bits !== 0 && (bits & all) === all && (bits & none) === 0;
}

/** The measures of the definition that one instant places, numbered: each has a slot, those with a duration a sum as well. */
export class Placement {
  readonly compiled: readonly CompiledMeasure[];
  readonly slots: readonly number[];
  /** The duration of each sum. */
  readonly durations: readonly DurationName[];
  readonly #slots = new Map<string, number>();
  readonly #sums: readonly number[];
  readonly #slotsFor = new Map<number, readonly number[]>();

  constructor(readonly at: Measure['at']) {
    const rows = Object.entries<Measure>(measures).filter(([, measure]) => measure.at === at);
    rows.forEach(([name], slot) => this.#slots.set(name, slot));
    this.compiled = rows.map(([name]) => tabled.get(name)!);
    this.slots = [...rows.keys()];
    const durations: DurationName[] = [];
    this.#sums = this.compiled.map(({ duration }) => (duration === null ? -1 : durations.push(duration) - 1));
    this.durations = durations;
  }

  /** The slot of a measure; undefined where another instant places it. */
  slotOf(name: string): number | undefined {
    return this.#slots.get(name);
  }

  /** The sum that belongs to a slot; -1 for none. */
  sumOf(slot: number): number {
    return this.#sums[slot]!;
  }

  /** The slots that count something with these facts. */
  slotsFor(bits: number): readonly number[] {
    let slots = this.#slotsFor.get(bits);
    if (slots !== undefined) return slots;
    if (this.#slotsFor.size === MOST_KNOWN) this.#slotsFor.clear();
    slots = this.slots.filter((slot) => counts(this.compiled[slot]!, bits));
    this.#slotsFor.set(bits, slots);
    return slots;
  }
}

/** The instants that place measures in time: a segment has its rows, or their feedback, in the order of each. */
export const ORDERS = ['startedAt', 'settlesAt', 'at'] as const;

/** What each of them places. */
export const placements = {
  startedAt: new Placement('startedAt'),
  settlesAt: new Placement('settlesAt'),
  at: new Placement('at'),
} as const;

/** The slots of each value of a feedback submission, by its place in `feedbackFacts`; the last entry is one that is gone. */
export const feedbackSlots = SlotLists.of([...feedbackFacts.map((value) => placements.at.slotsFor(bitOf(value))), []]);
/** The value of a submission that is gone. */
export const GONE = feedbackFacts.length;
