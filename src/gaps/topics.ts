import type { Door } from '../conversation/door.js';
import { foldText } from './fold-text.js';
import { instantOf, most, parseCount, parseIds, parsePage, type CheckedPage } from './gap-door.js';
import {
  gapStatuses,
  type GapListQuery,
  type GapQuestion,
  type GapStatus,
  type GapTopicPage,
  type KnowledgeGapTopic,
} from './gap-records.js';
import { byId, pageOf, type Listing } from './keyset.js';
import { askedAtOf } from './questions.js';

/** A topic with all its questions, from which everything the table shows is counted. */
export interface TopicQuestions {
  readonly id: string;
  readonly title: string;
  /** Asked again after it was resolved or dismissed. */
  readonly returned?: boolean;
  /** Of any status, in any order. */
  readonly questions: readonly GapQuestion[];
}

/** What is counted of a topic's questions with one status. */
export interface TopicCount {
  readonly openQuestions: number;
  readonly conversations: number;
  /** Epoch ms. */
  readonly lastAskedAt: number;
  readonly conversationIds: readonly string[];
}

/**
 * Counts the questions of a topic that have this status: how many, in how many distinct conversations, and the latest.
 * null where none has: such a topic is not listed under the status.
 * @throws {DataError} where the time of a question is none
 */
export function countTopic(questions: readonly GapQuestion[], status: GapStatus = 'open'): TopicCount | null {
  const counted = questions.filter((question) => question.status === status);
  if (counted.length === 0) return null;
  const conversationIds = [...new Set(counted.map((question) => question.conversationId))];
  const lastAskedAt = counted.reduce((latest, question) => Math.max(latest, askedAtOf(question)), -Infinity);
  return { openQuestions: counted.length, conversations: conversationIds.length, lastAskedAt, conversationIds };
}

/** The topics that have a question of this status, counted. Only open ones can have returned. */
export function topicsWithStatus(topics: readonly TopicQuestions[], status: GapStatus): KnowledgeGapTopic[] {
  return topics.flatMap(({ id, title, questions, returned = false }) => {
    const count = countTopic(questions, status);
    return count === null ? [] : [{ id, title, status, ...count, returned: returned && status === 'open' }];
  });
}

/**
 * One page of the topics that a query finds, as any source must answer it: filtered by status, searched without regard
 * to case and accents, sorted with ties by id.
 * @param locale BCP 47 tag whose alphabet titles are sorted by
 * @throws {AdapterError} `not-found` for a cursor of another listing
 * @throws {DefinitionError} for a limit below 1
 */
export function listTopics(topics: readonly KnowledgeGapTopic[], query: GapListQuery, locale = 'en'): GapTopicPage {
  const { status, sortBy, direction } = query;
  const wanted = foldText(query.search.trim());
  const rows = topics
    .filter((topic) => topic.status === status && foldText(topic.title).includes(wanted))
    .map((topic) => ({ key: sortKey(topic, sortBy), id: topic.id, value: topic }));
  const { values, ...rest } = pageOf(
    rows,
    {
      name: 'list of knowledge gaps',
      marks: [status, sortBy, direction],
      keyType: sortBy === 'title' ? 'string' : 'number',
      inOrder: orderOf(query, locale),
    },
    query,
  );
  return { topics: values, ...rest };
}

function sortKey(topic: KnowledgeGapTopic, sortBy: GapListQuery['sortBy']): string | number {
  if (sortBy === 'title') return topic.title;
  if (sortBy === 'conversations') return topic.conversations;
  return instantOf('knowledge gap', topic.id, topic.lastAskedAt, 'lastAskedAt');
}

function orderOf({ sortBy, direction }: GapListQuery, locale: string): Listing['inOrder'] {
  const sign = direction === 'ascending' ? 1 : -1;
  const collator = sortBy === 'title' ? collatorOf(locale) : null;
  return (a, b) => {
    const byKey = collator === null ? Number(a.key) - Number(b.key) : collator.compare(String(a.key), String(b.key));
    return byKey === 0 ? byId(a.id, b.id) : sign * byKey;
  };
}

function collatorOf(locale: string): Intl.Collator {
  const options = { numeric: true, sensitivity: 'base' } as const;
  try {
    return new Intl.Collator(locale, options);
  } catch {
    return new Intl.Collator('en', options); // A page's lang attribute can hold anything.
  }
}

/** A topic that has passed the door. */
export interface CheckedTopic extends KnowledgeGapTopic {
  /** Epoch ms. */
  readonly lastAskedAt: number;
  readonly returned: boolean;
  /** null: the source does not tell. */
  readonly conversationIds: readonly string[] | null;
}

/**
 * Checks an untrusted page of topics.
 * @throws {DataError} where the page itself is not what the contract says
 */
export function parseTopicPage(page: unknown): CheckedPage<CheckedTopic> {
  return parsePage(page, {
    page: 'page of knowledge gaps',
    field: 'topics',
    entry: 'knowledge gap',
    read: parseTopic,
  });
}

function parseTopic(raw: unknown, door: Door): CheckedTopic {
  const topic = door.object(raw, '');
  const id = door.text(topic['id'], 'id', most.label);
  door.id = id;
  const ids = topic['conversationIds'];
  return {
    id,
    title: door.text(topic['title'], 'title', most.text),
    openQuestions: parseCount(topic['openQuestions'], 'openQuestions', door),
    conversations: parseCount(topic['conversations'], 'conversations', door),
    lastAskedAt: door.instant(topic['lastAskedAt'], 'lastAskedAt'),
    status: door.oneOf(topic['status'], 'status', gapStatuses),
    returned: door.optionalBoolean(topic['returned'], 'returned') ?? false,
    conversationIds: ids === undefined || ids === null ? null : parseIds(ids, 'conversationIds', door),
  };
}
