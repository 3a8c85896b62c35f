import type { Instant } from '../conversation/record.js';
import type {
  Access,
  DismissGaps,
  GapListQuery,
  GapQuestionPage,
  GapQuestionsQuery,
  GapResolved,
  GapsChanged,
  GapTopicPage,
  ResolveGap,
  RestoreGaps,
  ShortAnswerPage,
  ShortAnswersQuery,
} from '../gaps/gap-records.js';

/** What every call to an adapter is told. */
export interface RequestContext {
  /** Aborted when nobody waits for the answer any more. Late answers are dropped all the same. */
  readonly signal: AbortSignal;
  /** BCP 47 tag of the page, for texts the source writes. */
  readonly locale: string;
  /** IANA zone of the page. */
  readonly timeZone: string;
  /** The same over retries of one write. */
  readonly idempotencyKey?: string;
}

/** Which conversations are wanted. */
export interface ConversationQuery {
  /** Those started or having an event at or after it. */
  readonly since?: Instant;
  /** Those started or having an event before it. */
  readonly until?: Instant;
  /** Those that changed at or after it. */
  readonly updatedSince?: Instant;
  /** Where an earlier answer broke off. */
  readonly cursor?: string;
}

/**
 * One page of conversations: objects, or bytes of NDJSON with a whole number of lines. Both are the kit's once they are
 * handed over: bytes are read while the next page is asked for, so a buffer must not be written to again.
 */
export type ConversationPage = ({ readonly conversations: readonly unknown[] } | { readonly ndjson: Uint8Array }) & {
  /** Ids that are gone, also for privacy requests: nothing of them stays. */
  readonly removed?: readonly string[];
  /** Where to resume after a failure; opaque. */
  readonly cursor?: string;
  /** The data is complete up to here. */
  readonly asOf?: Instant;
  /** Conversations in the whole answer, as far as the source knows. */
  readonly total?: number;
  /** Share of the whole answer that has arrived, 0–1, where the source knows bytes but not conversations. */
  readonly progress?: number;
  /** What the viewer should know about the data, in the page's language. */
  readonly warnings?: readonly string[];
};

/**
 * How a host gives the kit data: one plain object. An absent function is an absent capability; one is enough to start.
 * Errors are `AdapterError`s; anything else thrown is shown as `unknown`.
 */
export interface PerformanceAdapter {
  readonly contract: 1;
  /** 'events' (default): records carry their history. 'snapshot': only the present is known, so no "as it stood then". */
  readonly history?: 'events' | 'snapshot';
  /**
   * 'live' (default): complete up to `asOf`, or up to the moment it was asked where no page says.
   * 'archive': a closed log, complete up to the last instant in it; the clock stands there.
   */
  readonly source?: 'live' | 'archive';
  /** Raw conversations, page by page; the kit computes everything. */
  conversations?(query: ConversationQuery, context: RequestContext): AsyncIterable<ConversationPage>;
  /** Single conversations with their text, for the list and the trace. */
  conversationsById?(ids: readonly string[], context: RequestContext): Promise<readonly unknown[]>;
  readonly knowledgeGaps?: KnowledgeGapsAdapter;
  readonly shortAnswers?: ShortAnswersAdapter;
  /** What the viewer may do; absent: everything the source can. */
  access?(context: RequestContext): Promise<Access>;
  /**
   * Calls `changed` when data moved, as often as it likes; the kit then asks again for what is on screen, once a second at
   * the most. Hands back the way to stop.
   */
  subscribe?(changed: () => void, context: RequestContext): void | (() => void);
}

/**
 * The knowledge-gap half of an adapter. A write comes with an `idempotencyKey` that stays the same over its retries: a
 * source that has seen the key hands back what it said the first time and changes nothing again. Questions that no longer
 * stand where a write expects them make it fail with `conflict`, whole.
 */
export interface KnowledgeGapsAdapter {
  /** Characters a question or a short answer may have; absent: 2,000. Known at the latest with the rights. */
  readonly textLimit?: number | undefined;
  /** One page of topics, filtered, searched and sorted by the source. */
  list(query: GapListQuery, context: RequestContext): Promise<GapTopicPage>;
  /** One page of a topic's questions. */
  questions?(query: GapQuestionsQuery, context: RequestContext): Promise<GapQuestionPage>;
  /** Makes a short answer and resolves open questions with it, both or neither. */
  resolve?(command: ResolveGap, context: RequestContext): Promise<GapResolved>;
  /** Sets open questions aside. */
  dismiss?(command: DismissGaps, context: RequestContext): Promise<GapsChanged>;
  /** Opens resolved or dismissed questions again. */
  restore?(command: RestoreGaps, context: RequestContext): Promise<GapsChanged>;
}

/** The short answers made so far. */
export interface ShortAnswersAdapter {
  list(query: ShortAnswersQuery, context: RequestContext): Promise<ShortAnswerPage>;
}
