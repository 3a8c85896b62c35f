import type { Format } from './format.js';
import type { CountChartWords, EmptyWords } from './messages.js';
import { pluralOf } from './plural.js';
import { rich, strong, type RichText } from './rich-text.js';

/** The charts of counts over time, in English, by report. */
export function countChartsInEnglish(format: Format) {
  const plural = pluralOf('en');
  const { count, dateTime } = format;
  const empty = (text: string): EmptyWords => ({ title: 'No conversations in this range', text });
  const entry = (total: number, name: string): RichText => rich`${strong(count(total))} ${name}`;
  const until = (text: string, at: number | null, reference: number): string =>
    at === null ? text : `${text}; settled by ${dateTime(at, reference)}`;
  const conversations = (whole: number): string =>
    plural(whole, { one: 'of 1 conversation', other: `of ${count(whole)} conversations` });
  const answers = (whole: number): string => plural(whole, { one: 'of 1 answer', other: `of ${count(whole)} answers` });
  const handoffs = (whole: number): string =>
    plural(whole, { one: 'of 1 handoff', other: `of ${count(whole)} handoffs` });
  const feedback: Readonly<Record<string, string>> = {
    positive: 'positive',
    neutral: 'neutral',
    negative: 'negative',
  };
  const causes: Readonly<Record<string, string>> = {
    agent: 'by the agent',
    automation: 'by automation',
    manual: 'manual',
    unknown: 'cause unknown',
  };
  const canBeHandedOff = (amount: number): string => `${count(amount)} can still be handed off`;
  return {
    'conversations-handled-chart': {
      title: 'Conversations handled over time',
      note: 'With at least one reply by the agent',
      label: 'Conversations handled',
      series: { handled: 'Handled' },
      key: (_, total) => entry(total, 'handled'),
      point: (_, whole) => `handled, ${conversations(whole)}`,
      empty: empty('They appear here once the agent has replied to visitors.'),
      pending: null,
    },
    'visitor-feedback-chart': {
      title: 'Trend of visitor feedback',
      note: 'Answers by type, when they were given',
      label: 'Feedback',
      series: { positive: 'Positive', neutral: 'Neutral', negative: 'Negative' },
      key: (key, total) => entry(total, feedback[key]!),
      point: (key, whole) => `${feedback[key]!}, ${answers(whole)}`,
      empty: { title: 'No feedback in this range', text: 'It appears here once visitors have rated the agent.' },
      pending: null,
    },
    'conversations-resolved-chart': {
      title: 'Conversations resolved',
      note: 'By when they began; pending on top',
      label: 'Conversations resolved',
      series: { resolved: 'Resolved', pending: 'Pending' },
      key: (key, total) => entry(total, key === 'resolved' ? 'resolved' : 'pending'),
      point: (key, whole) =>
        key === 'resolved' ? `resolved, of ${count(whole)} settled` : `pending, of ${count(whole)} handled`,
      empty: empty('They appear here 72 hours after the agent’s first replies to visitors.'),
      pending: {
        point: (amount, at, reference) =>
          until(
            plural(amount, { one: '1 still in its 72 hours', other: `${count(amount)} still in their 72 hours` }),
            at,
            reference,
          ),
        foot: (_, at, reference) => {
          const text = 'Pending conversations become resolved or not when their 72 hours end';
          return at === null ? text : `${text}; the last by ${dateTime(at, reference)}`;
        },
        column: null,
      },
    },
    'deflections-chart': {
      title: 'Deflections over time',
      note: 'Conversations no person took part in',
      label: 'Deflections',
      series: { deflected: 'Deflected' },
      key: (_, total) => entry(total, 'deflected'),
      point: (_, whole) => `deflected, of ${count(whole)} handled`,
      empty: empty('They appear here once the agent has replied to visitors.'),
      pending: {
        point: (amount, at, reference) => until(canBeHandedOff(amount), at, reference),
        foot: (amount, at, reference) => `Hatched: ${until(canBeHandedOff(amount), at, reference)}`,
        column: 'Can still be handed off',
      },
    },
    'human-handoffs-chart': {
      title: 'Human handoffs',
      note: 'By what caused the first one',
      label: 'Human handoffs',
      series: { agent: 'By the agent', automation: 'By automation', manual: 'Manual', unknown: 'Cause unknown' },
      key: (key, total) => entry(total, causes[key]!),
      point: (key, whole) => `${causes[key]!}, ${handoffs(whole)}`,
      empty: { title: 'No handoffs in this range', text: 'They appear here once a conversation goes to a person.' },
      pending: null,
    },
  } satisfies Record<string, CountChartWords>;
}
