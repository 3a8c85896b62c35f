import { Door } from '../conversation/door.js';
import { most, parseIds, reading } from './gap-door.js';
import type { DismissGaps, GapSelection, ResolveGap, RestoreGaps } from './gap-records.js';

/** Something to be written, in any of the three ways. */
export type GapWrite =
  | { readonly kind: 'resolve'; readonly command: ResolveGap }
  | { readonly kind: 'dismiss'; readonly command: DismissGaps }
  | { readonly kind: 'restore'; readonly command: RestoreGaps };

/** What a write is about, topic by topic. */
export function selectionsOf(write: GapWrite): readonly GapSelection[] {
  return write.kind === 'resolve' ? [write.command] : write.command.topics;
}

/** One of the three ways. */
export type GapWriteKind = GapWrite['kind'];

/** Characters a question or a short answer may have where a source names no limit of its own. */
export const DEFAULT_TEXT_LIMIT = 2_000;
/** Topics one write may be about. */
const MOST_TOPICS = 10_000;

/** What is wrong with a text that somebody typed; null: nothing. */
export function textProblem(text: string, limit: number): 'empty' | 'too-long' | null {
  if (text.trim() === '') return 'empty';
  return text.length > limit ? 'too-long' : null;
}

/**
 * Checks a write that anybody can have asked for, a script as well.
 * @param textLimit characters a question or an answer may have
 * @throws {DataError} naming the field that is wrong
 */
export function parseWrite(kind: GapWriteKind, raw: unknown, textLimit = DEFAULT_TEXT_LIMIT): GapWrite {
  const door = new Door(`gap-${kind}-request`);
  return reading(door, raw, () => {
    const command = door.object(raw, '');
    switch (kind) {
      case 'resolve':
        return { kind, command: parseResolve(command, textLimit, door) };
      case 'dismiss':
        return { kind, command: { topics: parseSelections(command['topics'], door) } };
      case 'restore':
        return { kind, command: parseRestore(command, door) };
    }
  });
}

function parseResolve(command: Record<string, unknown>, textLimit: number, door: Door): ResolveGap {
  const selection = parseSelection(command, door);
  const question = parseTyped(command['question'], 'question', textLimit, door);
  return { ...selection, question, answer: parseTyped(command['answer'], 'answer', textLimit, door) };
}

function parseRestore(command: Record<string, unknown>, door: Door): RestoreGaps {
  const shortAnswerId = door.optionalText(command['shortAnswerId'], 'shortAnswerId', most.label);
  return {
    topics: parseSelections(command['topics'], door),
    from: door.oneOf(command['from'], 'from', ['resolved', 'dismissed'] as const),
    ...(shortAnswerId === null ? {} : { shortAnswerId }),
  };
}

function parseTyped(raw: unknown, field: string, limit: number, door: Door): string {
  const text = door.text(raw, field, limit);
  if (textProblem(text, limit) !== null) door.refuse(field, raw, 'expected a text that is not blank. Fill it in');
  return text;
}

/** Selections of topics, each topic once. */
function parseSelections(raw: unknown, door: Door): readonly GapSelection[] {
  const list = door.list(raw, 'topics', MOST_TOPICS);
  if (list.length === 0) door.refuse('topics', raw, 'expected at least one topic. Name those it is about');
  const topics = parseEach(list, door);
  const ids = new Set(topics.map(({ topicId }) => topicId));
  if (ids.size < topics.length) door.refuse('topics', raw, 'expected each topic once. Merge its questions');
  return topics;
}

/** Selections with the exact questions of each, as an answer names what has changed. */
export interface CheckedSelection extends GapSelection {
  readonly questionIds: readonly string[];
}

/** The selections of an answer. */
export function parseChangedTopics(raw: unknown, door: Door): readonly CheckedSelection[] {
  const topics = parseEach(door.list(raw, 'topics', MOST_TOPICS), door);
  return topics.map(({ topicId, questionIds }, index) => {
    if (questionIds === null) {
      door.refuse(
        `topics[${index}].questionIds`,
        null,
        'expected the questions that changed. Name them in your adapter',
      );
    }
    return { topicId, questionIds };
  });
}

function parseEach(list: readonly unknown[], door: Door): readonly GapSelection[] {
  const topics = list.map((entry, index) => {
    door.enter('topics', index);
    return parseSelection(door.object(entry, ''), door);
  });
  door.enter();
  return topics;
}

function parseSelection(raw: Record<string, unknown>, door: Door): GapSelection {
  const ids = raw['questionIds'];
  const topicId = door.text(raw['topicId'], 'topicId', most.label);
  if (ids === null || ids === undefined) return { topicId, questionIds: null };
  const questionIds = [...new Set(parseIds(ids, 'questionIds', door))];
  if (questionIds.length === 0) door.refuse('questionIds', ids, 'expected at least one question, or null for all');
  return { topicId, questionIds };
}
