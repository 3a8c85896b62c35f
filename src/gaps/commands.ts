import { Door } from '../conversation/door.js';
import { AdapterError } from '../errors.js';
import { reading } from './gap-door.js';
import type { DismissGaps, GapResolved, GapsChanged, GapStatus, ResolveGap, RestoreGaps } from './gap-records.js';
import { checkRights, type CheckedAccess } from './rights.js';
import { parseShortAnswer, type CheckedShortAnswer } from './short-answers.js';
import { parseChangedTopics, type CheckedSelection, type GapWrite, type GapWriteKind } from './writes.js';

/** What a source can write; a function that is absent is an absent capability. */
export interface GapWriter<Context> {
  resolve?(command: ResolveGap, context: Context): Promise<GapResolved>;
  dismiss?(command: DismissGaps, context: Context): Promise<GapsChanged>;
  restore?(command: RestoreGaps, context: Context): Promise<GapsChanged>;
}

/** What a source has confirmed. */
export interface GapOutcome {
  readonly kind: GapWriteKind;
  /** Where the questions stood before, and where they stand now. */
  readonly from: GapStatus;
  readonly to: GapStatus;
  /** The questions that changed. */
  readonly topics: readonly CheckedSelection[];
  /** Made by "Create and resolve"; null for every other write. */
  readonly shortAnswer: CheckedShortAnswer | null;
}

/**
 * Carries a write out: the right is checked, the source writes, and what it says is checked. Nothing counts as changed
 * before the source has said so.
 * @throws {PermissionError} without the right; nothing was asked of the source
 * @throws {AdapterError} `unsupported` where the source cannot, or whatever it throws
 * @throws {DataError} where the source's answer is not what the contract says
 */
export async function carryOut<Context>(
  write: GapWrite,
  access: CheckedAccess,
  source: GapWriter<Context> | undefined,
  context: Context,
): Promise<GapOutcome> {
  checkRights(access, write);
  return parseOutcome(write, await ask(write, source, context));
}

function ask<Context>(write: GapWrite, source: GapWriter<Context> | undefined, context: Context): Promise<unknown> {
  switch (write.kind) {
    case 'resolve':
      if (typeof source?.resolve === 'function') return source.resolve(write.command, context);
      break;
    case 'dismiss':
      if (typeof source?.dismiss === 'function') return source.dismiss(write.command, context);
      break;
    case 'restore':
      if (typeof source?.restore === 'function') return source.restore(write.command, context);
  }
  throw new AdapterError('unsupported', `The adapter has no knowledgeGaps.${write.kind}.`);
}

/** What takes a confirmed write back, exactly. Only what leaves *open* can be taken back. */
export function undoOf({ to, topics, shortAnswer }: GapOutcome): RestoreGaps | null {
  if (to === 'open') return null;
  return { topics, from: to, ...(shortAnswer === null ? {} : { shortAnswerId: shortAnswer.id }) };
}

const STATUS_AFTER = { resolve: 'resolved', dismiss: 'dismissed', restore: 'open' } as const;

/**
 * Checks what a source answered to a write.
 * @throws {DataError} where it is not what the contract says
 */
export function parseOutcome(write: GapWrite, raw: unknown): GapOutcome {
  const door = new Door(`answer to ${write.kind}`);
  return reading(door, raw, () => {
    const answer = door.object(raw, '');
    return {
      kind: write.kind,
      from: write.kind === 'restore' ? write.command.from : 'open',
      to: STATUS_AFTER[write.kind],
      topics: parseChangedTopics(answer['topics'], door),
      shortAnswer: write.kind === 'resolve' ? parseShortAnswer(answer['shortAnswer']) : null,
    };
  });
}
