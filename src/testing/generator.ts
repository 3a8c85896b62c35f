import type { ConversationRecord } from '../conversation/record.js';
import { DefinitionError } from '../errors.js';
import type { GapRecords } from '../gaps/gap-desk.js';
import { ConversationDraft } from './conversation-draft.js';
import { makePlan, pastTopicsWeek } from './conversation-plan.js';
import { deskWeekOf, deskWeekStart, startsOfWeek } from './desk-clock.js';
import { gapTopicsOf, type UnansweredConversation } from './gap-topics.js';
import { pastAnswersOf } from './past-answers.js';
import { Random } from './random.js';
import { scenarios } from './scenarios.js';
import { storyWeek, storyWeeks, type StoryWeek } from './story.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** No conversation of the desk lasts longer, from its start to its last event. */
export const longestConversationMs = 28 * DAY_MS;
/** The time from the beginning of a desk's story to its end. */
export const storyMs = storyWeeks * 7 * DAY_MS;

/** What shapes a made-up help desk. */
export interface DeskOptions {
  /** Any finite number; another one makes another desk. */
  readonly seed: number;
  /** Where the story of growth, release and outage begins, epoch ms. Two years later the desk has its full size. */
  readonly storyFrom: number;
  /** Conversations a week two years into the story. */
  readonly perWeek: number;
  /** The desk's wall clock against UTC; the same all year. */
  readonly utcOffsetMs: number;
}

/** One week as far as it is known before its conversations are made. */
interface DeskWeek {
  readonly week: number;
  readonly story: StoryWeek;
  readonly starts: readonly number[];
}

/**
 * A help desk that never was. A conversation is known by its week and its place in it, and made from the seed and these
 * two alone, so that any slice can be made at any time, in any order, and is the same.
 */
export class MadeUpDesk {
  readonly #options: DeskOptions;
  readonly #storyBegins: number;
  #known: DeskWeek | null = null;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#storyBegins = this.weekOf(options.storyFrom);
  }

  /** Number of the week that holds this instant. */
  weekOf(at: number): number {
    return deskWeekOf(at, this.#options.utcOffsetMs);
  }

  /** First instant of a week, epoch ms. */
  weekStart(week: number): number {
    return deskWeekStart(week, this.#options.utcOffsetMs);
  }

  /** When the conversations of a week start, ascending; a conversation's place is its index in here. */
  startsOf(week: number): readonly number[] {
    return this.#weekAt(week).starts;
  }

  /** The whole conversation, later events included, wherever the clock stands. */
  conversation(week: number, place: number): ConversationRecord {
    const { story, starts } = this.#weekAt(week);
    const startedAt = starts[place];
    if (startedAt === undefined) throw new RangeError(`MadeUpDesk: week ${week} has no conversation ${place}.`);
    const id = conversationId(week, place);
    const random = this.#random(week, place);
    const { scenario, matter } = makePlan(random, story);
    const channel = random.weighted(story.channels);
    const { utcOffsetMs } = this.#options;
    const draft = new ConversationDraft(random, matter, { id, startedAt, channel, utcOffsetMs, outage: story.outage });
    const flags = scenarios[scenario](draft);
    const isCut = draft.events.length > 2 && random.chance(0.006);
    return {
      id,
      updatedAt: draft.at,
      startedAt,
      ...(channel === null ? {} : { channel }),
      ...flags,
      ...(isCut ? { complete: false } : {}),
      url: `https://desk.harbor.example/conversations/${id}`,
      ...(draft.ticket === null ? {} : { ticket: draft.ticket }),
      topic: matter.title,
      events: isCut ? draft.events.slice(1) : draft.events,
    };
  }

  /**
   * The topics that the agent had no answer to, with the questions of conversations started up to `now`, and the short
   * answers made of them. Yields after each week's work, so that whoever drives it can let others run in between.
   */
  *gaps(now: number): Generator<void, Pick<Required<GapRecords>, 'topics' | 'shortAnswers'>, undefined> {
    const found: UnansweredConversation[] = [];
    for (let week = this.#storyBegins + pastTopicsWeek; week <= this.weekOf(now); week++) {
      found.push(...this.#unansweredIn(week).filter(({ startedAt }) => startedAt <= now));
      yield;
    }
    const topics = gapTopicsOf(found, now);
    return { topics, shortAnswers: pastAnswersOf(topics, now) };
  }

  #unansweredIn(week: number): readonly UnansweredConversation[] {
    const { story, starts } = this.#weekAt(week);
    return starts.flatMap((startedAt, place) => {
      const { unanswered: topic, matter } = makePlan(this.#random(week, place), story);
      if (topic === null) return [];
      const id = conversationId(week, place);
      return [{ id, startedAt, storyIndex: story.index, topic, question: matter.question }];
    });
  }

  #random(week: number, place: number): Random {
    return new Random(this.#options.seed, week, place);
  }

  #weekAt(week: number): DeskWeek {
    if (this.#known?.week !== week) {
      const story = storyWeek(week - this.#storyBegins);
      const { seed, perWeek, utcOffsetMs } = this.#options;
      this.#known = { week, story, starts: startsOfWeek(seed, week, perWeek * story.level, utcOffsetMs) };
    }
    return this.#known;
  }
}

/** The id of the conversation at this place of this week. */
export function conversationId(week: number, place: number): string {
  return `c-${week}${String(place).padStart(4, '0')}`;
}

/** Week and place of a conversation's id; null for an id that the desk never gave. */
export function placeOf(id: string): { readonly week: number; readonly place: number } | null {
  const match = /^c-(\d{4})(\d{4,7})$/.exec(id);
  if (match === null) return null;
  const [week, place] = [Number(match[1]), Number(match[2])];
  return conversationId(week, place) === id ? { week, place } : null;
}

/** What {@link generateConversations} makes. */
export interface GeneratorOptions {
  /** Any finite number; the same one gives the same conversations. */
  readonly seed: number;
  /** Conversations start at or after it, epoch ms. */
  readonly from: number;
  /** Conversations start before it, epoch ms. Their events may come later. */
  readonly to: number;
  /** Where the desk's story begins, epoch ms; slices of one desk share it. Default: `from`. */
  readonly storyFrom?: number;
  /** Conversations a week two years into the story; the first week has about a quarter of it. Default 900. */
  readonly perWeek?: number;
  /** The desk's wall clock against UTC, in hours; the same all year. Default 1. */
  readonly utcOffsetHours?: number;
}

/**
 * A believable help desk with an AI agent, conversation by conversation in order of `startedAt`: five channels (one
 * unnamed), a team of ten, quiet nights and weekends, growth over two years, a release that helps from week 95 on, an
 * outage in week 100. Made lazily; a conversation is the same in every slice of the same desk.
 * @throws {DefinitionError} where an option makes no sense
 */
export function* generateConversations(options: GeneratorOptions): Generator<ConversationRecord, void, undefined> {
  const { seed, from, to, storyFrom = from, perWeek = 900, utcOffsetHours = 1 } = options;
  for (const [name, value] of Object.entries({ seed, from, to, storyFrom, perWeek, utcOffsetHours })) {
    if (!Number.isFinite(value)) {
      throw new DefinitionError(`generateConversations: ${name}: expected a finite number, got ${String(value)}.`);
    }
  }
  const desk = new MadeUpDesk({ seed, storyFrom, perWeek, utcOffsetMs: utcOffsetHours * HOUR_MS });
  for (let week = desk.weekOf(from); desk.weekStart(week) < to; week++) {
    const starts = desk.startsOf(week);
    for (let place = 0; place < starts.length; place++) {
      const startedAt = starts[place]!;
      if (startedAt >= from && startedAt < to) yield desk.conversation(week, place);
    }
  }
}
