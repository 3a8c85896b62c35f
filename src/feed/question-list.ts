import type { RequestContext } from '../adapters/adapter.js';
import { AdapterError } from '../errors.js';
import type { GapOutcome } from '../gaps/commands.js';
import type { CheckedPage } from '../gaps/gap-door.js';
import type { GapQuestionsQuery } from '../gaps/gap-records.js';
import { parseQuestionPage, type CheckedQuestion } from '../gaps/questions.js';
import { PagedList, type PageRequest } from './paged-list.js';

/** What a panel of questions is asked for. */
export type QuestionsWanted = Pick<GapQuestionsQuery, 'topicId' | 'status' | 'search'>;

/** The exact questions of one topic. */
export class QuestionList extends PagedList<CheckedQuestion, QuestionsWanted> {
  protected override readonly pageSize = 50;
  /** The topic whose questions came last, and what it is called. */
  #topic: { readonly id: string; readonly title: string } | null = null;

  /** What a topic is called; null: its source has not told. */
  titleOf(topicId: string): string | null {
    return this.#topic?.id === topicId ? this.#topic.title : null;
  }

  protected override async page(
    question: QuestionsWanted,
    request: PageRequest,
    context: RequestContext,
  ): Promise<CheckedPage<CheckedQuestion>> {
    const gaps = this.adapter.knowledgeGaps;
    if (typeof gaps?.questions !== 'function') {
      throw new AdapterError('unsupported', 'The adapter has no knowledgeGaps.questions.');
    }
    const page = parseQuestionPage(await gaps.questions({ ...question, ...request }, context));
    if (page.title !== null) this.#topic = { id: question.topicId, title: page.title };
    return page;
  }

  protected override after(
    questions: readonly CheckedQuestion[],
    { topicId, status }: QuestionsWanted,
    { topics, from }: GapOutcome,
  ): readonly CheckedQuestion[] {
    const gone = new Set(topics.find((topic) => topic.topicId === topicId)?.questionIds);
    return from === status && gone.size > 0 ? questions.filter(({ id }) => !gone.has(id)) : questions;
  }
}
