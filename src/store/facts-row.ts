import type { Conversation } from '../conversation/conversation.js';
import { feedbackSubmissions, type FeedbackSubmission } from '../conversation/feedback.js';
import { judge } from '../conversation/outcome.js';
import type { OutcomeRules } from '../conversation/rules.js';
import type { HandoffCause } from '../conversation/record.js';
import { bitOf, type ConversationFact } from '../metrics/facts.js';

/** One conversation at one clock as the counters see it. */
export interface FactsRow {
  /** Facts of `facts.ts`, one bit each. */
  readonly bits: number;
  readonly startedAt: number;
  /** Epoch ms; NaN where not handled. */
  readonly settlesAt: number;
  /** ms; NaN where there is none to count. */
  readonly resolutionTimeMs: number;
  /** ms; NaN where there is none to count. */
  readonly timeToCloseMs: number;
  /** Who is credited with the close; null for nobody. */
  readonly teammate: string | null;
  readonly feedback: readonly FeedbackSubmission[];
  /** The next instant at which anything of this row changes by itself; Infinity for never. */
  readonly changesAt: number;
  /** When it starts, closes or has its last event, whatever comes last; the clock cuts nothing off. */
  readonly lastAt: number;
  /** A duration is below zero. */
  readonly negativeDuration: boolean;
}

const factOfCause: Readonly<Record<HandoffCause, ConversationFact>> = {
  agent: 'handedOffByAgent',
  automation: 'handedOffByAutomation',
  manual: 'handedOffManually',
  unknown: 'handedOffByUnknown',
};

/** Judges a conversation and turns the judgement into facts. */
export function factsOf(conversation: Conversation, now: number, rules: OutcomeRules): FactsRow {
  const judgement = judge(conversation, now, rules);
  const { handled, handoff, resolution, resolutionTimeMs, timeToCloseMs, settlesAt } = judgement;
  const started = conversation.startedAt <= now;
  const excluded = started && conversation.excluded !== null;
  const counted = started && !excluded && conversation.eligible && conversation.initiatedBy === 'visitor';

  let bits = 0;
  const claim = (fact: ConversationFact, holds: boolean): void => {
    if (holds) bits |= bitOf(fact);
  };
  claim('counted', counted);
  claim('excluded', excluded);
  claim('handled', handled);
  if (resolution !== null) claim(resolution, true);
  claim('confirmed', judgement.confirmed);
  claim('couldResolve', judgement.couldResolve);
  claim('deflected', judgement.deflected);
  claim('handedOff', handoff !== null);
  if (handoff !== null) claim(factOfCause[handoff.cause], true);
  claim('handedOffLate', handoff?.late === true);
  claim('humanJoined', judgement.humanJoined);
  claim('transferRequested', judgement.transferRequested);
  claim('assigned', judgement.assignedAt !== null);
  claim('closedAfterHandoff', timeToCloseMs !== null);
  claim('resolutionTimed', resolutionTimeMs !== null && resolutionTimeMs >= 0);
  claim('closeTimed', timeToCloseMs !== null && timeToCloseMs >= 0);
  claim('closedByTeammate', judgement.closedByTeammate !== null);
  claim('incomplete', !conversation.complete);
  claim('unknownGrounding', judgement.grounding === 'unknown');

  return {
    bits,
    startedAt: conversation.startedAt,
    settlesAt: settlesAt ?? NaN,
    resolutionTimeMs: resolutionTimeMs ?? NaN,
    timeToCloseMs: timeToCloseMs ?? NaN,
    teammate: judgement.closedByTeammate,
    feedback: counted && handled ? feedbackSubmissions(conversation, judgement.evidence.visible) : [],
    changesAt: nextChange(conversation, now, judgement.evidence.visible, settlesAt),
    lastAt: lastOf(conversation),
    negativeDuration: (resolutionTimeMs ?? 0) < 0 || (timeToCloseMs ?? 0) < 0,
  };
}

/** The conversation starts, an event begins to exist, the window ends, or the ticket closes: whatever comes first after now. */
function nextChange(conversation: Conversation, now: number, visible: number, settlesAt: number | null): number {
  if (conversation.startedAt > now) return conversation.startedAt;
  const candidates = [conversation.events[visible]?.at, settlesAt, conversation.ticket?.closedAt];
  return candidates.reduce<number>((next, at) => (at != null && at > now && at < next ? at : next), Infinity);
}

/** When the conversation starts, closes or has its last event, whatever comes last. */
function lastOf({ startedAt, events, ticket }: Conversation): number {
  return Math.max(startedAt, events.at(-1)?.at ?? -Infinity, ticket?.closedAt ?? -Infinity);
}
