import { DefinitionError } from '../errors.js';

const HOUR_MS = 3_600_000;

/** The rules a conversation's outcome is decided by. */
export interface OutcomeRules {
  /** How long after the agent's last reply an outcome stays open, ms. */
  readonly windowMs: number;
  /** Whether a person's involvement rules a resolution out. */
  readonly requireNoHuman: boolean;
  /** How a conversation is read whose source does not tell sources and actions. */
  readonly unknownGrounding: 'undeterminable' | 'grounded' | 'ungrounded';
}

/** The source's own rules: "The resolution status is evaluated and set 72 hours after the last customer agent response." */
export const officialRules: OutcomeRules = Object.freeze({
  windowMs: 72 * HOUR_MS,
  requireNoHuman: true,
  unknownGrounding: 'undeterminable',
});

/**
 * Rules with the official ones filled in.
 * @throws {DefinitionError} naming the rule that makes no sense
 */
export function completeRules(rules: Partial<OutcomeRules> = {}): OutcomeRules {
  const unknown = Object.keys(rules).find((name) => !Object.hasOwn(officialRules, name));
  if (unknown !== undefined) {
    throw new DefinitionError(`rules.${unknown}: expected one of ${Object.keys(officialRules).join(', ')}.`);
  }
  const complete = { ...officialRules, ...rules };
  if (!Number.isFinite(complete.windowMs) || complete.windowMs <= 0) {
    throw new DefinitionError(`rules.windowMs: expected milliseconds above 0, got ${complete.windowMs}.`);
  }
  if (typeof complete.requireNoHuman !== 'boolean') {
    throw new DefinitionError(
      `rules.requireNoHuman: expected true or false, got ${JSON.stringify(complete.requireNoHuman)}.`,
    );
  }
  if (!['undeterminable', 'grounded', 'ungrounded'].includes(complete.unknownGrounding)) {
    throw new DefinitionError(
      `rules.unknownGrounding: expected undeterminable, grounded or ungrounded, got ${JSON.stringify(complete.unknownGrounding)}.`,
    );
  }
  return Object.freeze(complete);
}

/** Whether two complete sets of rules decide alike. */
export function sameRules(a: OutcomeRules, b: OutcomeRules): boolean {
  return (
    a.windowMs === b.windowMs && a.requireNoHuman === b.requireNoHuman && a.unknownGrounding === b.unknownGrounding
  );
}
