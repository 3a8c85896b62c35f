import type { FactsRow } from './facts-row.js';

const FIRST_CAPACITY = 256;

/** Facts of conversations in the order they arrive, in columns; what segments are made from. */
export class FactsTable {
  length = 0;
  submissions = 0;
  startedAt: Float64Array;
  /** Facts of `facts.ts`. */
  bits: Int32Array;
  /** Epoch ms; NaN where not handled. */
  settlesAt: Float64Array;
  /** ms; NaN where there is none to count. */
  timeToCloseMs: Float64Array;
  channel: Uint32Array;
  /** Who is credited with the close; 0 is nobody. */
  teammate: Uint32Array;
  /** When it starts, closes or has its last event, whatever comes last. */
  lastAt: Float64Array;
  /** The next instant at which anything changes by itself; Infinity for never. */
  changesAt: Float64Array;
  /** Feedback submissions: the row, the instant, and the value by its place in `feedbackFacts`. */
  feedbackRow = new Uint32Array(FIRST_CAPACITY);
  feedbackAt = new Float64Array(FIRST_CAPACITY);
  feedbackValue = new Uint8Array(FIRST_CAPACITY);

  /** @param capacity rows that will come, as far as that is known */
  constructor(capacity = FIRST_CAPACITY) {
    this.startedAt = new Float64Array(capacity);
    this.bits = new Int32Array(capacity);
    this.settlesAt = new Float64Array(capacity);
    this.timeToCloseMs = new Float64Array(capacity);
    this.channel = new Uint32Array(capacity);
    this.teammate = new Uint32Array(capacity);
    this.lastAt = new Float64Array(capacity);
    this.changesAt = new Float64Array(capacity);
  }

  /** A new row, whose columns the caller fills. */
  take(): number {
    if (this.length === this.bits.length) this.#grow();
    return this.length++;
  }

  /** All rows. */
  rows(): Uint32Array {
    const rows = new Uint32Array(this.length);
    for (let row = 0; row < this.length; row++) rows[row] = row;
    return rows;
  }

  addFeedback(row: number, at: number, value: number): void {
    if (this.submissions === this.feedbackRow.length) this.#growFeedback();
    this.feedbackRow[this.submissions] = row;
    this.feedbackAt[this.submissions] = at;
    this.feedbackValue[this.submissions] = value;
    this.submissions += 1;
  }

  #grow(): void {
    const capacity = Math.max(FIRST_CAPACITY, this.bits.length * 2);
    this.bits = grown(this.bits, new Int32Array(capacity));
    this.startedAt = grown(this.startedAt, new Float64Array(capacity));
    this.settlesAt = grown(this.settlesAt, new Float64Array(capacity));
    this.timeToCloseMs = grown(this.timeToCloseMs, new Float64Array(capacity));
    this.channel = grown(this.channel, new Uint32Array(capacity));
    this.teammate = grown(this.teammate, new Uint32Array(capacity));
    this.lastAt = grown(this.lastAt, new Float64Array(capacity));
    this.changesAt = grown(this.changesAt, new Float64Array(capacity));
  }

  #growFeedback(): void {
    const capacity = this.feedbackRow.length * 2;
    this.feedbackRow = grown(this.feedbackRow, new Uint32Array(capacity));
    this.feedbackAt = grown(this.feedbackAt, new Float64Array(capacity));
    this.feedbackValue = grown(this.feedbackValue, new Uint8Array(capacity));
  }
}

/** A copy of a column with more room. */
export function grown<T extends Int32Array | Float64Array | Uint32Array | Uint16Array | Uint8Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/**
 * Adds a judged conversation to a table of facts, and hands back its row.
 * @param teammate number of the one credited with the close; 0 for nobody
 */
export function addFacts(
  table: FactsTable,
  startedAt: number,
  channel: number,
  teammate: number,
  facts: FactsRow,
): number {
  const row = table.take();
  table.startedAt[row] = startedAt;
  table.bits[row] = facts.bits;
  table.settlesAt[row] = facts.judgement.settlesAt;
  table.timeToCloseMs[row] = facts.judgement.timeToCloseMs;
  table.channel[row] = channel;
  table.teammate[row] = teammate;
  table.lastAt[row] = facts.lastAt;
  table.changesAt[row] = facts.changesAt;
  const { count, at, values } = facts.feedback;
  for (let index = 0; index < count; index++) table.addFeedback(row, at[index]!, values[index]!);
  return row;
}
