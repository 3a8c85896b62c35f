import { AdapterError } from '../errors.js';
import { ignore, joinBytes, readAhead, slicesOf, type ByteStream } from './bytes.js';

// Small, because text of the piece in which damage is found may be lost.
const PIECE_BYTES = 2048;

/**
 * The text of a file: gzip, told by its first two bytes, is decoded; anything else passes as it is. All text of a file
 * that ends early comes before the error; of a damaged one, the text before the damage, but for the piece of 2 KB (in Node
 * 16 to 64 KB) that holds it. What follows the end of the gzip data is damage too, but Node reads on in a further member.
 * @throws {AdapterError} `invalid-payload` where the gzip data is damaged or ends early.
 */
export async function* gunzip(bytes: ByteStream, label: string): ByteStream {
  const { head, whole } = await readAhead(bytes, (start) => start.length >= 2);
  yield* head[0] === 0x1f && head[1] === 0x8b ? inflate(whole, label) : whole;
}

async function* inflate(bytes: ByteStream, label: string): ByteStream {
  const stream = new DecompressionStream('gzip');
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const decoded: Uint8Array<ArrayBuffer>[] = [];
  // Read as soon as it is there, because a stream that fails throws away what still waits in it.
  const ended = readInto(decoded, reader);
  ended.catch(ignore);
  let complete = false;
  const explain = (error: unknown): AdapterError => damage(error, complete, label);
  try {
    for await (const piece of inPieces(bytes, writer.desiredSize ?? 1)) {
      const failure = await failureOf(writer.write(piece));
      yield* decoded.splice(0);
      if (failure) throw explain(failure.error);
    }
    complete = true;
    await nextTask();
    const failures = await Promise.all([failureOf(writer.close()), failureOf(ended)]);
    yield* decoded.splice(0);
    // Either side may tell of it first, and only one of them says what it was.
    const failure = failures.find((side) => isDataError(side?.error)) ?? failures.find((side) => side !== undefined);
    if (failure) throw explain(failure.error);
  } finally {
    void reader.cancel().catch(ignore);
    void writer.abort().catch(ignore);
  }
}

/**
 * The same bytes in small pieces, each at least as long as the `buffer` of the stream they go to, but for the last. Node
 * buffers bytes, and does not wait for what fits; still there when the file ends, their text would be lost with its error.
 */
async function* inPieces(bytes: ByteStream, buffer: number): ByteStream {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    for (const piece of slicesOf(chunk, PIECE_BYTES)) {
      parts.push(piece);
      length += piece.length;
      if (length < buffer) continue;
      yield joinBytes(parts);
      parts = [];
      length = 0;
    }
  }
  if (length > 0) yield joinBytes(parts);
}

async function readInto(
  decoded: Uint8Array<ArrayBuffer>[],
  reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>,
): Promise<void> {
  for (;;) {
    const next = await reader.read();
    if (next.done) return;
    decoded.push(next.value);
  }
}

async function failureOf(work: Promise<unknown>): Promise<{ readonly error: unknown } | undefined> {
  try {
    await work;
    return undefined;
  } catch (error) {
    return { error };
  }
}

/** Lets every read that can be answered be answered. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

function damage(error: unknown, complete: boolean, label: string): AdapterError {
  const what = complete && !isDataError(error) ? 'ends early' : 'is damaged, or has something after its end';
  const message = `${label}: the gzip data ${what}; what could be read of it was handed over. Copy or export the file again.`;
  return new AdapterError('invalid-payload', message, { cause: error });
}

// Node finds damage only while closing when the file is short; its errors carry zlib's code.
function isDataError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && (error as { code?: unknown }).code === 'Z_DATA_ERROR';
}
