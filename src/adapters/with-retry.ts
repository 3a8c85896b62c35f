import type {
  ConversationPage,
  ConversationQuery,
  KnowledgeGapsAdapter,
  PerformanceAdapter,
  RequestContext,
} from './adapter.js';
import { Backoff, checkRetry, retrying, type RetryOptions } from './backoff.js';
import { newIdempotencyKey } from './idempotency-key.js';

/** One function of an adapter, but for `conversations`. */
type Ask<Question, Answer> = (question: Question, context: RequestContext) => Promise<Answer>;

/**
 * The same adapter, asking again what failed for a while: pages go on from their last cursor, pauses grow and are drawn
 * at random, a wait that the source asks for is kept, and a page that was offline goes on once it is online. Every try of
 * a write carries the same idempotency key; one that came without gets one.
 *
 * @example withRetry(myAdapter, { attempts: 3 })
 * @throws {DefinitionError} where an option makes no sense
 */
export function withRetry(adapter: PerformanceAdapter, options: RetryOptions = {}): PerformanceAdapter {
  checkRetry(options);
  const { knowledgeGaps, shortAnswers } = adapter;
  const asks =
    <Question, Answer>(ask: Ask<Question, Answer>): Ask<Question, Answer> =>
    (question, context) =>
      retrying(() => ask(question, context), options, context.signal);
  return {
    contract: adapter.contract,
    ...(adapter.history === undefined ? {} : { history: adapter.history }),
    ...(adapter.source === undefined ? {} : { source: adapter.source }),
    ...(adapter.conversations && { conversations: (query, context) => pagesOf(adapter, query, context, options) }),
    ...(adapter.conversationsById && {
      conversationsById: asks((ids, context) => adapter.conversationsById!(ids, context)),
    }),
    ...(knowledgeGaps && { knowledgeGaps: gapsWithRetry(knowledgeGaps, asks) }),
    ...(shortAnswers && { shortAnswers: { list: asks((query, context) => shortAnswers.list(query, context)) } }),
    ...(adapter.access && {
      access: (context) => retrying(() => adapter.access!(context), options, context.signal),
    }),
    ...(adapter.subscribe && { subscribe: (changed, context) => adapter.subscribe!(changed, context) }),
  };
}

type Asks = <Question, Answer>(ask: Ask<Question, Answer>) => Ask<Question, Answer>;

function gapsWithRetry(gaps: KnowledgeGapsAdapter, asks: Asks): KnowledgeGapsAdapter {
  const writes = <Command, Answer>(write: Ask<Command, Answer>): Ask<Command, Answer> => {
    const carriedOut = asks(write);
    return (command, context) => carriedOut(command, { idempotencyKey: newIdempotencyKey(), ...context });
  };
  return {
    // Read when it is needed: a source may learn it on the way.
    get textLimit() {
      return gaps.textLimit;
    },
    list: asks((query, context) => gaps.list(query, context)),
    ...(gaps.questions && { questions: asks((query, context) => gaps.questions!(query, context)) }),
    ...(gaps.resolve && { resolve: writes((command, context) => gaps.resolve!(command, context)) }),
    ...(gaps.dismiss && { dismiss: writes((command, context) => gaps.dismiss!(command, context)) }),
    ...(gaps.restore && { restore: writes((command, context) => gaps.restore!(command, context)) }),
  };
}

async function* pagesOf(
  adapter: PerformanceAdapter,
  query: ConversationQuery,
  context: RequestContext,
  options: RetryOptions,
): AsyncGenerator<ConversationPage, void, undefined> {
  const backoff = new Backoff(options);
  let asked = query;
  let isResumable = true;
  for (;;) {
    try {
      for await (const page of adapter.conversations!(asked, context)) {
        backoff.reset();
        isResumable = Boolean(page.cursor); // null and an empty one are none, too.
        if (page.cursor) asked = { ...query, cursor: page.cursor };
        yield page;
      }
      return;
    } catch (error) {
      // What came would come again, and be counted twice.
      if (!isResumable) throw error;
      await backoff.after(error, context.signal);
    }
  }
}
