import { EventTable } from '../conversation/event-table.js';
import { SameEnd } from '../conversation/foregone.js';
import type { OutcomeRules } from '../conversation/rules.js';
import { bitOf } from '../metrics/facts.js';
import type { Measure } from '../metrics/measures.js';
import { addFeedback, FactsRow, judgeInto } from './facts-row.js';
import type { Holding } from './holding.js';
import { InstantColumn } from './instant-column.js';
import { JudgedRows } from './judged-rows.js';
import type { ListedSegment } from './list-rows.js';
import type { Segment } from './segment.js';

/** Rows that are judged in one step; about 1 ms. */
const ROWS_A_STEP = 1_024;
/** The window that the last instant there is can be added to, ms: about 11,000 years. */
const LONGEST_EXACT_MS = Number.MAX_SAFE_INTEGER - 8.64e15;

/** A clock, epoch ms, and rules. */
export interface JudgedBy {
  readonly now: number;
  readonly rules: OutcomeRules;
}

/** Which rows have to be judged. */
export type Which = 'touched' | 'started' | 'all';

/**
 * Judges the rows of a segment that can be counted inside some boundaries, in steps; null where there are none.
 * @param held what the segment is judged by
 */
export function* judgeAgain(
  { segment, ids, histories }: Holding,
  boundaries: readonly number[],
  { now, rules }: JudgedBy,
  held: JudgedBy,
  which: Which,
): Generator<void, ListedSegment | null> {
  const rows = rowsFor(segment, boundaries, which);
  if (rows.length === 0) return null;
  const first = Math.floor(rows[0]! / InstantColumn.BLOCK) * InstantColumn.BLOCK;
  const anew = new JudgedRows(segment, first, rows.at(-1)! + 1);
  const history = new EventTable();
  const facts = new FactsRow();
  const endsAlike = now === held.now ? endsAlikeIn(segment, held, rules) : null;
  const laterMs = rules.windowMs - held.rules.windowMs;
  const judgeRow = (row: number): void => {
    if (endsAlike?.(row, histories.digestOf(row)) === true) {
      anew.keep(row, laterMs);
      return;
    }
    histories.readJudged(row, segment.startedAt.get(row), history);
    judgeInto(facts, history, now, rules);
    if (which !== 'started') addFeedback(facts, history);
    anew.set(row, facts);
  };
  for (let from = 0; from < rows.length; from += ROWS_A_STEP) {
    const end = Math.min(from + ROWS_A_STEP, rows.length);
    for (let index = from; index < end; index++) judgeRow(rows[index]!);
    yield;
  }
  if (which !== 'started') anew.keepFeedback();
  return { segment: anew.segment(rules.windowMs), idOf: (row) => ids.textAt(first + row) };
}

const TRANSFER_REQUESTED = bitOf('transferRequested');
const DEFLECTED = bitOf('deflected');

/** Tells of a row by its digest whether nothing about it but the instant of its settlement is different by other rules; null where that cannot be told. */
function endsAlikeIn(
  segment: Segment,
  { now, rules: own }: JudgedBy,
  other: OutcomeRules,
): ((row: number, digest: number) => boolean) | null {
  if (!isExact(own) || !isExact(other)) return null;
  const same = new SameEnd(own, other);
  const laterMs = other.windowMs - own.windowMs;
  return (row, digest) => {
    const bits = segment.bitsOf(row);
    const settlesAt = segment.settlesAtOf(row);
    const transferRequested = (bits & TRANSFER_REQUESTED) !== 0;
    const humanInvolved = (bits & DEFLECTED) === 0;
    return same.holds(digest, transferRequested, humanInvolved, settlesAt <= now, settlesAt + laterMs <= now);
  };
}

/** Whether an instant and the window make one that is not rounded: sums of fractions are, and of what is longer than history. */
function isExact({ windowMs }: OutcomeRules): boolean {
  return Number.isInteger(windowMs) && windowMs <= LONGEST_EXACT_MS;
}

/**
 * The rows that can be counted inside the boundaries. At an earlier clock by the same rules (`touched`): those that start
 * there, or have feedback there, or settle there; what is settled at an earlier clock settles at the same instant now,
 * since settling never moves. By other rules a settlement can lie anywhere (`all`).
 */
function rowsFor(segment: Segment, boundaries: readonly number[], which: Which): Uint32Array {
  const within = (at: Measure['at']): readonly [number, number] => {
    const timeline = segment.timeline(at);
    return [timeline.firstAtOrAfter(boundaries[0] ?? Infinity), timeline.firstAtOrAfter(boundaries.at(-1) ?? Infinity)];
  };
  const isWanted = new Uint8Array(segment.length);
  if (which === 'all') isWanted.fill(1);
  else isWanted.fill(1, ...within('startedAt'));
  if (which === 'touched') {
    for (const row of segment.settledRows.subarray(...within('settlesAt'))) isWanted[row] = 1;
    for (const row of segment.feedbackRows.subarray(...within('at'))) isWanted[row] = 1;
  }
  const rows = new Uint32Array(segment.length);
  let count = 0;
  for (let row = 0; row < segment.length; row++) if (isWanted[row] === 1 && !segment.isGone(row)) rows[count++] = row;
  return rows.subarray(0, count);
}
