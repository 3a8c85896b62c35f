import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { constants, gunzipSync, gzipSync } from 'node:zlib';
import { everyCut, fetchOf, readFile, sampleLines, textOf } from './file-support.js';

const LINES = sampleLines(20);
const COMPRESSED = gzipSync(LINES);

describe('fileAdapter with gzip', () => {
  it('tells gzip by its first bytes, whatever the name', async () => {
    assert.equal((await readFile(new File([COMPRESSED], 'records.ndjson'))).text, LINES);
    assert.equal((await readFile(new File([LINES], 'records.ndjson.gz'))).text, LINES);
  });

  it('reads the same wherever the file is cut in pieces', async () => {
    for (const pieces of everyCut(COMPRESSED)) {
      const { text, error } = await readFile('/records', { fetch: fetchOf(pieces) });
      assert.equal(error, undefined);
      assert.equal(text, LINES);
    }
  });

  it('hands over everything that half a file holds, then says that it ends early', async () => {
    for (let length = 2; length < COMPRESSED.length; length++) {
      const half = COMPRESSED.subarray(0, length);
      const readable = gunzipSync(half, { finishFlush: constants.Z_SYNC_FLUSH });
      const { pages, error } = await readFile(new File([half], 'records.ndjson.gz'));
      const handedOver = Buffer.concat(pages.map((page) => page.ndjson));
      assert.deepEqual(handedOver, endOpenLine(readable), `${length} bytes`);
      assert.equal(error?.code, 'invalid-payload');
      assert.equal(error.retryable, false);
      assert.ok(error.cause instanceof Error);
      assert.equal(
        error.message,
        'file "records.ndjson.gz": the gzip data ends early; what could be read of it was handed over. Copy or export the file again.',
      );
    }
  });

  it('hands over every page of half a large file, whatever the pieces it comes in', async () => {
    const file = gzipSync(sampleLines(20_000));
    for (const size of [1000, 5000, 16_384, 70_000, file.length]) {
      const pieces = piecesOf(file.subarray(0, -20_001), size);
      const readable = gunzipSync(Buffer.concat(pieces), { finishFlush: constants.Z_SYNC_FLUSH });
      const { pages, error } = await readFile('/records', { fetch: fetchOf(pieces) });
      assert.ok(pages.length > 3);
      const handedOver = Buffer.concat(pages.map((page) => page.ndjson));
      assert.equal(handedOver.compare(endOpenLine(readable)), 0, `${handedOver.length} bytes, not ${readable.length}`);
      assert.match(error?.message ?? '', /the gzip data ends early/);
    }
  });

  it('resumes before the line that was cut', async () => {
    const { pages } = await readFile(new Blob([COMPRESSED.subarray(0, -60)]));
    const whole = textOf(pages).split('\n').slice(0, -2);
    const { text } = await readFile(new Blob([COMPRESSED]), {}, { cursor: pages.at(-1)?.cursor as string });
    assert.equal(whole.map((line) => `${line}\n`).join('') + text, LINES);
  });

  it('names damage wherever it is, after what could be read', async () => {
    let refused = 0;
    for (const at of COMPRESSED.keys()) {
      if (at < 2) continue;
      const damaged = Buffer.from(COMPRESSED);
      damaged[at] = (damaged[at] as number) ^ 0xff;
      const { error, text } = await readFile(new Blob([damaged]));
      if (!error) {
        assert.equal(text, LINES, `byte ${at} changed`);
        continue;
      }
      refused += 1;
      assert.equal(error.code, 'invalid-payload', `byte ${at} changed`);
      assert.match(error.message, /^file: the gzip data (is damaged|ends early)/);
    }
    assert.ok(refused > COMPRESSED.length / 2);
  });

  it('hands over the text before damage, but for the piece that holds it', async () => {
    const lines = Buffer.from(sampleLines(50_000));
    const file = gzipSync(lines);
    const damagedAt = file.length - 50_000;
    const damaged = Buffer.concat([
      file.subarray(0, damagedAt),
      Buffer.alloc(100, 0xff),
      file.subarray(damagedAt + 100),
    ]);
    const readable = gunzipSync(file.subarray(0, damagedAt - 65_536), { finishFlush: constants.Z_SYNC_FLUSH });
    const { pages, error } = await readFile(new Blob([damaged]));
    const handedOver = Buffer.concat(pages.map((page) => page.ndjson));
    assert.match(error?.message ?? '', /the gzip data is damaged, or has something after its end/);
    assert.equal(handedOver.subarray(0, readable.length).compare(lines.subarray(0, readable.length)), 0);
  });

  it('reads all members of a file in Node', async () => {
    const { text, error } = await readFile(new Blob([COMPRESSED, gzipSync('{"id":"last"}\n')]));
    assert.equal(error, undefined);
    assert.equal(text, `${LINES}{"id":"last"}\n`);
  });

  it('names what follows the end of the gzip data, after the text', async () => {
    const lines = sampleLines(50_000);
    const file = gzipSync(lines);
    const readable = gunzipSync(file.subarray(0, -65_536), { finishFlush: constants.Z_SYNC_FLUSH });
    const { pages, error } = await readFile(new Blob([file, 'more']));
    const handedOver = Buffer.concat(pages.map((page) => page.ndjson));
    assert.match(error?.message ?? '', /the gzip data is damaged, or has something after its end/);
    assert.ok(handedOver.length >= readable.length);
    assert.ok(lines.startsWith(handedOver.toString().slice(0, readable.length / 2)));
  });

  it('reads a line that hardly takes space compressed', async () => {
    const line = `{"id":"1","topic":"${' '.repeat(1_000_000)}"}\n`;
    const { text, error } = await readFile(new Blob([gzipSync(line)]));
    assert.equal(error, undefined);
    assert.equal(text, line);
  });
});

function piecesOf(bytes: Uint8Array, size: number): Uint8Array[] {
  const count = Math.ceil(bytes.length / size);
  return Array.from({ length: count }, (_, index) => bytes.subarray(index * size, (index + 1) * size));
}

function endOpenLine(bytes: Buffer): Buffer {
  const isOpen = bytes.length > 0 && bytes.at(-1) !== 0x0a;
  return isOpen ? Buffer.concat([bytes, Buffer.from('\n')]) : bytes;
}
