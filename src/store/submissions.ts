import type { FeedbackList } from '../conversation/feedback.js';
import { grown } from './grown.js';
import { InstantColumn } from './instant-column.js';
import { inOrder } from './order.js';
import type { SegmentParts } from './segment-parts.js';

const FIRST_CAPACITY = 256;

/** Feedback submissions of conversations in the order these arrive, in columns. Only the first `count` places are filled. */
export class Submissions {
  count = 0;
  /** Of the conversation. */
  row = new Uint32Array(FIRST_CAPACITY);
  /** Epoch ms. */
  at = new Float64Array(FIRST_CAPACITY);
  /** Places in `feedbackFacts`. */
  value = new Uint8Array(FIRST_CAPACITY);

  /** Adds those of a conversation. */
  addAll(row: number, { count, at, values }: FeedbackList): void {
    for (let index = 0; index < count; index++) this.add(row, at[index]!, values[index]!);
  }

  add(row: number, at: number, value: number): void {
    if (this.count === this.row.length) this.#grow();
    this.row[this.count] = row;
    this.at[this.count] = at;
    this.value[this.count] = value;
    this.count += 1;
  }

  /** In order of time, as a segment has them; those whose conversation has another row there, or none where it is below 0. */
  inTime(rowOf: (row: number) => number): Pick<SegmentParts, 'feedbackAt' | 'feedbackRows' | 'feedbackValues'> {
    const kept = new Uint32Array(this.count);
    const keptAt = new Float64Array(this.count);
    let count = 0;
    for (let place = 0; place < this.count; place++) {
      if (rowOf(this.row[place]!) < 0) continue;
      kept[count] = place;
      keptAt[count++] = this.at[place]!;
    }
    const order = inOrder(keptAt.subarray(0, count));
    const feedbackAt = new Float64Array(count);
    const feedbackRows = new Uint32Array(count);
    const feedbackValues = new Uint8Array(count);
    for (let place = 0; place < count; place++) {
      const from = kept[order[place]!]!;
      feedbackAt[place] = this.at[from]!;
      feedbackRows[place] = rowOf(this.row[from]!);
      feedbackValues[place] = this.value[from]!;
    }
    return { feedbackAt: InstantColumn.of(feedbackAt).parts, feedbackRows, feedbackValues };
  }

  #grow(): void {
    const capacity = this.row.length * 2;
    this.row = grown(this.row, new Uint32Array(capacity));
    this.at = grown(this.at, new Float64Array(capacity));
    this.value = grown(this.value, new Uint8Array(capacity));
  }
}
