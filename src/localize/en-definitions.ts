import type { OutcomeRules } from '../conversation/rules.js';
import type { Format } from './format.js';
import { pluralOf } from './plural.js';

const GROUNDING: Readonly<Record<OutcomeRules['unknownGrounding'], string>> = {
  undeterminable: 'Where the source does not tell whether a reply used a source, the outcome cannot be told.',
  grounded: 'Where the source does not tell whether a reply used a source, it counts as if it did.',
  ungrounded: 'Where the source does not tell whether a reply used a source, it counts as if it did not.',
};

/** What each figure means, in English. */
export function definitionsInEnglish(format: Format) {
  const plural = pluralOf('en');
  const window = (ms: number): string => {
    const hours = ms / 3_600_000;
    if (!Number.isInteger(hours)) return format.duration(ms);
    return plural(hours, { one: '1 hour', other: `${format.count(hours)} hours` });
  };
  return {
    /** The rules of judging, one sentence each. */
    rules: (rules: OutcomeRules): readonly string[] => [
      `A conversation settles ${window(rules.windowMs)} after the agent’s last reply.`,
      rules.requireNoHuman
        ? 'A conversation a person took part in is not resolved.'
        : 'A conversation a person took part in can be resolved.',
      GROUNDING[rules.unknownGrounding],
    ],
    resolved: {
      text: 'Conversations the agent resolved without a person: 72 hours have passed since its last reply, it used a source or did something, nobody asked for a transfer, and the last feedback was not negative.',
      formula: 'Resolutions set in the period, at the end of their 72 hours',
    },
    handled: {
      text: 'Conversations in which the agent replied to the visitor or handed the conversation over.',
      formula: 'Handled conversations by their start',
    },
    averageResolutionTime: {
      text: 'Time from the visitor’s opening to the agent’s last reply, over the resolutions set in the period.',
      formula: 'Sum of resolution times ÷ resolutions set',
    },
    deflectionRate: {
      text: 'Share of handled conversations in which no person took part. Provisional until the 72 hours are over.',
      formula: 'Deflected ÷ handled',
    },
    helpfulRate: {
      text: 'Share of positive answers among all feedback visitors gave to the agent, when they gave it.',
      formula: 'Positive ÷ all feedback',
    },
    resolutionRate: {
      text: 'Share of settled conversations the agent resolved without a person. Conversations still in their 72 hours are left out; the band shows how far they can move the rate.',
      formula: 'Resolved ÷ (resolved + not resolved)',
    },
    handleRate: {
      text: 'Share of the visitors’ conversations in which the agent replied or which it handed over.',
      formula: 'Handled ÷ conversations',
    },
    handoffRate: {
      text: 'Share of handled conversations that went to a person, whether the agent, an automation or a teammate handed them over.',
      formula: 'Handoffs ÷ handled',
    },
    resolvedByStart: {
      text: 'Conversations the agent resolved without a person, by when they began. Those of the last 72 hours are still pending.',
      formula: 'Resolved conversations by their start',
    },
    pending: {
      text: 'Handled conversations whose 72 hours since the agent’s last reply are not over: they become resolved or not.',
      formula: 'Pending conversations by their start',
    },
    deflected: {
      text: 'Handled conversations no person took part in. Not always resolved: a visitor may have left. Provisional until the 72 hours are over.',
      formula: 'Deflected conversations by their start',
    },
    feedback: {
      text: 'Feedback that visitors gave to the agent’s replies, each answer when it was given.',
      formula: 'Answers by type, at their own time',
    },
    handoffs: {
      text: 'Handled conversations that went to a person, once each, by what caused the first handoff: the agent, an automation, a teammate, or unknown.',
      formula: 'Handoffs by the start of their conversation',
    },
    closedByTeammate: {
      text: 'Conversations a teammate closed: the one they were assigned to then, or else the one who closed them. Conversations the agent resolved are not among them.',
      formula: 'Closed conversations by their start',
    },
    funnel: {
      text: 'Conversations assigned to the agent, those of them that went to a person, and those whose ticket was closed since.',
      formula: 'Handed off ÷ assigned',
    },
    averageTimeToClose: {
      text: 'Time from the assignment to the agent until the ticket was closed, of conversations that went to a person.',
      formula: 'Sum of times to close ÷ closed',
    },
  };
}
