import type { ConversationRecord } from '../conversation/record.js';
import type { Outcome } from '../conversation/evaluate.js';
import type { OutcomeRules } from '../conversation/rules.js';
import cases from './outcome-cases.json' with { type: 'json' };

/** A conversation with the outcome it must have. */
export interface OutcomeCase {
  /** What it shows, as a sentence. */
  readonly name: string;
  readonly record: ConversationRecord;
  /** The clock, epoch ms. */
  readonly now: number;
  /** What differs from the official rules. */
  readonly rules?: Partial<OutcomeRules>;
  /** The fields that are fixed; the others follow from the definition. */
  readonly expected: Partial<Outcome>;
}

/** The definition of an outcome in 96 conversations, for other implementations of it to be held against. */
export const outcomeCases = cases as unknown as readonly OutcomeCase[];
