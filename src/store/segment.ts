import { bitsOf } from '../metrics/facts.js';
import type { DurationName, Measure } from '../metrics/measures.js';
import { Credits } from './credits.js';
import { DurationColumn } from './duration-column.js';
import { FactPatterns, GONE_PATTERN } from './fact-patterns.js';
import { InstantColumn } from './instant-column.js';
import { GONE, ORDERS } from './placement.js';
import { Postings } from './postings.js';
import { inSettlingOrder } from './order.js';
import { Ranks, type RanksParts } from './ranks.js';
import { durationsOf, feedbackItems, settledItems, startedItems, type DurationsOfRows } from './ranked-items.js';
import type { Names, SegmentParts } from './segment-parts.js';
import { Settlements } from './settlements.js';
import { Timeline } from './timeline.js';

/** Channels that running totals are kept apart for; a segment with more keeps one total, and postings. */
export const MOST_RANKED_CHANNELS = 16;
/** Teammates that running totals are kept apart for. */
const MOST_RANKED_TEAMMATES = 256;
/** The last pattern that fits 16 bits. */
export const MOST_NARROW_PATTERN = 0xffff;
/** Rows whose latest instants are known together. */
export const ROWS_KNOWN_TOGETHER = 512;

/** What counts as a teammate's close. */
const CREDITED = bitsOf(['counted', 'closedByTeammate']);

/**
 * Facts of up to 262,144 conversations in typed columns, in order of when they started, with running totals over three
 * orders: by start, by settlement, and of feedback by submission. Rows keep their place; their facts can change in place.
 */
export class Segment {
  readonly length: number;
  /** Counts the changes of rows in place: what was worked out at another revision is wrong now. */
  revision = 0;
  readonly startedAt: InstantColumn;
  readonly patterns = new FactPatterns();
  readonly settles: DurationColumn;
  readonly closes: DurationColumn;
  readonly channel: Uint8Array | Uint32Array;
  /** Who is credited with the close, by number; 0 is nobody. */
  readonly teammate: Uint8Array | Uint32Array;
  /** Names of channels by number; '' for one that no row is in any more. */
  readonly channels: string[];
  /** Rows and values of submissions, in order of time. */
  readonly feedbackRows: Uint32Array;
  readonly feedbackValues: Uint8Array;
  readonly #pattern: Uint16Array | Uint32Array;
  readonly #windowMs: number;
  readonly #feedbackAt: InstantColumn;
  readonly #channelRows: Uint32Array;
  readonly #lastAt: Float64Array;
  // Made when they are first asked for: most segments of a quick change are never asked all.
  readonly #durations: DurationsOfRows;
  readonly #timelines: Partial<Record<Measure['at'], Timeline>> = {};
  #settledRows: Uint32Array | null;
  #credits: Credits | null = null;
  #byChannel: Postings | null = null;

  /** @param teammates names of the teammates by number */
  constructor(
    parts: SegmentParts,
    readonly teammates: Names,
  ) {
    this.#windowMs = parts.windowMs;
    this.startedAt = new InstantColumn(parts.startedAt);
    this.length = this.startedAt.length;
    this.#pattern = parts.pattern;
    this.settles = DurationColumn.of(parts.settles, parts.settlesApart);
    this.closes = DurationColumn.of(parts.closes, parts.closesApart);
    this.#durations = durationsOf(this.settles, this.closes, parts.windowMs);
    this.channel = parts.channel;
    this.teammate = parts.teammate;
    this.channels = [...parts.channels];
    this.#settledRows = parts.settledRows ?? null;
    this.feedbackRows = parts.feedbackRows;
    this.feedbackValues = parts.feedbackValues;
    this.#feedbackAt = new InstantColumn(parts.feedbackAt);
    this.#lastAt = parts.lastAt;
    for (const bits of parts.bits) this.patterns.of(bits);
    this.#channelRows = new Uint32Array(this.channels.length);
    for (let row = 0; row < this.length; row++) {
      if (this.#pattern[row] === GONE_PATTERN) continue;
      this.patterns.rows[this.#pattern[row]!]! += 1;
      this.#channelRows[this.channel[row]!]! += 1;
    }
    for (const at of parts.ranks === undefined ? [] : ORDERS) {
      const timeline = this.#makeTimeline(at, parts.ranks![at]);
      timeline.rank(); // At once: totals that are there already have to be told of every change.
      this.#timelines[at] = timeline;
    }
  }

  /** What another thread needs to have the same segment. */
  parts(): SegmentParts {
    const ranks = {
      startedAt: this.#partsOf('startedAt'),
      settlesAt: this.#partsOf('settlesAt'),
      at: this.#partsOf('at'),
    };
    return {
      windowMs: this.#windowMs,
      startedAt: this.startedAt.parts,
      pattern: this.#pattern,
      bits: this.patterns.bits.slice(1),
      settles: this.settles.values,
      settlesApart: this.settles.apart,
      closes: this.closes.values,
      closesApart: this.closes.apart,
      channels: this.channels,
      channel: this.channel,
      teammate: this.teammate,
      lastAt: this.#lastAt,
      settledRows: this.settledRows,
      feedbackAt: this.#feedbackAt.parts,
      feedbackRows: this.feedbackRows,
      feedbackValues: this.feedbackValues,
      ranks,
    };
  }

  #partsOf(at: Measure['at']): RanksParts {
    return this.timeline(at).rank().parts;
  }

  /** One of the three orders of time, by the instant that places measures. */
  timeline(at: Measure['at']): Timeline {
    return (this.#timelines[at] ??= this.#makeTimeline(at));
  }

  /** Makes the three orders of time. Running totals over them are not made. */
  putInOrder(): void {
    for (const at of ORDERS) this.timeline(at).firstAtOrAfter(-Infinity);
  }

  #makeTimeline(at: Measure['at'], parts?: RanksParts): Timeline {
    const { patterns, ranksChannels } = this;
    const channels = ranksChannels ? this.channel : null;
    const channelCount = this.channels.length;
    const ranked = { patterns, pattern: this.#pattern, channels, channelCount, durations: this.#durations };
    switch (at) {
      case 'startedAt':
        return new Timeline(this.startedAt, () => new Ranks(startedItems({ ...ranked, length: this.length }), parts));
      case 'settlesAt': {
        const rows = this.settledRows;
        return new Timeline(
          new Settlements(this.startedAt, this.settles, rows),
          () => new Ranks(settledItems({ ...ranked, rows }), parts),
        );
      }
      case 'at': {
        const { feedbackRows: rows, feedbackValues: values } = this;
        return new Timeline(this.#feedbackAt, () => new Ranks(feedbackItems({ ...ranked, rows, values }), parts));
      }
    }
  }

  /** Rows in the order they settle: all handled ones. */
  get settledRows(): Uint32Array {
    this.#settledRows ??= inSettlingOrder(this.length, (row) => this.settlesAtOf(row));
    return this.#settledRows;
  }

  /** Running totals are kept for each channel. */
  get ranksChannels(): boolean {
    return this.channels.length <= MOST_RANKED_CHANNELS;
  }

  /** Running totals can be kept for each teammate and channel. */
  get ranksTeammates(): boolean {
    return this.ranksChannels && this.credits.numbers.length <= MOST_RANKED_TEAMMATES;
  }

  isGone(row: number): boolean {
    return this.#pattern[row] === GONE_PATTERN;
  }

  channelOf(row: number): string {
    return this.channels[this.channel[row]!]!;
  }

  bitsOf(row: number): number {
    return this.patterns.bits[this.#pattern[row]!]!;
  }

  patternOf(row: number): number {
    return this.#pattern[row]!;
  }

  /** Epoch ms; NaN where not handled. */
  settlesAtOf(row: number): number {
    return this.startedAt.get(row) + this.settles.get(row);
  }

  /** ms; means something where the row's facts say that it has this duration. */
  durationOf(row: number, name: DurationName): number {
    return this.#durations[name](row);
  }

  /** The instant of a submission, epoch ms. */
  feedbackAtOf(place: number): number {
    return this.#feedbackAt.get(place);
  }

  /** No conversation of the rows from a multiple of 512 on, up to 512 of them, has an instant later than this. */
  lastAtAround(row: number): number {
    return this.#lastAt[Math.floor(row / ROWS_KNOWN_TOGETHER)]!;
  }

  /** The rows that a teammate is credited with, in order of start. */
  get credits(): Credits {
    this.#credits ??= new Credits({
      startedAt: this.startedAt,
      teammate: this.teammate,
      channels: this.channel,
      channelCount: this.channels.length,
      isCounted: (row) => (this.bitsOf(row) & CREDITED) === CREDITED,
    });
    return this.#credits;
  }

  /** The rows of each channel, in order of start. */
  get byChannel(): Postings {
    this.#byChannel ??= new Postings(this.channel);
    return this.#byChannel;
  }

  /**
   * Gives a row other facts. Its start, settlement, channel, teammate and feedback stay.
   * @returns false where there are too many sets of facts for its column: then nothing has changed
   */
  rewrite(row: number, bits: number, timeToCloseMs: number): boolean {
    const pattern = this.patterns.of(bits);
    if (pattern > MOST_NARROW_PATTERN && this.#pattern instanceof Uint16Array) return false;
    this.revision += 1;
    this.#count(row, -1);
    this.#setPattern(row, pattern);
    this.closes.set(row, timeToCloseMs);
    this.#count(row, 1);
    return true;
  }

  /**
   * Takes a row out of every total. Its instants stay until the segment is next made anew, as numbers that nothing names.
   * @param submittedAt instants at which the row may have feedback, epoch ms
   */
  drop(row: number, submittedAt: readonly number[]): void {
    this.revision += 1;
    for (const at of submittedAt) this.#dropSubmissions(row, at);
    this.#count(row, -1);
    this.#setPattern(row, GONE_PATTERN);
    const channel = this.channel[row]!;
    this.#channelRows[channel]! -= 1;
    if (this.#channelRows[channel] === 0) this.channels[channel] = '';
    this.#credits?.drop(row);
    this.teammate[row] = 0;
    this.closes.set(row, NaN);
  }

  #count(row: number, by: 1 | -1): void {
    const { startedAt, settlesAt } = this.#timelines;
    if (startedAt?.isRanked === true) startedAt.rank().count(row, by);
    const place = settlesAt?.isRanked === true ? this.#settledPlaceOf(row) : -1;
    if (place >= 0) settlesAt!.rank().count(place, by);
  }

  #setPattern(row: number, pattern: number): void {
    this.patterns.rows[this.#pattern[row]!]! -= 1;
    this.#pattern[row] = pattern;
    this.patterns.rows[pattern]! += 1;
  }

  /** Where a row stands among those that settle; -1 for one that does not. Equal instants are in order of row. */
  #settledPlaceOf(row: number): number {
    const settlesAt = this.settlesAtOf(row);
    if (Number.isNaN(settlesAt)) return -1;
    let low = 0;
    let high = this.settledRows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.settledRows[middle]!;
      const otherAt = this.settlesAtOf(other);
      if (otherAt < settlesAt || (otherAt === settlesAt && other < row)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #dropSubmissions(row: number, at: number): void {
    const timeline = this.timeline('at');
    for (let place = timeline.firstAtOrAfter(at); place < this.feedbackRows.length; place++) {
      if (this.#feedbackAt.get(place) !== at) return;
      if (this.feedbackRows[place] !== row) continue;
      if (timeline.isRanked) timeline.rank().count(place, -1);
      this.feedbackValues[place] = GONE;
    }
  }
}
