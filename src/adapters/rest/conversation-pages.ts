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
  do {
    const answer = await client.open({ path: 'conversations', query: { ...times, cursor }, accept }, context);
    let last: ConversationPage | undefined;
    for await (const page of pagesIn(answer)) {
      last = page;
      yield page;
    }
    if (last === undefined) throw brokenOff(answer.label);
    if (last.cursor !== undefined && last.cursor === cursor) {
      const message = `${answer.label}: the page says that the next one starts where it started itself. Correct its cursor on the server.`;
      throw new AdapterError('invalid-payload', message);
    }
    ({ cursor } = last);
  } while (cursor !== undefined);
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

/** What a page says of itself. It is checked at the door, as with any adapter. */
function factsOf(page: Readonly<Record<string, unknown>>): Omit<ConversationPage, 'conversations' | 'ndjson'> {
  const names = ['removed', 'cursor', 'asOf', 'total', 'warnings'];
  return Object.fromEntries(names.flatMap((name) => (page[name] == null ? [] : [[name, page[name]]])));
}
