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
  switch (write.kind) {
    case 'resolve': {
      if (typeof source?.resolve !== 'function') throw unsupported(write);
      const answer: unknown = await source.resolve(write.command, context);
      return { ...parseChanged(write, answer), shortAnswer: parseMade(answer) };
    }
    case 'dismiss': {
      if (typeof source?.dismiss !== 'function') throw unsupported(write);
      return parseChanged(write, await source.dismiss(write.command, context));
    }
    case 'restore': {
      if (typeof source?.restore !== 'function') throw unsupported(write);
      return parseChanged(write, await source.restore(write.command, context));
    }
  }
}

/** What takes a confirmed write back, exactly. Only what leaves *open* can be taken back. */
export function undoOf({ to, topics, shortAnswer }: GapOutcome): RestoreGaps | null {
  if (to === 'open') return null;
  return { topics, from: to, ...(shortAnswer === null ? {} : { shortAnswerId: shortAnswer.id }) };
}

function unsupported({ kind }: GapWrite): AdapterError {
  return new AdapterError('unsupported', `The adapter has no knowledgeGaps.${kind}.`);
}

const STATUS_AFTER = { resolve: 'resolved', dismiss: 'dismissed', restore: 'open' } as const;

function parseChanged(write: GapWrite, raw: unknown): GapOutcome {
  const door = new Door(`answer to ${write.kind}`);
  const topics = reading(door, raw, () => parseChangedTopics(door.object(raw, '')['topics'], door));
  const from = write.kind === 'restore' ? write.command.from : 'open';
  return { kind: write.kind, from, to: STATUS_AFTER[write.kind], topics, shortAnswer: null };
}

function parseMade(raw: unknown): CheckedShortAnswer {
  const door = new Door('answer to resolve');
  return parseShortAnswer(reading(door, raw, () => door.object(raw, '')['shortAnswer']));
}
