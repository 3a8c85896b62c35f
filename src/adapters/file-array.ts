import { AdapterError } from '../errors.js';
import type { ByteStream } from './bytes.js';

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const SPACE = 0x20;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/**
 * A JSON array as lines, one element each, **byte for byte as long as the array**, so that an offset in the lines is one
 * in the file: the brackets become spaces and line ends, commas between elements line ends, other line ends
 * spaces. Nothing is parsed; a comma too many leaves a blank line. Memory is flat.
 * @throws {AdapterError} `invalid-payload`, after all elements, where the array does not end or something follows it.
 */
export async function* arrayToLines(text: ByteStream, label: string): ByteStream {
  const scanner = new ArrayScanner();
  for await (const chunk of text) {
    const { lines, strayAt } = scanner.scan(chunk);
    if (lines.length > 0) yield lines;
    if (strayAt !== undefined) {
      const message = `${label}: after the end of its JSON array, at byte ${strayAt}, more text follows, which was left out. Write all records into one array, or one record a line.`;
      throw new AdapterError('invalid-payload', message);
    }
  }
  if (!scanner.isClosed) {
    const message = `${label}: it ends before its JSON array does; what was there was handed over. Copy or export the file again.`;
    throw new AdapterError('invalid-payload', message);
  }
}

class ArrayScanner {
  isClosed = false;
  #depth = 0;
  #inString = false;
  #escaped = false;
  #scanned = 0;

  /** The chunk as lines; `strayAt` is the offset in the file of the first byte after the array that is not blank. */
  scan(chunk: Uint8Array<ArrayBuffer>): { readonly lines: Uint8Array<ArrayBuffer>; readonly strayAt?: number } {
    // A copy, because the chunk may be somebody's.
    const lines = chunk.slice();
    for (let index = 0; index < lines.length; index++) {
      const byte = lines[index] as number;
      if (this.isClosed && byte > SPACE) return { lines: lines.subarray(0, index), strayAt: this.#scanned + index };
      if (this.#inString) {
        // Left a control character, so that what is not JSON does not become it.
        if (byte === LINE_FEED) lines[index] = CARRIAGE_RETURN;
        this.#scanString(byte);
      } else {
        lines[index] = this.#scanStructure(byte);
      }
    }
    this.#scanned += lines.length;
    return { lines };
  }

  #scanString(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === BACKSLASH) this.#escaped = true;
    else if (byte === QUOTE) this.#inString = false;
  }

  #scanStructure(byte: number): number {
    switch (byte) {
      case LINE_FEED:
        return SPACE;
      case QUOTE:
        this.#inString = true;
        return byte;
      case COMMA:
        return this.#depth === 1 ? LINE_FEED : byte;
      case OPEN_BRACE:
      case OPEN_BRACKET:
        this.#depth += 1;
        return this.#depth === 1 ? SPACE : byte;
      case CLOSE_BRACE:
        // A brace too many inside an element must not end the array: that element alone is refused.
        if (this.#depth > 1) this.#depth -= 1;
        return byte;
      case CLOSE_BRACKET:
        this.#depth -= 1;
        this.isClosed = this.#depth === 0;
        return this.isClosed ? LINE_FEED : byte;
      default:
        return byte;
    }
  }
}
