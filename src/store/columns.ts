import type { Conversation } from '../conversation/conversation.js';
import { Dictionary } from './dictionary.js';
import type { FeedbackSubmission, JudgedRow } from './judged-row.js';

const FIRST_CAPACITY = 1_024;
const NO_FEEDBACK: readonly FeedbackSubmission[] = [];

/** Doubts about a row's data that no fact tells. */
export const doubts = { duplicate: 1, outOfOrder: 2, negativeDuration: 4 } as const;

/** Facts of all conversations in typed columns; a row's place is its number. Removed rows have no facts and are used again. */
export class Columns {
  bits = new Int32Array(FIRST_CAPACITY);
  startedAt = new Float64Array(FIRST_CAPACITY);
  settlesAt = new Float64Array(FIRST_CAPACITY);
  resolutionTimeMs = new Float64Array(FIRST_CAPACITY);
  timeToCloseMs = new Float64Array(FIRST_CAPACITY);
  changesAt = new Float64Array(FIRST_CAPACITY);
  lastAt = new Float64Array(FIRST_CAPACITY);
  /** What is to be said against a row's data, bits of {@link doubts}. */
  doubts = new Uint8Array(FIRST_CAPACITY);
  channel = new Uint32Array(FIRST_CAPACITY);
  /** 0 is nobody. */
  teammate = new Uint32Array(FIRST_CAPACITY);
  /** What judging again needs; undefined in rows that are free. */
  readonly conversations: (Conversation | undefined)[] = [];
  readonly feedback: (readonly FeedbackSubmission[])[] = [];
  readonly channels = new Dictionary();
  readonly teammates = new Dictionary();
  readonly #free: number[] = [];

  constructor() {
    this.teammates.take(''); // Number 0 means nobody.
  }

  /** Rows in use and free ones between them. */
  get length(): number {
    return this.conversations.length;
  }

  /** A free row for a new conversation. */
  take(): number {
    const row = this.#free.pop() ?? this.conversations.length;
    if (row === this.conversations.length) this.conversations.push(undefined);
    if (row >= this.bits.length) this.#grow();
    return row;
  }

  write(row: number, conversation: Conversation, facts: JudgedRow): void {
    this.#releaseNames(row);
    this.conversations[row] = conversation;
    this.bits[row] = facts.bits;
    this.startedAt[row] = facts.startedAt;
    this.settlesAt[row] = facts.settlesAt;
    this.resolutionTimeMs[row] = facts.resolutionTimeMs;
    this.timeToCloseMs[row] = facts.timeToCloseMs;
    this.changesAt[row] = facts.changesAt;
    this.channel[row] = this.channels.take(conversation.channel);
    this.teammate[row] = facts.teammate === null ? 0 : this.teammates.take(facts.teammate);
    this.feedback[row] = facts.feedback.length === 0 ? NO_FEEDBACK : facts.feedback;
    this.lastAt[row] = facts.lastAt;
    this.doubts[row] = doubtsOf(conversation, facts);
  }

  /** Nothing of the conversation stays. */
  free(row: number): void {
    this.#releaseNames(row);
    this.conversations[row] = undefined;
    this.feedback[row] = NO_FEEDBACK;
    this.bits[row] = 0;
    this.changesAt[row] = Infinity;
    for (const times of [this.startedAt, this.settlesAt, this.resolutionTimeMs, this.timeToCloseMs, this.lastAt])
      times[row] = NaN;
    this.doubts[row] = 0;
    this.#free.push(row);
  }

  /** Names of channels and teammates go with the last row that uses them. */
  #releaseNames(row: number): void {
    if (this.conversations[row] === undefined) return;
    this.channels.release(this.channel[row]!);
    if (this.teammate[row] !== 0) this.teammates.release(this.teammate[row]!);
  }

  #grow(): void {
    const capacity = this.bits.length * 2;
    this.bits = grown(this.bits, new Int32Array(capacity));
    this.startedAt = grown(this.startedAt, new Float64Array(capacity));
    this.settlesAt = grown(this.settlesAt, new Float64Array(capacity));
    this.resolutionTimeMs = grown(this.resolutionTimeMs, new Float64Array(capacity));
    this.timeToCloseMs = grown(this.timeToCloseMs, new Float64Array(capacity));
    this.changesAt = grown(this.changesAt, new Float64Array(capacity));
    this.lastAt = grown(this.lastAt, new Float64Array(capacity));
    this.doubts = grown(this.doubts, new Uint8Array(capacity));
    this.channel = grown(this.channel, new Uint32Array(capacity));
    this.teammate = grown(this.teammate, new Uint32Array(capacity));
  }
}

function grown<T extends Int32Array | Float64Array | Uint32Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function doubtsOf(conversation: Conversation, facts: JudgedRow): number {
  return (
    (conversation.duplicateEvents > 0 ? doubts.duplicate : 0) |
    (conversation.outOfOrder ? doubts.outOfOrder : 0) |
    (facts.negativeDuration ? doubts.negativeDuration : 0)
  );
}
