import { describeValue, Door, reasonOf } from '../conversation/door.js';
import { AdapterError, DefinitionError, type Refusal } from '../errors.js';
import { foldText } from './fold-text.js';
import {
  gapStatuses,
  type GapListQuery,
  type GapQuestion,
  type GapStatus,
  type GapTopicPage,
  type KnowledgeGapTopic,
} from './gap-records.js';

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
  const lastAskedAt = counted.reduce((latest, question) => Math.max(latest, askedAt(question)), -Infinity);
  return { openQuestions: counted.length, conversations: conversationIds.length, lastAskedAt, conversationIds };
}

function askedAt(question: GapQuestion): number {
  if (typeof question.askedAt === 'number') return question.askedAt;
  const door = new Door('gap question');
  door.id = question.id;
  return door.instant(question.askedAt, 'askedAt');
}

/** The topics that have a question of this status, counted. Only open ones can have returned. */
export function topicsWithStatus(topics: readonly TopicQuestions[], status: GapStatus): KnowledgeGapTopic[] {
  return topics.flatMap(({ id, title, questions, returned = false }) => {
    const count = countTopic(questions, status);
    return count === null ? [] : [{ id, title, status, ...count, returned: returned && status === 'open' }];
  });
}

/** One topic with what it is sorted by. */
interface Row {
  readonly key: string | number;
  readonly id: string;
  readonly topic: KnowledgeGapTopic;
}

/**
 * One page of the topics that a query finds, as any source must answer it: filtered by status, searched without regard
 * to case and accents, sorted with ties by id. A page starts after the row that the cursor names, not after a number of
 * rows: topics that come or go between two pages neither repeat nor hide others.
 * @param locale BCP 47 tag whose alphabet titles are sorted by
 * @throws {AdapterError} `not-found` for a cursor of another listing
 * @throws {DefinitionError} for a limit below 1
 */
export function listTopics(topics: readonly KnowledgeGapTopic[], query: GapListQuery, locale = 'en'): GapTopicPage {
  if (!Number.isInteger(query.limit) || query.limit < 1) {
    throw new DefinitionError(`listTopics: limit: expected a whole number from 1 on, got ${query.limit}.`);
  }
  const wanted = foldText(query.search.trim());
  const found = topics
    .filter(({ status, title }) => status === query.status && foldText(title).includes(wanted))
    .map((topic) => ({ key: sortKey(topic, query.sortBy), id: topic.id, topic }));
  const inOrder = orderOf(query, locale);
  found.sort(inOrder);
  const after = query.cursor === undefined ? undefined : readCursor(query.cursor, query);
  const rest = after === undefined ? found : found.filter((row) => inOrder(row, after) > 0);
  const shown = rest.slice(0, query.limit);
  const last = shown.at(-1);
  const hasMore = last !== undefined && rest.length > shown.length;
  return {
    topics: shown.map((row) => row.topic),
    ...(hasMore ? { cursor: writeCursor(last, query) } : {}),
    total: found.length,
  };
}

function sortKey(topic: KnowledgeGapTopic, sortBy: GapListQuery['sortBy']): string | number {
  if (sortBy === 'title') return topic.title;
  if (sortBy === 'conversations') return topic.conversations;
  if (typeof topic.lastAskedAt === 'number') return topic.lastAskedAt;
  const door = new Door('knowledge gap');
  door.id = topic.id;
  return door.instant(topic.lastAskedAt, 'lastAskedAt');
}

type RowOrder = (a: Omit<Row, 'topic'>, b: Omit<Row, 'topic'>) => number;

function orderOf({ sortBy, direction }: GapListQuery, locale: string): RowOrder {
  const sign = direction === 'ascending' ? 1 : -1;
  const collator = sortBy === 'title' ? collatorOf(locale) : null;
  return (a, b) => {
    const byKey = collator === null ? Number(a.key) - Number(b.key) : collator.compare(String(a.key), String(b.key));
    return byKey === 0 ? byId(a.id, b.id) : sign * byKey;
  };
}

function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function collatorOf(locale: string): Intl.Collator {
  const options = { numeric: true, sensitivity: 'base' } as const;
  try {
    return new Intl.Collator(locale, options);
  } catch {
    return new Intl.Collator('en', options); // A page's lang attribute can hold anything.
  }
}

function writeCursor(row: Row, query: GapListQuery): string {
  return JSON.stringify([query.status, query.sortBy, query.direction, row.key, row.id]);
}

function readCursor(cursor: string, query: GapListQuery): Omit<Row, 'topic'> {
  const [status, sortBy, direction, key, id] = parseCursor(cursor);
  const isOurs = status === query.status && sortBy === query.sortBy && direction === query.direction;
  const isKey = query.sortBy === 'title' ? typeof key === 'string' : typeof key === 'number';
  if (isOurs && isKey && typeof id === 'string') return { key: key as string | number, id };
  throw new AdapterError(
    'not-found',
    `The list of knowledge gaps has no cursor ${describeValue(cursor)} in this order. Ask again without a cursor.`,
  );
}

function parseCursor(cursor: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(cursor);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
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

/** One page of topics that has passed the door. */
export interface CheckedTopicPage {
  readonly topics: readonly CheckedTopic[];
  /** Topics that were left out, each with the reason. */
  readonly refused: readonly Refusal[];
  readonly cursor?: string;
  readonly total?: number;
}

/** What one page and one topic may hold at the most. */
const MOST = { topics: 10_000, label: 1_000, title: 1_000_000, cursor: 1_100_000, conversations: 1_000_000 } as const;

/**
 * Checks an untrusted page of topics. A topic that is wrong is left out by name and sinks none of the others.
 * @throws {DataError} where the page itself is not what the contract says
 */
export function parseTopicPage(page: unknown): CheckedTopicPage {
  const door = new Door('page of knowledge gaps');
  return reading(door, page, () => {
    const { topics: list, cursor: rawCursor, total } = door.object(page, '');
    const entries = [...door.list(list, 'topics', MOST.topics)];
    const cursor = door.optionalText(rawCursor, 'cursor', MOST.cursor);
    const isCounted = total !== undefined && total !== null;
    return {
      ...parseTopics(entries),
      ...(cursor === null || cursor === '' ? {} : { cursor }),
      ...(isCounted ? { total: parseCount(total, 'total', door) } : {}),
    };
  });
}

function parseTopics(list: readonly unknown[]): Pick<CheckedTopicPage, 'topics' | 'refused'> {
  const topics = new Map<string, CheckedTopic>();
  const refused: Refusal[] = [];
  for (const raw of list) {
    const door = new Door('knowledge gap');
    try {
      const topic = reading(door, raw, () => parseTopic(raw, door));
      if (topics.has(topic.id))
        door.refuse('id', topic.id, 'expected an id of its own. Merge the topics in your adapter');
      topics.set(topic.id, topic);
    } catch (error) {
      if (door.refusal === null || error !== door.refusal) throw error;
      const { id, field, value, message } = door.refusal;
      refused.push({ ...(id === undefined ? {} : { id }), field, value, message });
    }
  }
  return { topics: [...topics.values()], refused };
}

function parseTopic(raw: unknown, door: Door): CheckedTopic {
  const topic = door.object(raw, '');
  const id = door.text(topic['id'], 'id', MOST.label);
  door.id = id;
  return {
    id,
    title: door.text(topic['title'], 'title', MOST.title),
    openQuestions: parseCount(topic['openQuestions'], 'openQuestions', door),
    conversations: parseCount(topic['conversations'], 'conversations', door),
    lastAskedAt: door.instant(topic['lastAskedAt'], 'lastAskedAt'),
    status: door.oneOf(topic['status'], 'status', gapStatuses),
    returned: door.optionalBoolean(topic['returned'], 'returned') ?? false,
    conversationIds: parseIds(topic['conversationIds'], door),
  };
}

function parseIds(raw: unknown, door: Door): readonly string[] | null {
  if (raw === undefined || raw === null) return null;
  const field = 'conversationIds';
  return door.list(raw, field, MOST.conversations).map((id, index) => door.text(id, `${field}[${index}]`, MOST.label));
}

function parseCount(raw: unknown, field: string, door: Door): number {
  if (typeof raw !== 'number' || !Number.isSafeInteger(raw) || raw < 0) {
    door.refuse(field, raw, 'expected a whole number from 0 on. Count it in your adapter');
  }
  return raw;
}

/** A getter or proxy of the source that throws is a refusal by name as well, not a crash. */
function reading<T>(door: Door, raw: unknown, read: () => T): T {
  try {
    return read();
  } catch (error) {
    // Not `instanceof`: a getter can throw a DataError of its own making, or a proxy that throws when it is asked.
    if (door.refusal !== null && error === door.refusal) throw error;
    return door.refuse('', raw, `reading it failed (${reasonOf(error)}). Hand over plain data`);
  }
}
