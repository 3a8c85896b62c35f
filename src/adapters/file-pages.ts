import { AdapterError } from '../errors.js';
import { joinBytes, slicesOf, type ByteStream } from './bytes.js';

const LINE_FEED = 0x0a;
const SPACE = 0x20;
const STEP_BYTES = 16 * 1024;
/** Small, so that something shows early. */
const FIRST_PAGE_BYTES = 16 * 1024;
const PAGE_BYTES = 128 * 1024;
/** A line longer than this, 32 MiB, is no record; it bounds what is held in memory. */
const LINE_BYTES = 32 * 1024 * 1024;

/** Whole lines, and where the text goes on after them. */
export interface LinePage {
  /** In a buffer of its own, which may be transferred. Ends with a line feed, or is empty. */
  readonly ndjson: Uint8Array<ArrayBuffer>;
  /** Offset in the text of the first byte that is not part of a whole line so far. */
  readonly end: number;
}

/**
 * Lines in pages of about 128 KB, the first of 16 KB, from offset `start` on. A last line without an end is handed over
 * as one, also before an error that says the text is cut. A text without lines is one empty page.
 * @throws {AdapterError} after all whole lines: what the text failed with; `too-large` where a line is longer than 32 MiB;
 * `conflict` where no line starts at `start`.
 */
export async function* linePages(
  text: ByteStream,
  start: number,
  label: string,
): AsyncGenerator<LinePage, void, undefined> {
  const held = new HeldLines(start);
  let wanted = FIRST_PAGE_BYTES;
  let failure: AdapterError | undefined;
  try {
    for await (const chunk of textFrom(text, start, label)) {
      for (const piece of slicesOf(chunk, STEP_BYTES)) {
        held.add(piece);
        if (held.wholeBytes >= wanted) {
          yield held.takeWhole();
          wanted = PAGE_BYTES;
        }
        if (held.openBytes > LINE_BYTES) throw lineTooLong(held.openAt, label);
      }
    }
  } catch (error) {
    if (!(error instanceof AdapterError)) throw error;
    failure = error;
  }
  const last = lastPage(held, failure);
  const isOnly = wanted === FIRST_PAGE_BYTES;
  if (last.ndjson.length > 0 || (isOnly && !failure)) yield last;
  if (failure) throw failure;
}

function lastPage(held: HeldLines, failure: AdapterError | undefined): LinePage {
  // A connection that broke can be asked again: only then is the rest of the line worth waiting for.
  if (failure && failure.code !== 'invalid-payload') return held.takeWhole();
  const end = failure ? held.openAt : held.openAt + held.openBytes;
  return { ndjson: held.takeAll(), end };
}

async function* textFrom(text: ByteStream, start: number, label: string): ByteStream {
  let at = 0;
  let before = LINE_FEED;
  for await (const chunk of text) {
    const skipped = Math.min(Math.max(start - at, 0), chunk.length);
    if (skipped > 0) before = chunk[skipped - 1] as number;
    const rest = chunk.subarray(skipped);
    const isResumed = skipped > 0 || at === start;
    if (isResumed && rest.length > 0 && before !== LINE_FEED && rest[0] !== LINE_FEED) throw changed(label);
    if (rest.length > 0) yield rest;
    at += chunk.length;
  }
  if (at < start) throw changed(label);
}

function changed(label: string): AdapterError {
  return new AdapterError('conflict', `${label}: it is not the file the cursor is of. Load it from the start.`);
}

function lineTooLong(at: number, label: string): AdapterError {
  const message = `${label}: the line that starts at byte ${at} is longer than 32 MiB, which no record is. Write one record a line.`;
  return new AdapterError('too-large', message);
}

class HeldLines {
  #start: number;
  #parts: Uint8Array[] = [];
  #bytes = 0;
  #wholeBytes = 0;

  /** `start` is the offset in the text of the first byte that will be held. */
  constructor(start: number) {
    this.#start = start;
  }

  /** Bytes held that are whole lines. */
  get wholeBytes(): number {
    return this.#wholeBytes;
  }

  /** Bytes held of a line that has not ended. */
  get openBytes(): number {
    return this.#bytes - this.#wholeBytes;
  }

  /** Offset in the text where that line starts. */
  get openAt(): number {
    return this.#start + this.#wholeBytes;
  }

  add(piece: Uint8Array): void {
    const lineEnd = piece.lastIndexOf(LINE_FEED);
    if (lineEnd >= 0) this.#wholeBytes = this.#bytes + lineEnd + 1;
    this.#parts.push(piece);
    this.#bytes += piece.length;
  }

  takeWhole(): LinePage {
    const end = this.openAt;
    const all = joinBytes(this.#parts);
    const ndjson = all.slice(0, this.#wholeBytes);
    this.#hold(all.slice(this.#wholeBytes), end);
    return { ndjson, end };
  }

  /** Everything held, an open line ended; one that is blank is left out. */
  takeAll(): Uint8Array<ArrayBuffer> {
    const { ndjson } = this.takeWhole();
    const open = joinBytes(this.#parts);
    if (open.every((byte) => byte <= SPACE)) return ndjson;
    return joinBytes([ndjson, open, Uint8Array.of(LINE_FEED)]);
  }

  #hold(open: Uint8Array, start: number): void {
    this.#start = start;
    this.#parts = [open];
    this.#bytes = open.length;
    this.#wholeBytes = 0;
  }
}
