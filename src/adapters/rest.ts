import { AdapterError, DefinitionError } from '../errors.js';
import type {
  Access,
  GapQuestionPage,
  GapResolved,
  GapsChanged,
  GapTopicPage,
  ShortAnswerPage,
} from '../gaps/gap-records.js';
import type { PerformanceAdapter, RequestContext } from './adapter.js';
import type { RetryOptions } from './backoff.js';
import { readBaseUrl } from './rest/base-url.js';
import { ChangeStream } from './rest/change-stream.js';
import { conversationPages } from './rest/conversation-pages.js';
import { conversationsById } from './rest/conversations-by-id.js';
import { RestClient, type RestCall, type RestSettings } from './rest/rest-client.js';
import { TokenSource, type GetToken } from './rest/token-source.js';
import { withRetry } from './with-retry.js';

export type { GetToken, TokenRequest } from './rest/token-source.js';

/** Where {@link restAdapter} asks, and how. */
export interface RestAdapterOptions {
  /** Where the contract's paths start: an http(s) address, or one relative to the page. It holds no secrets and no query. */
  readonly baseUrl: string | URL;
  /** A bearer token, where the server does not know the viewer by a cookie: kept in memory, asked for anew when refused. */
  readonly getToken?: GetToken;
  /** In place of the global `fetch`. */
  readonly fetch?: typeof fetch;
  /** Sent with every request, such as the host's CSRF header; a function is asked each time. */
  readonly headers?: RestSettings['headers'];
  /** How long a server may give no sign, and `getToken` and `headers` may take, ms. Default 30,000. */
  readonly timeoutMs?: number;
  /** How often and how patiently a question is asked again. */
  readonly retry?: RetryOptions;
}

/**
 * Asks a server that speaks the kit's REST contract, `deskglass/openapi.json`. Conversations come page by page as NDJSON
 * and go to the worker as bytes. What failed for a while is asked again as {@link withRetry} says; a token that was
 * refused is renewed once; lists are asked for by their ETag; writes carry an idempotency key and the header
 * `X-Requested-With`, without which a server that knows its viewer by a cookie refuses them. Changes come over one
 * stream, or by asking every 30 seconds where there can be none. A part of the contract that the server answers with 501
 * is `unsupported`; without `/access` everything is allowed.
 *
 * @example restAdapter({ baseUrl: '/api/performance' })
 * @throws {DefinitionError} where an option makes no sense
 */
export function restAdapter(options: RestAdapterOptions): PerformanceAdapter {
  const client = new RestClient(settingsOf(options));
  const changes = new ChangeStream(client);
  /** What comes is checked by whoever asked, as with any adapter. */
  const ask = async <Answer>(call: RestCall, context: RequestContext): Promise<Answer> =>
    (await client.json(call, context)) as Answer;
  let textLimit: number | undefined;
  const adapter: PerformanceAdapter = {
    contract: 1,
    conversations: (query, context) => conversationPages(client, query, context),
    conversationsById: (ids, context) => conversationsById(client, ids, context),
    knowledgeGaps: {
      get textLimit() {
        return textLimit;
      },
      list: (query, context) => ask<GapTopicPage>({ path: 'knowledge-gaps', query: { ...query } }, context),
      questions: (query, context) =>
        ask<GapQuestionPage>({ path: 'knowledge-gaps/questions', query: { ...query } }, context),
      resolve: (body, context) => ask<GapResolved>({ path: 'knowledge-gaps/resolve', body }, context),
      dismiss: (body, context) => ask<GapsChanged>({ path: 'knowledge-gaps/dismiss', body }, context),
      restore: (body, context) => ask<GapsChanged>({ path: 'knowledge-gaps/restore', body }, context),
    },
    shortAnswers: {
      list: (query, context) => ask<ShortAnswerPage>({ path: 'short-answers', query: { ...query } }, context),
    },
    access: async (context) => {
      const told = await ask<ToldAccess>({ path: 'access' }, context).catch(allowedWhereUnsupported);
      const { textLimit: limit, ...rights } = Object(told) as ToldAccess;
      textLimit = limit;
      return limit === undefined ? told : rights; // What is no object stays what it is, and is refused.
    },
    subscribe: (changed, context) =>
      changes.listen(() => {
        client.forget();
        changed();
      }, context),
  };
  return withRetry(adapter, options.retry);
}

/** What a server says of its viewer: the rights, and how long the texts may be. */
type ToldAccess = Access & { readonly textLimit?: number };

function settingsOf({
  baseUrl,
  getToken,
  fetch: given,
  headers = {},
  timeoutMs = 30_000,
}: RestAdapterOptions): RestSettings {
  if (!(timeoutMs > 0 && timeoutMs <= 2 ** 31 - 1)) {
    throw new DefinitionError(`restAdapter: timeoutMs: expected milliseconds above 0, got ${timeoutMs}.`);
  }
  return {
    baseUrl: readBaseUrl(baseUrl),
    fetch: given ?? ((...request) => globalThis.fetch(...request)),
    headers,
    token: getToken === undefined ? null : new TokenSource(getToken, timeoutMs),
    timeoutMs,
  };
}

function allowedWhereUnsupported(error: unknown): ToldAccess {
  if (error instanceof AdapterError && error.code === 'unsupported') return {};
  throw error;
}
