import { describeValue } from '../conversation/door.js';
import { AdapterError, isDataError, PermissionError } from '../errors.js';
import { AnswersByKey } from './answers-by-key.js';
import { DeskState, type KeptGaps } from './desk-state.js';
import type {
  Access,
  DismissGaps,
  GapListQuery,
  GapQuestionPage,
  GapQuestionsQuery,
  GapResolved,
  GapsChanged,
  GapSelection,
  GapStatus,
  GapTopicPage,
  ResolveGap,
  RestoreGaps,
  ShortAnswer,
  ShortAnswerPage,
  ShortAnswersQuery,
} from './gap-records.js';
import { listQuestions } from './questions.js';
import { accessOf, checkRights, type CheckedAccess } from './rights.js';
import { listShortAnswers } from './short-answers.js';
import { listTopics, topicsWithStatus, type TopicQuestions } from './topics.js';
import { DEFAULT_TEXT_LIMIT, parseWrite, type CheckedSelection, type GapWrite, type GapWriteKind } from './writes.js';

/** What a desk of gaps starts from. Read anew at every question, so that what a host adds later is seen. */
export interface GapRecords {
  readonly topics: readonly TopicQuestions[];
  /** Those made before. */
  readonly shortAnswers?: readonly ShortAnswer[];
  /** What the viewer may do; a right that is absent is allowed. */
  readonly access?: Access;
}

/** Further facts of a {@link GapDesk}. */
export interface GapDeskOptions {
  /** When a short answer is made, epoch ms. */
  readonly now: () => number;
  /** Who writes the short answers, as people call them. */
  readonly author?: string;
  /** Characters a question or an answer may have. Default 2,000. */
  readonly textLimit?: number;
  /** What was written before, as `keep` was handed it. */
  readonly kept?: KeptGaps | null;
  /** Called with all that was written, after every write. */
  readonly keep?: (state: KeptGaps) => void;
}

/**
 * A desk of knowledge gaps in memory: what any source must answer and do, the reference of the contract. What it starts
 * from is never changed; what is written lies over it. Every write happens whole or not at all.
 */
export class GapDesk {
  readonly textLimit: number;
  readonly #read: () => GapRecords;
  readonly #options: GapDeskOptions;
  readonly #state: DeskState;
  readonly #answers = new AnswersByKey();

  constructor(read: () => GapRecords, options: GapDeskOptions) {
    this.#read = read;
    this.#options = options;
    this.#state = new DeskState(options.kept ?? null);
    this.textLimit = options.textLimit ?? DEFAULT_TEXT_LIMIT;
  }

  /** How every right of the viewer stands. */
  get access(): CheckedAccess {
    return accessOf(this.#read().access ?? {});
  }

  /** One page of topics. @param locale BCP 47 tag whose alphabet titles are sorted by */
  list(query: GapListQuery, locale?: string): GapTopicPage {
    return listTopics(topicsWithStatus(this.#topics(), query.status), query, locale);
  }

  /**
   * One page of a topic's questions.
   * @throws {AdapterError} `not-found` for a topic that there is not
   */
  questions(query: GapQuestionsQuery): GapQuestionPage {
    const { title, questions } = this.#topicOf(query.topicId);
    const page = listQuestions(questions, query);
    return query.cursor === undefined ? { ...page, topic: { title } } : page;
  }

  /** One page of the short answers. */
  shortAnswers(query: ShortAnswersQuery): ShortAnswerPage {
    return listShortAnswers(this.#state.shortAnswers(this.#read().shortAnswers ?? []), query);
  }

  /**
   * Makes a short answer and resolves open questions with it.
   * @param key the same over retries; a desk that has seen it changes nothing again
   * @throws {AdapterError} `conflict` where a question is not open, `forbidden`, `invalid-payload`, `not-found`
   */
  resolve(command: ResolveGap, key?: string): GapResolved {
    return this.#once('resolve', command, key, ({ question, answer, ...selection }: ResolveGap) => {
      const [topic] = this.#pick([selection], 'open') as [CheckedSelection];
      const { author } = this.#options;
      const shortAnswer: ShortAnswer = {
        id: this.#state.nextId(this.#read().shortAnswers ?? []),
        question,
        answer,
        createdAt: this.#state.nextInstant(this.#options.now()),
        ...(author === undefined ? {} : { createdBy: author }),
        topicId: topic.topicId,
        resolvesQuestionIds: topic.questionIds,
      };
      this.#state.add(shortAnswer);
      this.#move([topic], 'resolved', shortAnswer.id);
      return { topics: [topic], shortAnswer };
    });
  }

  /** Sets open questions aside. Otherwise like {@link resolve}. */
  dismiss(command: DismissGaps, key?: string): GapsChanged {
    return this.#once('dismiss', command, key, ({ topics }: DismissGaps) => {
      const picked = this.#pick(topics, 'open');
      this.#move(picked, 'dismissed');
      return { topics: picked };
    });
  }

  /** Opens resolved or dismissed questions again, and takes back a short answer where it is named. Otherwise like {@link resolve}. */
  restore(command: RestoreGaps, key?: string): GapsChanged {
    return this.#once('restore', command, key, ({ topics, from, shortAnswerId }: RestoreGaps) => {
      const picked = this.#pick(topics, from);
      if (shortAnswerId !== undefined && !this.#state.takeBack(shortAnswerId, this.#read().shortAnswers ?? [])) {
        throw conflict(`The short answer ${describeValue(shortAnswerId)} is gone already.`);
      }
      this.#move(picked, 'open');
      return { topics: picked };
    });
  }

  #once<Command, Answer>(
    kind: GapWriteKind,
    command: Command,
    key: string | undefined,
    write: (command: Command) => Answer,
  ): Answer {
    const checked = this.#check(kind, command);
    return this.#answers.once(key, [kind, checked.command], () => {
      const answer = write(checked.command as Command);
      this.#options.keep?.(this.#state.kept());
      return answer;
    });
  }

  /** A server checks again what a page has checked: a script can send anything. */
  #check(kind: GapWriteKind, command: unknown): GapWrite {
    try {
      const write = parseWrite(kind, command, this.textLimit);
      checkRights(this.access, write);
      return write;
    } catch (cause) {
      if (cause instanceof PermissionError) throw new AdapterError('forbidden', cause.message, { cause });
      if (isDataError(cause)) throw new AdapterError('invalid-payload', cause.message, { cause });
      throw cause;
    }
  }

  /** The topics as they stand now. */
  #topics(): readonly TopicQuestions[] {
    return this.#read().topics.map((topic) => this.#state.topic(topic));
  }

  #topicOf(topicId: string): TopicQuestions {
    const topic = this.#read().topics.find(({ id }) => id === topicId);
    if (topic !== undefined) return this.#state.topic(topic);
    throw new AdapterError('not-found', `There is no topic ${describeValue(topicId)}.`);
  }

  /** The exact questions of each selection, all of which stand where the write finds them. */
  #pick(topics: readonly GapSelection[], status: GapStatus): readonly CheckedSelection[] {
    return topics.map(({ topicId, questionIds }) => {
      const standing = this.#topicOf(topicId).questions.filter((question) => question.status === status);
      const ids = new Set(standing.map(({ id }) => id));
      if (ids.size === 0) throw conflict(`No question of the topic ${describeValue(topicId)} is ${status} any more.`);
      const moved = questionIds?.find((id) => !ids.has(id));
      if (moved !== undefined) throw conflict(`The question ${describeValue(moved)} is not ${status} any more.`);
      return { topicId, questionIds: questionIds ?? [...ids] };
    });
  }

  #move(topics: readonly CheckedSelection[], status: GapStatus, shortAnswerId: string | null = null): void {
    for (const { topicId, questionIds } of topics) {
      this.#state.move(questionIds, status, shortAnswerId);
      const topic = this.#read().topics.find(({ id }) => id === topicId)!;
      this.#state.noteEmptied(topic);
    }
  }
}

function conflict(message: string): AdapterError {
  return new AdapterError('conflict', `${message} Look again.`);
}
