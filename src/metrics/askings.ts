import { WEEK_MS } from '../time/civil.js';
import { countInterval, wilsonInterval, type Interval } from './intervals.js';

/** Weeks before a short answer that are looked at, and at the most after it: what was asked a year ago says nothing. */
const WEEKS = 12;
/** Weeks after a short answer before anything is said. */
const LEAST_WEEKS = 2;

/** How often a topic was asked about in a stretch of time. */
export interface Askings {
  readonly count: number;
  /** Length of the stretch. */
  readonly weeks: number;
  /** null where the stretch has no length. */
  readonly perWeek: number | null;
  /** 95 % interval of `perWeek`; null with it. */
  readonly interval: Interval | null;
}

/**
 * What became of a topic after it was answered. `too-early`: less than two weeks have passed, or even if nobody had asked
 * again it could still be chance.
 */
export type AnswerVerdict = 'too-early' | 'asked-less' | 'no-clear-change' | 'asked-more';

/** How often a topic was asked about before and after it was answered. */
export interface BeforeAndAfter {
  readonly before: Askings;
  readonly after: Askings;
  readonly verdict: AnswerVerdict;
}

/**
 * Whether a topic is asked about less since it was answered: askings per week in the twelve weeks before, as far as the
 * source reaches back, and in up to twelve weeks after. Instants are epoch ms.
 * @param askedAts when the topic was asked about, in any order
 * @param knownSince from where on all askings are known
 */
export function askingsAround(
  askedAts: readonly number[],
  answeredAt: number,
  now: number,
  knownSince = -Infinity,
): BeforeAndAfter {
  const stretches = stretchesAround(answeredAt, now, knownSince);
  const before = askingsIn(askedAts, stretches.before);
  const after = askingsIn(askedAts, stretches.after);
  return { before, after, verdict: verdictOf(before, after) };
}

/** A stretch of time: [from, to), epoch ms. */
export interface AskingStretch {
  readonly from: number;
  readonly to: number;
}

/** The stretches before and after an answer that are looked at; see {@link askingsAround}. */
export function stretchesAround(
  answeredAt: number,
  now: number,
  knownSince = -Infinity,
): { readonly before: AskingStretch; readonly after: AskingStretch } {
  return {
    before: { from: Math.max(answeredAt - WEEKS * WEEK_MS, knownSince), to: answeredAt },
    after: { from: answeredAt, to: Math.min(answeredAt + WEEKS * WEEK_MS, now) },
  };
}

function askingsIn(askedAts: readonly number[], { from, to }: AskingStretch): Askings {
  const weeks = Math.max(0, to - from) / WEEK_MS;
  const count = askedAts.filter((at) => at >= from && at < to).length;
  if (weeks === 0) return { count, weeks, perWeek: null, interval: null };
  const [low, high] = countInterval(count);
  return { count, weeks, perWeek: count / weeks, interval: [low / weeks, high / weeks] };
}

function verdictOf(before: Askings, after: Askings): AnswerVerdict {
  if (after.weeks < LEAST_WEEKS || before.weeks === 0) return 'too-early';
  // Were nothing changed, as large a share of all askings would lie after as of all the time.
  const share = after.weeks / (before.weeks + after.weeks);
  const [low, high] = wilsonInterval(after.count, before.count + after.count) ?? [0, 1];
  if (high < share) return 'asked-less';
  if (low > share) return 'asked-more';
  const couldTell = (wilsonInterval(0, before.count)?.[1] ?? 1) < share;
  return couldTell ? 'no-clear-change' : 'too-early';
}
