import type { EventTable } from '../conversation/event-table.js';
import { addFacts, FactsTable } from './facts-table.js';
import type { FactsRow } from './facts-row.js';
import { Histories } from './histories.js';
import { Holding } from './holding.js';
import { makeSegment } from './make-segment.js';
import type { Dictionary } from './dictionary.js';
import { TextArena, type EncodedText } from './text-arena.js';

/** What has come since the last segment was made, in the order it came. */
export class Tail {
  readonly ids = new TextArena();
  readonly histories = new Histories();
  readonly #facts = new FactsTable();
  readonly #channels = new Map<string, number>();
  readonly #gone = new Set<number>();

  /** Rows, gone ones among them. */
  get length(): number {
    return this.#facts.length;
  }

  /** Conversations that are not gone. */
  get size(): number {
    return this.length - this.#gone.size;
  }

  channelOf(row: number): string {
    return [...this.#channels.keys()][this.#facts.channel[row]!]!;
  }

  /** Adds a conversation that was judged, and hands back its row. */
  add(id: EncodedText, channel: string, history: EventTable, facts: FactsRow): number {
    this.ids.add(id);
    this.histories.add(history, facts.digest);
    const teammate = facts.judgement.closedByTeammate;
    return addFacts(this.#facts, history.startedAt, this.#channelNumber(channel), teammate, facts);
  }

  /** Fills a table with the history of a row. */
  read(row: number, into: EventTable): void {
    this.histories.read(row, this.#facts.startedAt[row]!, into);
  }

  drop(row: number): void {
    this.#gone.add(row);
    this.ids.wipe(row);
    this.histories.wipe(row);
  }

  /** A segment of what is here, with the row that each of its rows had; null where all is gone. */
  seal(windowMs: number, teammates: Dictionary): { readonly holding: Holding; readonly from: Uint32Array } | null {
    if (this.size === 0) return null;
    const rows = new Uint32Array(this.size);
    for (let row = 0, next = 0; row < this.length; row++) if (!this.#gone.has(row)) rows[next++] = row;
    const { segment, from } = makeSegment(this.#facts, rows, [...this.#channels.keys()], windowMs, teammates);
    const holding = new Holding(segment, this.ids.pick(from), this.histories.pick(from), teammates);
    for (let row = 0; row < from.length; row++) {
      const at = this.#facts.changesAt[from[row]!]!;
      if (at < Infinity) holding.changes.push(row, at);
    }
    return { holding, from };
  }

  #channelNumber(name: string): number {
    let number = this.#channels.get(name);
    if (number === undefined) this.#channels.set(name, (number = this.#channels.size));
    return number;
  }
}
