import type { Weekday } from '../../src/time/civil.js';
import { spansOf } from '../../src/time/range.js';
import { FIRST, NOW, type Facts } from './facts.js';

const DAY = 86_400_000;

/** What all reports of a page come down to. Instants are epoch ms. */
export interface Question {
  /** Ends of the buckets, ascending. */
  readonly boundaries: readonly number[];
  /** The last days, for what is set this week; half-open. */
  readonly week: readonly [from: number, to: number];
  /** null: all. */
  readonly channels: readonly number[] | null;
}

/** Counters by name: one a bucket, one for the range, or one a bin. */
export type Counters = Map<string, Float64Array>;

/** Something that counts. */
export interface Engine {
  readonly name: string;
  ask(question: Question): Counters | Promise<Counters>;
  /** Takes in further facts. */
  append(facts: Facts): void | Promise<void>;
  close?(): void | Promise<void>;
}

/**
 * About two years in civil weeks of a zone; each number is another range. The calendar is asked for the weeks each time.
 * @param timeZone IANA name
 */
export function questionOf(number: number, timeZone: string, channels: readonly number[] | null = null): Question {
  const from = FIRST + number * 7_000_003;
  const range = { from, to: NOW - number * 3_000_001 };
  const spans = spansOf(range, 'week', { timeZone, weekStart: (1 + (number % 7)) as Weekday });
  const boundaries = [range.from, ...spans.slice(1).map(({ start }) => start), range.to];
  return { boundaries, week: [NOW - 4 * DAY - number, NOW], channels };
}

/** Of the figures by bucket: the name of the column or measure of each. */
export const weekly = [
  'conversations',
  'handled',
  'resolved',
  'unresolved',
  'pending',
  'couldResolve',
  'deflected',
  'deflectedPending',
  'handoffsByAgent',
  'handoffsByAutomation',
  'handoffsByManual',
  'handoffsByUnknown',
] as const;
export const feedback = ['feedbackPositive', 'feedbackNeutral', 'feedbackNegative'] as const;
export const funnel = ['assigned', 'assignedHandedOff', 'assignedHandedOffClosed'] as const;

/** @throws where two answers differ, naming the figure */
export function sameCounters(engine: string, expected: Counters, actual: Counters): void {
  for (const [name, values] of expected) {
    const other = actual.get(name);
    const at = other === undefined ? 0 : values.findIndex((value, index) => value !== other[index]);
    if (at >= 0) throw new Error(`${engine}: ${name}[${at}]: expected ${values[at]}, got ${other?.[at]}`);
  }
}
