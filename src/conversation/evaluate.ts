import { DefinitionError } from '../errors.js';
import { judge, type Judgement } from './outcome.js';
import { parseConversation } from './parse.js';
import type { ConversationRecord } from './record.js';
import { completeRules, type OutcomeRules } from './rules.js';
import { traceOf, type Trace } from './trace.js';

/** The outcome of one conversation at one clock, with the reason for it. Instants are epoch ms or null. */
export interface Outcome extends Omit<Judgement, 'evidence'> {
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
  const { evidence, ...outcome } = judge(conversation, options.now, completeRules(options.rules));
  return { ...outcome, trace: traceOf(conversation, { ...outcome, evidence }) };
}
