import type { KnowledgeGapsAdapter } from '../../adapters/adapter.js';
import { Door } from '../../conversation/door.js';
import {
  gapStatuses,
  type GapListQuery,
  type GapQuestion,
  type GapStatus,
  type KnowledgeGapTopic,
  type ShortAnswer,
} from '../../gaps/gap-records.js';
import { skip } from './outcome.js';
import { frameOf, readList, type AskList, type ListPage } from './listed.js';
import type { Probe } from './probe.js';

/** The order in which the gap table asks when it is first shown. */
export const usualOrder = { sortBy: 'conversations', direction: 'descending', search: '' } as const;

/** A topic that was read. */
export type ReadTopic = Pick<KnowledgeGapTopic, 'id' | 'title' | 'openQuestions' | 'conversations' | 'status'> & {
  readonly lastAskedAt: number;
  /** null: the source does not tell. */
  readonly conversationIds: readonly string[] | null;
};
/** A question that was read. */
export type ReadQuestion = GapQuestion & { readonly askedAt: number };
/** A short answer that was read. */
export type ReadShortAnswer = Pick<ShortAnswer, 'id' | 'question' | 'answer'> & { readonly createdAt: number };

/** The knowledge-gap half; the check is left out where there is none. */
export function gapsOf({ adapter }: Probe): KnowledgeGapsAdapter {
  return adapter.knowledgeGaps ?? skip('The adapter has no knowledgeGaps.');
}

/** Asks for topics, page by page. */
export function askTopics(probe: Probe, query: Omit<GapListQuery, 'limit' | 'cursor'>): AskList<ReadTopic> {
  const gaps = gapsOf(probe);
  const label = 'knowledgeGaps.list()';
  return async (page) => {
    const raw = await probe.ask(label, () => gaps.list({ ...query, ...page }, probe.context()));
    return pageOf(label, 'topics', raw, (entry, door) => ({
      id: door.text(entry['id'], 'id', 1_000),
      title: door.text(entry['title'], 'title', 1_000_000),
      openQuestions: countOf(entry, 'openQuestions', door),
      conversations: countOf(entry, 'conversations', door),
      lastAskedAt: door.instant(entry['lastAskedAt'], 'lastAskedAt'),
      status: door.oneOf(entry['status'], 'status', gapStatuses),
      conversationIds: entry['conversationIds'] == null ? null : idsOf(entry['conversationIds'], door),
    }));
  };
}

/** All topics of a status as the table first asks for them. */
export function topicsOf(probe: Probe, status: GapStatus): Promise<readonly ReadTopic[]> {
  return probe.once(`topics ${status}`, () =>
    readList(`knowledgeGaps.list() of ${status}`, askTopics(probe, { ...usualOrder, status })),
  );
}

/** Asks for the questions of a topic, page by page. */
export function askQuestions(probe: Probe, topicId: string, status: GapStatus, search = ''): AskList<ReadQuestion> {
  const gaps = gapsOf(probe);
  if (gaps.questions === undefined) skip('The adapter has no knowledgeGaps.questions().');
  const label = 'knowledgeGaps.questions()';
  return async (page) => {
    const raw = await probe.ask(label, () => gaps.questions!({ topicId, status, search, ...page }, probe.context()));
    return pageOf(label, 'questions', raw, (entry, door) => ({
      id: door.text(entry['id'], 'id', 1_000),
      text: door.optionalText(entry['text'], 'text', 1_000_000) ?? '',
      askedAt: door.instant(entry['askedAt'], 'askedAt'),
      conversationId: door.text(entry['conversationId'], 'conversationId', 1_000),
      status: door.oneOf(entry['status'], 'status', gapStatuses),
    }));
  };
}

/** Asks for short answers, page by page. */
export function askShortAnswers(probe: Probe, search = ''): AskList<ReadShortAnswer> {
  const { shortAnswers } = probe.adapter;
  if (shortAnswers === undefined) skip('The adapter has no shortAnswers.');
  const label = 'shortAnswers.list()';
  return async (page) => {
    const raw = await probe.ask(label, () => shortAnswers.list({ search, ...page }, probe.context()));
    return pageOf(label, 'shortAnswers', raw, (entry, door) => ({
      id: door.text(entry['id'], 'id', 1_000),
      question: door.text(entry['question'], 'question', 1_000_000),
      answer: door.text(entry['answer'], 'answer', 1_000_000),
      createdAt: door.instant(entry['createdAt'], 'createdAt'),
    }));
  };
}

function pageOf<Entry>(
  label: string,
  field: string,
  raw: unknown,
  read: (entry: Record<string, unknown>, door: Door) => Entry,
): ListPage<Entry> {
  const door = new Door(label);
  const page = door.object(raw, '');
  const entries = door.list(page[field], field, 100_000).map((entry, index) => {
    door.enter(field, index);
    return read(door.object(entry, ''), door);
  });
  door.enter();
  return { entries, ...frameOf(label, page) };
}

function countOf(entry: Record<string, unknown>, field: string, door: Door): number {
  const count = entry[field];
  if (Number.isSafeInteger(count) && (count as number) >= 0) return count as number;
  return door.refuse(field, count, 'expected a whole number from 0 on. Count it in your adapter');
}

function idsOf(raw: unknown, door: Door): readonly string[] {
  return door.list(raw, 'conversationIds', 1_000_000).map((id) => door.text(id, 'conversationIds', 1_000));
}
