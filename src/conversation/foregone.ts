import { eventCodes } from './event-code.js';
import type { EventTable } from './event-table.js';
import type { Grounding, Judgement } from './judgement.js';
import { settledResolution, standsAgainst } from './outcome.js';
import type { OutcomeRules } from './rules.js';

/**
 * What decides by other rules how a conversation ends that lies inside one window, as one byte: how its replies are grounded,
 * whether its last feedback is negative, and in how short a span it lies. By all rules with a longer window the same reply is
 * the last one, and every event counts.
 */
export type Digest = number;

/** Nothing is known: it has to be judged from its history. */
export const UNDIGESTED = 0;
const NOT_HANDLED = 1;
const FIRST_HANDLED = 2;
const groundings = ['grounded', 'ungrounded', 'unknown'] as const satisfies readonly Grounding[];
/** The low bits say what there is, those above them the span. */
const KIND_BITS = 3;
const KIND = (1 << KIND_BITS) - 1;
/** The shortest span, ms; each of the others is twice as long as the one before. */
const SHORTEST_MS = 1_024;
const LAST_SPAN = 31;

/**
 * The digest of a conversation that was judged at a clock. It is good from then on, for as long as no event comes to it.
 * @param now epoch ms
 */
export function digestOf(table: EventTable, now: number, rules: OutcomeRules, judgement: Judgement): Digest {
  const { count, startedAt, codes, at } = table;
  const { visible, lastFeedback } = judgement.evidence;
  if (startedAt > now || visible < count) return UNDIGESTED;
  if (!judgement.handled) return NOT_HANDLED;
  const ms = at[count - 1]! - at[0]!;
  let span = 0;
  while (span <= LAST_SPAN && ms >= longestOf(span)) span += 1;
  if (ms >= rules.windowMs || span > LAST_SPAN) return UNDIGESTED;
  const isNegative = lastFeedback >= 0 && codes[lastFeedback] === eventCodes.feedbackNegative;
  return FIRST_HANDLED + groundings.indexOf(judgement.grounding!) * 2 + (isNegative ? 1 : 0) + (span << KIND_BITS);
}

/** What lies in a span takes less than so many ms. */
function longestOf(span: number): number {
  return SHORTEST_MS * 2 ** span;
}

/** Tells which conversations that were judged by some rules end alike by others, at the same clock: from their digests alone. */
export class SameEnd {
  /** Spans that lie inside the other rules' window: the first so many. */
  readonly #spans: number;
  /** By kind of digest, then by the four things that {@link SameEnd.holds} is told, one bit each: 1 for the same end. */
  readonly #same: Uint8Array;

  constructor(own: OutcomeRules, other: OutcomeRules) {
    let spans = 0;
    while (spans <= LAST_SPAN && longestOf(spans) <= other.windowMs) spans += 1;
    this.#spans = spans;
    this.#same = Uint8Array.from({ length: (KIND + 1) << 4 }, (_, index) => {
      const kind = index >> 4;
      if (kind < FIRST_HANDLED) return kind === NOT_HANDLED ? 1 : 0;
      const endBy = (rules: OutcomeRules, isSettled: boolean): string => endOf(kind, index, rules, isSettled);
      return endBy(own, (index & 2) !== 0) === endBy(other, (index & 1) !== 0) ? 1 : 0;
    });
  }

  /** Whether all that is a fact by the one set of rules is a fact by the other; false where that cannot be told. */
  holds(
    digest: Digest,
    transferRequested: boolean,
    humanInvolved: boolean,
    isSettled: boolean,
    isSettledByOther: boolean,
  ): boolean {
    const kind = digest & KIND;
    if (kind >= FIRST_HANDLED && digest >> KIND_BITS >= this.#spans) return false;
    const told =
      (transferRequested ? 8 : 0) | (humanInvolved ? 4 : 0) | (isSettled ? 2 : 0) | (isSettledByOther ? 1 : 0);
    return this.#same[(kind << 4) | told] === 1;
  }
}

/** How a handled conversation ends; while it is pending, whether it can still be resolved. */
function endOf(kind: number, told: number, rules: OutcomeRules, isSettled: boolean): string {
  const against = standsAgainst((told & 8) !== 0, (told & 4) !== 0, rules);
  if (!isSettled) return against ? 'pending, never resolved' : 'pending';
  const isNegative = (kind - FIRST_HANDLED) % 2 === 1;
  return settledResolution(groundings[(kind - FIRST_HANDLED) >> 1]!, against || isNegative, rules);
}
