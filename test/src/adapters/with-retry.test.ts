import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationQuery, PerformanceAdapter, RequestContext } from '../../../src/adapters/adapter.js';
import { withRetry } from '../../../src/adapters/with-retry.js';
import { AdapterError, DefinitionError } from '../../../src/errors.js';
import { contextOf } from './file-support.js';

const quick = { firstPauseMs: 1, random: () => 0 };
const busy = (retryAfterMs?: number): AdapterError =>
  new AdapterError('unavailable', 'It is down.', retryAfterMs === undefined ? {} : { retryAfterMs });

/** An adapter whose access() fails with these errors, one a try, and then answers. */
function failingWith(...errors: readonly unknown[]) {
  const rest = [...errors];
  let tries = 0;
  const adapter: PerformanceAdapter = {
    contract: 1,
    async access() {
      tries += 1;
      if (rest.length > 0) throw rest.shift();
      return { 'resolve-gap': 'allowed' };
    },
  };
  return { adapter, tries: () => tries };
}

/** As on a page, which hears when it comes online. */
async function onPage(live: (comeOnline: () => void) => Promise<void>): Promise<void> {
  const page = new EventTarget();
  const { addEventListener, removeEventListener } = globalThis;
  globalThis.addEventListener = page.addEventListener.bind(page) as typeof addEventListener;
  globalThis.removeEventListener = page.removeEventListener.bind(page) as typeof removeEventListener;
  try {
    await live(() => void page.dispatchEvent(new Event('online')));
  } finally {
    Object.assign(globalThis, { addEventListener, removeEventListener });
  }
}

describe('withRetry', () => {
  it('asks again until there is an answer, four times in all', async () => {
    const two = failingWith(busy(), busy());
    assert.deepEqual(await withRetry(two.adapter, quick).access!(contextOf()), { 'resolve-gap': 'allowed' });
    assert.equal(two.tries(), 3);
    const four = failingWith(busy(), busy(), busy(), busy());
    await assert.rejects(withRetry(four.adapter, quick).access!(contextOf()), { code: 'unavailable' });
    assert.equal(four.tries(), 4);
  });

  it('does not ask again where that is of no use', async () => {
    for (const error of [
      new AdapterError('forbidden', 'No.'),
      new AdapterError('conflict', 'Somebody was first.'),
      new DefinitionError('No such zone.'),
      busy(31_000),
    ]) {
      const { adapter, tries } = failingWith(error);
      await assert.rejects(withRetry(adapter, quick).access!(contextOf()), (thrown) => thrown === error);
      assert.equal(tries(), 1);
    }
  });

  it('keeps the wait that the source asks for', async () => {
    const { adapter } = failingWith(busy(60));
    const start = performance.now();
    await withRetry(adapter, quick).access!(contextOf());
    assert.ok(performance.now() - start >= 59);
  });

  it('doubles the bound of its pauses and draws each below it', async () => {
    const drawn: number[] = [];
    const random = (): number => {
      drawn.push(drawn.length);
      return 0.5;
    };
    const { adapter } = failingWith(busy(), busy(), busy());
    const start = performance.now();
    await withRetry(adapter, { firstPauseMs: 20, random }).access!(contextOf());
    assert.equal(drawn.length, 3);
    assert.ok(performance.now() - start >= 10 + 20 + 40 - 3);
  });

  it('stops waiting when nobody waits for the answer any more', async () => {
    const controller = new AbortController();
    const { adapter, tries } = failingWith(busy(20_000));
    const answer = withRetry(adapter, quick).access!(contextOf(controller.signal));
    setTimeout(() => controller.abort(), 5);
    await assert.rejects(answer, { name: 'AbortError' });
    assert.equal(tries(), 1);
  });

  it('goes on at once when a page that was offline is online again, however long it would wait', async () => {
    const offline = new AdapterError('offline', 'No connection.');
    for (const options of [quick, { ...quick, longestPauseMs: Infinity }]) {
      const { adapter, tries } = failingWith(offline);
      await onPage(async (comeOnline) => {
        const answer = withRetry(adapter, options).access!(contextOf());
        await new Promise((resolve) => setTimeout(resolve, 10));
        assert.equal(tries(), 1);
        comeOnline();
        assert.deepEqual(await answer, { 'resolve-gap': 'allowed' });
      });
    }
  });

  it('keeps the wait that the source asks for, whatever the connection does', async () => {
    const { adapter } = failingWith(busy(60));
    await onPage(async (comeOnline) => {
      const start = performance.now();
      setTimeout(comeOnline, 10);
      await withRetry(adapter, quick).access!(contextOf());
      assert.ok(performance.now() - start >= 59);
    });
  });

  it('refuses options that make no sense', () => {
    for (const [name, value] of [
      ['attempts', 0],
      ['attempts', NaN],
      ['firstPauseMs', 0],
      ['firstPauseMs', '500'],
      ['longestPauseMs', -1],
    ] as const) {
      const message = new RegExp(`^retry\\.${name}: expected `);
      assert.throws(() => withRetry({ contract: 1 }, { [name]: value }), { name: 'DefinitionError', message });
    }
  });

  it('goes on with pages from the last cursor, patient anew after each', async () => {
    const asked: ConversationQuery[] = [];
    const adapter: PerformanceAdapter = {
      contract: 1,
      async *conversations(query) {
        asked.push(query);
        const place = Number(query.cursor ?? 0);
        if (asked.length % 3 !== 0) throw busy();
        yield { conversations: [place], cursor: String(place + 1) };
        if (place < 3) throw busy();
      },
    };
    const pages = [];
    for await (const page of withRetry(adapter, quick).conversations!({ since: 0 }, contextOf())) pages.push(page);
    assert.deepEqual(
      pages.map((page) => 'conversations' in page && page.conversations[0]),
      [0, 1, 2, 3],
    );
    assert.deepEqual(asked.at(-1), { since: 0, cursor: '3' });
  });

  it('hands over no page twice: what cannot be gone on with fails', async () => {
    for (const none of [{}, { cursor: '' }, { cursor: null as unknown as string }]) {
      const page = { conversations: [1], ...none };
      const adapter: PerformanceAdapter = {
        contract: 1,
        async *conversations() {
          yield page;
          throw busy();
        },
      };
      const pages = withRetry(adapter, quick).conversations!({}, contextOf())[Symbol.asyncIterator]();
      assert.deepEqual(await pages.next(), { value: page, done: false });
      await assert.rejects(pages.next(), { code: 'unavailable' });
    }
  });

  it('gives every try of a write the same key, and keeps the one that came with it', async () => {
    const keys: unknown[] = [];
    const adapter: PerformanceAdapter = {
      contract: 1,
      knowledgeGaps: {
        list: async () => ({ topics: [] }),
        async dismiss(_command, { idempotencyKey }: RequestContext) {
          keys.push(idempotencyKey);
          if (keys.length % 2 === 1) throw busy();
          return { topics: [] };
        },
      },
    };
    const { dismiss } = withRetry(adapter, quick).knowledgeGaps!;
    await dismiss!({ topics: [] }, contextOf());
    await dismiss!({ topics: [] }, { ...contextOf(), idempotencyKey: 'given' });
    assert.match(String(keys[0]), /^[0-9a-f]{32}$/);
    assert.deepEqual(keys, [keys[0], keys[0], 'given', 'given']);
  });

  it('keeps what the source says of its texts', () => {
    const gaps = { textLimit: 300, list: async () => ({ topics: [] }) };
    const { knowledgeGaps } = withRetry({ contract: 1, knowledgeGaps: gaps });
    assert.equal(knowledgeGaps?.textLimit, 300);
    gaps.textLimit = 400; // As one that learns it from its server.
    assert.equal(knowledgeGaps?.textLimit, 400);
  });

  it('lacks what the adapter lacks', () => {
    assert.deepEqual(Object.keys(withRetry({ contract: 1, source: 'archive' })), ['contract', 'source']);
    const { knowledgeGaps } = withRetry({ contract: 1, knowledgeGaps: { list: async () => ({ topics: [] }) } });
    assert.deepEqual(Object.keys(knowledgeGaps!).toSorted(), ['list', 'textLimit']);
    assert.equal(knowledgeGaps!.textLimit, undefined);
  });
});
