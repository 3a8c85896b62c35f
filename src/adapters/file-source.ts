import { AdapterError } from '../errors.js';
import { ignore, readBytes, slicesOf, type ByteStream } from './bytes.js';
import { httpError, unreachable } from './http-error.js';
import { fetchUntil } from './http-fetch.js';
import { withoutSecrets } from './without-secrets.js';

// A whole file may come as one piece: cut, its progress is even.
const PIECE_BYTES = 16 * 1024;

/** A file that is being read. */
export interface OpenFile {
  /** How errors call it: `file "records.ndjson"`, without what may be secret in an address. */
  readonly label: string;
  /** Its bytes as stored or sent, still compressed where they are, in pieces of at most 16 KB. */
  readonly bytes: ByteStream;
  /** Share of the bytes read so far, 0–1; undefined where the size is not known. */
  share(): number | undefined;
}

/**
 * Opens an address or a blob.
 * @throws {AdapterError} where the server refuses or cannot be reached.
 * @throws the signal's reason when aborted.
 */
export async function openFile(
  source: string | URL | Blob,
  fetchFile: typeof fetch,
  signal: AbortSignal,
): Promise<OpenFile> {
  if (isBlob(source)) {
    const label = 'name' in source && source.name ? `file "${String(source.name)}"` : 'file';
    return counted(label, source.stream(), source.size, signal, (error) => unreadable(error, label));
  }
  const label = `file "${withoutSecrets(String(source))}"`;
  const unreached = (error: unknown): AdapterError => networkError(error, String(source), label);
  const response = await request(source, fetchFile, signal, unreached);
  if (!response.ok) {
    void response.body?.cancel().catch(ignore);
    throw httpError(response, label);
  }
  return counted(label, response.body ?? new Blob([]).stream(), sizeOf(response.headers), signal, unreached);
}

function isBlob(source: string | URL | Blob): source is Blob {
  return typeof source === 'object' && 'stream' in source;
}

async function request(
  source: string | URL,
  fetchFile: typeof fetch,
  signal: AbortSignal,
  explain: (error: unknown) => AdapterError,
): Promise<Response> {
  try {
    return await fetchUntil(fetchFile, source, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw explain(error);
  }
}

function counted(
  label: string,
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  size: number | undefined,
  signal: AbortSignal,
  explain: (error: unknown) => Error,
): OpenFile {
  let read = 0;
  async function* count(bytes: ByteStream): ByteStream {
    for await (const chunk of bytes) {
      for (const piece of slicesOf(chunk, PIECE_BYTES)) {
        read += piece.length;
        yield piece;
      }
    }
  }
  function share(): number | undefined {
    // More bytes than announced: the length was that of a coding the browser has undone, and says nothing.
    if (size === undefined || read > size) return undefined;
    return size === 0 ? 1 : read / size;
  }
  return { label, bytes: count(readBytes(stream, signal, explain)), share };
}

function sizeOf(headers: Headers): number | undefined {
  const length = headers.get('content-length');
  const coding = headers.get('content-encoding') ?? 'identity';
  // With a coding the length is that of the coded bytes, but the decoded ones are what arrives.
  return length !== null && /^\d+$/.test(length) && coding === 'identity' ? Number(length) : undefined;
}

function networkError(error: unknown, address: string, label: string): AdapterError {
  if (!isFetchable(address)) {
    const message = `${label}: expected an http(s) address. Read a local file as a Blob and hand that over.`;
    return new AdapterError('unsupported', message, { cause: error });
  }
  return unreachable(error, label);
}

function isFetchable(address: string): boolean {
  const base = globalThis.document?.baseURI;
  return URL.canParse(address, base) && new URL(address, base).protocol !== 'file:';
}

function unreadable(error: unknown, label: string): AdapterError {
  const message = `${label}: it could not be read; it may have been changed or moved since it was chosen. Choose it again.`;
  return new AdapterError('unavailable', message, { cause: error, retryable: false });
}
