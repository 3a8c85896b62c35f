import { AdapterError } from '../../errors.js';
import type { ByteStream } from '../bytes.js';

/** No line of a stream is longer, in characters: it bounds what is held in memory. */
const LONGEST_LINE = 64 * 1024;

/** The names of a server-sent stream's events, as they come; those without data are none. */
export async function* eventNames(bytes: ByteStream): AsyncGenerator<string, void, undefined> {
  let name = '';
  let hasData = false;
  for await (const line of linesOf(bytes)) {
    if (line === '') {
      if (hasData) yield name === '' ? 'message' : name;
      name = '';
      hasData = false;
    }
    const [, field, value] = /^([^:]*)(?:: ?(.*))?$/s.exec(line)!;
    if (field === 'event') name = value ?? '';
    if (field === 'data') hasData = true;
  }
}

async function* linesOf(bytes: ByteStream): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let rest = '';
  let endedWithReturn = false;
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    if (text === '') continue;
    // The two characters of one line's end may come apart.
    const lines = (rest + (endedWithReturn && text.startsWith('\n') ? text.slice(1) : text)).split(/\r\n|\n|\r/);
    endedWithReturn = text.endsWith('\r');
    rest = lines.pop()!;
    if (rest.length > LONGEST_LINE) throw new AdapterError('too-large', 'A line of the stream of changes has no end.');
    yield* lines;
  }
}
