import { describeValue } from '../conversation/door.js';
import { fingerprintOf } from '../conversation/fingerprint.js';
import { DataError } from '../errors.js';

const LINE_FEED = 10;
/** Longest id that is shown of a line that cannot be read. */
const LONGEST_ID = 1_000;
const decoder = new TextDecoder();

/**
 * The records of NDJSON bytes, one a line, read as they are asked for. A line that cannot be read comes as the DataError that
 * names it, so that it is refused in its place and the lines around it are not lost. Blank lines are passed over.
 * @param firstLine number of the first line in the whole answer, from 1, for messages
 */
export function* recordsOf(ndjson: Uint8Array, firstLine = 1): Generator<unknown, number> {
  let line = firstLine;
  for (let start = 0; start < ndjson.length; line++) {
    const feed = ndjson.indexOf(LINE_FEED, start);
    const end = feed < 0 ? ndjson.length : feed;
    const text = decoder.decode(ndjson.subarray(start, end)).trim();
    start = end + 1;
    if (text !== '') yield readLine(text, line);
  }
  return line;
}

function readLine(text: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const id = idOf(text);
    const value = describeValue(text);
    const whose = id === undefined ? 'conversation without an id' : `conversation ${describeValue(id)}`;
    const message = `${whose}, line ${line}: expected one whole JSON object, got ${value}. Hand the line over again, uncut.`;
    const known = id === undefined ? { fingerprint: fingerprintOf(text) } : { id };
    return new DataError({ ...known, field: '', value, message });
  }
}

/** The `id` of the record itself in what can be read of a broken line: events, tickets and people have ids too. */
function idOf(text: string): string | undefined {
  if (!text.startsWith('{')) return undefined;
  let depth = 0;
  let last = '';
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === '"') {
      const end = endOfText(text, at);
      if (depth === 1 && last === '"id":') return textOf(text.slice(at, end));
      last = end - at === 4 ? text.slice(at, end) : '';
      at = end - 1;
    } else if (sign === ':') last += sign;
    else if (sign > ' ') {
      if (sign === '{' || sign === '[') depth += 1;
      else if (sign === '}' || sign === ']') depth -= 1;
      last = '';
    }
  }
  return undefined;
}

/** Where a text that starts at a quote ends. Step by step: a pattern would take the square of a long cut text in time. */
function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length;
}

/** Nothing where it is empty, was cut, or has escapes that are none. */
function textOf(quoted: string): string | undefined {
  if (quoted.length > LONGEST_ID) return undefined;
  try {
    return (JSON.parse(quoted) as string) || undefined;
  } catch {
    return undefined;
  }
}
