import type { RequestContext } from '../adapters/adapter.js';
import { AdapterError } from '../errors.js';
import type { CheckedPage } from '../gaps/gap-door.js';
import { parseShortAnswerPage, type CheckedShortAnswer } from '../gaps/short-answers.js';
import { PagedList, type ListQuestion, type PageRequest } from './paged-list.js';

/** The short answers made so far, the newest first. */
export class ShortAnswerList extends PagedList<CheckedShortAnswer, ListQuestion> {
  protected override async page(
    question: ListQuestion,
    request: PageRequest,
    context: RequestContext,
  ): Promise<CheckedPage<CheckedShortAnswer>> {
    const { shortAnswers } = this.adapter;
    if (typeof shortAnswers?.list !== 'function') {
      throw new AdapterError('unsupported', 'The adapter has no shortAnswers.');
    }
    return parseShortAnswerPage(await shortAnswers.list({ ...question, ...request }, context));
  }

  /** Only the source knows which short answers there are: it is asked again. */
  protected override after(shortAnswers: readonly CheckedShortAnswer[]): readonly CheckedShortAnswer[] {
    return shortAnswers;
  }
}
