import { EventTable } from '../conversation/event-table.js';
import type { OutcomeRules } from '../conversation/rules.js';
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

/** Which rows have to be judged. */
type Which = 'touched' | 'started' | 'all';

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

/** Facts judged otherwise, and the totals worked out from them. */
export interface JudgedFacts {
  readonly listed: readonly ListedSegment[];
  readonly segments: readonly Segment[];
  readonly known: KnownTotals;
  /** They were asked before: then running totals are worth their making. */
  readonly ranks: boolean;
}

/** Judges what is held at earlier clocks and by other rules, from the histories, and keeps the last few judgements. */
export class JudgedOtherwise {
  #kept: { readonly key: string; readonly facts: JudgedFacts }[] = [];

  /** Forgets everything: what is held has changed. */
  clear(): void {
    this.#kept = [];
  }

  judge(holdings: readonly Holding[], asked: OtherJudgement): JudgedFacts {
    const { boundaries, now, rules, alike } = asked;
    const rows = alike ? 'touched' : asked.measures.every(isAtStart) ? 'started' : 'all';
    const key = [boundaries[0], boundaries.at(-1), now, JSON.stringify(rules), rows].join(); // JSON knows no Infinity.
    const known = this.#kept.find((entry) => entry.key === key);
    if (known !== undefined) return { ...known.facts, ranks: true };
    const listed = holdings.map((holding) => judged(holding, asked, rows)).filter((segment) => segment !== null);
    const facts = { listed, segments: listed.map(({ segment }) => segment), known: new KnownTotals(), ranks: false };
    this.#kept = [{ key, facts }, ...this.#kept].slice(0, MOST_KEPT);
    return facts;
  }
}

function isAtStart(measure: AskedMeasure): boolean {
  return measureOf(measure).at === 'startedAt';
}

function judged(
  { segment, ids, histories }: Holding,
  { boundaries, now, rules }: OtherJudgement,
  which: Which,
): ListedSegment | null {
  const rows = rowsFor(segment, boundaries, which);
  if (rows.length === 0) return null;
  const first = Math.floor(rows[0]! / InstantColumn.BLOCK) * InstantColumn.BLOCK;
  const anew = new JudgedRows(segment, first, rows.at(-1)! + 1);
  const history = new EventTable();
  const facts = new FactsRow();
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!;
    histories.readJudged(row, segment.startedAt.get(row), history);
    judgeInto(facts, history, now, rules);
    if (which !== 'started') addFeedback(facts, history);
    anew.set(row, facts);
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
