import { channelInEnglish } from './en-channels.js';
import type { Format } from './format.js';
import type { RankingWords } from './messages.js';
import { pluralOf } from './plural.js';

/** The reports that say what a whole is made of, in English. */
export function breakdownsInEnglish(format: Format) {
  const plural = pluralOf('en');
  const { count, ratio } = format;
  const others = (amount: number): string => plural(amount, { one: '1 other', other: `${count(amount)} others` });
  return {
    'conversations-by-channel-chart': {
      title: 'Conversations handled by channel',
      note: 'Share of all handled',
      part: channelInEnglish,
      others,
      of: ({ parts }) => plural(parts, { one: 'on 1 channel', other: `across ${count(parts)} channels` }),
      foot: null,
      empty: {
        title: 'No conversations in this range',
        text: 'Channels appear here once the agent has replied on one.',
      },
      table: { part: 'Channel', count: 'Handled', share: 'Share' },
    } satisfies RankingWords,
    'team-resolutions-chart': {
      title: 'Customer agent on your team',
      note: 'Conversations resolved, by who resolved them',
      /** The empty name is the agent’s. */
      part: (name: string) => (name === '' ? 'Customer agent' : name),
      others,
      of: ({ own, whole }) => `by the agent, ${count(own)} of ${count(whole)}`,
      foot: 'Two rules: the agent’s count after 72 hours without a person, teammates’ when the ticket is closed',
      empty: { title: 'Nothing resolved in this range', text: 'Whoever resolves conversations appears here.' },
      table: { part: 'Resolved by', count: 'Conversations', share: 'Share' },
    } satisfies RankingWords,
    'resolution-rate-card': {
      title: 'Resolution rate',
      note: 'How the handled conversations ended',
      of: (part: number, whole: number) => `${count(part)} of ${count(whole)} settled`,
      nothing: 'Nothing settled yet',
      parts: {
        handled: 'Handled',
        resolved: 'Resolved',
        confirmed: 'confirmed by the visitor',
        pending: 'Pending',
        unresolved: 'Not resolved',
        unresolvedWithPerson: 'with a person',
        unresolvedAlone: 'without a person',
        undeterminable: 'Cannot be told',
      },
      foot: (low: number, high: number) => `Can end between ${ratio(low)} and ${ratio(high)}`,
      empty: {
        title: 'No conversations in this range',
        text: 'The rate appears here 72 hours after the agent’s first replies to visitors.',
      },
      table: { part: 'Outcome', count: 'Conversations', share: 'Share of handled' },
    },
    'customer-agent-handoff': {
      title: 'Customer agent handoff',
      note: 'From assignment to the agent to the closed ticket',
      of: 'of assigned were handed off',
      nothing: 'Nothing assigned to the agent',
      steps: {
        assigned: 'Assigned to the agent',
        handedOff: 'Handed off to a person',
        closed: 'Ticket closed',
      },
      ofStepBefore: (share: number) => `${ratio(share)} of step before`,
      averageTimeToClose: 'Average time to close',
      medianTimeToClose: 'Median',
      nineInTen: '9 in 10 closed within',
      open: 'Handed off, still open',
      conversionRate: 'Handoff rate of assigned',
      empty: {
        title: 'No conversations in this range',
        text: 'The steps appear here once conversations are assigned to the agent.',
      },
      table: { figure: 'Figure', value: 'Value', of: 'Of' },
    },
  };
}
