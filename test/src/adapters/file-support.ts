import type { ConversationPage, ConversationQuery, RequestContext } from '../../../src/adapters/adapter.js';
import { fileAdapter, type FileAdapterOptions } from '../../../src/adapters/file.js';
import { AdapterError } from '../../../src/errors.js';

/** A page as the file adapter writes it: always bytes, always with a cursor. */
export type FilePage = Extract<ConversationPage, { readonly ndjson: Uint8Array }>;

/** What came out of a file: its pages, their text, and the error that ended it. */
export interface Reading {
  readonly pages: readonly FilePage[];
  readonly text: string;
  readonly error: AdapterError | undefined;
}

/** A context whose signal nobody aborts, unless one is given. */
export function contextOf(signal: AbortSignal = new AbortController().signal): RequestContext {
  return { signal, locale: 'en', timeZone: 'UTC' };
}

/** Reads a file to its end or to its AdapterError; any other error is thrown. */
export async function readFile(
  source: string | URL | Blob,
  options: FileAdapterOptions = {},
  query: ConversationQuery = {},
): Promise<Reading> {
  const pages: FilePage[] = [];
  let error: AdapterError | undefined;
  try {
    for await (const page of pagesOf(source, options, query)) pages.push(page);
  } catch (thrown) {
    if (!(thrown instanceof AdapterError)) throw thrown;
    error = thrown;
  }
  return { pages, text: textOf(pages), error };
}

/** The adapter's own iterator, for tests that stop it midway. */
export function pagesOf(
  source: string | URL | Blob,
  options: FileAdapterOptions = {},
  query: ConversationQuery = {},
  context: RequestContext = contextOf(),
): AsyncIterable<FilePage> {
  const pages = fileAdapter(source, options).conversations?.(query, context);
  if (!pages) throw new Error('The file adapter has no conversations().');
  return pages as AsyncIterable<FilePage>;
}

/** The pages' bytes as one text; bytes that are no UTF-8 become U+FFFD. */
export function textOf(pages: readonly FilePage[]): string {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  return pages.map((page) => decoder.decode(page.ndjson, { stream: true })).join('') + decoder.decode();
}

/** A fetch that answers with these pieces, one read each. */
export function fetchOf(pieces: readonly Uint8Array[], headers: HeadersInit = {}): typeof fetch {
  return () => Promise.resolve(new Response(streamOf(pieces), { headers }));
}

/** A stream of these pieces, one read each. */
export function streamOf(pieces: readonly Uint8Array[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const rest = pieces.map((piece) => piece.slice());
  return new ReadableStream({
    pull(controller) {
      const piece = rest.shift();
      if (piece) controller.enqueue(piece);
      else controller.close();
    },
  });
}

/** The same bytes cut in two at every place, then one byte a piece. */
export function everyCut(bytes: Uint8Array): Uint8Array[][] {
  const halves = Array.from(bytes, (_, at) => [bytes.slice(0, at), bytes.slice(at)]);
  return [...halves, Array.from(bytes, (byte) => Uint8Array.of(byte))];
}

/** Lines as they might come, about 100 bytes each, with letters of one to four bytes. */
export function sampleLines(count: number): string {
  const lines = Array.from({ length: count }, (_, index) =>
    JSON.stringify({
      id: `c-${index}`,
      topic: 'Grüße 漢字 🙂',
      url: `https://desk.example/${(index * 7919) % 100_003}`,
    }),
  );
  return lines.map((line) => `${line}\n`).join('');
}
