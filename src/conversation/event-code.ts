import type { CheckedEvent } from './conversation.js';
import { feedbackValues, handoffCauses } from './record.js';

/**
 * What an event is to the judge, as a number below 32: everything a judgement asks of one event but its instant and whom
 * or what it names. Codes from `closedByTeammate` on name a teammate, those from `feedbackPositive` on another event.
 */
export const eventCodes = {
  /** Nothing that decides anything: the visitor's messages, internal notes, what bots and automations write. */
  other: 0,
  /** A public message by the agent that used no source and did nothing. */
  ungroundedReply: 1,
  /** One whose source does not tell. */
  unknownReply: 2,
  groundedReply: 3,
  /** A public message by a teammate. */
  teammateMessage: 4,
  transferRequest: 5,
  /** Handoffs to the team or to nobody in particular, by cause. */
  handoffByAgent: 6,
  handoffByAutomation: 7,
  handoffManual: 8,
  handoffByUnknown: 9,
  /** A handoff to somebody outside the team, as to a bot: none that counts. */
  handoffElsewhere: 10,
  assignedToAgent: 11,
  /** Assigned to nobody, or to somebody who is neither the agent nor a teammate. */
  assignedElsewhere: 12,
  reopened: 13,
  /** Closed by anybody but a teammate. */
  closed: 14,
  closedByTeammate: 15,
  /** Assigned to a teammate, by the cause that it has where it counts as a handoff. */
  assignedByAgent: 16,
  assignedByAutomation: 17,
  assignedManually: 18,
  assignedByUnknown: 19,
  feedbackPositive: 20,
  feedbackNeutral: 21,
  feedbackNegative: 22,
} as const;

/** Sets of event codes: bit `1 << code` is set for each code inside. */
export const codeSets = {
  agentReplies: setOf('ungroundedReply', 'unknownReply', 'groundedReply'),
  groundedReplies: setOf('groundedReply'),
  unknownReplies: setOf('unknownReply'),
  teammateMessages: setOf('teammateMessage'),
  transferRequests: setOf('transferRequest'),
  handoffs: setOf('handoffByAgent', 'handoffByAutomation', 'handoffManual', 'handoffByUnknown'),
  agentHandoffs: setOf('handoffByAgent'),
  toAgent: setOf('assignedToAgent'),
  toTeammate: setOf('assignedByAgent', 'assignedByAutomation', 'assignedManually', 'assignedByUnknown'),
  assignments: setOf(
    'assignedToAgent',
    'assignedElsewhere',
    'assignedByAgent',
    'assignedByAutomation',
    'assignedManually',
    'assignedByUnknown',
  ),
  closes: setOf('closed', 'closedByTeammate'),
  reopenings: setOf('reopened'),
  feedback: setOf('feedbackPositive', 'feedbackNeutral', 'feedbackNegative'),
} as const;

function setOf(...names: readonly (keyof typeof eventCodes)[]): number {
  return names.reduce((set, name) => set | (1 << eventCodes[name]), 0);
}

/** Whether a set of {@link codeSets} holds a code. */
export function isIn(set: number, code: number): boolean {
  return ((set >> code) & 1) === 1;
}

/** Whether an event of this code names a teammate: the one it was assigned to, or the one who closed it. */
export function namesTeammate(code: number): boolean {
  return code >= eventCodes.closedByTeammate && code <= eventCodes.assignedByUnknown;
}

/** Whether an event of this code names anything: a teammate or another event. */
export function namesAnything(code: number): boolean {
  return code >= eventCodes.closedByTeammate;
}

/** The code of an event. */
export function codeOf(event: CheckedEvent): number {
  switch (event.type) {
    case 'message':
      return codeOfMessage(event);
    case 'transfer-request':
      return eventCodes.transferRequest;
    case 'handoff':
      if (event.to !== null && event.to.kind !== 'teammate') return eventCodes.handoffElsewhere;
      return eventCodes.handoffByAgent + handoffCauses.indexOf(event.cause!);
    case 'assignment':
      return codeOfAssignment(event);
    case 'feedback':
      return eventCodes.feedbackPositive + feedbackValues.indexOf(event.value!);
    case 'closed':
      return event.by?.kind === 'teammate' ? eventCodes.closedByTeammate : eventCodes.closed;
    case 'reopened':
      return eventCodes.reopened;
  }
}

function codeOfMessage({ by, public: isPublic, sources, actions }: CheckedEvent): number {
  if (!isPublic) return eventCodes.other;
  if (by?.kind === 'teammate') return eventCodes.teammateMessage;
  if (by?.kind !== 'agent') return eventCodes.other;
  if ((sources?.length ?? 0) > 0 || actions?.some((action) => action.ok !== false)) return eventCodes.groundedReply;
  return sources === null || actions === null ? eventCodes.unknownReply : eventCodes.ungroundedReply;
}

function codeOfAssignment({ to, by }: CheckedEvent): number {
  if (to?.kind === 'agent') return eventCodes.assignedToAgent;
  if (to?.kind !== 'teammate') return eventCodes.assignedElsewhere;
  switch (by?.kind) {
    case 'agent':
      return eventCodes.assignedByAgent;
    case 'automation':
    case 'bot':
    case 'system':
      return eventCodes.assignedByAutomation;
    case 'teammate':
      return eventCodes.assignedManually;
    default:
      return eventCodes.assignedByUnknown;
  }
}
