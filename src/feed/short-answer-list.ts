import type { PerformanceAdapter, RequestContext } from '../adapters/adapter.js';
import { AdapterError } from '../errors.js';
import type { CheckedPage } from '../gaps/gap-door.js';
import { parseShortAnswerPage, type CheckedShortAnswer } from '../gaps/short-answers.js';
import type { Clock } from './clock.js';
import { PagedList, type ListQuestion, type PageRequest } from './paged-list.js';
import { TopicHistories } from './topic-histories.js';

/** The short answers made so far, the newest first, and the histories of their topics. */
export class ShortAnswerList extends PagedList<CheckedShortAnswer, ListQuestion> {
  readonly histories: TopicHistories;

  constructor(adapter: PerformanceAdapter, changed: () => void, clock?: Clock) {
    super(adapter, changed, clock);
    this.histories = new TopicHistories(adapter, changed, clock);
  }

  override refresh(): void {
    super.refresh();
    this.histories.renew();
  }

  override stop(): void {
    super.stop();
    this.histories.stop();
  }

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
