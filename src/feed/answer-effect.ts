import type { CheckedQuestion } from '../gaps/questions.js';
import type { CheckedShortAnswer } from '../gaps/short-answers.js';
import { askingsAround, stretchesAround, type AskingStretch, type BeforeAndAfter } from '../metrics/askings.js';
import { figures } from '../metrics/figures.js';
import { rateAmong, type RateAmong } from '../metrics/rate-among.js';
import type { PerformanceFeed } from './performance-feed.js';

/** What became of a topic after a short answer was made. */
export interface AnswerEffect {
  readonly askings: BeforeAndAfter;
  /** Resolution rate of the topic's conversations before and after; null: their outcomes are not known. */
  readonly resolutionRate: { readonly before: RateAmong | null; readonly after: RateAmong | null } | null;
}

/** Whether a short answer helped, from all questions of its topic. */
export function answerEffect(
  { createdAt }: Pick<CheckedShortAnswer, 'createdAt'>,
  questions: readonly CheckedQuestion[],
  now: number,
  { store, state }: Pick<PerformanceFeed, 'store' | 'state'>,
): AnswerEffect {
  const askings = askingsAround(
    questions.map(({ askedAt }) => askedAt),
    createdAt,
    now,
  );
  if (state.asOf === null) return { askings, resolutionRate: null };
  const rateIn = ({ from, to }: AskingStretch): RateAmong | null => {
    const asked = questions.filter(({ askedAt }) => askedAt >= from && askedAt < to);
    const ids = asked.map(({ conversationId }) => conversationId);
    return rateAmong(figures.resolutionRate, ids, (among, measures) => store.countAmong(among, measures));
  };
  const stretches = stretchesAround(createdAt, now);
  const [before, after] = [rateIn(stretches.before), rateIn(stretches.after)];
  return { askings, resolutionRate: before === null && after === null ? null : { before, after } };
}
