import type { FactsRow } from './facts-row.js';
import { grown } from './grown.js';
import { Submissions } from './submissions.js';

const FIRST_CAPACITY = 256;

/** Facts of conversations in the order they arrive, in columns; what segments are made from. */
export class FactsTable {
  length = 0;
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
  readonly submissions = new Submissions();

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
  table.submissions.addAll(row, facts.feedback);
  return row;
}
