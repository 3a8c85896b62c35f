import type { RequestContext } from '../../../src/adapters/adapter.js';
import { newIdempotencyKey } from '../../../src/adapters/idempotency-key.js';
import type {
  DismissGaps,
  GapListQuery,
  GapQuestionsQuery,
  GapSelection,
  ResolveGap,
  ShortAnswersQuery,
} from '../../../src/gaps/gap-records.js';
import { gapsWith, type Broken } from './broken-support.js';
import { recordOf } from './working-adapter.js';

/** How everything else fails. */
export const brokenParts: readonly Broken[] = [
  {
    fault: 'finds other conversations',
    break: () => ({ conversationsById: async () => [recordOf(0), recordOf(1)] }),
    checks: ['every other question stops when it is aborted', 'conversationsById() finds conversations by their ids'],
    sentence: 'conversationsById() was aborted before it began and answered. Begin with signal.throwIfAborted().',
  },
  {
    fault: 'names a standing that there is not',
    break: () => ({
      access: async ({ signal }: RequestContext) => {
        signal.throwIfAborted();
        return { 'resolve-gap': 'yes' };
      },
    }),
    checks: [
      'access() names standings that there are',
      'a write without the right to it is refused and changes nothing',
    ],
    sentence: 'access(), resolve-gap: expected one of allowed, needs-role, needs-seat, hidden, got "yes".',
  },
  {
    fault: 'goes on telling of changes',
    break: () => ({
      subscribe: (changed: () => void, { signal }: RequestContext) => {
        const timer = setInterval(changed, 1);
        signal.addEventListener('abort', () => clearInterval(timer));
        return () => {};
      },
    }),
    checks: ['subscribe() tells nothing after it was stopped'],
    sentence: 'subscribe() told of a change after the function it handed back was called. Stop there.',
  },
  {
    fault: 'lists topics of any status',
    break: (adapter) =>
      gapsWith(adapter, {
        list: (query: GapListQuery, context: RequestContext) =>
          adapter.knowledgeGaps.list({ ...query, status: 'open' }, context),
      }),
    checks: ['knowledgeGaps.list() hands over the topics of the status asked for'],
    sentence: 'knowledgeGaps.list() of resolved: the topic "t-0" is open. Hand over what was asked for.',
  },
  {
    fault: 'sorts topics the same way always',
    break: (adapter) =>
      gapsWith(adapter, {
        list: (query: GapListQuery, context: RequestContext) =>
          adapter.knowledgeGaps.list({ ...query, direction: 'descending' }, context),
      }),
    checks: ['knowledgeGaps.list() sorts by every column, both ways'],
    sentence:
      'knowledgeGaps.list() by title is not the other way round when descending. Sort all topics before paging.',
  },
  {
    fault: 'does not search topics',
    break: (adapter) =>
      gapsWith(adapter, {
        list: (query: GapListQuery, context: RequestContext) =>
          adapter.knowledgeGaps.list({ ...query, search: '' }, context),
      }),
    checks: ['knowledgeGaps.list() searches titles'],
    sentence: 'knowledgeGaps.list() finds "Delivery abroad" by "REFUND". Hand over what holds it.',
  },
  {
    fault: 'counts a page of topics as the whole',
    break: (adapter) =>
      gapsWith(adapter, {
        list: async (query: GapListQuery, context: RequestContext) => {
          const page = await adapter.knowledgeGaps.list(query, context);
          return { ...page, total: page.topics.length };
        },
      }),
    checks: ['knowledgeGaps.list() pages without a gap or a repeat'],
    sentence: 'knowledgeGaps.list() says total 1, and 2 entries came. Count what the query finds, or leave total out.',
  },
  {
    fault: 'hands over questions of any status',
    break: (adapter) =>
      gapsWith(adapter, {
        questions: async (query: GapQuestionsQuery, context: RequestContext) => {
          const open = await adapter.knowledgeGaps.questions({ ...query, status: 'open' }, context);
          return {
            ...open,
            questions: open.questions.map((question) => ({ ...Object(question), status: 'resolved' })),
          };
        },
      }),
    checks: [
      'knowledgeGaps.questions() hands over what its topic counts',
      'resolve() with a key it has heard makes no second short answer',
      'dismiss() and restore() with a key they have heard change nothing again',
    ],
    sentence:
      'knowledgeGaps.questions(): the topic "t-0": the question "q-02" is resolved. Hand over what was asked for.',
  },
  {
    fault: 'calls topics by a number',
    break: (adapter) =>
      gapsWith(adapter, {
        questions: async (query: GapQuestionsQuery, context: RequestContext) => ({
          ...(await adapter.knowledgeGaps.questions(query, context)),
          topic: { title: 7 },
        }),
      }),
    checks: [
      'knowledgeGaps.questions() hands over what its topic counts',
      'knowledgeGaps.questions() pages and searches',
      'a write without the right to it is refused and changes nothing',
      'resolve() with a key it has heard makes no second short answer',
      'dismiss() and restore() with a key they have heard change nothing again',
      'a write about questions that no longer stand is refused whole',
    ],
    sentence:
      'knowledgeGaps.questions(): page of gap questions without an id, topic.title: expected a text, got 7. Turn it into a string in your adapter.',
  },
  {
    fault: 'hands over the oldest questions first',
    break: (adapter) =>
      gapsWith(adapter, {
        questions: async (query: GapQuestionsQuery, context: RequestContext) => {
          const page = await adapter.knowledgeGaps.questions(query, context);
          return { ...page, questions: page.questions.toReversed() };
        },
      }),
    checks: [
      'knowledgeGaps.questions() hands over what its topic counts',
      'knowledgeGaps.questions() pages and searches',
    ],
    sentence: 'knowledgeGaps.questions(): the topic "t-0": entry 2 is out of order. Hand over the latest first.',
  },
  {
    fault: 'hands over the oldest short answers first',
    break: ({ shortAnswers }) => ({
      shortAnswers: {
        list: async (query: ShortAnswersQuery, context: RequestContext) => {
          const page = await shortAnswers.list(query, context);
          return { ...page, shortAnswers: page.shortAnswers.toReversed() };
        },
      },
    }),
    checks: ['shortAnswers.list() hands over the newest first, page by page'],
    sentence: 'shortAnswers.list(): entry 2 is out of order. Hand over the newest first.',
  },
  {
    fault: 'has knowledge gaps that it cannot list',
    break: () => ({ knowledgeGaps: {} }),
    checks: ['the adapter names its contract and has something to answer'],
    sentence: 'adapter.knowledgeGaps has no list(). Leave knowledgeGaps out where the source lists none.',
  },
  {
    fault: 'throws an error of its own for a topic that there is not',
    break: (adapter) =>
      gapsWith(adapter, {
        questions: async (query: GapQuestionsQuery, context: RequestContext) => {
          if (query.topicId === 'no-such-topic') throw new TypeError('rows[0] is undefined');
          return adapter.knowledgeGaps.questions(query, context);
        },
      }),
    checks: ['what is thrown for a cursor or a topic that there is not is an AdapterError'],
    sentence:
      'knowledgeGaps.questions() of a topic that there is not threw TypeError: rows[0] is undefined. Throw an AdapterError, so that the page can say what to do.',
  },
  {
    fault: 'knows no idempotency keys',
    break: (adapter) =>
      gapsWith(adapter, {
        resolve: (command: ResolveGap, context: RequestContext) =>
          adapter.knowledgeGaps.resolve(command, { ...context, idempotencyKey: newIdempotencyKey() }),
      }),
    checks: ['resolve() with a key it has heard makes no second short answer'],
    sentence:
      'resolve() with a key it has heard threw conflict: The question "q-02" is not open any more. Look again. Hand back what was said the first time.',
  },
  {
    fault: 'makes a second short answer for a retry',
    break: (adapter) => ({
      shortAnswers: {
        list: async (query: ShortAnswersQuery, context: RequestContext) => {
          const page = await adapter.shortAnswers.list(query, context);
          if (query.search === '') return page;
          const twice = page.shortAnswers.flatMap((one) => [one, { ...Object(one), id: `${Object(one).id}-again` }]);
          return { shortAnswers: twice };
        },
      },
    }),
    checks: ['resolve() with a key it has heard makes no second short answer'],
    sentence: 'resolve() with one key, twice, made 2 short answers. Keep the key with what it made.',
  },
  {
    fault: 'dismisses what stands of a selection',
    break: (adapter) =>
      gapsWith(adapter, {
        dismiss: async ({ topics }: DismissGaps, context: RequestContext) => {
          const [{ topicId, questionIds }] = topics as [GapSelection];
          for (const id of questionIds!.toReversed()) {
            await adapter.knowledgeGaps.dismiss(
              { topics: [{ topicId, questionIds: [id] }] },
              { ...context, idempotencyKey: `${context.idempotencyKey} ${id}` },
            );
          }
          return { topics };
        },
      }),
    checks: ['a write about questions that no longer stand is refused whole'],
    sentence: 'dismiss() was refused and dismissed a question all the same: "q-01" is not open.',
  },
  {
    fault: 'carries out writes that are not allowed',
    break: () => ({
      access: async ({ signal }: RequestContext) => {
        signal.throwIfAborted();
        return { 'dismiss-gap': 'needs-seat' };
      },
    }),
    checks: ['a write without the right to it is refused and changes nothing'],
    sentence:
      'dismiss() was carried out, expected an AdapterError forbidden. Check the right on the server: what the page shows is a courtesy.',
  },
];
