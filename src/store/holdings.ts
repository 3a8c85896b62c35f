import { EventTable } from '../conversation/event-table.js';
import type { Dictionary } from './dictionary.js';
import type { FactsRow } from './facts-row.js';
import type { Holding } from './holding.js';
import { IdTable } from './id-table.js';
import { byteLengthOf } from './segment-parts.js';
import { Tail } from './tail.js';
import { EncodedText, type TextArena } from './text-arena.js';

/** Most conversations of one segment, so that a position is its number and a row in 32 bits. */
export const SEGMENT_ROWS = 2 ** 18;
/** The number of the tail among the segments. */
const TAIL = 0;
/** A new segment takes in those that are no larger, as long as all together have so few rows. */
const MERGED_ROWS = 8_192;

/** What conversations take, bytes. */
export interface StoreBytes {
  readonly facts: number;
  readonly ids: number;
  readonly histories: number;
}

/** Rows that are no segment's worth, and how many segments of so few are left as they came. */
const SMALL_ROWS = 2_048;
const MOST_SMALL = 16;
/** Rows that move between two places at which the thread can be given back. */
const ROWS_A_STEP = 64;

/** How a history is judged at present. What is handed back is good until the next one. */
export type Judge = (history: EventTable) => FactsRow;

/**
 * Where conversations lie: a handful of segments, and a tail of what is new. A position says where; it is good until the
 * next call of `sealed`.
 */
export class Holdings {
  #tail = new Tail();
  /** By number, from 1 on; undefined where a segment went into another one. */
  #segments: (Holding | undefined)[] = [undefined];
  readonly #ids = new IdTable({
    hashAt: (position) => this.#textsAt(position).hashAt(position % SEGMENT_ROWS),
    holds: (position, id) => this.#textsAt(position).holds(position % SEGMENT_ROWS, id),
  });

  /** @param teammates names of the teammates that histories in the tail have by number */
  constructor(
    private readonly teammates: Dictionary,
    private readonly windowMs: number,
    private readonly judge: Judge,
  ) {}

  get size(): number {
    const arriving = this.#segments.reduce((known, holding) => known + (holding?.arriving ?? 0), 0);
    return this.#ids.size - arriving;
  }

  /** Rows of the tail. */
  get unordered(): number {
    return this.#tail.length;
  }

  /** Bytes of array buffers: facts with their running totals, ids with their table, and histories. */
  bytes(): StoreBytes {
    const held = this.sealed();
    const sum = (of: (holding: Holding) => number): number => held.reduce((bytes, holding) => bytes + of(holding), 0);
    return {
      facts: sum(({ segment }) => byteLengthOf(segment.parts())),
      ids: sum(({ ids }) => ids.byteLength) + this.#ids.byteLength,
      histories: sum(({ histories }) => histories.byteLength),
    };
  }

  /** The position of a conversation; -1 where it is not held. */
  find(id: EncodedText): number {
    return this.#ids.find(id);
  }

  /** The facts of a conversation; 0 where it is not held. Its position must be in a segment: see {@link sealed}. */
  bitsOf(id: EncodedText): number {
    const position = this.find(id);
    const holding = position < 0 ? undefined : this.#holdingOf(position);
    return !hasArrived(holding) ? 0 : holding.segment.bitsOf(position % SEGMENT_ROWS);
  }

  /** Fills a table with the history at a position. */
  read(position: number, into: EventTable): void {
    (this.#holdingOf(position) ?? this.#tail).read(position % SEGMENT_ROWS, into);
  }

  /** Adds a conversation that is not held. */
  add(id: EncodedText, channel: string, history: EventTable, facts: FactsRow): void {
    if (this.#tail.length === SEGMENT_ROWS) this.#seal();
    const row = this.#tail.add(id, channel, history, facts);
    this.#ids.add(id.hash, TAIL * SEGMENT_ROWS + row);
  }

  /**
   * Takes a conversation out. Nothing of it stays but instants that nothing names.
   * @returns false where it did not count yet
   */
  drop(position: number, history: EventTable): boolean {
    const row = position % SEGMENT_ROWS;
    const holding = this.#holdingOf(position);
    this.#forget(position);
    releaseTeammates(holding?.teammates ?? this.teammates, history);
    if (holding === undefined) this.#tail.drop(row);
    else holding.drop(row, history);
    return holding === undefined || hasArrived(holding);
  }

  /**
   * Has a conversation count that another version was told to be older than: it must not go with an expected segment that
   * is turned away.
   * @returns false where it counted already
   */
  keep(position: number, id: EncodedText, history: EventTable): boolean {
    const holding = this.#holdingOf(position);
    if (holding === undefined || hasArrived(holding)) return false;
    this.move(holding, position % SEGMENT_ROWS, history, id);
    return true;
  }

  /** Gives a segment a number under which its rows are made known. Nothing of it counts until it is admitted. */
  expect(holding: Holding): number {
    holding.arriving = 0;
    return this.#place(holding);
  }

  /** Makes a row of an expected segment known by its id, which is not held otherwise. */
  know(holding: Holding, id: EncodedText, number: number, row: number): void {
    this.#ids.add(id.hash, number * SEGMENT_ROWS + row);
    holding.arriving! += 1;
  }

  /** All rows of an expected segment that are not gone are known. */
  admit(holding: Holding): void {
    holding.arriving = null;
  }

  /** Forgets an expected segment with what is known of it. */
  turnAway(holding: Holding): void {
    const number = this.#segments.indexOf(holding);
    for (let row = 0; holding.arriving! > 0; row++) {
      if (!holding.segment.isGone(row)) this.#forget(number * SEGMENT_ROWS + row);
    }
    this.#segments[number] = undefined;
  }

  /** Takes out a row that was never made known. */
  dropUnknown(holding: Holding, row: number, history: EventTable): void {
    releaseTeammates(holding.teammates, history);
    holding.drop(row, history);
  }

  /** Moves, in steps, what small segments hold to the tail where they are many: a slow source must not leave hundreds. */
  *gatherSmall(): Generator<boolean, void> {
    const small = this.#segments.filter(hasArrived).filter(({ size }) => size <= SMALL_ROWS);
    if (small.length <= MOST_SMALL) return;
    const history = new EventTable();
    const id = new EncodedText();
    for (const holding of small) {
      for (let row = 0; row < holding.segment.length; row++) {
        if (row % ROWS_A_STEP === ROWS_A_STEP - 1) yield true;
        if (!this.#segments.includes(holding)) break; // Whoever asks between two steps has the tail take in small segments, too.
        if (holding.segment.isGone(row)) continue;
        holding.read(row, history);
        this.move(holding, row, history, id);
      }
    }
  }

  /** All segments that count, the tail made into one. */
  sealed(): readonly Holding[] {
    this.#seal();
    return this.#segments.filter(hasArrived);
  }

  /** Moves a row to the tail, with a history whose teammates are numbered like those there. */
  move(holding: Holding, row: number, history: EventTable, scratch: EncodedText): void {
    const id = holding.ids.copy(row, scratch);
    this.#forget(this.#ids.find(id));
    this.moveUnknown(holding, row, id, history);
  }

  /** The same for a row that was never made known. */
  moveUnknown(holding: Holding, row: number, id: EncodedText, history: EventTable): void {
    const channel = holding.segment.channelOf(row);
    holding.drop(row, history);
    this.#takeTeammates(holding, history);
    this.add(id, channel, history, this.judge(history));
  }

  /** A conversation is not found by its id any more. */
  #forget(position: number): void {
    this.#ids.delete(this.#textsAt(position).hashAt(position % SEGMENT_ROWS), position);
    const holding = this.#holdingOf(position);
    if (holding !== undefined && holding.arriving !== null) holding.arriving -= 1;
  }

  #holdingOf(position: number): Holding | undefined {
    return this.#segments[Math.floor(position / SEGMENT_ROWS)];
  }

  #textsAt(position: number): TextArena {
    return (this.#holdingOf(position) ?? this.#tail).ids;
  }

  /** Makes a segment of the tail. */
  #seal(): void {
    if (this.#tail.length === 0) return;
    this.#absorb();
    const tail = this.#tail;
    const sealed = tail.seal(this.windowMs, this.teammates);
    this.#tail = new Tail();
    if (sealed === null) return;
    const { holding, from } = sealed;
    const number = this.#place(holding);
    for (let row = 0; row < from.length; row++)
      this.#ids.move(holding.ids.hashAt(row), TAIL * SEGMENT_ROWS + from[row]!, number * SEGMENT_ROWS + row);
  }

  /** Gives a segment a number. Its rows are not found until they are made known. */
  #place(holding: Holding): number {
    const free = this.#segments.indexOf(undefined, TAIL + 1);
    const number = free < 0 ? this.#segments.length : free;
    this.#segments[number] = holding;
    return number;
  }

  /** Takes small segments into the tail, so that there never are many. */
  #absorb(): void {
    const history = new EventTable();
    const id = new EncodedText();
    for (let number = this.#segments.length - 1; number > TAIL; number--) {
      const holding = this.#segments[number];
      if (!hasArrived(holding)) continue;
      const isSmall = holding.size <= this.#tail.size && holding.size + this.#tail.size <= MERGED_ROWS;
      if (isSmall || holding.size === 0) this.#takeApart(number, holding, history, id);
    }
  }

  /** Moves what a segment holds to the tail. */
  #takeApart(number: number, holding: Holding, history: EventTable, id: EncodedText): void {
    for (let row = 0; row < holding.segment.length; row++) {
      if (holding.segment.isGone(row)) continue;
      holding.read(row, history);
      this.#takeTeammates(holding, history);
      holding.ids.copy(row, id);
      const at = this.#tail.add(id, holding.segment.channelOf(row), history, this.judge(history));
      this.#ids.move(id.hash, number * SEGMENT_ROWS + row, TAIL * SEGMENT_ROWS + at);
    }
    this.#segments[number] = undefined;
  }

  /** The teammates of a history that moves are numbered like those of the tail from now on. */
  #takeTeammates({ teammates }: Holding, history: EventTable): void {
    if (teammates === this.teammates) return;
    history.renumberTeammates((teammate) => {
      const number = this.teammates.take(teammates.nameOf(teammate), teammates.labelOf(teammate));
      teammates.release(teammate);
      return number;
    });
  }
}

function hasArrived(holding: Holding | undefined): holding is Holding {
  return holding !== undefined && holding.arriving === null;
}

function releaseTeammates(teammates: Dictionary, history: EventTable): void {
  history.renumberTeammates((teammate) => {
    teammates.release(teammate);
    return teammate;
  });
}
