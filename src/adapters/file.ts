import type { Instant } from '../conversation/record.js';
import { AdapterError } from '../errors.js';
import type { ConversationPage, ConversationQuery, PerformanceAdapter } from './adapter.js';
import { arrayToLines } from './file-array.js';
import { readAhead, type ByteStream } from './bytes.js';
import { formatOf, startOf, withoutMark } from './file-format.js';
import { gunzip } from './file-gunzip.js';
import { linePages, type LinePage } from './file-pages.js';
import { openFile } from './file-source.js';

/** What {@link fileAdapter} may be told. */
export interface FileAdapterOptions {
  /** The file is complete up to here, and more may come: the source is then `live`. Absent: a closed log, `archive`. */
  readonly asOf?: Instant;
  /** Fetches an address in place of the global `fetch`, for a host's own headers. */
  readonly fetch?: typeof fetch;
}

/**
 * Conversations from one file: an address, or a `File` or `Blob` that the viewer chose. The file holds one record a line
 * (NDJSON) or a JSON array of records, plain or gzip, whatever it is called; it is read as a stream, and every call
 * reads it anew.
 *
 * A file is read **whole**: `since`, `until` and `updatedSince` are not heeded. Pages are bytes, about 128 KB of whole
 * lines each and the first smaller, with the share read so far as `progress` where the size is known. A page's
 * `cursor` is the offset in the decoded text where the next one starts; the text before it is read again and skipped. The
 * records are checked by whoever reads the pages, so a line that was cut is handed over too and refused there by name.
 *
 * The iterator throws the reason of `context.signal` when aborted, and else an {@link AdapterError}, after everything
 * that could be read: `invalid-payload` for gzip or an array that ends early, and for a file that is neither format;
 * `too-large` for a line over 32 MiB; `conflict` for a cursor that is not of this file; `offline`, `unavailable` and those
 * that HTTP statuses stand for. Of several gzip members in one file Node reads all, browsers the first.
 *
 * Serve a large file with `Cache-Control: no-store`: of one that may be stored Chromium takes all into its memory as fast as
 * it comes, and not as fast as it is read.
 *
 * @example fileAdapter('/exports/conversations.ndjson.gz')
 */
export function fileAdapter(source: string | URL | Blob, options: FileAdapterOptions = {}): PerformanceAdapter {
  const { asOf, fetch: fetchFile = (...request) => globalThis.fetch(...request) } = options;
  return {
    contract: 1,
    source: asOf === undefined ? 'archive' : 'live',
    conversations: (query, { signal }) => readPages(source, fetchFile, asOf, query, signal),
  };
}

async function* readPages(
  source: string | URL | Blob,
  fetchFile: typeof fetch,
  asOf: Instant | undefined,
  query: ConversationQuery,
  signal: AbortSignal,
): AsyncGenerator<ConversationPage, void, undefined> {
  signal.throwIfAborted();
  const start = offsetOf(query.cursor);
  const file = await openFile(source, fetchFile, signal);
  for await (const { ndjson, end } of pagesOf(gunzip(file.bytes, file.label), start, file.label)) {
    signal.throwIfAborted();
    const progress = file.share();
    yield {
      ndjson,
      cursor: String(end),
      ...(progress === undefined ? {} : { progress }),
      ...(asOf === undefined ? {} : { asOf }),
    };
  }
  signal.throwIfAborted();
}

async function* pagesOf(text: ByteStream, start: number, label: string): AsyncGenerator<LinePage, void, undefined> {
  const { head, whole, isBroken } = await readAhead(text, (bytes) => formatOf(bytes, false) !== 'undecided');
  try {
    const format = formatOf(head, true);
    // Of what broke off too early to be told, the break is the news.
    if (format === 'neither' && !isBroken) throw unknownFormat(head, label);
    const records = withoutMark(whole);
    yield* linePages(format === 'array' ? arrayToLines(records, label) : records, start, label);
  } finally {
    await text.return();
  }
}

function unknownFormat(head: Uint8Array, label: string): AdapterError {
  const message = `${label}: expected one record a line (NDJSON) or a JSON array of records, plain or gzip, but it starts with ${startOf(head)}. Check that it is the right file, or export it in one of these forms.`;
  return new AdapterError('invalid-payload', message);
}

function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (/^\d+$/.test(cursor)) return Number(cursor);
  throw new AdapterError(
    'conflict',
    `The cursor "${cursor.slice(0, 80)}" is not one of a file. Load it from the start.`,
  );
}
