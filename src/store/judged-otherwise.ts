import { EventTable } from '../conversation/event-table.js';
import type { OutcomeRules } from '../conversation/rules.js';
import { measureOf, type MeasureName } from '../metrics/measures.js';
import { Dictionary } from './dictionary.js';
import { FactsRow, factsOf } from './facts-row.js';
import { addFacts, FactsTable } from './facts-table.js';
import type { Holding } from './holding.js';
import { KnownTotals } from './known-totals.js';
import { makeSegment } from './make-segment.js';
import type { Segment } from './segment.js';

/** How many judgements are kept: a page asks for a few, again and again. */
const MOST_KEPT = 4;
const SEGMENT_ROWS = 2 ** 18;

/** Another clock, or other rules. */
export interface OtherJudgement {
  /** Ascending instants, epoch ms: what is asked lies inside. */
  readonly boundaries: readonly number[];
  readonly now: number;
  readonly rules: OutcomeRules;
  /** The rules are those that the segments are judged by. */
  readonly alike: boolean;
  readonly measures: readonly MeasureName[];
}

/** Facts judged otherwise, and the totals worked out from them. */
export interface JudgedFacts {
  readonly segments: readonly Segment[];
  readonly known: KnownTotals;
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
    const key = JSON.stringify([boundaries[0], boundaries.at(-1), now, rules, rows]);
    const known = this.#kept.find((entry) => entry.key === key);
    if (known !== undefined) return known.facts;
    const segments = judged(holdings, asked, rows);
    const facts = { segments, known: new KnownTotals() };
    this.#kept = [{ key, facts }, ...this.#kept].slice(0, MOST_KEPT);
    return facts;
  }
}

function isAtStart(name: MeasureName): boolean {
  return measureOf(name).at === 'startedAt';
}

function judged(
  holdings: readonly Holding[],
  { boundaries, now, rules }: OtherJudgement,
  which: 'touched' | 'started' | 'all',
): readonly Segment[] {
  const history = new EventTable();
  const facts = new FactsRow();
  const teammates = new Dictionary();
  teammates.take(''); // Number 0 means nobody.
  const channels = new Map<string, number>();
  const segments: Segment[] = [];
  let table = new FactsTable();
  const seal = (): void => {
    if (table.length === 0) return;
    const all = new Uint32Array(table.length).map((_, row) => row);
    segments.push(makeSegment(table, all, [...channels.keys()], rules.windowMs, teammates).segment);
    table = new FactsTable();
  };
  for (const holding of holdings) {
    for (const row of rowsFor(holding.segment, boundaries, which)) {
      holding.read(row, history);
      factsOf(history, now, rules, facts);
      const credited = facts.judgement.closedByTeammate;
      const teammate = credited === 0 ? 0 : teammates.take(holding.teammates.nameOf(credited));
      const name = holding.segment.channelOf(row);
      let channel = channels.get(name);
      if (channel === undefined) channels.set(name, (channel = channels.size));
      if (table.length === SEGMENT_ROWS) seal();
      addFacts(table, history.startedAt, channel, teammate, facts);
    }
  }
  seal();
  return segments;
}

/**
 * The rows that can be counted inside the boundaries. At an earlier clock by the same rules (`touched`): those that start
 * there, or have feedback there, or settle there; what is settled at an earlier clock settles at the same instant now,
 * since settling never moves. By other rules a settlement can lie anywhere (`all`).
 */
function* rowsFor(
  segment: Segment,
  boundaries: readonly number[],
  which: 'touched' | 'started' | 'all',
): Generator<number, void> {
  const { timelines, settledRows, feedbackRows } = segment;
  if (which === 'all') {
    for (let row = 0; row < segment.length; row++) if (!segment.isGone(row)) yield row;
    return;
  }
  const within = ({ firstAtOrAfter }: (typeof timelines)['at']): readonly [number, number] => [
    firstAtOrAfter(boundaries[0] ?? Infinity),
    firstAtOrAfter(boundaries.at(-1) ?? Infinity),
  ];
  const [first, end] = within(timelines.startedAt);
  for (let row = first; row < end; row++) if (!segment.isGone(row)) yield row;
  if (which === 'started') return;
  const more = new Set<number>();
  const [settledFirst, settledEnd] = within(timelines.settlesAt);
  for (let place = settledFirst; place < settledEnd; place++) more.add(settledRows[place]!);
  const [feedbackFirst, feedbackEnd] = within(timelines.at);
  for (let place = feedbackFirst; place < feedbackEnd; place++) more.add(feedbackRows[place]!);
  for (const row of more) if ((row < first || row >= end) && !segment.isGone(row)) yield row;
}
