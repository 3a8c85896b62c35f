import { DefinitionError } from '../errors.js';
import { EventTable } from './event-table.js';
import { Judgement, type Grounding, type Resolution } from './judgement.js';
import { judge } from './outcome.js';
import { parseConversation } from './parse.js';
import type { ConversationRecord, HandoffCause } from './record.js';
import { completeRules, type OutcomeRules } from './rules.js';
import { TeammateNumbers } from './teammate-numbers.js';
import { traceOf, type Trace } from './trace.js';

/** The first handoff of a conversation. `late`: at or after settlement, so that it changes no frozen outcome. */
export interface Handoff {
  readonly at: number;
  readonly cause: HandoffCause;
  readonly late: boolean;
}

/** The outcome of one conversation at one clock, with the reason for it. Instants are epoch ms or null. */
export interface Outcome {
  readonly handled: boolean;
  readonly lastAgentReplyAt: number | null;
  readonly settlesAt: number | null;
  readonly settled: boolean;
  /** null where the conversation was not handled. */
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
  readonly trace: Trace;
}

/**
 * Evaluates one record: pure, the same for the same record, clock and rules.
 * @param options.now the clock, epoch ms; events after it do not exist yet
 * @param options.rules what differs from the official rules
 * @throws {DataError} where the record is refused
 * @throws {DefinitionError} where the clock or a rule makes no sense
 */
export function evaluate(
  record: ConversationRecord,
  options: { readonly now: number; readonly rules?: Partial<OutcomeRules> },
): Outcome {
  if (!Number.isFinite(options.now))
    throw new DefinitionError(`evaluate: now: expected epoch milliseconds, got ${options.now}.`);
  const conversation = parseConversation(record);
  const teammates = new TeammateNumbers();
  const table = new EventTable();
  table.fillFrom(conversation, teammates.of);
  const judgement = new Judgement();
  judge(table, options.now, completeRules(options.rules), judgement);
  const closedByTeammate = teammates.idOf(judgement.closedByTeammate);
  return { ...claimsOf(judgement), closedByTeammate, trace: traceOf(conversation, table, judgement) };
}

/** A judgement as a value of its own, with null for what there is none of. */
export function claimsOf(judgement: Judgement): Omit<Outcome, 'closedByTeammate' | 'trace'> {
  const { evidence: _, closedByTeammate: __, handoffAt, handoffCause, handoffLate, ...claims } = judgement;
  return {
    ...claims,
    lastAgentReplyAt: numberOrNull(claims.lastAgentReplyAt),
    settlesAt: numberOrNull(claims.settlesAt),
    handoff: handoffCause === null ? null : { at: handoffAt, cause: handoffCause, late: handoffLate },
    assignedAt: numberOrNull(claims.assignedAt),
    closedAt: numberOrNull(claims.closedAt),
    resolutionTimeMs: numberOrNull(claims.resolutionTimeMs),
    timeToCloseMs: numberOrNull(claims.timeToCloseMs),
  };
}

function numberOrNull(number: number): number | null {
  return Number.isNaN(number) ? null : number;
}
