import { AdapterError } from '../../errors.js';
import type { ConversationPage, ConversationQuery, RequestContext } from '../adapter.js';
import { boundsOf } from '../query-bounds.js';
import { parseJson, type Answer } from './answer.js';
import type { RestClient } from './rest-client.js';

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const ndjsonTypes = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'];

/** The pages of a query, each one request. Lines come as bytes, for the worker; JSON as objects. */
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
    const page = await readPage(answer);
    if (page.cursor !== undefined && page.cursor === cursor) {
      const message = `${answer.label}: the page says that the next one starts where it started itself. Correct its cursor on the server.`;
      throw new AdapterError('invalid-payload', message);
    }
    ({ cursor } = page);
    yield page;
  } while (cursor !== undefined);
}

function utc(time: number | null): string | undefined {
  return time === null || !Number.isFinite(time) ? undefined : new Date(time).toISOString();
}

async function readPage(answer: Answer): Promise<ConversationPage> {
  const { type, label } = answer;
  if (ndjsonTypes.includes(type)) return readLines(await answer.bytes(), label);
  if (type !== 'application/json') throw answer.unexpectedType('application/x-ndjson or application/json');
  const page = Object(parseJson(await answer.bytes(), label)) as Record<string, unknown>;
  // What is on it is checked at the door, as with any adapter.
  return { conversations: page['conversations'] as readonly unknown[], ...factsOf(page) };
}

function readLines(bytes: Uint8Array<ArrayBuffer>, label: string): ConversationPage {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1]! <= SPACE) end--;
  const start = bytes.lastIndexOf(LINE_FEED, end - 1) + 1;
  const facts = end === 0 ? null : pageLine(bytes.subarray(start, end));
  // A proxy may end what broke off as if it were whole.
  if (facts === null) throw cutOff(label);
  return { ndjson: bytes.slice(0, start), ...factsOf(facts) };
}

/** null: the line is not the one that closes a page. */
function pageLine(line: Uint8Array): Record<string, unknown> | null {
  try {
    const { page } = Object(JSON.parse(new TextDecoder().decode(line))) as Record<string, unknown>;
    return typeof page === 'object' && page !== null ? (page as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

function factsOf(page: Record<string, unknown>): Omit<ConversationPage, 'conversations' | 'ndjson'> {
  const names = ['removed', 'cursor', 'asOf', 'total', 'warnings'];
  return Object.fromEntries(names.flatMap((name) => (page[name] == null ? [] : [[name, page[name]]])));
}

function cutOff(label: string): AdapterError {
  const message = `${label}: the answer broke off: its last line is not {"page":{…}}. Try again; if it stays so, correct it on the server.`;
  return new AdapterError('unavailable', message);
}
