import { AdapterError } from '../../errors.js';
import type { ConversationPage, ConversationQuery, RequestContext } from '../adapter.js';
import { boundsOf } from '../query-bounds.js';
import { parseJson, type Answer } from './answer.js';
import { brokenOff, linePages } from './line-pages.js';
import type { RestClient } from './rest-client.js';

const ndjsonTypes = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'];

/** The pages of a query, as they come. Lines are handed over as bytes, for the worker; JSON as objects. */
export async function* conversationPages(
  client: RestClient,
  query: ConversationQuery,
  context: RequestContext,
): AsyncGenerator<ConversationPage, void, undefined> {
  const { since, until, updatedSince } = boundsOf(query);
  const times = { since: utc(since), until: utc(until), updatedSince: utc(updatedSince) };
  const accept = 'application/x-ndjson, application/json;q=0.5';
  let { cursor } = query;
  const followed = new Set([cursor]);
  /** What pages that tell no time are complete up to; null: what an earlier one said, or another answer's. */
  let assumed: { readonly asOf: number } | null = null;
  do {
    const askedAt = Date.now();
    const answer = await client.open({ path: 'conversations', query: { ...times, cursor }, accept }, context);
    if (cursor === undefined) assumed = serverTimeOf(answer.response, Date.now() - askedAt);
    let last: ConversationPage | undefined;
    for await (const page of pagesIn(answer)) {
      if (page.asOf !== undefined) assumed = null;
      if (Object(page.removed).length > 0) client.forget();
      last = { ...assumed, ...page };
      yield last;
    }
    if (last === undefined) throw brokenOff(answer.label);
    ({ cursor } = last);
    if (cursor !== undefined && followed.has(cursor)) {
      const message = `${answer.label}: the page says that the next one starts where this or an earlier one started. Correct its cursor on the server.`;
      throw new AdapterError('invalid-payload', message);
    }
    followed.add(cursor);
  } while (cursor !== undefined);
}

/** When it was asked by the server's own clock: the page's may be wrong, and what it is asked for next is of the server's. */
function serverTimeOf({ headers }: Response, waitedMs: number): { readonly asOf: number } | null {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? null : { asOf: date - Math.max(0, waitedMs) };
}

function utc(time: number | null): string | undefined {
  return time === null || !Number.isFinite(time) ? undefined : new Date(time).toISOString();
}

async function* pagesIn(answer: Answer): AsyncGenerator<ConversationPage, void, undefined> {
  const { type, label } = answer;
  if (ndjsonTypes.includes(type)) {
    for await (const { ndjson, facts } of linePages(answer.stream(), label)) yield { ndjson, ...factsOf(facts) };
    return;
  }
  if (type !== 'application/json') throw answer.unexpectedType('application/x-ndjson or application/json');
  const page = Object(parseJson(await answer.bytes(), label)) as Record<string, unknown>;
  yield { conversations: page['conversations'] as readonly unknown[], ...factsOf(page) };
}

/** What a page says of itself; an empty cursor is none. It is checked at the door, as with any adapter. */
function factsOf(page: Readonly<Record<string, unknown>>): Omit<ConversationPage, 'conversations' | 'ndjson'> {
  const names = ['removed', 'cursor', 'asOf', 'total', 'warnings'];
  const said = page['cursor'] === '' ? { ...page, cursor: null } : page;
  return Object.fromEntries(names.flatMap((name) => (said[name] == null ? [] : [[name, said[name]]])));
}
