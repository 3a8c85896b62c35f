import { closeOf, creditedTeammate } from './close.js';
import type { CheckedEvent, Conversation } from './conversation.js';
import { findLastFeedback } from './feedback.js';
import { earliest, findIndex } from './find-events.js';
import type { HandoffCause } from './record.js';
import type { OutcomeRules } from './rules.js';
import { isAgentReply, lastReplyIndex } from './settlement.js';

/** How a handled conversation ended; null in an {@link Outcome} means it was not handled. */
export type Resolution = 'resolved' | 'unresolved' | 'undeterminable' | 'pending';

/** Whether a reply used a source or did something. */
export type Grounding = 'grounded' | 'ungrounded' | 'unknown';

/** The first handoff of a conversation. `late`: at or after settlement, so that it changes no frozen outcome. */
export interface Handoff {
  readonly at: number;
  readonly cause: HandoffCause;
  readonly late: boolean;
}

/** Everything that is claimed of one conversation at one clock. Instants are epoch ms or null. */
export interface Judgement {
  readonly handled: boolean;
  readonly lastAgentReplyAt: number | null;
  readonly settlesAt: number | null;
  readonly settled: boolean;
  readonly resolution: Resolution | null;
  /** Resolved, and the last feedback is positive; otherwise a resolution is assumed. */
  readonly confirmed: boolean;
  /** Pending, and nothing final stands against a resolution yet. */
  readonly couldResolve: boolean;
  readonly deflected: boolean;
  readonly humanInvolved: boolean;
  /** A teammate wrote in time and no handoff happened up to now. */
  readonly humanJoined: boolean;
  readonly transferRequested: boolean;
  readonly handoff: Handoff | null;
  readonly assignedAt: number | null;
  readonly closedAt: number | null;
  /** Negative where the source's clock is wrong: visible here, left out of every time measure. null unless resolved. */
  readonly resolutionTimeMs: number | null;
  /** null unless handed off and closed at or after the handoff; may be negative like the resolution time. */
  readonly timeToCloseMs: number | null;
  /** The teammate credited with the close; `unknown` for one without an id; null for nobody. */
  readonly closedByTeammate: string | null;
  /** null where the conversation was not handled. */
  readonly grounding: Grounding | null;
  /** Where in the events the decisions lie. */
  readonly evidence: Evidence;
}

/** Events that decided something, by index into the conversation's events; -1 for none. */
export interface Evidence {
  /** Events up to the clock: the first so many. */
  readonly visible: number;
  /** Events that decide resolution and deflection: the first so many. 0 where not handled. */
  readonly counted: number;
  readonly handledBy: number;
  /** The reply that settlement is counted from, or the agent's handoff that stands in for it. */
  readonly lastReply: number;
  readonly groundedBy: number;
  readonly transferRequest: number;
  readonly lastFeedback: number;
  readonly humanMessage: number;
  readonly handoff: number;
}

/** Judges one conversation at one clock by complete rules. Pure; `now` is epoch ms. */
export function judge(conversation: Conversation, now: number, rules: OutcomeRules): Judgement {
  const { events } = conversation;
  const visible = countVisible(conversation, now);
  const firstReply = findIndex(events, visible, isAgentReply);
  const firstAgentHandoff = findIndex(events, visible, (event) => isHandoff(event) && event.cause === 'agent');
  const handledBy = earliest(firstReply, firstAgentHandoff);
  const toAgent = findIndex(events, visible, (event) => event.type === 'assignment' && event.to?.kind === 'agent');
  const assignedAt = atOf(events, toAgent >= 0 ? toAgent : handledBy);
  const closedAt = closeOf(conversation, now, visible);
  if (handledBy < 0) return notHandled(conversation, visible, assignedAt, closedAt);

  const lastReply = lastReplyIndex(events, visible, rules.windowMs, firstAgentHandoff);
  const lastAgentReplyAt = events[lastReply]!.at;
  const settlesAt = lastAgentReplyAt + rules.windowMs;
  const settled = now >= settlesAt;
  const counted = countBefore(events, visible, settlesAt);
  const handoffIndex = firstHandoff(events, visible, counted, earliest(firstReply, toAgent));
  const handoffEvent = events[handoffIndex];
  const handoff =
    handoffEvent === undefined
      ? null
      : { at: handoffEvent.at, cause: causeOf(handoffEvent), late: handoffEvent.at >= settlesAt };

  const transferRequest = findIndex(events, counted, (event) => event.type === 'transfer-request');
  const humanMessage = findIndex(events, counted, isTeammateMessage);
  const lastFeedback = findLastFeedback(events, counted, lastReply, lastAgentReplyAt);
  const groundedBy = findIndex(events, counted, isGroundedReply);
  const grounding =
    groundedBy >= 0 ? 'grounded' : events.slice(0, counted).some(hasUnknownGrounding) ? 'unknown' : 'ungrounded';

  const transferRequested = transferRequest >= 0;
  const humanInvolved = humanMessage >= 0 || (handoffIndex >= 0 && handoffIndex < counted);
  const humanRulesOut = humanInvolved && rules.requireNoHuman;
  const failed = transferRequested || humanRulesOut || events[lastFeedback]?.value === 'negative';
  const resolution = settled ? settledResolution(grounding, failed, rules) : 'pending';
  const resolved = resolution === 'resolved';
  return {
    handled: true,
    lastAgentReplyAt,
    settlesAt,
    settled,
    resolution,
    confirmed: resolved && events[lastFeedback]?.value === 'positive',
    couldResolve: !settled && !transferRequested && !humanRulesOut,
    deflected: !humanInvolved,
    humanInvolved,
    humanJoined: humanMessage >= 0 && handoff === null,
    transferRequested,
    handoff,
    assignedAt,
    closedAt,
    resolutionTimeMs: resolved ? lastAgentReplyAt - conversation.startedAt : null,
    timeToCloseMs: handoff !== null && closedAt !== null && closedAt >= handoff.at ? closedAt - assignedAt! : null,
    closedByTeammate: resolved || !settled || closedAt === null ? null : creditedTeammate(events, visible, closedAt),
    grounding,
    evidence: {
      visible,
      counted,
      handledBy,
      lastReply,
      groundedBy,
      transferRequest,
      lastFeedback,
      humanMessage,
      handoff: handoffIndex,
    },
  };
}

/** Of an unhandled conversation nothing is claimed but when it was assigned and closed, and by whom. */
function notHandled(
  conversation: Conversation,
  visible: number,
  assignedAt: number | null,
  closedAt: number | null,
): Judgement {
  return {
    handled: false,
    lastAgentReplyAt: null,
    settlesAt: null,
    settled: false,
    resolution: null,
    confirmed: false,
    couldResolve: false,
    deflected: false,
    humanInvolved: false,
    humanJoined: false,
    transferRequested: false,
    handoff: null,
    assignedAt,
    closedAt,
    resolutionTimeMs: null,
    timeToCloseMs: null,
    closedByTeammate: closedAt === null ? null : creditedTeammate(conversation.events, visible, closedAt),
    grounding: null,
    evidence: {
      visible,
      counted: 0,
      handledBy: -1,
      lastReply: -1,
      groundedBy: -1,
      transferRequest: -1,
      lastFeedback: -1,
      humanMessage: -1,
      handoff: -1,
    },
  };
}

/** First match wins; the order is the definition's. */
function settledResolution(grounding: Grounding, failed: boolean, rules: OutcomeRules): Resolution {
  if (grounding === 'ungrounded' || failed) return 'unresolved';
  if (grounding === 'grounded' || rules.unknownGrounding === 'grounded') return 'resolved';
  return rules.unknownGrounding === 'ungrounded' ? 'unresolved' : 'undeterminable';
}

/** Events after the clock do not exist yet; nor does a conversation that starts after it. */
function countVisible(conversation: Conversation, now: number): number {
  const { events } = conversation;
  if (conversation.startedAt > now) return 0;
  let visible = events.length;
  while (visible > 0 && events[visible - 1]!.at > now) visible--;
  return visible;
}

/** How many of the first `visible` events, which are in order, come before an instant. */
function countBefore(events: readonly CheckedEvent[], visible: number, instant: number): number {
  let count = visible;
  while (count > 0 && events[count - 1]!.at >= instant) count--;
  return count;
}

/** A handoff event to the team or to nobody in particular; one to a bot is none. */
function isHandoff(event: CheckedEvent): boolean {
  return event.type === 'handoff' && (event.to === null || event.to.kind === 'teammate');
}

/**
 * The first handoff up to the clock. Handoff events count where they are by the agent or come after it came in; where none
 * of them lies among the counted events, an assignment to a teammate after the agent came in is a handoff as well.
 */
function firstHandoff(events: readonly CheckedEvent[], visible: number, counted: number, agentCame: number): number {
  const afterAgent = (index: number): boolean => agentCame >= 0 && index > agentCame;
  const told = findIndex(
    events,
    visible,
    (event, index) => isHandoff(event) && (event.cause === 'agent' || afterAgent(index)),
  );
  if (told >= 0 && told < counted) return told;
  const derived = findIndex(
    events,
    visible,
    (event, index) => event.type === 'assignment' && event.to?.kind === 'teammate' && afterAgent(index),
  );
  return earliest(told, derived);
}

/** A handoff event says its cause; of an assignment it is who assigned. */
function causeOf(event: CheckedEvent): HandoffCause {
  if (event.type === 'handoff') return event.cause!;
  switch (event.by?.kind) {
    case 'agent':
      return 'agent';
    case 'automation':
    case 'bot':
    case 'system':
      return 'automation';
    case 'teammate':
      return 'manual';
    default:
      return 'unknown';
  }
}

function isTeammateMessage(event: CheckedEvent): boolean {
  return event.type === 'message' && event.public && event.by?.kind === 'teammate';
}

function isGroundedReply(event: CheckedEvent): boolean {
  if (!isAgentReply(event)) return false;
  return (event.sources?.length ?? 0) > 0 || (event.actions ?? []).some((action) => action.ok !== false);
}

function hasUnknownGrounding(event: CheckedEvent): boolean {
  return isAgentReply(event) && (event.sources === null || event.actions === null);
}

function atOf(events: readonly CheckedEvent[], index: number): number | null {
  return events[index]?.at ?? null;
}
