import type { CheckedQuestion } from '../gaps/questions.js';
import type { CheckedShortAnswer } from '../gaps/short-answers.js';
import { askingsAround, stretchesAround, type AskingStretch, type BeforeAndAfter } from '../metrics/askings.js';
import { figures } from '../metrics/figures.js';
import { rateAmong, type RateAmong } from '../metrics/rate-among.js';
import { WEEK_MS } from '../time/civil.js';
import type { PerformanceFeed } from './performance-feed.js';

/** What moves with the clock alone is counted anew once so long. */
const STANDS_MS = 60_000;

/** What became of a topic after a short answer was made. */
export interface AnswerEffect {
  readonly askings: BeforeAndAfter;
  /** Resolution rate of the topic's conversations before and after; null: their outcomes are not known. */
  readonly resolutionRate: { readonly before: RateAmong | null; readonly after: RateAmong | null } | null;
}

type Made = Pick<CheckedShortAnswer, 'createdAt'>;
type KnownConversations = Pick<PerformanceFeed, 'store' | 'state' | 'loadedSince'>;

/** What became of topics, counted once a short answer and change of what is known. */
export class AnswerEffects {
  readonly #known = new WeakMap<Made, { readonly of: readonly unknown[]; readonly effect: AnswerEffect }>();

  constructor(readonly feed: KnownConversations) {}

  of(shortAnswer: Made, questions: readonly CheckedQuestion[], now: number): AnswerEffect {
    const { store, state, loadedSince } = this.feed;
    const of = [questions, store.revision, state.asOf, loadedSince, Math.floor(now / STANDS_MS)];
    const known = this.#known.get(shortAnswer);
    if (known?.of.every((value, place) => value === of[place]) === true) return known.effect;
    const effect = answerEffect(shortAnswer, questions, now, this.feed);
    this.#known.set(shortAnswer, { of, effect });
    return effect;
  }
}

/** Whether a short answer helped, from all questions of its topic. */
export function answerEffect(
  { createdAt }: Made,
  questions: readonly CheckedQuestion[],
  now: number,
  feed: KnownConversations,
): AnswerEffect {
  const { store, state } = feed;
  const askedAts = questions.map(({ askedAt }) => askedAt);
  const knownSince = reachOf(feed, stretchesAround(createdAt, now).before, askedAts);
  const askings = askingsAround(askedAts, createdAt, now, knownSince);
  if (state.asOf === null) return { askings, resolutionRate: null };
  const rateIn = ({ from, to }: AskingStretch): RateAmong | null => {
    const asked = questions.filter(({ askedAt }) => askedAt >= from && askedAt < to);
    const ids = asked.map(({ conversationId }) => conversationId);
    return rateAmong(figures.resolutionRate, ids, (among, measures) => store.countAmong(among, measures));
  };
  const stretches = stretchesAround(createdAt, now, knownSince);
  const [before, after] = [rateIn(stretches.before), rateIn(stretches.after)];
  return { askings, resolutionRate: before === null && after === null ? null : { before, after } };
}

/**
 * From where on the source knows anything: the first week of the stretch with a conversation, or the first asking before
 * that. -Infinity where it may know of the whole stretch: conversations are there from farther back, or none at all.
 */
function reachOf(
  { store, loadedSince }: KnownConversations,
  { from, to }: AskingStretch,
  askedAts: readonly number[],
): number {
  const boundaries: number[] = [];
  for (let at = Math.max(from, loadedSince); at < to; at += WEEK_MS) boundaries.push(at);
  if (boundaries.length === 0) return -Infinity;
  const counted = store.answer({ measures: ['conversations'], boundaries: [-Infinity, ...boundaries, to] });
  const [before, ...totals] = counted.totals;
  if (before!.of('conversations').count > 0) return -Infinity;
  const first = totals.findIndex((week) => week.of('conversations').count > 0);
  return first <= 0 ? -Infinity : askedAts.reduce((earliest, at) => Math.min(earliest, at), boundaries[first]!);
}
