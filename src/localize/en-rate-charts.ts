import { timeInEnglish } from './en-time.js';
import type { Format } from './format.js';
import type { EmptyWords, RateChartWords, Unfinished } from './messages.js';
import { pluralOf } from './plural.js';

/** The charts of rates over time, in English, by report. */
export function rateChartsInEnglish(format: Format) {
  const plural = pluralOf('en');
  const { count, ratio, dateTime } = format;
  const { current: CURRENT, earlier: EARLIER } = timeInEnglish(format);
  const pending = (amount: number): string =>
    plural(amount, { one: '1 still in its 72 hours', other: `${count(amount)} still in their 72 hours` });
  const canBeHandedOff = (amount: number): string => `${count(amount)} can still be handed off`;
  const until = (text: string, at: number | null, reference: number): string =>
    at === null ? text : `${text}; settled by ${dateTime(at, reference)}`;
  const empty = (text: string): EmptyWords => ({ title: 'No conversations in this range', text });
  const resolutionFoot = (unfinished: Unfinished): string => {
    const { grain, current, earlier, settledBy, reference } = unfinished;
    const conversations = (amount: number, of: string): string =>
      plural(amount, {
        one: `1 conversation of ${of} still in its 72 hours`,
        other: `${count(amount)} conversations of ${of} still in their 72 hours`,
      });
    const sentences: string[] = [];
    if (current !== null) {
      const band = `the band shows where the rate can end, ${ratio(current.low)} to ${ratio(current.high)}`;
      sentences.push(`${conversations(current.pending, CURRENT[grain])}; ${band}.`);
      if (earlier > 0) sentences.push(`${count(earlier)} more of ${EARLIER[grain]}.`);
    } else sentences.push(`${conversations(earlier, EARLIER[grain])}.`);
    if (settledBy !== null) sentences.push(`Settled by ${dateTime(settledBy, reference)}.`);
    return `${unfinished.dashed ? 'Dashed: ' : ''}${sentences.join(' ')}`;
  };
  return {
    'handle-rate-chart': {
      title: 'Handle rate over time',
      note: 'Handled, of all visitor conversations',
      name: 'handle rate',
      label: 'Handle rate',
      of: (part, whole) => `${count(part)} of ${count(whole)}`,
      nothing: 'No conversations',
      nothingInside: 'no conversations',
      empty: empty('The rate appears here once visitors have written.'),
      table: { part: 'Handled', whole: 'Conversations' },
      pending: null,
    },
    'resolution-rate-chart': {
      title: 'Resolution rate over time',
      note: 'Resolved without a person, of conversations whose 72 hours are over',
      name: 'resolution rate',
      label: 'Resolution rate',
      of: (part, whole) => `${count(part)} of ${count(whole)} settled`,
      nothing: 'Nothing settled yet',
      nothingInside: 'nothing settled yet',
      empty: empty('The rate appears here 72 hours after the agent’s first replies to visitors.'),
      table: { part: 'Resolved', whole: 'Settled' },
      pending: {
        point: (amount, at, reference) => until(pending(amount), at, reference),
        low: (rate) => `${ratio(rate)} if none does`,
        high: (rate) => `${ratio(rate)} if all resolve`,
        foot: resolutionFoot,
        column: 'Pending',
      },
    },
    'deflection-rate-chart': {
      title: 'Deflection rate over time',
      note: 'Handled by the agent alone; not always resolved',
      name: 'deflection rate',
      label: 'Deflection rate',
      of: (part, whole) => `${count(part)} of ${count(whole)} handled`,
      nothing: 'Nothing handled',
      nothingInside: 'nothing handled',
      empty: empty('The rate appears here once the agent has replied to visitors.'),
      table: { part: 'Deflected', whole: 'Handled' },
      pending: {
        point: (amount, at, reference) => until(canBeHandedOff(amount), at, reference),
        low: (rate) => `${ratio(rate)} at least`,
        high: null,
        foot: ({ current, earlier, settledBy, dashed, reference }) => {
          const amount = (current?.pending ?? 0) + earlier;
          const text = `${canBeHandedOff(amount)}; the rate can only fall.`;
          const settled = settledBy === null ? '' : ` Settled by ${dateTime(settledBy, reference)}.`;
          return `${dashed ? 'Dashed: ' : ''}${text}${settled}`;
        },
        column: 'Can still be handed off',
      },
    },
    'human-handoff-rate-chart': {
      title: 'Human handoff rate over time',
      note: 'Handed off, of conversations handled',
      name: 'handoff rate',
      label: 'Handoff rate',
      of: (part, whole) => `${count(part)} of ${count(whole)}`,
      nothing: 'Nothing handled',
      nothingInside: 'nothing handled',
      empty: empty('The rate appears here once the agent has replied to visitors.'),
      table: { part: 'Handed off', whole: 'Handled' },
      pending: null,
    },
  } satisfies Record<string, RateChartWords>;
}
