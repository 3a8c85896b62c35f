import { describeValue } from '../conversation/door.js';
import { DataError } from '../errors.js';

const LINE_FEED = 10;
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
    const id = /"id"\s*:\s*"([^"\\]{1,1000})"/.exec(text)?.[1];
    const value = describeValue(text);
    const whose = id === undefined ? 'conversation without an id' : `conversation ${describeValue(id)}`;
    const message = `${whose}, line ${line}: expected one whole JSON object, got ${value}. Hand the line over again, uncut.`;
    return new DataError({ ...(id === undefined ? {} : { id }), field: '', value, message });
  }
}
