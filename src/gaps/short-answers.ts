import { Door } from '../conversation/door.js';
import { foldText } from './fold-text.js';
import { instantOf, most, parseIds, parsePage, reading, type CheckedPage } from './gap-door.js';
import type { ShortAnswer, ShortAnswerPage, ShortAnswersQuery } from './gap-records.js';
import { latestFirst, pageOf } from './keyset.js';

/**
 * One page of the short answers that a query finds, as any source must answer it: the newest first.
 * @throws {AdapterError} `not-found` for a cursor of another listing
 * @throws {DefinitionError} for a limit below 1
 */
export function listShortAnswers(shortAnswers: readonly ShortAnswer[], query: ShortAnswersQuery): ShortAnswerPage {
  const wanted = foldText(query.search.trim());
  const rows = shortAnswers
    .filter(({ question, answer }) => foldText(question).includes(wanted) || foldText(answer).includes(wanted))
    .map((shortAnswer) => {
      const { id, createdAt } = shortAnswer;
      return { key: instantOf('short answer', id, createdAt, 'createdAt'), id, value: shortAnswer };
    });
  const listing = { name: 'list of short answers', marks: [], keyType: 'number', inOrder: latestFirst } as const;
  const { values, ...rest } = pageOf(rows, listing, query);
  return { shortAnswers: values, ...rest };
}

/** A short answer that has passed the door. */
export interface CheckedShortAnswer extends ShortAnswer {
  /** Epoch ms. */
  readonly createdAt: number;
  readonly createdBy: string | null;
  readonly topicId: string | null;
  readonly url: string | null;
}

/**
 * Checks an untrusted page of short answers.
 * @throws {DataError} where the page itself is not what the contract says
 */
export function parseShortAnswerPage(page: unknown): CheckedPage<CheckedShortAnswer> {
  return parsePage(page, {
    page: 'page of short answers',
    field: 'shortAnswers',
    entry: 'short answer',
    read: readShortAnswer,
  });
}

/**
 * Checks one untrusted short answer.
 * @throws {DataError} naming the field that is wrong
 */
export function parseShortAnswer(raw: unknown): CheckedShortAnswer {
  const door = new Door('short answer');
  return reading(door, raw, () => readShortAnswer(raw, door));
}

function readShortAnswer(raw: unknown, door: Door): CheckedShortAnswer {
  const shortAnswer = door.object(raw, '');
  const id = door.text(shortAnswer['id'], 'id', most.label);
  door.id = id;
  return {
    id,
    question: door.text(shortAnswer['question'], 'question', most.text),
    answer: door.text(shortAnswer['answer'], 'answer', most.text),
    createdAt: door.instant(shortAnswer['createdAt'], 'createdAt'),
    createdBy: door.optionalText(shortAnswer['createdBy'], 'createdBy', most.label),
    topicId: door.optionalText(shortAnswer['topicId'], 'topicId', most.label),
    resolvesQuestionIds: parseIds(shortAnswer['resolvesQuestionIds'], 'resolvesQuestionIds', door),
    url: door.optionalText(shortAnswer['url'], 'url', most.url),
  };
}
