import type { EventTable } from '../conversation/event-table.js';
import { UNDIGESTED, type Digest } from '../conversation/foregone.js';
import { HistoryBytes } from '../conversation/history-bytes.js';
import { decodeHistory, decodeJudged, encodeHistory } from '../conversation/history.js';
import { grown } from './grown.js';
import type { TextParts } from './text-arena.js';

const FIRST_ROWS = 64;

/** Histories as they lie in memory, so that another thread can have them. */
export interface HistoriesParts extends TextParts {
  readonly digests: Uint8Array;
}

/** What judging again needs of conversations, in a few bytes an event, one record after the other. */
export class Histories {
  #written = new HistoryBytes();
  #starts = new Uint32Array(FIRST_ROWS);
  #digests: Uint8Array = new Uint8Array(FIRST_ROWS);
  #length = 0;

  /** Adds the history in a table, and its digest. */
  add(table: EventTable, digest: Digest): void {
    encodeHistory(table, this.#written);
    if (this.#length + 1 === this.#starts.length) {
      this.#starts = grown(this.#starts, new Uint32Array(this.#starts.length * 2));
      this.#digests = grown(this.#digests, new Uint8Array(this.#starts.length));
    }
    this.#digests[this.#length] = digest;
    this.#length += 1;
    this.#starts[this.#length] = this.#written.length;
  }

  /** What the outcome of a row by other rules can be told from. */
  digestOf(row: number): Digest {
    return this.#digests[row]!;
  }

  /**
   * Fills a table with the history of a row.
   * @param startedAt of the same conversation, epoch ms
   */
  read(row: number, startedAt: number, into: EventTable): void {
    decodeHistory(this.#written.bytes, this.#starts[row]!, startedAt, into);
  }

  /** Does the same but for `updatedAt`, which no judgement depends on. */
  readJudged(row: number, startedAt: number, into: EventTable): void {
    decodeJudged(this.#written.bytes, this.#starts[row]!, startedAt, into);
  }

  /** Overwrites a history: nothing of it stays in memory. */
  wipe(row: number): void {
    this.#written.bytes.fill(0, this.#starts[row]!, this.#starts[row + 1]!);
    this.#digests[row] = UNDIGESTED;
  }

  /** The histories of some rows, in their order, with no room to spare. */
  pick(rows: Uint32Array): Histories {
    const { bytes } = this.#written;
    const starts = new Uint32Array(rows.length + 1);
    for (let index = 0; index < rows.length; index++)
      starts[index + 1] = starts[index]! + this.#starts[rows[index]! + 1]! - this.#starts[rows[index]!]!;
    const picked = new Uint8Array(starts[rows.length]!);
    for (let index = 0; index < rows.length; index++)
      for (let from = this.#starts[rows[index]!]!, to = starts[index]!; to < starts[index + 1]!; from++, to++)
        picked[to] = bytes[from]!;
    const digests = new Uint8Array(rows.length);
    for (let index = 0; index < rows.length; index++) digests[index] = this.#digests[rows[index]!]!;
    return Histories.of({ bytes: picked, starts, digests });
  }

  get byteLength(): number {
    return this.#written.bytes.byteLength + this.#starts.byteLength + this.#digests.byteLength;
  }

  /** The arrays they lie in. */
  get parts(): HistoriesParts {
    return { bytes: this.#written.bytes, starts: this.#starts, digests: this.#digests };
  }

  static of({ bytes, starts, digests }: HistoriesParts): Histories {
    const histories = new Histories();
    histories.#written.bytes = bytes;
    histories.#written.length = bytes.length;
    histories.#starts = starts;
    histories.#digests = digests;
    histories.#length = starts.length - 1;
    return histories;
  }
}
