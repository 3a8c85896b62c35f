import { expect } from '@open-wc/testing';
import { contextOf, pagesOf, readFile, sampleLines, streamOf } from './file-support.js';

const LINES = sampleLines(20_000);

describe('fileAdapter in a browser', () => {
  it('reads a chosen file, plain or gzip, lines or an array', async () => {
    const array = `[${LINES.trim().replaceAll('\n', ',')}]`;
    for (const [content, expected] of [
      [LINES, LINES],
      [await gzip(LINES), LINES],
      [array, ` ${LINES}`],
      [await gzip(array), ` ${LINES}`],
    ] as const) {
      const { pages, text, error } = await readFile(new File([content], 'records'));
      expect(error).to.equal(undefined);
      expect(text === expected).to.equal(true);
      expect(pages.length).to.be.greaterThan(3);
      expect(pages.at(-1)?.progress).to.equal(1);
      const shares = pages.map((page) => page.progress ?? Number.NaN);
      expect(shares).to.deep.equal(shares.toSorted((one, other) => one - other));
    }
  });

  it('hands over all that half a gzip file holds, then says that it ends early', async () => {
    const file = await gzip(sampleLines(60));
    for (let length = 20; length < file.length; length += 7) {
      const half = file.slice(0, length);
      const { text, error } = await readFile(new File([half], 'half.gz'));
      const readable = await readableOf(half);
      expect(text).to.equal(readable === '' || readable.endsWith('\n') ? readable : `${readable}\n`);
      expect(error?.message).to.match(/^file "half\.gz": the gzip data ends early/);
      expect(error?.code).to.equal('invalid-payload');
      expect(error?.cause).to.be.instanceOf(TypeError);
    }
  });

  it('hands over everything before what follows the end of the gzip data', async () => {
    const file = await gzip(LINES);
    for (const rest of ['more', await gzip('{"id":"last"}\n'), new Uint8Array(512)]) {
      const { text, error } = await readFile(new File([file, rest], 'records.gz'));
      expect(text === LINES).to.equal(true);
      expect(error?.message).to.match(/the gzip data is damaged, or has something after its end/);
    }
  });

  it('names damage, after most of the text before it', async () => {
    const file = await gzip(LINES);
    const damagedAt = Math.floor(file.length / 2);
    const damaged = file.slice();
    damaged.fill(0xff, damagedAt, damagedAt + 100);
    const { pages, error } = await readFile(new File([damaged], 'records.gz'));
    const readable = await readableOf(file.slice(0, damagedAt - 4096));
    const length = pages.reduce((sum, page) => sum + page.ndjson.length, 0);
    expect(error?.code).to.equal('invalid-payload');
    expect(length).to.be.greaterThan(new TextEncoder().encode(readable).length);
  });

  it('reads an address of the page, relative too', async () => {
    const address = URL.createObjectURL(new Blob([LINES]));
    expect((await readFile(address)).text === LINES).to.equal(true);
    URL.revokeObjectURL(address);
    expect((await readFile('./there-is-no-such-file.ndjson')).error?.code).to.equal('not-found');
    expect((await readFile('https://127.0.0.1:1/records')).error?.code).to.equal('unavailable');
  });

  it('stops when aborted, and lets go of the stream', async () => {
    for (const content of [new TextEncoder().encode(LINES), await gzip(LINES)]) {
      const controller = new AbortController();
      const file = new File([content], 'records');
      const stream = streamOf([content]);
      file.stream = () => stream;
      const iterator = pagesOf(file, {}, {}, contextOf(controller.signal))[Symbol.asyncIterator]();
      await iterator.next();
      const reason = new Error('left');
      controller.abort(reason);
      expect(await iterator.next().catch((error: unknown) => error)).to.equal(reason);
      expect(stream.locked).to.equal(false);
    }
  });
});

async function gzip(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** What a browser can decode of half a gzip file: it is not told that the file ends. */
async function readableOf(half: Uint8Array<ArrayBuffer>): Promise<string> {
  const { readable, writable } = new DecompressionStream('gzip');
  const reader = readable.getReader();
  const decoder = new TextDecoder();
  let text = '';
  const reading = (async () => {
    for (;;) {
      const next = await reader.read();
      if (next.done) return;
      text += decoder.decode(next.value, { stream: true });
    }
  })();
  const writer = writable.getWriter();
  await writer.write(half);
  await new Promise((resolve) => setTimeout(resolve, 0));
  await reader.cancel();
  await reading;
  return text + decoder.decode();
}
