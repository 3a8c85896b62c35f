import type { ConversationQuery, RequestContext } from '../../../src/adapters/adapter.js';
import { AdapterError } from '../../../src/errors.js';
import { pagesWith, recordsWith, type Broken } from './broken-support.js';
import { recordOf } from './working-adapter.js';

const lines = (from: number): Uint8Array =>
  new TextEncoder().encode([0, 1].map((index) => `${JSON.stringify(recordOf(from + index))}\n`).join(''));
const never = new AbortController().signal;

/** How the parts that are asked for pages fail. */
export const brokenPages: readonly Broken[] = [
  {
    fault: 'names another contract',
    break: () => ({ contract: 2 }),
    checks: ['the adapter names its contract and has something to answer'],
    sentence: 'adapter.contract: expected 1, got 2. Use an adapter and a kit of one version.',
  },
  {
    fault: 'hands over a page that is none',
    break: (adapter) => pagesWith(adapter, () => ({ conversations: 'c-1' })),
    checks: ['conversations() hands over pages that are as the contract says'],
    sentence:
      'Page 1 failed: invalid-payload: conversations(): page.conversations: expected an array of records, got "c-1". Correct it in your adapter.',
  },
  {
    fault: 'cuts its lines',
    break: () => ({
      async *conversations(_query: ConversationQuery, { signal }: RequestContext) {
        signal.throwIfAborted();
        yield { ndjson: lines(0).slice(0, -20) };
      },
    }),
    checks: [
      'conversations() hands over whole lines, in memory of their own',
      'conversations() hands over records that can be read',
    ],
    sentence:
      'Page 1 of 1 ends in the middle of a line: "{\\"id\\":\\"c-1\\",\\"startedAt\\":1772442000000,\\"updatedAt\\":1772478000000,\\"channe"… (110 characters). Hand over whole lines.',
  },
  {
    fault: 'uses its bytes again',
    break: () => ({
      async *conversations(_query: ConversationQuery, { signal }: RequestContext) {
        signal.throwIfAborted();
        const bytes = lines(0);
        yield { ndjson: bytes };
        signal.throwIfAborted();
        bytes.set(lines(2));
        yield { ndjson: bytes };
      },
    }),
    checks: ['conversations() hands over whole lines, in memory of their own'],
    sentence: 'Page 1 of 2: its bytes changed after it was handed over. Give every page bytes of its own.',
  },
  {
    fault: 'uses its array again',
    break: () => ({
      async *conversations(_query: ConversationQuery, { signal }: RequestContext) {
        signal.throwIfAborted();
        const conversations = [recordOf(0), recordOf(1)];
        yield { conversations };
        signal.throwIfAborted();
        conversations.splice(0, 2, recordOf(2), recordOf(3));
        yield { conversations };
      },
    }),
    checks: ['conversations() hands over whole lines, in memory of their own'],
    sentence: 'Page 1 of 2: its array changed after it was handed over. Give every page an array of its own.',
  },
  {
    fault: 'goes round in circles',
    break: () => ({
      async *conversations(_query: ConversationQuery, { signal }: RequestContext) {
        for (let page = 0; ; page += 1) {
          signal.throwIfAborted();
          yield { conversations: [recordOf(page)], cursor: String(page % 3) };
        }
      },
    }),
    checks: ['conversations() hands over pages that are as the contract says'],
    sentence: 'Page 4 has the cursor of page 1. Go on to the next page, and leave the cursor out at the end.',
  },
  {
    fault: 'has no last page',
    break: () => ({
      async *conversations(_query: ConversationQuery, { signal }: RequestContext) {
        for (let page = 0; ; page += 1) {
          signal.throwIfAborted();
          yield { conversations: page < 8 ? [recordOf(page)] : [] };
        }
      },
    }),
    checks: ['conversations() hands over pages that are as the contract says'],
    sentence: 'The last 100 of 108 pages brought no new conversation. End the answer where nothing more comes.',
  },
  {
    fault: 'leaves out an id',
    break: (adapter) => recordsWith(adapter, (record) => ({ ...record, id: 7 })),
    checks: ['conversations() hands over records that can be read'],
    sentence:
      '8 records are refused, the first: conversation without an id, id: expected a text, got 7. Turn it into a string in your adapter.',
  },
  {
    fault: 'gives times without a zone',
    break: (adapter) => recordsWith(adapter, (record) => ({ ...record, startedAt: '2026-03-02 09:00' })),
    checks: ['conversations() gives every time with its zone'],
    sentence:
      '8 times cannot be read, the first: conversation "c-0", startedAt: expected epoch milliseconds or ISO 8601 with an offset, got "2026-03-02 09:00". Add the offset in your adapter.',
  },
  {
    fault: 'repeats the last conversation of a page on the next one',
    break: () => ({
      async *conversations(_query: ConversationQuery, { signal }: RequestContext) {
        signal.throwIfAborted();
        yield { conversations: [recordOf(0), recordOf(1)] };
        signal.throwIfAborted();
        yield { conversations: [recordOf(1), recordOf(2)] };
      },
    }),
    checks: ['conversations() hands over every conversation once'],
    sentence: '"c-1": handed over twice. Give every conversation one id and hand it over once an answer.',
  },
  {
    fault: 'hands over what is removed',
    break: (adapter) => pagesWith(adapter, (page) => ({ ...page, removed: ['c-1'] })),
    checks: ['conversations() hands over nothing that it names as removed'],
    sentence: '"c-1": named as removed and handed over in one answer. Leave out what is gone.',
  },
  {
    fault: 'is complete up to tomorrow',
    break: (adapter) => pagesWith(adapter, (page) => ({ ...page, asOf: '2026-03-09T00:00:00Z' })),
    checks: ['conversations() is complete up to an instant that can be'],
    sentence: 'Page 1: asOf 2026-03-09T00:00:00.000Z lies in the future. Say up to where the data is complete now.',
  },
  {
    fault: 'counts a page as the whole',
    break: (adapter) => pagesWith(adapter, (page) => ({ ...page, total: 3 })),
    checks: ['conversations() counts what it hands over'],
    sentence: 'Page 1 says total 3, and 8 conversations came. Count the whole answer, or leave total out.',
  },
  {
    fault: 'has no order',
    break: (adapter) => {
      let asked = 0;
      return pagesWith(adapter, (page, place) => {
        if (place === 0) asked += 1;
        const { conversations } = page;
        return { ...page, conversations: asked > 1 ? conversations.toReversed() : conversations };
      });
    },
    checks: [
      'conversations() hands over the same when asked twice',
      'conversations() goes on from the cursor of every page',
    ],
    sentence:
      'Asked again, conversation 1 is "c-2" and was "c-0". Keep one order, by time and id: else a cursor means nothing.',
  },
  {
    fault: 'does not heed its cursor',
    break: (adapter) => ({
      conversations: ({ cursor: _cursor, ...query }: ConversationQuery, context: RequestContext) =>
        adapter.conversations(query, context),
    }),
    checks: ['conversations() goes on from the cursor of every page'],
    sentence:
      'Gone on from page 1, conversation 1 is "c-0", expected "c-3". Go on with the page after the one that the cursor came with.',
  },
  {
    fault: 'fails at a cursor it does not know with an error of its own',
    break: (adapter) => ({
      async *conversations(query: ConversationQuery, context: RequestContext) {
        if (query.cursor === 'no-such-cursor') throw new RangeError('LIMIT NaN');
        yield* adapter.conversations(query, context);
      },
    }),
    checks: ['conversations() says of a cursor it does not know that there is none'],
    sentence:
      'A cursor that there is not: expected an AdapterError not-found or conflict, got RangeError: LIMIT NaN. Throw one of them, so that the page starts over.',
  },
  {
    fault: 'takes until for the last instant of the answer',
    break: (adapter) => ({
      conversations: (query: ConversationQuery, context: RequestContext) =>
        adapter.conversations(
          query.until === undefined ? query : { ...query, until: Number(query.until) + 1 },
          context,
        ),
    }),
    checks: ['conversations() keeps to since and until'],
    sentence:
      'Between 2026-03-02T10:00:00.000Z and 2026-03-02T11:00:00.000Z the answer holds besides "c-4", "c-5". Hand over what started or has an event at or after since and before until.',
  },
  {
    fault: 'takes the start of a conversation for its last change',
    break: (adapter) => ({
      conversations: ({ updatedSince, ...query }: ConversationQuery, context: RequestContext) =>
        adapter.conversations(
          updatedSince === undefined
            ? query
            : { ...query, since: updatedSince, until: Number(updatedSince) + 3_600_000 },
          context,
        ),
    }),
    checks: ['conversations() misses nothing that changed since'],
    sentence:
      'Of what changed since 2026-03-02T19:00:00.000Z the answer misses "c-3", "c-5", "c-7". Hand over what changed at or after updatedSince, by updatedAt and not by its start.',
  },
  {
    fault: 'does not listen to its signal',
    break: (adapter) => ({
      conversations: (query: ConversationQuery, context: RequestContext) =>
        adapter.conversations(query, { ...context, signal: never }),
    }),
    checks: [
      'conversations() stops when it was aborted before it began',
      'conversations() stops when it is aborted between two pages',
    ],
    sentence: 'conversations() was aborted before it began and handed over a page. Begin with signal.throwIfAborted().',
  },
  {
    fault: 'makes an abort a failure',
    break: (adapter) => ({
      async *conversations(query: ConversationQuery, context: RequestContext) {
        try {
          yield* adapter.conversations(query, context);
        } catch (cause) {
          if (cause instanceof AdapterError) throw cause;
          throw new AdapterError('offline', 'The desk is offline.', { cause });
        }
      },
    }),
    checks: [
      'conversations() stops when it was aborted before it began',
      'conversations() stops when it is aborted between two pages',
    ],
    sentence:
      'conversations() was aborted and threw offline: The desk is offline. Let the AbortError through: else it is shown as a failure.',
  },
];
