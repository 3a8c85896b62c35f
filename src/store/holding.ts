import FlatQueue from 'flatqueue';
import { codeSets, isIn } from '../conversation/event-code.js';
import type { EventTable } from '../conversation/event-table.js';
import type { Dictionary } from './dictionary.js';
import type { Histories } from './histories.js';
import { ROWS_KNOWN_TOGETHER, type Segment } from './segment.js';
import type { TextArena } from './text-arena.js';

/** A segment with the ids and the histories of its rows, and when they change by themselves. */
export class Holding {
  /** Rows by the instant at which they next change; what no row waits for any more is skipped. */
  readonly changes = new FlatQueue<number>();
  /** Conversations that are not gone. */
  size: number;
  /** While its rows are made known one by one: how many are. Nothing of it counts until it is null. */
  arriving: number | null = null;
  /** Spans of rows whose latest instant may have gone with a conversation. */
  readonly #stale = new Set<number>();

  constructor(
    readonly segment: Segment,
    readonly ids: TextArena,
    readonly histories: Histories,
    /** Names of the teammates in the histories by number. */
    readonly teammates: Dictionary,
  ) {
    this.size = segment.length;
    // What another store handed over can have rows that were gone already.
    for (let row = 0; row < segment.length; row++) if (segment.isGone(row)) this.#leave(row);
  }

  /** The id of a row's conversation. */
  readonly idOf = (row: number): string => this.ids.textAt(row);

  /** Fills a table with the history of a row. */
  read(row: number, into: EventTable): void {
    this.histories.read(row, this.segment.startedAt.get(row), into);
  }

  /** Nothing of a conversation stays but instants that nothing names. */
  drop(row: number, history: EventTable): void {
    this.segment.drop(row, submittedIn(history));
    this.ids.wipe(row);
    this.histories.wipe(row);
    this.#leave(row);
  }

  #leave(row: number): void {
    this.size -= 1;
    this.#stale.add(Math.floor(row / ROWS_KNOWN_TOGETHER));
  }

  /** Notes when a row next changes by itself, epoch ms; Infinity for never. */
  waitFor(row: number, changesAt: number): void {
    if (changesAt < Infinity) this.changes.push(row, changesAt);
  }

  /**
   * When anything of it next changes by itself, epoch ms; Infinity for never.
   * @param judge when a history next changes
   */
  nextChange(judge: (history: EventTable) => number, scratch: EventTable): number {
    const { changes, segment } = this;
    for (let at = changes.peekValue(); at !== undefined; at = changes.peekValue()) {
      const row = changes.peek()!;
      if (!segment.isGone(row)) {
        this.read(row, scratch);
        if (judge(scratch) === at) return at;
      }
      changes.pop(); // The row has changed since it was put here, and stands here anew if it will again.
    }
    return Infinity;
  }

  /** The rows that change by themselves up to an instant; they are not waited for any more. */
  *rowsDueBy(instant: number): Generator<number, void> {
    const { changes, segment } = this;
    for (let at = changes.peekValue(); at !== undefined && at <= instant; at = changes.peekValue()) {
      const row = changes.pop()!;
      if (!segment.isGone(row)) yield row;
    }
  }

  /** The rows in which something lies after one instant and up to another; what lies outside is told the same as ever. */
  rowsOpenBetween(instant: number, end: number): Iterable<number> {
    const { segment } = this;
    const { settledRows } = segment;
    const rows = new Set(this.rowsAfter(instant));
    for (let place = segment.timeline('settlesAt').firstAtOrAfter(instant); place < settledRows.length; place++) {
      const row = settledRows[place]!;
      if (segment.settlesAtOf(row) > end) break;
      if (!segment.isGone(row)) rows.add(row);
    }
    return rows;
  }

  /** The rows that are not gone and may have an instant after a given one. */
  *rowsAfter(instant: number): Generator<number, void> {
    const { segment } = this;
    for (let first = 0; first < segment.length; first += ROWS_KNOWN_TOGETHER) {
      if (segment.lastAtAround(first) <= instant) continue;
      const end = Math.min(first + ROWS_KNOWN_TOGETHER, segment.length);
      for (let row = first; row < end; row++) if (!segment.isGone(row)) yield row;
    }
  }

  /** The latest start, event or close up to `latest`, epoch ms; -Infinity for none. */
  lastInstant(latest: number, scratch: EventTable): number {
    const { segment } = this;
    let last = -Infinity;
    for (let first = 0; first < segment.length; first += ROWS_KNOWN_TOGETHER) {
      const most = segment.lastAtAround(first);
      const isSure = most <= latest && !this.#stale.has(first / ROWS_KNOWN_TOGETHER);
      if (most <= last) continue;
      if (isSure) last = most;
      else last = Math.max(last, this.#lastOfSpan(first, latest, scratch));
    }
    return last;
  }

  #lastOfSpan(first: number, latest: number, scratch: EventTable): number {
    let last = -Infinity;
    const end = Math.min(first + ROWS_KNOWN_TOGETHER, this.segment.length);
    for (let row = first; row < end; row++) {
      if (this.segment.isGone(row)) continue;
      this.read(row, scratch);
      last = Math.max(last, lastUpTo(scratch, latest));
    }
    return last;
  }
}

/** The last of a conversation's instants that lies up to a limit; -Infinity for none. */
export function lastUpTo({ startedAt, ticketClosedAt, at, count }: EventTable, latest: number): number {
  let last = startedAt <= latest ? startedAt : -Infinity;
  if (ticketClosedAt <= latest && ticketClosedAt > last) last = ticketClosedAt;
  for (let index = count - 1; index >= 0; index--) {
    if (at[index]! > latest) continue;
    return Math.max(last, at[index]!);
  }
  return last;
}

/** The instants of all feedback in a history, epoch ms. */
function submittedIn({ codes, at, count, occurring }: EventTable): readonly number[] {
  const instants: number[] = [];
  if ((occurring & codeSets.feedback) === 0) return instants;
  for (let index = 0; index < count; index++) if (isIn(codeSets.feedback, codes[index]!)) instants.push(at[index]!);
  return instants;
}
