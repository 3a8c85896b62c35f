import type { ConversationPage, PerformanceAdapter, RequestContext } from '../../src/adapters/adapter.js';
import { Door } from '../../src/conversation/door.js';
import { AdapterError, DataError, DefinitionError, PermissionError, type AdapterErrorCode } from '../../src/errors.js';
import { parseIds } from '../../src/gaps/gap-door.js';
import { gapSortKeys, gapStatuses } from '../../src/gaps/gap-records.js';
import { checkRights, parseAccess } from '../../src/gaps/rights.js';
import { parseWrite, type GapWriteKind } from '../../src/gaps/writes.js';
import { zoneOf } from '../../src/time/zone.js';
import { changeTeller } from './change-teller.js';

/** One request of the contract, read. */
interface Asked {
  readonly adapter: PerformanceAdapter;
  readonly request: Request;
  readonly query: URLSearchParams;
  readonly context: RequestContext;
  readonly changes: ReturnType<typeof changeTeller>;
}

const door = new Door('request');
const statuses: Readonly<Partial<Record<AdapterErrorCode, number>>> = {
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'rate-limited': 429,
  'invalid-payload': 400,
  unsupported: 501,
  unavailable: 503,
  offline: 503,
  timeout: 504,
};

const routes: Readonly<Record<string, (asked: Asked) => Promise<unknown>>> = {
  'GET conversations': conversations,
  'POST conversations/lookup': async ({ adapter, request, context }) => {
    const ids = parseIds(Object(await bodyOf(request)).ids, 'ids', door);
    return { conversations: await need(adapter.conversationsById)(ids, context) };
  },
  'GET knowledge-gaps': ({ adapter, query, context }) => {
    const status = door.oneOf(query.get('status'), 'status', gapStatuses);
    const sortBy = door.oneOf(query.get('sortBy'), 'sortBy', gapSortKeys);
    const direction = door.oneOf(query.get('direction'), 'direction', ['ascending', 'descending'] as const);
    return need(adapter.knowledgeGaps).list({ status, sortBy, direction, ...listing(query) }, context);
  },
  'GET knowledge-gaps/questions': ({ adapter, query, context }) => {
    const topicId = query.get('topicId') ?? '';
    const status = door.oneOf(query.get('status'), 'status', gapStatuses);
    return need(adapter.knowledgeGaps?.questions)({ topicId, status, ...listing(query) }, context);
  },
  'POST knowledge-gaps/resolve': (asked) => write('resolve', asked),
  'POST knowledge-gaps/dismiss': (asked) => write('dismiss', asked),
  'POST knowledge-gaps/restore': (asked) => write('restore', asked),
  'GET short-answers': ({ adapter, query, context }) => need(adapter.shortAnswers).list(listing(query), context),
  'GET access': async ({ adapter, context }) => ({
    ...(await need(adapter.access)(context)),
    textLimit: adapter.knowledgeGaps?.textLimit,
  }),
  'GET changes': async ({ request: { headers, signal }, changes }) =>
    headers.get('accept')?.includes('text/event-stream') ? changes.stream(signal) : { version: changes.version() },
};

/**
 * Answers the kit's REST contract, `openapi.json`, from any adapter: what a host's own server does. A server for real
 * viewers also asks who they are.
 * @param basePath where the contract's paths start, with a slash at both ends
 */
export function contractAnswerer(adapter: PerformanceAdapter, basePath: string) {
  const changes = changeTeller(adapter);
  return async (request: Request): Promise<Response> => {
    try {
      const { pathname, searchParams: query } = new URL(request.url);
      const route = routes[`${request.method} ${pathname.slice(basePath.length)}`];
      if (!pathname.startsWith(basePath) || route === undefined) {
        throw new AdapterError('not-found', `There is no ${request.method} ${pathname} in the contract.`);
      }
      const answer = await route({ adapter, request, query, context: contextOf(request), changes });
      return answer instanceof Response ? answer : await jsonAnswer(answer, request);
    } catch (error) {
      return problem(error);
    }
  };
}

function contextOf({ headers, signal }: Request): RequestContext {
  const idempotencyKey = headers.get('idempotency-key');
  const locale = headers.get('accept-language')?.split(/[,;]/)[0]?.trim() || 'en';
  const { name: timeZone } = zoneOf(headers.get('time-zone') ?? 'UTC');
  return { signal, locale, timeZone, ...(idempotencyKey && { idempotencyKey }) };
}

/** What a POST brings. No form and no link of another site can send it. */
async function bodyOf(request: Request): Promise<unknown> {
  if (request.headers.get('x-requested-with') !== 'Deskglass') {
    throw new AdapterError('forbidden', 'A POST needs the header X-Requested-With: Deskglass.');
  }
  return request.json().catch(() => {
    throw new AdapterError('invalid-payload', 'The body is not JSON.');
  });
}

async function conversations({ adapter, query, context }: Asked): Promise<Response> {
  const pages = need(adapter.conversations)(Object.fromEntries(query), context)[Symbol.asyncIterator]();
  // Asked for before anything is sent, so that a failure has a status.
  let next = await pages.next();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      controller.enqueue(new TextEncoder().encode(linesOf(next.value ?? { conversations: [] })));
      if (next.done === true) controller.close();
      else next = await pages.next();
    },
    cancel: async () => void (await pages.return?.()),
  });
  return new Response(body, { headers: { 'Content-Type': 'application/x-ndjson' } });
}

/** The records of a page, and a line that closes it. One without a cursor is the last: nothing follows. */
function linesOf(page: ConversationPage): string {
  const { removed, cursor, asOf, total, warnings } = page;
  const records =
    'conversations' in page
      ? page.conversations.map((record) => JSON.stringify(record))
      : new TextDecoder().decode(page.ndjson).split('\n');
  const closing = JSON.stringify({ page: { removed, cursor, asOf, total, warnings } });
  return [...records.filter((line) => line.trim() !== ''), closing, ''].join('\n');
}

/** What the page has checked is checked again: anybody can send anything. */
async function write(kind: GapWriteKind, { adapter, request, context, changes }: Asked): Promise<unknown> {
  const wanted = parseWrite(kind, await bodyOf(request), adapter.knowledgeGaps?.textLimit);
  if (context.idempotencyKey === undefined) throw new AdapterError('invalid-payload', 'Idempotency-Key is missing.');
  checkRights(parseAccess((await adapter.access?.(context)) ?? {}), wanted);
  const changed = await need(adapter.knowledgeGaps?.[kind])(wanted.command as never, context);
  changes.tell();
  return changed;
}

function listing(query: URLSearchParams): { search: string; limit: number; cursor?: string } {
  const { search = '', limit, cursor } = Object.fromEntries(query);
  return { search, limit: Number(limit), ...(cursor === undefined ? {} : { cursor }) };
}

function need<Part>(part: Part | undefined): Part {
  if (part !== undefined) return part;
  throw new AdapterError('unsupported', 'This server leaves out this part of the contract.');
}

/** With an ETag, and without a body where the client still has it. */
async function jsonAnswer(answer: unknown, request: Request): Promise<Response> {
  const body = new TextEncoder().encode(JSON.stringify(answer));
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', body)).subarray(0, 12);
  const etag = `"${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
  const headers = { ETag: etag };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(body, { headers: { ...headers, 'Content-Type': 'application/json' } });
}

function problem(error: unknown): Response {
  const isWrong = error instanceof DefinitionError || error instanceof DataError;
  const refused = isWrong ? 'invalid-payload' : error instanceof PermissionError ? 'forbidden' : null;
  const known = refused === null ? error : new AdapterError(refused, (error as Error).message);
  const { code, message, retryAfterMs } = AdapterError.from(known);
  const status = statuses[code] ?? 500;
  // What went wrong inside is for the server's log.
  const detail = code === 'unknown' ? 'The server failed.' : message;
  const wait = retryAfterMs === undefined ? {} : { 'Retry-After': String(Math.ceil(retryAfterMs / 1000)) };
  const headers = { 'Content-Type': 'application/problem+json', ...wait };
  return new Response(JSON.stringify({ title: code, status, detail, code }), { status, headers });
}
