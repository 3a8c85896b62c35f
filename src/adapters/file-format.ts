import type { ByteStream } from './bytes.js';

/** How the records of a file are written; `neither` is a file that cannot be read, `undecided` needs more of it. */
export type FileFormat = 'lines' | 'array' | 'neither' | 'undecided';

const SAMPLE_BYTES = 64 * 1024;

/**
 * The format that the start of a text shows. A broken first line does not sink a file of lines: when the text starts like
 * neither, a later line that starts with `{` decides. `isAll` says that the text ends there.
 */
export function formatOf(head: Uint8Array, isAll: boolean): FileFormat {
  const isLast = isAll || head.length >= SAMPLE_BYTES;
  const text = new TextDecoder('latin1')
    .decode(head.subarray(markLength(head), SAMPLE_BYTES))
    .replace(/^[ \t\r\n]+/, '');
  if (text === '') return isLast ? 'lines' : 'undecided';
  if (text.startsWith('[')) return 'array';
  if (text.startsWith('{')) return objectFormat(text, isLast);
  if (text.startsWith('<') || isBinary(text)) return 'neither';
  if (/\n[ \t\r]*\{/.test(text)) return 'lines';
  return isLast ? 'neither' : 'undecided';
}

/** One object over many lines is no record a line: it is most likely an answer with the records somewhere inside. */
function objectFormat(text: string, isLast: boolean): FileFormat {
  const next = /^\{[ \t\r]*([^ \t\r])/.exec(text)?.[1];
  if (next === undefined) return isLast ? 'lines' : 'undecided';
  return next === '\n' || next === '\0' ? 'neither' : 'lines';
}

function isBinary(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) < 9) return true;
  return false;
}

/** The text without a UTF-8 byte order mark, which lies in its first piece. */
export async function* withoutMark(text: ByteStream): ByteStream {
  let isFirst = true;
  for await (const chunk of text) {
    yield isFirst ? chunk.subarray(markLength(chunk)) : chunk;
    isFirst = false;
  }
}

function markLength(head: Uint8Array): number {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
}

/** The first bytes for an error message: as text where they are text, else as hexadecimal numbers. */
export function startOf(head: Uint8Array): string {
  const start = Array.from(head.subarray(0, 24));
  const isText = start.every((byte) => (byte >= 0x20 && byte < 0x7f) || byte === 9 || byte === 10 || byte === 13);
  if (isText) return JSON.stringify(String.fromCharCode(...start));
  return start
    .slice(0, 4)
    .map((byte) => `0x${byte.toString(16).padStart(2, '0')}`)
    .join(' ');
}
