import type { AnswerVerdict } from '../metrics/askings.js';
import type { Format } from './format.js';
import { pluralOf } from './plural.js';

const VERDICTS: Readonly<Record<AnswerVerdict, string>> = {
  'asked-less': 'It helped: asked less often since',
  'asked-more': 'It did not help: asked more often since',
  'no-clear-change': 'It did not help so far: no clear change',
  'too-early': 'Too early to say',
};

/** The texts of the short answers in English. */
export function shortAnswersInEnglish(format: Format) {
  const plural = pluralOf('en');
  const { count, decimal, ratio, ratioTick } = format;
  const answers = (amount: number) =>
    plural(amount, { one: '1 short answer', other: `${count(amount)} short answers` });
  return {
    title: 'Short answers',
    note: 'What people wrote for the agent, the newest first, and whether it helped',
    list: 'Short answers',
    search: 'Search short answers',
    shown: (shown: number, total: number | null) =>
      total === null ? answers(shown) : `${count(shown)} of ${answers(total)}`,
    found: (amount: number) => plural(amount, { one: '1 short answer found', other: `${answers(amount)} found` }),
    more: (amount: number) =>
      plural(amount, { one: '1 more short answer', other: `${count(amount)} more short answers` }),
    empty: {
      title: 'No short answers yet',
      text: 'A short answer appears here when somebody has answered a topic.',
    },
    noMatch: (search: string) => ({
      title: `No short answer contains “${search}”`,
      text: 'Try fewer or other words.',
    }),
    failed: 'The short answers could not be loaded',
    failedMore: 'More short answers could not be loaded',
    forbidden: 'You cannot see these short answers',
    unsupported: { title: 'This source has no short answers', text: 'They appear here once its adapter lists them.' },
    by: (name: string) => `by ${name}`,
    open: 'Open in the help desk',
    resolved: (amount: number) =>
      plural(amount, { one: 'Resolved 1 question', other: `Resolved ${count(amount)} questions` }),
    helped: 'Did it help?',
    /** While the topic's questions are still coming. */
    looking: 'Looking at what was asked since…',
    verdict: (verdict: AnswerVerdict) => VERDICTS[verdict],
    askings: 'Asked a week',
    resolutionRate: 'Resolution rate',
    before: 'before',
    after: 'after',
    /** How often a week, with the interval. */
    perWeek: (perWeek: number, low: number, high: number) =>
      `${decimal(perWeek)} (${ratioTick(0.95)} interval ${decimal(low)} to ${decimal(high)})`,
    rate: (rate: number, part: number, whole: number) => `${ratio(rate)} (${count(part)} of ${count(whole)})`,
    unknownRate: 'not known',
    nothing: 'no time yet',
  };
}
