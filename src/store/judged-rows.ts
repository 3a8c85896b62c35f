import { DurationColumn } from './duration-column.js';
import { FactPatterns } from './fact-patterns.js';
import type { FactsRow } from './facts-row.js';
import { narrow, narrowPatterns } from './make-segment.js';
import { Segment } from './segment.js';
import { Submissions } from './submissions.js';

/** Other facts of some rows of a segment: when these started and in which channel is as it was. */
export class JudgedRows {
  readonly #patterns = new FactPatterns();
  readonly #pattern: Uint32Array;
  readonly #settles: DurationColumn;
  readonly #closes: DurationColumn;
  readonly #teammate: Uint32Array;
  readonly #submissions = new Submissions();
  /** By row 1 where its facts are those of the segment. */
  readonly #isKept: Uint8Array;

  /**
   * Of the rows from `first` to `end`; those that get no facts are gone.
   * @param first a row that an {@link InstantColumn} can be cut at
   */
  constructor(
    private readonly of: Segment,
    private readonly first: number,
    private readonly end: number,
  ) {
    const length = end - first;
    this.#pattern = new Uint32Array(length);
    this.#settles = DurationColumn.blank(length);
    this.#closes = DurationColumn.blank(length);
    this.#teammate = new Uint32Array(length);
    this.#isKept = new Uint8Array(length);
  }

  /** Leaves a row the facts that it has in the segment; only that it settles so much later, ms. */
  keep(row: number, laterMs: number): void {
    const own = row - this.first;
    const { settles, closes, teammate } = this.of;
    this.#isKept[own] = 1;
    this.#pattern[own] = this.#patterns.of(this.of.bitsOf(row));
    this.#settles.set(own, settles.get(row) + laterMs);
    this.#closes.set(own, closes.get(row));
    this.#teammate[own] = teammate[row]!;
  }

  /** Takes in the feedback of all rows that were kept. */
  keepFeedback(): void {
    const { feedbackRows, feedbackValues } = this.of;
    for (let place = 0; place < feedbackRows.length; place++) {
      const own = feedbackRows[place]! - this.first;
      if (this.#isKept[own] === 1) this.#submissions.add(own, this.of.feedbackAtOf(place), feedbackValues[place]!);
    }
  }

  /** Gives a row of the segment other facts. */
  set(row: number, { bits, judgement, feedback }: FactsRow): void {
    const own = row - this.first;
    this.#pattern[own] = this.#patterns.of(bits);
    if (judgement.handled) this.#settles.set(own, judgement.settlesAt - this.of.startedAt.get(row));
    this.#closes.set(own, judgement.timeToCloseMs);
    this.#teammate[own] = judgement.closedByTeammate;
    this.#submissions.addAll(own, feedback);
  }

  /**
   * A segment of them; its row 0 is `first`.
   * @param windowMs the window they were judged by
   */
  segment(windowMs: number): Segment {
    const { startedAt, channels, channel, teammates } = this.of;
    const parts = {
      windowMs,
      startedAt: startedAt.cut(this.first, this.end).parts,
      pattern: narrowPatterns(this.#pattern, this.#patterns),
      bits: this.#patterns.bits.slice(1),
      settles: this.#settles.values,
      settlesApart: this.#settles.apart,
      closes: this.#closes.values,
      closesApart: this.#closes.apart,
      channels,
      channel: channel.subarray(this.first, this.end),
      teammate: narrow(this.#teammate),
      lastAt: new Float64Array(0),
      ...this.#submissions.inTime((row) => row),
    };
    return new Segment(parts, teammates);
  }
}
