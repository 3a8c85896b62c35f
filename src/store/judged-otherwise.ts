import { sameRules } from '../conversation/rules.js';
import { DefinitionError } from '../errors.js';
import type { Question } from '../metrics/answer.js';
import { bitsOf } from '../metrics/facts.js';
import { measureOf, type AskedMeasure } from '../metrics/measures.js';
import type { Holding } from './holding.js';
import { judgeAgain, type JudgedBy, type Which } from './judge-again.js';
import { KnownTotals } from './known-totals.js';
import type { ListedSegment } from './list-rows.js';
import { compiledOf } from './placement.js';
import type { Segment } from './segment.js';

/** How many judgements are kept: a page asks for a few, again and again. */
const MOST_KEPT = 4;

/** What a question says of how it wants conversations judged. */
export type Judged = Pick<Question, 'boundaries' | 'now' | 'rules'>;

/** Another clock, or other rules. */
export interface OtherJudgement extends JudgedBy {
  /** Ascending instants, epoch ms: what is asked lies inside. */
  readonly boundaries: readonly number[];
  /** What the segments are judged by. */
  readonly held: JudgedBy;
  readonly measures: readonly AskedMeasure[];
}

/**
 * How else than they are held a question wants conversations judged; null: not at all.
 * @throws {DefinitionError} where its clock is later than theirs
 */
export function otherwiseThan(
  held: JudgedBy,
  { boundaries, now = held.now, rules = held.rules }: Judged,
  measures: readonly AskedMeasure[],
): OtherJudgement | null {
  if (!(now <= held.now)) {
    throw new DefinitionError(`now: expected an instant up to the store's clock, ${held.now}, got ${String(now)}.`);
  }
  if (now === held.now && sameRules(rules, held.rules)) return null;
  return { boundaries, now, rules, held: { now: held.now, rules: held.rules }, measures };
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
    const which = whichOf(asked);
    const listed: ListedSegment[] = [];
    for (const holding of holdings) {
      const segment = yield* judgeAgain(holding, asked.boundaries, asked, asked.held, which);
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

/** Facts of settled conversations alone. */
const SETTLED = bitsOf(['resolved', 'confirmed', 'unresolved', 'undeterminable', 'resolutionTimed']);

function whichOf({ rules, held, measures }: OtherJudgement): Which {
  if (sameRules(rules, held.rules)) return measures.every(staysWherePlaced) ? 'touched' : 'all';
  return measures.every(isAtStart) ? 'started' : 'all';
}

/** Whether what a measure counts at an earlier clock has the same place in time now: what is not settled can settle later. */
function staysWherePlaced(measure: AskedMeasure): boolean {
  return measureOf(measure).at !== 'settlesAt' || (compiledOf(measure).all & SETTLED) !== 0;
}

function isAtStart(measure: AskedMeasure): boolean {
  return measureOf(measure).at === 'startedAt';
}
