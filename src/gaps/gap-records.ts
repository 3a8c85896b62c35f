import type { Instant } from '../conversation/record.js';

/** Where a gap stands. A topic is open while it has an open question. */
export const gapStatuses = ['open', 'resolved', 'dismissed'] as const;
export type GapStatus = (typeof gapStatuses)[number];

/** A topic the agent could not answer, as a source hands it over. */
export interface KnowledgeGapTopic {
  readonly id: string;
  /** What visitors asked about; their own words at times, so untrusted text. */
  readonly title: string;
  /** Questions of the topic with the listed status. */
  readonly openQuestions: number;
  /** Distinct conversations with such a question. */
  readonly conversations: number;
  /** The latest such question's time. */
  readonly lastAskedAt: Instant;
  readonly status: GapStatus;
  /** Asked again after it was resolved or dismissed; only what is new is counted. */
  readonly returned?: boolean | null;
  /** With it the kit can say how those conversations ended; without it does not. */
  readonly conversationIds?: readonly string[] | null;
}

/** One exact question of a topic. */
export interface GapQuestion {
  readonly id: string;
  /** The visitor's own words: untrusted text. */
  readonly text: string;
  readonly askedAt: Instant;
  readonly conversationId: string;
  readonly ticket?: { readonly id: string; readonly url?: string | null } | null;
  readonly status: GapStatus;
}

/** What the table can be sorted by. */
export const gapSortKeys = ['title', 'conversations', 'lastAskedAt'] as const;
export type GapSortKey = (typeof gapSortKeys)[number];

/** One question of the gap table to its source. */
export interface GapListQuery {
  readonly status: GapStatus;
  readonly sortBy: GapSortKey;
  readonly direction: 'ascending' | 'descending';
  /** Part of a title, any case; empty: all. */
  readonly search: string;
  /** Where the last page ended, as the source gave it; absent: from the start. */
  readonly cursor?: string;
  /** Topics a page at the most. */
  readonly limit: number;
}

/** One page of topics. */
export interface GapTopicPage {
  /** {@link KnowledgeGapTopic}s, unchecked. */
  readonly topics: readonly unknown[];
  /** Where the next page starts; absent: this was the last. Opaque. */
  readonly cursor?: string;
  /** All topics that the query finds; absent: the source does not know. */
  readonly total?: number;
}
