import type {
  ConversationPage,
  ConversationQuery,
  PerformanceAdapter,
  RequestContext,
} from '../../../src/adapters/adapter.js';
import type { ConversationEvent, ConversationRecord } from '../../../src/conversation/record.js';
import type { FeedState } from '../../../src/feed/feed-state.js';
import { PerformanceFeed } from '../../../src/feed/performance-feed.js';
import type { Wish } from '../../../src/feed/wish.js';
import type { ConversationStore } from '../../../src/store/conversation-store.js';
import { FakeClock, T0, quiet } from './fake-clock.js';

/** Pages that come when a test says so. */
export class Tap implements AsyncIterableIterator<unknown> {
  /** The source was told that nobody wants more. */
  closed = false;
  readonly #ready: Promise<IteratorResult<unknown>>[] = [];
  readonly #wanted: ((result: Promise<IteratorResult<unknown>>) => void)[] = [];

  next(): Promise<IteratorResult<unknown>> {
    return this.#ready.shift() ?? new Promise((resolve) => this.#wanted.push(resolve));
  }

  return(): Promise<IteratorResult<unknown>> {
    this.closed = true;
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async give(...pages: readonly unknown[]): Promise<void> {
    for (const value of pages) this.#push(Promise.resolve({ done: false, value }));
    await quiet();
  }

  async end(): Promise<void> {
    this.#push(Promise.resolve({ done: true, value: undefined }));
    await quiet();
  }

  async fail(error: unknown): Promise<void> {
    const failed = Promise.reject<IteratorResult<unknown>>(error);
    failed.catch(() => {}); // It may never be asked for.
    this.#push(failed);
    await quiet();
  }

  #push(result: Promise<IteratorResult<unknown>>): void {
    const wanted = this.#wanted.shift();
    if (wanted === undefined) this.#ready.push(result);
    else wanted(result);
  }
}

/** One question a source was asked. */
export interface Asked {
  readonly query: ConversationQuery;
  readonly context: RequestContext;
  readonly tap: Tap;
}

/** A source that answers when a test says so, and remembers what it was asked. */
export class FakeSource {
  readonly asked: Asked[] = [];
  readonly adapter: PerformanceAdapter;

  constructor(traits: Partial<PerformanceAdapter> = {}) {
    this.adapter = {
      contract: 1,
      conversations: (query, context) => {
        const tap = new Tap();
        this.asked.push({ query, context, tap });
        return tap as AsyncIterable<ConversationPage>;
      },
      ...traits,
    };
  }

  get queries(): readonly ConversationQuery[] {
    return this.asked.map(({ query }) => query);
  }

  get last(): Asked {
    return this.asked.at(-1)!;
  }

  /** Answers the last question with these pages and no more. */
  async answer(...pages: readonly unknown[]): Promise<void> {
    const { tap } = this.last;
    await tap.give(...pages);
    await tap.end();
  }
}

/** A feed with its clock, and somebody who remembers every state that was told. */
export interface Bench {
  readonly clock: FakeClock;
  readonly source: FakeSource;
  readonly feed: PerformanceFeed;
  readonly told: FeedState[];
  /** Starts listening; hands back the way to stop. */
  look(since?: number): () => void;
}

export function bench(traits: Partial<PerformanceAdapter> = {}): Bench {
  const clock = new FakeClock();
  const source = new FakeSource(traits);
  const feed = new PerformanceFeed(source.adapter, clock);
  const told: FeedState[] = [];
  const look = (since?: number): (() => void) => feed.listen(() => told.push(feed.state), wishOf(since));
  return { clock, source, feed, told, look };
}

/** A bench whose first load came to its end with these pages. */
export async function loadedBench(
  pages: readonly unknown[],
  traits: Partial<PerformanceAdapter> = {},
): Promise<Bench & { readonly leave: () => void }> {
  const made = bench(traits);
  const leave = made.look();
  await quiet();
  await made.source.answer(...pages);
  return { ...made, leave };
}

export function wishOf(since = -Infinity): Wish {
  return { since, viewer: { locale: 'de', timeZone: 'Europe/Berlin' } };
}

/** A conversation that a sourced reply resolves, unless more happens. */
export function answered(id: string, startedAt = T0, ...more: readonly ConversationEvent[]): ConversationRecord {
  const by = { kind: 'agent' } as const;
  const reply: ConversationEvent = { type: 'message', at: startedAt, by, sources: [{}], actions: [] };
  return { id, startedAt, channel: 'chat', events: [reply, ...more] };
}

export function pageOf(...ids: readonly string[]): { readonly conversations: readonly unknown[] } {
  return { conversations: ids.map((id) => answered(id)) };
}

export function linesOf(...records: readonly unknown[]): Uint8Array {
  return new TextEncoder().encode(records.map((record) => `${JSON.stringify(record)}\n`).join(''));
}

/** Conversations, resolved and pending ones: what is counted over all time. */
export function countsOf(store: ConversationStore): readonly number[] {
  const measures = ['conversations', 'resolved', 'pending'] as const;
  const [totals] = store.answer({ measures, boundaries: [Date.UTC(2000, 0), Date.UTC(2100, 0)] }).totals;
  return measures.map((measure) => totals!.of(measure).count);
}

/** What a feed makes of an adapter whose `conversations` is this. */
export async function loadFrom(conversations: unknown, traits: Partial<PerformanceAdapter> = {}) {
  const adapter = { contract: 1, conversations, ...traits } as PerformanceAdapter;
  const clock = new FakeClock();
  const feed = new PerformanceFeed(adapter, clock);
  feed.listen(() => {}, wishOf());
  await quiet();
  return { clock, feed };
}
