import { codeSets, eventCodes, isIn } from './event-code.js';
import { NONE, type EventTable } from './event-table.js';
import { findFirst } from './find-events.js';

/** Row of the latest counted feedback that names the last reply, or names no message and is not earlier than that reply; -1 for none. */
export function findLastFeedback(table: EventTable, counted: number, lastReply: number): number {
  if ((table.occurring & codeSets.feedback) === 0) return -1;
  const { at, codes, refs } = table;
  const lastReplyAt = at[lastReply]!;
  for (let row = counted - 1; row >= 0; row--) {
    if (!isIn(codeSets.feedback, codes[row]!)) continue;
    const about = refs[row]!;
    if (about === NONE ? at[row]! >= lastReplyAt : about === lastReply) return row;
  }
  return -1;
}

const FIRST_CAPACITY = 16;

/** Feedback submissions that count, in typed columns. Only the first `count` places are filled; the columns grow as needed. */
export class FeedbackList {
  count = 0;
  /** Epoch ms. */
  at = new Float64Array(FIRST_CAPACITY);
  /** Places in `feedbackValues`. */
  values = new Uint8Array(FIRST_CAPACITY);

  clear(): void {
    this.count = 0;
  }

  add(at: number, value: number): void {
    if (this.count === this.at.length) this.#grow();
    this.at[this.count] = at;
    this.values[this.count] = value;
    this.count += 1;
  }

  /** Whether another list holds the same submissions. */
  equals({ count, at, values }: FeedbackList): boolean {
    if (this.count !== count) return false;
    for (let place = 0; place < count; place++)
      if (this.at[place] !== at[place] || this.values[place] !== values[place]) return false;
    return true;
  }

  #grow(): void {
    const { at, values } = this;
    this.at = new Float64Array(at.length * 2);
    this.values = new Uint8Array(at.length * 2);
    this.at.set(at);
    this.values.set(values);
  }
}

/**
 * Adds the submissions of a handled conversation up to the clock to a list, each at its own time: those at or after the
 * first agent reply that name no message or an agent reply. Later ones than the settlement count too: they are opinions,
 * not outcomes.
 */
export function addSubmissions(table: EventTable, visible: number, list: FeedbackList): void {
  if ((table.occurring & codeSets.feedback) === 0) return;
  const firstReply = findFirst(table, codeSets.agentReplies, visible);
  if (firstReply < 0) return;
  const { at, codes } = table;
  for (let row = 0; row < visible; row++) {
    const code = codes[row]!;
    if (!isIn(codeSets.feedback, code) || at[row]! < at[firstReply]!) continue;
    if (isAboutAgent(table, visible, row)) list.add(at[row]!, code - eventCodes.feedbackPositive);
  }
}

/** A reply that does not exist yet cannot be named. */
function isAboutAgent({ codes, refs }: EventTable, visible: number, row: number): boolean {
  const about = refs[row]!;
  if (about < 0) return about === NONE;
  return about < visible && isIn(codeSets.agentReplies, codes[about]!);
}
