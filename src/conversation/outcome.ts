import { closeOf, creditedTeammate } from './close.js';
import { codeSets, eventCodes, isIn } from './event-code.js';
import type { EventTable } from './event-table.js';
import { findLastFeedback } from './feedback.js';
import { codesOf, countBefore, countUpTo, earliest, findFirst } from './find-events.js';
import type { Grounding, Judgement, Resolution } from './judgement.js';
import { handoffCauses, type HandoffCause } from './record.js';
import type { OutcomeRules } from './rules.js';
import { lastReplyRow } from './settlement.js';

/**
 * Judges one conversation at one clock by complete rules: the one place that decides an outcome. Looks at nothing but what
 * it is handed; `now` is epoch ms. The judgement is overwritten.
 */
export function judge(table: EventTable, now: number, rules: OutcomeRules, judgement: Judgement): void {
  judgement.clear();
  const { evidence } = judgement;
  // Events after the clock do not exist yet; nor does a conversation that starts after it.
  const visible = table.startedAt > now ? 0 : countUpTo(table, table.count, now);
  const firstReply = findFirst(table, codeSets.agentReplies, visible);
  const agentHandoff = findFirst(table, codeSets.agentHandoffs, visible);
  const toAgent = findFirst(table, codeSets.toAgent, visible);
  const handledBy = earliest(firstReply, agentHandoff);
  evidence.visible = visible;
  evidence.handledBy = handledBy;
  judgement.handled = handledBy >= 0;
  judgement.assignedAt = atOf(table, toAgent >= 0 ? toAgent : handledBy);
  judgement.closedAt = closeOf(table, now, visible);
  if (judgement.handled) {
    const lastReply = lastReplyRow(table, visible, rules.windowMs, firstReply, agentHandoff);
    settle(table, lastReply, now, rules, judgement);
    findHandoff(table, agentHandoff, earliest(firstReply, toAgent), judgement);
    const decisive = codesOf(table, evidence.counted);
    findHuman(decisive, judgement);
    judgement.grounding = groundingBy(decisive);
    resolve(table, rules, judgement);
  }
  const { closedAt, resolution } = judgement;
  if (!Number.isNaN(closedAt) && resolution !== 'resolved' && resolution !== 'pending')
    judgement.closedByTeammate = creditedTeammate(table, visible, closedAt);
}

/** From the last reply follows when the outcome is frozen, and which events decide it. */
function settle(table: EventTable, lastReply: number, now: number, rules: OutcomeRules, judgement: Judgement): void {
  const { evidence } = judgement;
  judgement.lastAgentReplyAt = table.at[lastReply]!;
  judgement.settlesAt = judgement.lastAgentReplyAt + rules.windowMs;
  judgement.settled = now >= judgement.settlesAt;
  evidence.lastReply = lastReply;
  evidence.counted = countBefore(table, evidence.visible, judgement.settlesAt);
}

/**
 * @param agentHandoff row of the first handoff by the agent, -1 for none
 * @param agentCame row of the first reply by the agent or assignment to it, -1 for none
 */
function findHandoff(table: EventTable, agentHandoff: number, agentCame: number, judgement: Judgement): void {
  const { evidence } = judgement;
  const { visible, counted } = evidence;
  const handoff = agentCame < 0 ? agentHandoff : firstHandoff(table, visible, counted, agentHandoff, agentCame);
  evidence.handoff = handoff;
  if (handoff < 0) return;
  judgement.handoffAt = table.at[handoff]!;
  judgement.handoffCause = causeOf(table.codes[handoff]!);
  judgement.handoffLate = judgement.handoffAt >= judgement.settlesAt;
  if (judgement.closedAt >= judgement.handoffAt) judgement.timeToCloseMs = judgement.closedAt - judgement.assignedAt;
}

/**
 * The first handoff up to the clock. Handoff events count where they are by the agent or come after it came in; where none
 * of them lies among the counted events, an assignment to a teammate after the agent came in is a handoff as well.
 */
function firstHandoff(
  table: EventTable,
  visible: number,
  counted: number,
  agentHandoff: number,
  agentCame: number,
): number {
  const told = earliest(agentHandoff, findFirst(table, codeSets.handoffs, visible, agentCame + 1));
  if (told >= 0 && told < counted) return told;
  return earliest(told, findFirst(table, codeSets.toTeammate, visible, agentCame + 1));
}

/** A handoff event says its cause; of an assignment it is who assigned. The codes are in the order of the causes. */
function causeOf(code: number): HandoffCause {
  const first = isIn(codeSets.handoffs, code) ? eventCodes.handoffByAgent : eventCodes.assignedByAgent;
  return handoffCauses[code - first]!;
}

/** @param decisive the set of the codes of all counted events */
function findHuman(decisive: number, judgement: Judgement): void {
  const { handoff, counted } = judgement.evidence;
  const wrote = (decisive & codeSets.teammateMessages) !== 0;
  judgement.humanInvolved = wrote || (handoff >= 0 && handoff < counted);
  judgement.humanJoined = wrote && handoff < 0;
  judgement.deflected = !judgement.humanInvolved;
  judgement.transferRequested = (decisive & codeSets.transferRequests) !== 0;
}

/** @param decisive the set of the codes of all counted events */
function groundingBy(decisive: number): Grounding {
  if ((decisive & codeSets.groundedReplies) !== 0) return 'grounded';
  return (decisive & codeSets.unknownReplies) !== 0 ? 'unknown' : 'ungrounded';
}

function resolve(table: EventTable, rules: OutcomeRules, judgement: Judgement): void {
  const { evidence, settled, transferRequested } = judgement;
  const lastFeedback = findLastFeedback(table, evidence.counted, evidence.lastReply);
  const feedback = lastFeedback < 0 ? eventCodes.other : table.codes[lastFeedback]!;
  const against = standsAgainst(transferRequested, judgement.humanInvolved, rules);
  const failed = against || feedback === eventCodes.feedbackNegative;
  evidence.lastFeedback = lastFeedback;
  judgement.resolution = settled ? settledResolution(judgement.grounding!, failed, rules) : 'pending';
  judgement.couldResolve = !settled && !against;
  if (judgement.resolution !== 'resolved') return;
  judgement.confirmed = feedback === eventCodes.feedbackPositive;
  judgement.resolutionTimeMs = judgement.lastAgentReplyAt - table.startedAt;
}

/** Whether a resolution is ruled out whatever the feedback says. */
export function standsAgainst(transferRequested: boolean, humanInvolved: boolean, rules: OutcomeRules): boolean {
  return transferRequested || (humanInvolved && rules.requireNoHuman);
}

/**
 * First match wins; the order is the definition's.
 * @param failed something stands against a resolution, or the last feedback is negative
 */
export function settledResolution(grounding: Grounding, failed: boolean, rules: OutcomeRules): Resolution {
  if (grounding === 'ungrounded' || failed) return 'unresolved';
  if (grounding === 'grounded' || rules.unknownGrounding === 'grounded') return 'resolved';
  return rules.unknownGrounding === 'ungrounded' ? 'unresolved' : 'undeterminable';
}

function atOf(table: EventTable, row: number): number {
  return row < 0 ? NaN : table.at[row]!;
}
