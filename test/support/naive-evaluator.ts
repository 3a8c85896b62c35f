/**
 * A second opinion on every outcome: the sentences of the metrics page, transcribed one by one and never optimised.
 * It shares no code with the kit but the types of a record, so a fault has to be made twice to go unseen.
 */
import type {
  Actor,
  ConversationEvent,
  ConversationRecord,
  FeedbackEvent,
  FeedbackValue,
  HandoffCause,
  MessageEvent,
} from '../../src/conversation/record.js';
import {
  comesAfterAgent,
  existingEvents,
  isAgentReply,
  isAssignmentToAgent,
  isPublicMessage,
  naiveInstant,
} from './naive-events.js';
import type { At, OrderedEvent } from './naive-events.js';

/** The rules that a conversation is judged by. Durations in ms. */
export interface NaiveRules {
  readonly windowMs: number;
  readonly requireNoHuman: boolean;
  readonly unknownGrounding: 'undeterminable' | 'grounded' | 'ungrounded';
}

/** The rules of the source: 72 hours, nobody of the team involved, unknown grounding left open. */
export const naiveDefaultRules: NaiveRules = {
  windowMs: 72 * 60 * 60 * 1000,
  requireNoHuman: true,
  unknownGrounding: 'undeterminable',
};

/** How a handled conversation ended. */
export type NaiveResolution = 'resolved' | 'unresolved' | 'undeterminable' | 'pending';

/** The first handoff of a conversation. */
export interface NaiveHandoff {
  /** Epoch ms. */
  readonly at: number;
  readonly cause: HandoffCause;
  /** True when it came at settlement or after it. */
  readonly late: boolean;
}

/** One feedback submission. */
export interface NaiveFeedback {
  /** Epoch ms. */
  readonly at: number;
  readonly value: FeedbackValue;
}

/** Everything that is claimed of one conversation. Instants are epoch ms, null where there is none. */
export interface NaiveOutcome {
  readonly handled: boolean;
  readonly lastAgentReplyAt: number | null;
  readonly settlesAt: number | null;
  readonly settled: boolean;
  /** Null for an unhandled conversation. */
  readonly resolution: NaiveResolution | null;
  readonly confirmed: boolean;
  readonly couldResolve: boolean;
  readonly deflected: boolean;
  readonly humanInvolved: boolean;
  readonly humanJoined: boolean;
  readonly transferRequested: boolean;
  readonly handoff: NaiveHandoff | null;
  readonly assignedAt: number | null;
  readonly closedAt: number | null;
  /** Null unless resolved; may be negative. */
  readonly resolutionTimeMs: number | null;
  /** Null unless handed off and closed at the handoff or after it; may be negative. */
  readonly timeToCloseMs: number | null;
  /** Id of the teammate who is credited; `unknown` for one without an id. */
  readonly closedByTeammate: string | null;
  /** `no` for an unhandled conversation. */
  readonly grounding: 'yes' | 'no' | 'unknown';
  /** The submissions that the feedback measures count. */
  readonly feedback: readonly NaiveFeedback[];
}

/** The outcome of one well-formed conversation as it stands at `now`, epoch ms. */
export function naiveEvaluate(
  record: ConversationRecord,
  options: { readonly now: number; readonly rules?: Partial<NaiveRules> },
): NaiveOutcome {
  const rules = { ...naiveDefaultRules, ...options.rules };
  const { now } = options;
  const startedAt = naiveInstant(record.startedAt);
  const events = existingEvents(record, now);
  const replies = events.filter(isAgentReply);
  const agentHandoffs = events.filter((event) => isHandoffEvent(event, events) && event.cause === 'agent');

  // "Assigned at: the first assignment to the agent, else the first agent reply or handoff by the agent."
  const firstTurn = events.find((event) => isAgentReply(event) || agentHandoffs.includes(event));
  const assignedAt = (events.find(isAssignmentToAgent) ?? firstTurn)?.at ?? null;
  const closedAt = closingInstant(record, events, now);

  const last = lastTurn(replies, agentHandoffs, rules.windowMs);
  // "Handled: at least one agent reply, or a handoff with cause `agent`."
  if (last === null) {
    const closedByTeammate = closedAt === null ? null : closer(events, closedAt);
    return { ...unhandled, assignedAt, closedAt, closedByTeammate };
  }

  const settlesAt = last.at + rules.windowMs;
  const settled = now >= settlesAt;
  // "Counted events are those with `at < settlesAt` and `at <= now`."
  const counted = events.filter((event) => event.at < settlesAt);
  const handoffs = handoffsOf(events, counted);
  const teammateWrote = counted.some((event) => isPublicMessage(event) && event.by.kind === 'teammate');
  // "A public message by a teammate, or a handoff, among the counted events."
  const humanInvolved = teammateWrote || handoffs.some((handoff) => counted.includes(handoff));
  const transferRequested = counted.some((event) => event.type === 'transfer-request');
  const grounding = groundingOf(counted.filter(isAgentReply));
  const lastFeedback = counted.filter((event) => event.type === 'feedback' && isAbout(event, last)).at(-1);
  const lastFeedbackValue = lastFeedback?.type === 'feedback' ? lastFeedback.value : null;

  const humanForbids = rules.requireNoHuman && humanInvolved;
  const resolution = firstMatch();
  const firstHandoff = handoffs[0];
  const handoff =
    firstHandoff === undefined
      ? null
      : { at: firstHandoff.at, cause: causeOf(firstHandoff), late: firstHandoff.at >= settlesAt };
  // "closedAt − assignedAt where it was handed off and closed at or after the handoff"
  const closedAfterHandoff = handoff !== null && closedAt !== null && closedAt >= handoff.at;
  // "for a closed conversation that is neither resolved nor pending"
  const creditsTeam = closedAt !== null && resolution !== 'resolved' && resolution !== 'pending';

  return {
    handled: true,
    lastAgentReplyAt: last.at,
    settlesAt,
    settled,
    resolution,
    confirmed: resolution === 'resolved' && lastFeedbackValue === 'positive',
    // "could resolve unless a transfer was requested, or a human was involved while `requireNoHuman` is on"
    couldResolve: resolution === 'pending' && !transferRequested && !humanForbids,
    // "Deflected: handled, and no human involved."
    deflected: !humanInvolved,
    humanInvolved,
    // "a public message by a teammate is among the counted events, and no handoff happened up to now"
    humanJoined: teammateWrote && handoff === null,
    transferRequested,
    handoff,
    assignedAt,
    closedAt,
    resolutionTimeMs: resolution === 'resolved' ? last.at - startedAt : null,
    timeToCloseMs: closedAfterHandoff && assignedAt !== null ? closedAt - assignedAt : null,
    closedByTeammate: creditsTeam ? closer(events, closedAt) : null,
    grounding,
    feedback: submissions(events, replies),
  };

  /** "Resolution of a handled conversation, first match wins" */
  function firstMatch(): NaiveResolution {
    if (!settled) return 'pending';
    const knownUngrounded = grounding === 'no' || (grounding === 'unknown' && rules.unknownGrounding === 'ungrounded');
    if (knownUngrounded || transferRequested || lastFeedbackValue === 'negative' || humanForbids) return 'unresolved';
    if (grounding === 'unknown' && rules.unknownGrounding === 'undeterminable') return 'undeterminable';
    return 'resolved';
  }
}

/** "For an unhandled conversation every claim below is false and every instant null." */
const unhandled: NaiveOutcome = {
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
  assignedAt: null,
  closedAt: null,
  resolutionTimeMs: null,
  timeToCloseMs: null,
  closedByTeammate: null,
  grounding: 'no',
  feedback: [],
};

type HandoffLike = At<Extract<ConversationEvent, { type: 'handoff' | 'assignment' }>>;

/** "`handoff` events whose `to` is absent or a teammate, and that are by the agent or come after [the agent]" */
function isHandoffEvent(
  event: OrderedEvent,
  events: readonly OrderedEvent[],
): event is At<Extract<ConversationEvent, { type: 'handoff' }>> {
  if (event.type !== 'handoff') return false;
  const toTheTeam = (event.to ?? null) === null || event.to?.kind === 'teammate';
  return toTheTeam && (event.cause === 'agent' || comesAfterAgent(event, events));
}

/** Every handoff up to now, in order. */
function handoffsOf(events: readonly OrderedEvent[], counted: readonly OrderedEvent[]): HandoffLike[] {
  // "Where no such event is among the counted events, an `assignment` to a teammate […] is one as well"
  const assignmentsCount = !counted.some((event) => isHandoffEvent(event, events));
  return events.filter((event): event is HandoffLike => {
    if (event.type === 'assignment')
      return assignmentsCount && event.to?.kind === 'teammate' && comesAfterAgent(event, events);
    return isHandoffEvent(event, events);
  });
}

/** "With cause `agent`, `automation` (also bot and system) or `manual` (teammate) by its `by.kind`, else `unknown`." */
function causeOf(handoff: HandoffLike): HandoffCause {
  if (handoff.type === 'handoff') return handoff.cause;
  const kind = handoff.by?.kind;
  if (kind === 'agent') return 'agent';
  if (kind === 'automation' || kind === 'bot' || kind === 'system') return 'automation';
  return kind === 'teammate' ? 'manual' : 'unknown';
}

/** The reply that settlement is counted from, or the handoff that stands in for it; null for an unhandled conversation. */
function lastTurn(
  replies: readonly OrderedEvent[],
  agentHandoffs: readonly OrderedEvent[],
  windowMs: number,
): OrderedEvent | null {
  const first = replies[0];
  const standIn = agentHandoffs[0];
  // "Handled by a handoff alone, with no reply: the first such handoff stands in for it."
  if (first === undefined) return standIn ?? null;
  // "What was settled once never moves": a reply a window or more after the stand-in finds it settled.
  if (standIn !== undefined && first.at - standIn.at >= windowMs) return standIn;
  let last = first;
  for (const next of replies.slice(1)) {
    // "Stop at the first gap of a window or more."
    if (next.at - last.at >= windowMs) break;
    last = next;
  }
  return last;
}

function groundingOf(replies: readonly At<MessageEvent>[]): 'yes' | 'no' | 'unknown' {
  const grounded = replies.some(
    (reply) => (reply.sources ?? []).length > 0 || (reply.actions ?? []).some((action) => action.ok !== false),
  );
  if (grounded) return 'yes';
  const unknown = replies.some((reply) => (reply.sources ?? null) === null || (reply.actions ?? null) === null);
  return unknown ? 'unknown' : 'no';
}

/** "Names the last agent reply, or […] names no message and has an `at` not earlier than that reply's." */
function isAbout(feedback: At<FeedbackEvent>, last: OrderedEvent): boolean {
  const named = feedback.messageId ?? null;
  return named === null ? feedback.at >= last.at : named === (last.id ?? null);
}

/** "Where it comes at or after the first agent reply and names no message or an agent reply." */
function submissions(events: readonly OrderedEvent[], replies: readonly OrderedEvent[]): NaiveFeedback[] {
  const first = replies[0];
  if (first === undefined) return [];
  return events.flatMap((event) => {
    if (event.type !== 'feedback' || event.at < first.at) return [];
    const named = event.messageId ?? null;
    const counts = named === null || replies.some((reply) => reply.id === named);
    return counts ? [{ at: event.at, value: event.value }] : [];
  });
}

function closingInstant(record: ConversationRecord, events: readonly OrderedEvent[], now: number): number | null {
  // "`ticket.closedAt` where it is given (still open while later than now), and it wins over the events"
  const ticketClosedAt = record.ticket?.closedAt ?? null;
  if (ticketClosedAt !== null) {
    const at = naiveInstant(ticketClosedAt);
    return at > now ? null : at;
  }
  // "else the last of the `closed` and `reopened` events, if it is a `closed`; else open"
  const last = events.filter((event) => event.type === 'closed' || event.type === 'reopened').at(-1);
  return last?.type === 'closed' ? last.at : null;
}

/** Who is credited with a close: the teammate it was assigned to, else the teammate who closed it, else nobody. */
function closer(events: readonly OrderedEvent[], closedAt: number): string | null {
  const untilClose = events.filter((event) => event.at <= closedAt);
  const assignment = untilClose.filter((event) => event.type === 'assignment').at(-1);
  if (assignment?.type === 'assignment' && assignment.to?.kind === 'teammate') return teammateId(assignment.to);
  // "the teammate of the last `closed` event at or before the close that no `reopened` follows before it"
  const closed = untilClose.filter((event) => event.type === 'closed').at(-1);
  if (closed?.type !== 'closed' || closed.by?.kind !== 'teammate') return null;
  const after = events.slice(events.indexOf(closed) + 1);
  if (after.some((event) => event.type === 'reopened' && event.at < closedAt)) return null;
  return teammateId(closed.by);
}

function teammateId(actor: Actor): string {
  return actor.id ?? 'unknown';
}
