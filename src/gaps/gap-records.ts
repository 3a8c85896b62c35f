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

/** One question of the panel to its source: a topic's exact questions. */
export interface GapQuestionsQuery {
  readonly topicId: string;
  readonly status: GapStatus;
  /** Part of a question's text, any case; empty: all. */
  readonly search: string;
  /** Where the last page ended, as the source gave it; absent: from the start. */
  readonly cursor?: string;
  /** Questions a page at the most. */
  readonly limit: number;
}

/** One page of a topic's questions, the latest first. */
export interface GapQuestionPage {
  /** {@link GapQuestion}s, unchecked. */
  readonly questions: readonly unknown[];
  /** The topic itself, on the first page: whoever comes by a link knows its id alone. Absent: the source does not tell. */
  readonly topic?: { readonly title: string } | null;
  /** Where the next page starts; absent: this was the last. Opaque. */
  readonly cursor?: string;
  /** All questions that the query finds; absent: the source does not know. */
  readonly total?: number;
}

/** Questions of one topic that a write is about. */
export interface GapSelection {
  readonly topicId: string;
  /** The exact questions; null: all of the topic that stand where the write finds them, when the source carries it out. */
  readonly questionIds: readonly string[] | null;
}

/** "Create and resolve": one short answer, and the open questions it closes. */
export interface ResolveGap extends GapSelection {
  /** What the short answer answers: not empty, untrimmed as typed. */
  readonly question: string;
  /** The short answer: not empty. */
  readonly answer: string;
}

/** "Dismiss": open questions that need no answer, of any number of topics. */
export interface DismissGaps {
  readonly topics: readonly GapSelection[];
}

/** Undo, or *Restore* out of a list: resolved or dismissed questions become open again. */
export interface RestoreGaps {
  readonly topics: readonly GapSelection[];
  /** The status the questions have now. */
  readonly from: Exclude<GapStatus, 'open'>;
  /** The short answer to take back with them: the undoing of "Create and resolve". Absent: short answers stay. */
  readonly shortAnswerId?: string;
}

/** What a write has changed, so that exactly this can be undone. */
export interface GapsChanged {
  /** {@link GapSelection}s with the ids of the questions that changed, unchecked. */
  readonly topics: readonly unknown[];
}

/** What "Create and resolve" has changed. */
export interface GapResolved extends GapsChanged {
  /** The {@link ShortAnswer} made, unchecked. */
  readonly shortAnswer: unknown;
}

/** An answer that a person wrote for the agent, as a source hands it over. */
export interface ShortAnswer {
  readonly id: string;
  readonly question: string;
  readonly answer: string;
  readonly createdAt: Instant;
  /** Who wrote it, as people call them; null or absent: the source does not tell. */
  readonly createdBy?: string | null;
  /** The topic it answers; null or absent: the source does not tell, and whether it helped cannot be said. */
  readonly topicId?: string | null;
  readonly resolvesQuestionIds: readonly string[];
  /** Where it stands in the help desk; shown as a link only where it is `http(s)`. */
  readonly url?: string | null;
}

/** One question of the list of short answers to its source. */
export interface ShortAnswersQuery {
  /** Part of a question or an answer, any case; empty: all. */
  readonly search: string;
  /** Where the last page ended, as the source gave it; absent: from the start. */
  readonly cursor?: string;
  /** Short answers a page at the most. */
  readonly limit: number;
}

/** One page of short answers, the newest first. */
export interface ShortAnswerPage {
  /** {@link ShortAnswer}s, unchecked. */
  readonly shortAnswers: readonly unknown[];
  /** Where the next page starts; absent: this was the last. Opaque. */
  readonly cursor?: string;
  /** All short answers that the query finds; absent: the source does not know. */
  readonly total?: number;
}

/** What a viewer may or may not do with gaps. */
export const gapRights = ['create-short-answer', 'resolve-gap', 'dismiss-gap'] as const;
export type GapRight = (typeof gapRights)[number];

/**
 * How a right stands: `needs-role`: the editor's permission is missing; `needs-seat`: a paid seat is; `hidden`: the
 * viewer is not to know that it can be done.
 */
export const rightStandings = ['allowed', 'needs-role', 'needs-seat', 'hidden'] as const;
export type RightStanding = (typeof rightStandings)[number];

/** The rights of the viewer; one that is absent is `allowed`. A courtesy of the page: the host's server checks again. */
export type Access = Partial<Record<GapRight, RightStanding>>;
