import { Door } from '../conversation/door.js';
import type { Refusal } from '../errors.js';
import { foldText } from './fold-text.js';
import { instantOf, most, parsePage, readOrRefusal, type CheckedPage } from './gap-door.js';
import { gapStatuses, type GapQuestion, type GapQuestionPage, type GapQuestionsQuery } from './gap-records.js';
import { latestFirst, pageOf } from './keyset.js';

/**
 * One page of a topic's questions that a query finds, as any source must answer it: the latest first.
 * @throws {AdapterError} `not-found` for a cursor of another listing
 * @throws {DefinitionError} for a limit below 1
 */
export function listQuestions(questions: readonly GapQuestion[], query: GapQuestionsQuery): GapQuestionPage {
  const wanted = foldText(query.search.trim());
  const rows = questions
    .filter(({ status, text }) => status === query.status && foldText(text).includes(wanted))
    .map((question) => ({ key: askedAtOf(question), id: question.id, value: question }));
  const marks = [query.topicId, query.status];
  const listing = { name: 'list of questions', marks, keyType: 'number', inOrder: latestFirst } as const;
  const { values, ...rest } = pageOf(rows, listing, query);
  return { questions: values, ...rest };
}

/**
 * When a question was asked, epoch ms.
 * @throws {DataError} where its time is none
 */
export function askedAtOf({ id, askedAt }: GapQuestion): number {
  return instantOf('gap question', id, askedAt, 'askedAt');
}

/** A question that has passed the door. */
export interface CheckedQuestion extends GapQuestion {
  /** Epoch ms. */
  readonly askedAt: number;
  /** null: there is none, or the source does not tell. */
  readonly ticket: { readonly id: string; readonly url: string | null } | null;
}

/** A page of questions that has passed the door. */
export interface CheckedQuestionPage extends CheckedPage<CheckedQuestion> {
  /** What the topic is called; null: the page does not tell. */
  readonly title: string | null;
  /** Why what the page tells of its topic was left out; null: nothing of it was. */
  readonly titleRefusal: Refusal | null;
}

/**
 * Checks an untrusted page of questions. A title that is wrong is left out by name and sinks none of the questions.
 * @throws {DataError} where the page itself is not what the contract says
 */
export function parseQuestionPage(page: unknown): CheckedQuestionPage {
  return { ...parseQuestions(page), ...parseTitle(page) };
}

function parseTitle(page: unknown): Pick<CheckedQuestionPage, 'title' | 'titleRefusal'> {
  const door = new Door('page of gap questions');
  const result = readOrRefusal(door, page, () => {
    const { topic } = door.object(page, '');
    return topic === undefined || topic === null
      ? null
      : door.text(door.object(topic, 'topic')['title'], 'topic.title', most.text);
  });
  return 'refusal' in result
    ? { title: null, titleRefusal: result.refusal }
    : { title: result.value, titleRefusal: null };
}

function parseQuestions(page: unknown): CheckedPage<CheckedQuestion> {
  return parsePage(page, {
    page: 'page of gap questions',
    field: 'questions',
    entry: 'gap question',
    read: parseQuestion,
  });
}

function parseQuestion(raw: unknown, door: Door): CheckedQuestion {
  const question = door.object(raw, '');
  const id = door.text(question['id'], 'id', most.label);
  door.id = id;
  return {
    id,
    // A visitor can send nothing at all, such as a picture.
    text: door.optionalText(question['text'], 'text', most.text) ?? '',
    askedAt: door.instant(question['askedAt'], 'askedAt'),
    conversationId: door.text(question['conversationId'], 'conversationId', most.label),
    ticket: parseTicket(question['ticket'], door),
    status: door.oneOf(question['status'], 'status', gapStatuses),
  };
}

function parseTicket(raw: unknown, door: Door): CheckedQuestion['ticket'] {
  if (raw === undefined || raw === null) return null;
  const ticket = door.object(raw, 'ticket');
  return {
    id: door.text(ticket['id'], 'ticket.id', most.label),
    url: door.optionalText(ticket['url'], 'ticket.url', most.url),
  };
}
