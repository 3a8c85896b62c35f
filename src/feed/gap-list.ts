import type { PerformanceAdapter, RequestContext } from '../adapters/adapter.js';
import { AdapterError } from '../errors.js';
import type { GapOutcome } from '../gaps/commands.js';
import type { CheckedPage } from '../gaps/gap-door.js';
import type { GapListQuery } from '../gaps/gap-records.js';
import { topicsAfter } from '../gaps/known-topics.js';
import { parseTopicPage, type CheckedTopic } from '../gaps/topics.js';
import type { ListState } from './list-state.js';
import { PagedList, type PageRequest } from './paged-list.js';

/** What a table of topics is asked for. */
export type TopicQuestion = Pick<GapListQuery, 'status' | 'sortBy' | 'direction' | 'search'>;

/** How far a list of topics is. */
export type GapListState = ListState<CheckedTopic>;

/** Whether a source lists topics, before it is asked. One that fails at that may: the list says what failed. */
export function mayListTopics(adapter: PerformanceAdapter): boolean {
  try {
    return typeof adapter.knowledgeGaps?.list === 'function';
  } catch {
    return true;
  }
}

/** The topics of one table. */
export class GapList extends PagedList<CheckedTopic, TopicQuestion> {
  protected override async page(
    question: TopicQuestion,
    request: PageRequest,
    context: RequestContext,
  ): Promise<CheckedPage<CheckedTopic>> {
    const gaps = this.adapter.knowledgeGaps;
    if (typeof gaps?.list !== 'function') throw new AdapterError('unsupported', 'The adapter has no knowledgeGaps.');
    return parseTopicPage(await gaps.list({ ...question, ...request }, context));
  }

  protected override after(
    topics: readonly CheckedTopic[],
    { status }: TopicQuestion,
    outcome: GapOutcome,
  ): readonly CheckedTopic[] {
    return topicsAfter(topics, status, outcome);
  }
}
