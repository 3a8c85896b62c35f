import { EventTable } from '../conversation/event-table.js';
import { sameRules, type OutcomeRules } from '../conversation/rules.js';
import { DefinitionError } from '../errors.js';
import type { Question } from '../metrics/answer.js';
import { measureOf, type Measure, type AskedMeasure } from '../metrics/measures.js';
import { addFeedback, FactsRow, judgeInto } from './facts-row.js';
import type { Holding } from './holding.js';
import { InstantColumn } from './instant-column.js';
import { JudgedRows } from './judged-rows.js';
import { KnownTotals } from './known-totals.js';
import type { ListedSegment } from './list-rows.js';
import type { Segment } from './segment.js';

/** How many judgements are kept: a page asks for a few, again and again. */
const MOST_KEPT = 4;
/** Rows that are judged in one step; about 1 ms. */
const ROWS_A_STEP = 1_024;

/** Which rows have to be judged. */
type Which = 'touched' | 'started' | 'all';

/** What a question says of how it wants conversations judged. */
export type Judged = Pick<Question, 'boundaries' | 'now' | 'rules'>;

/** Another clock, or other rules. */
export interface OtherJudgement {
  /** Ascending instants, epoch ms: what is asked lies inside. */
  readonly boundaries: readonly number[];
  readonly now: number;
  readonly rules: OutcomeRules;
  /** The rules are those that the segments are judged by. */
  readonly alike: boolean;
  readonly measures: readonly AskedMeasure[];
}

/**
 * How else than they are held a question wants conversations judged; null: not at all.
 * @throws {DefinitionError} where its clock is later than theirs
 */
export function otherwiseThan(
  held: { readonly now: number; readonly rules: OutcomeRules },
  { boundaries, now = held.now, rules = held.rules }: Judged,
  measures: readonly AskedMeasure[],
): OtherJudgement | null {
  if (!(now <= held.now)) {
    throw new DefinitionError(`now: expected an instant up to the store's clock, ${held.now}, got ${String(now)}.`);
  }
  const alike = sameRules(rules, held.rules);
  return alike && now === held.now ? null : { boundaries, now, rules, alike, measures };
}

/** Facts judged otherwise, and the totals worked out from them. */
export interface JudgedFacts {
  readonly listed: readonly ListedSegment[];
  readonly segments: readonly Segment[];
  readonly known: KnownTotals;
  /** They were asked before: then running totals are worth their making. */
  readonly ranks: boolean;
}

/** A judgement, and what it was made for. */
interface Kept {
  readonly key: string;
  readonly facts: JudgedFacts;
  isAsked: boolean;
}

/** Judges what is held at earlier clocks and by other rules, from the histories, and keeps the last few judgements. */
export class JudgedOtherwise {
  #kept: readonly Kept[] = [];

  /** Forgets everything: what is held has changed. */
  clear(): void {
    this.#kept = [];
  }

  judge(holdings: readonly Holding[], asked: OtherJudgement): JudgedFacts {
    for (const _ of this.ahead(holdings, asked));
    const kept = this.#find(keyOf(asked))!;
    const facts = { ...kept.facts, ranks: kept.isAsked };
    kept.isAsked = true;
    return facts;
  }

  /** Judges before it is asked for, in steps; what is held must not change in between. */
  *ahead(holdings: readonly Holding[], asked: OtherJudgement): Generator<void, void> {
    const key = keyOf(asked);
    if (this.#find(key) !== undefined) return;
    const before = this.#kept;
    const listed: ListedSegment[] = [];
    for (const holding of holdings) {
      const segment = yield* judged(holding, asked);
      if (segment !== null) listed.push(segment);
    }
    if (this.#kept !== before) return; // Something has changed, or was judged meanwhile.
    const facts = { listed, segments: listed.map(({ segment }) => segment), known: new KnownTotals(), ranks: false };
    this.#kept = [{ key, facts, isAsked: false }, ...before].slice(0, MOST_KEPT);
  }

  #find(key: string): Kept | undefined {
    return this.#kept.find((entry) => entry.key === key);
  }
}

function keyOf(asked: OtherJudgement): string {
  const { boundaries, now, rules } = asked;
  return [boundaries[0], boundaries.at(-1), now, JSON.stringify(rules), whichOf(asked)].join(); // JSON knows no Infinity.
}

function whichOf({ alike, measures }: OtherJudgement): Which {
  if (alike) return 'touched';
  return measures.every(isAtStart) ? 'started' : 'all';
}

function isAtStart(measure: AskedMeasure): boolean {
  return measureOf(measure).at === 'startedAt';
}

function* judged({ segment, ids, histories }: Holding, asked: OtherJudgement): Generator<void, ListedSegment | null> {
  const { boundaries, now, rules } = asked;
  const which = whichOf(asked);
  const rows = rowsFor(segment, boundaries, which);
  if (rows.length === 0) return null;
  const first = Math.floor(rows[0]! / InstantColumn.BLOCK) * InstantColumn.BLOCK;
  const anew = new JudgedRows(segment, first, rows.at(-1)! + 1);
  const history = new EventTable();
  const facts = new FactsRow();
  const judgeRow = (row: number): void => {
    histories.readJudged(row, segment.startedAt.get(row), history);
    judgeInto(facts, history, now, rules);
    if (which !== 'started') addFeedback(facts, history);
    anew.set(row, facts);
  };
  for (let from = 0; from < rows.length; from += ROWS_A_STEP) {
    rows.subarray(from, from + ROWS_A_STEP).forEach(judgeRow);
    yield;
  }
  return { segment: anew.segment(rules.windowMs), idOf: (row) => ids.textAt(first + row) };
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
