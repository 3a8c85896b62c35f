import { AdapterError } from '../../errors.js';
import { joinBytes, type ByteStream } from '../bytes.js';

const LINE_FEED = 0x0a;
const SPACE = 0x20;
/** What a line that closes a page starts with, byte for byte; no record does. */
const PAGE_START = new TextEncoder().encode('{"page":');
/** Bounds of a line and of a page, in bytes: they bound what is held in memory. */
const MOST = { line: 8 * 1024 * 1024, page: 256 * 1024 * 1024 } as const;

/** The lines of one page, and what the line that closes it says. */
export interface LinesOfPage {
  /** In a buffer of its own, which may be transferred. */
  readonly ndjson: Uint8Array<ArrayBuffer>;
  readonly facts: Readonly<Record<string, unknown>>;
}

/**
 * The pages of an answer as they come: lines, each page closed by one that says `{"page":{…}}`.
 * @throws {AdapterError} `unavailable`, after all whole pages, where the answer does not end with such a line: something on
 * its way may end what broke off as if it were whole. `too-large`, `invalid-payload`; what the stream fails with
 */
export async function* linePages(bytes: ByteStream, label: string): AsyncGenerator<LinesOfPage, void, undefined> {
  /** Whole lines of the page that is still open, and the start of a line. */
  let [lines, held, open]: [Uint8Array[], number, Uint8Array] = [[], 0, new Uint8Array(0)];
  for await (const piece of endedByLine(bytes)) {
    const text = joinBytes([open, piece]);
    let [from, lineAt] = [0, 0];
    for (let end = text.indexOf(LINE_FEED); end >= 0; end = text.indexOf(LINE_FEED, lineAt)) {
      if (startsPage(text, lineAt)) {
        yield {
          ndjson: joinBytes([...lines, text.subarray(from, lineAt)]),
          facts: factsIn(text.subarray(lineAt, end), label),
        };
        [lines, held, from] = [[], 0, end + 1];
      }
      lineAt = end + 1;
    }
    lines.push(text.subarray(from, lineAt));
    held += lineAt - from;
    open = text.subarray(lineAt);
    if (open.length > MOST.line || held > MOST.page) {
      throw new AdapterError('too-large', `${label}: a line or a page of the answer has no end.`);
    }
  }
  if (lines.some((part) => part.some((byte) => byte > SPACE))) throw brokenOff(label);
}

/** A last line that is not ended is one all the same. */
async function* endedByLine(bytes: ByteStream): ByteStream {
  yield* bytes;
  yield Uint8Array.of(LINE_FEED);
}

function startsPage(text: Uint8Array, at: number): boolean {
  return PAGE_START.every((byte, index) => text[at + index] === byte);
}

function factsIn(line: Uint8Array, label: string): Readonly<Record<string, unknown>> {
  try {
    const { page } = JSON.parse(new TextDecoder().decode(line)) as { readonly page: unknown };
    if (typeof page === 'object' && page !== null) return page as Readonly<Record<string, unknown>>;
  } catch {
    throw brokenOff(label);
  }
  throw new AdapterError('invalid-payload', `${label}: expected {"page":{…}}, got no object there.`);
}

/** Why an answer without a whole page at its end is none. */
export function brokenOff(label: string): AdapterError {
  const message = `${label}: the answer broke off: its last line is not {"page":{…}}. Try again; if it stays so, correct it on the server.`;
  return new AdapterError('unavailable', message);
}
