import { Door } from '../conversation/door.js';
import { most } from './gap-door.js';
import { gapStatuses, type GapQuestion, type GapStatus, type ShortAnswer } from './gap-records.js';
import { askedAtOf } from './questions.js';
import { parseShortAnswer } from './short-answers.js';
import type { TopicQuestions } from './topics.js';

/** What was written over the records of a desk, as plain data that can be kept. */
export interface KeptGaps {
  /** Questions that were written, with where they stand and the short answer that resolved them. */
  readonly questions: readonly (readonly [id: string, status: GapStatus, shortAnswerId: string | null])[];
  /** Topics of which every question was closed, with the time of the latest, epoch ms. */
  readonly emptied: readonly (readonly [topicId: string, lastAskedAt: number])[];
  readonly made: readonly ShortAnswer[];
  /** Short answers that were taken back. */
  readonly takenBack: readonly string[];
  /** Short answers made so far, those taken back included. */
  readonly count: number;
}

interface Standing {
  readonly status: GapStatus;
  readonly shortAnswerId: string | null;
}

/** What was written over the records of a desk, and how these look through it. */
export class DeskState {
  readonly #questions: Map<string, Standing>;
  readonly #emptied: Map<string, number>;
  readonly #made: Map<string, ShortAnswer>;
  readonly #takenBack: Set<string>;
  #count: number;

  constructor(kept: KeptGaps | null) {
    const known = kept?.questions ?? [];
    this.#questions = new Map(known.map(([id, status, shortAnswerId]) => [id, { status, shortAnswerId }]));
    this.#emptied = new Map(kept?.emptied);
    this.#made = new Map(kept?.made.map((shortAnswer) => [shortAnswer.id, shortAnswer]));
    this.#takenBack = new Set(kept?.takenBack);
    this.#count = kept?.count ?? 0;
  }

  /** A topic as it stands now. Questions asked after all before them were closed bring it back. */
  topic(topic: TopicQuestions): TopicQuestions {
    const questions = topic.questions.map((question) => this.#question(question));
    const emptiedAt = this.#emptiedAt(topic);
    const hasNew = questions.some((question) => question.status === 'open' && askedAtOf(question) > emptiedAt);
    return { ...topic, questions, returned: topic.returned === true || hasNew };
  }

  /** Those made before and since, without those taken back; each with the questions it still resolves. */
  shortAnswers(before: readonly ShortAnswer[]): readonly ShortAnswer[] {
    const there = [...before, ...this.#made.values()].filter(({ id }) => !this.#takenBack.has(id));
    return there.map((shortAnswer) => {
      const { id, resolvesQuestionIds } = shortAnswer;
      return {
        ...shortAnswer,
        resolvesQuestionIds: resolvesQuestionIds.filter((each) => this.#isResolvedBy(each, id)),
      };
    });
  }

  /** An id no short answer of the desk has or had. */
  nextId(before: readonly ShortAnswer[]): string {
    const taken = new Set(before.map(({ id }) => id));
    let id: string;
    do id = `short-answer-${(this.#count += 1)}`;
    while (taken.has(id) || this.#made.has(id));
    return id;
  }

  /** This instant, or where the clock stands still one after the last short answer, so that the newest is known. */
  nextInstant(now: number): number {
    return Math.max(now, ...[...this.#made.values()].map(({ createdAt }) => Number(createdAt) + 1));
  }

  add(shortAnswer: ShortAnswer): void {
    this.#made.set(shortAnswer.id, shortAnswer);
  }

  /** Whether it was there to be taken back. */
  takeBack(id: string, before: readonly ShortAnswer[]): boolean {
    const isThere = this.#made.has(id) || before.some((shortAnswer) => shortAnswer.id === id);
    if (!isThere || this.#takenBack.has(id)) return false;
    this.#takenBack.add(id);
    return true;
  }

  move(questionIds: readonly string[], status: GapStatus, shortAnswerId: string | null): void {
    for (const id of questionIds) this.#questions.set(id, { status, shortAnswerId });
  }

  /**
   * Remembers up to where a topic's questions are known, where none of them is open any more. Once one of these is open again
   * the topic is back by hand, and what is asked then does not bring it back.
   */
  noteEmptied(topic: TopicQuestions): void {
    const { questions } = topic;
    const open = questions.filter((question) => this.#question(question).status === 'open');
    if (open.length === 0) {
      this.#emptied.set(
        topic.id,
        questions.reduce((latest, each) => Math.max(latest, askedAtOf(each)), -Infinity),
      );
    } else if (open.some((question) => askedAtOf(question) <= this.#emptiedAt(topic))) this.#emptied.delete(topic.id);
  }

  #emptiedAt({ id }: TopicQuestions): number {
    return this.#emptied.get(id) ?? Infinity;
  }

  kept(): KeptGaps {
    return {
      questions: [...this.#questions].map(([id, { status, shortAnswerId }]) => [id, status, shortAnswerId]),
      emptied: [...this.#emptied],
      made: [...this.#made.values()].filter(({ id }) => !this.#takenBack.has(id)),
      takenBack: [...this.#takenBack],
      count: this.#count,
    };
  }

  #question(question: GapQuestion): GapQuestion {
    const standing = this.#questions.get(question.id);
    return standing === undefined ? question : { ...question, status: standing.status };
  }

  #isResolvedBy(questionId: string, shortAnswerId: string): boolean {
    const standing = this.#questions.get(questionId);
    return standing === undefined || (standing.status === 'resolved' && standing.shortAnswerId === shortAnswerId);
  }
}

/**
 * Checks what was kept somewhere that anybody can write to.
 * @throws {DataError} where it is not what {@link DeskState.kept} hands out
 */
export function parseKeptGaps(raw: unknown): KeptGaps {
  const door = new Door('kept knowledge gaps');
  const kept = door.object(raw, '');
  const list = (field: keyof KeptGaps): readonly unknown[] => door.list(kept[field], field, most.ids);
  const text = (value: unknown, field: string): string => door.text(value, field, most.label);
  return {
    questions: list('questions').map((entry) => {
      const [id, status, shortAnswerId] = door.list(entry, 'questions', 3);
      return [
        text(id, 'questions'),
        door.oneOf(status, 'questions', gapStatuses),
        door.optionalText(shortAnswerId, 'questions', most.label),
      ];
    }),
    emptied: list('emptied').map((entry) => {
      const [topicId, lastAskedAt] = door.list(entry, 'emptied', 2);
      return [text(topicId, 'emptied'), door.instant(lastAskedAt, 'emptied')];
    }),
    made: list('made').map(parseShortAnswer),
    takenBack: list('takenBack').map((id) => text(id, 'takenBack')),
    count: Number.isSafeInteger(kept['count']) ? Number(kept['count']) : 0,
  };
}
