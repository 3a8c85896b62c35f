import type { CheckedEvent, Conversation } from './conversation.js';
import { codeSets, eventCodes, isIn } from './event-code.js';
import type { EventTable } from './event-table.js';
import { earliest, findFirst } from './find-events.js';
import type { Judgement } from './judgement.js';
import type { ActorKind, EventType } from './record.js';

/** What a conversation must meet to count as resolved, in the order it is told. */
export const criteria = [
  'handled',
  'settled',
  'grounded',
  'no-transfer-request',
  'no-negative-feedback',
  'no-human',
] as const;
export type CriterionName = (typeof criteria)[number];

/** An event as a trace names it. */
export interface TracedEvent {
  readonly type: EventType;
  /** Epoch ms. */
  readonly at: number;
  /** null where the source gave none. */
  readonly id: string | null;
  /** null where nobody is named. */
  readonly by: ActorKind | null;
}

/** One criterion: how it stands, by which event, and since when. */
export interface TracedCriterion {
  readonly criterion: CriterionName;
  /** `unknown` where the source does not tell, and for everything after `handled` where that is not met. */
  readonly state: 'met' | 'not-met' | 'unknown';
  /** Later events can still change it. */
  readonly open: boolean;
  /** The event that decided it; null where the absence of one did. */
  readonly event: TracedEvent | null;
  /** When it was decided, epoch ms; for `settled` when the window ends. null where nothing decided it. */
  readonly at: number | null;
}

/** Why a conversation counts as it does. */
export interface Trace {
  /** All six, in order. */
  readonly criteria: readonly TracedCriterion[];
  /** Epoch ms; null where not handled. */
  readonly settlesAt: number | null;
  /** What happened at or after settlement and therefore changed nothing. */
  readonly tooLate: readonly TracedEvent[];
}

/**
 * Tells from a judgement, criterion by criterion, why it came out as it did.
 * @param table what was judged: the same conversation's
 */
export function traceOf(conversation: Conversation, table: EventTable, judgement: Judgement): Trace {
  const { events } = conversation;
  const { evidence, handled, settled, grounding } = judgement;
  const pending = handled && !settled;
  const row = (
    criterion: CriterionName,
    state: TracedCriterion['state'],
    index: number,
    open: boolean,
  ): TracedCriterion => {
    const event = events[index];
    return {
      criterion,
      state: handled || criterion === 'handled' ? state : 'unknown',
      open,
      event: event ? traced(event) : null,
      at: event?.at ?? null,
    };
  };
  const transferRequested = judgement.transferRequested;
  const negative = table.codes[evidence.lastFeedback] === eventCodes.feedbackNegative;
  const firstCounted = (set: number): number => findFirst(table, set, evidence.counted);
  const humanMessage = firstCounted(codeSets.teammateMessages);
  const human = evidence.handoff < evidence.counted ? earliest(evidence.handoff, humanMessage) : humanMessage;
  const settlesAt = Number.isNaN(judgement.settlesAt) ? null : judgement.settlesAt;
  const groundedState = grounding === 'grounded' ? 'met' : grounding === 'unknown' ? 'unknown' : 'not-met';
  return {
    criteria: [
      row('handled', handled ? 'met' : 'not-met', evidence.handledBy, false),
      { ...row('settled', settled ? 'met' : 'not-met', evidence.lastReply, pending), at: settlesAt },
      row('grounded', groundedState, firstCounted(codeSets.groundedReplies), pending && grounding !== 'grounded'),
      row(
        'no-transfer-request',
        transferRequested ? 'not-met' : 'met',
        firstCounted(codeSets.transferRequests),
        pending && !transferRequested,
      ),
      row('no-negative-feedback', negative ? 'not-met' : 'met', evidence.lastFeedback, pending),
      row('no-human', judgement.humanInvolved ? 'not-met' : 'met', human, pending && !judgement.humanInvolved),
    ],
    settlesAt,
    tooLate: settled ? tooLate(events, table, evidence.counted, evidence.visible) : [],
  };
}

function tooLate(
  events: readonly CheckedEvent[],
  { codes }: EventTable,
  counted: number,
  visible: number,
): readonly TracedEvent[] {
  const late: TracedEvent[] = [];
  for (let index = counted; index < visible; index++)
    if (isIn(WOULD_HAVE_MATTERED, codes[index]!)) late.push(traced(events[index]!));
  return late;
}

const WOULD_HAVE_MATTERED =
  codeSets.agentReplies |
  codeSets.teammateMessages |
  codeSets.transferRequests |
  codeSets.handoffs |
  (1 << eventCodes.handoffElsewhere) |
  codeSets.toTeammate |
  codeSets.feedback;

function traced(event: CheckedEvent): TracedEvent {
  return { type: event.type, at: event.at, id: event.id, by: event.by?.kind ?? null };
}
