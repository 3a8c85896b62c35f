import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { fileAdapter } from '../../../src/adapters/file.js';
import { everyCut, fetchOf, readFile, sampleLines, textOf } from './file-support.js';

const encoder = new TextEncoder();
const SMALL = '{"id":"1","topic":"é漢🙂"}\n{"id":"2"}\n';
const SMALL_BYTES = 42;

describe('fileAdapter', () => {
  it('hands over the lines of a file byte for byte', async () => {
    const { pages, text, error } = await readFile(new Blob([SMALL]));
    assert.equal(error, undefined);
    assert.equal(text, SMALL);
    assert.deepEqual(
      pages.map(({ cursor, progress, asOf }) => ({ cursor, progress, asOf })),
      [{ cursor: String(SMALL_BYTES), progress: 1, asOf: undefined }],
    );
  });

  it('is an archive, and live once it is told how far it is complete', async () => {
    assert.equal(fileAdapter(new Blob([])).source, 'archive');
    const asOf = '2026-03-01T00:00:00Z';
    assert.equal(fileAdapter(new Blob([]), { asOf }).source, 'live');
    const { pages } = await readFile(new Blob([sampleLines(3000)]), { asOf });
    assert.ok(pages.length > 1);
    assert.ok(pages.every((page) => page.asOf === asOf));
  });

  it('reads a file anew for every call, whole whatever the range', async () => {
    const blob = new Blob([SMALL]);
    for (const query of [{}, { since: 1e12 }, { until: 0, updatedSince: 1e12 }]) {
      assert.equal((await readFile(blob, {}, query)).text, SMALL);
    }
  });

  it('gives an empty file as one empty page, so that its instant arrives', async () => {
    for (const content of ['', '\n \r\n', '[]', ' [ \n ]\n']) {
      const { pages, error } = await readFile(new Blob([content]), { asOf: 1e12 });
      assert.equal(error, undefined);
      assert.deepEqual(
        pages.map((page) => ({ text: textOf([page]).trim(), progress: page.progress, asOf: page.asOf })),
        [{ text: '', progress: 1, asOf: 1e12 }],
        JSON.stringify(content),
      );
    }
  });

  it('pages by whole lines in buffers of their own, the first page small', async () => {
    const lines = sampleLines(20_000);
    const { pages, text } = await readFile(new Blob([lines]));
    assert.equal(text, lines);
    const sizes = pages.map((page) => page.ndjson.length);
    assert.ok(sizes[0] !== undefined && sizes[0] >= 16_384 && sizes[0] <= 33_000, `first page: ${sizes[0]} bytes`);
    for (const size of sizes.slice(1, -1)) assert.ok(size >= 65_536 && size <= 262_144, `page: ${size} bytes`);
    for (const page of pages) {
      assert.equal(page.ndjson.at(-1), 0x0a);
      assert.equal(page.ndjson.buffer.byteLength, page.ndjson.length);
    }
  });

  it('counts its progress in bytes of the compressed file, never backwards, up to the whole', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) =>
      JSON.stringify({ id: index, url: Math.sin(index) }),
    ).join('\n');
    const { pages } = await readFile(new Blob([gzipSync(lines)]));
    const shares = pages.map((page) => page.progress ?? Number.NaN);
    assert.ok(shares.length > 3);
    assert.ok((shares[0] ?? 1) < 0.5);
    assert.deepEqual(
      shares,
      shares.toSorted((one, other) => one - other),
    );
    assert.equal(shares.at(-1), 1);
  });

  it('reads the same whatever the pieces it comes in', async () => {
    const array = `[${SMALL.trim().replace('\n', ',')}]`;
    for (const [name, content, expected] of [
      ['lines', encoder.encode(SMALL), SMALL],
      ['lines with a byte order mark', encoder.encode(`\uFEFF${SMALL}`), SMALL],
      ['array', encoder.encode(array), ` ${SMALL}`],
      ['gzip', gzipSync(SMALL), SMALL],
      ['array in gzip', gzipSync(`\uFEFF${array}`), ` ${SMALL}`],
    ] as const) {
      for (const pieces of everyCut(content)) {
        const { text, error } = await readFile('/records', { fetch: fetchOf(pieces) });
        assert.equal(error, undefined, `${name}, ${pieces[0]?.length} bytes first`);
        assert.equal(text, expected, `${name}, ${pieces[0]?.length} bytes first`);
      }
    }
  });

  it('leaves out a byte order mark and keeps CRLF and blank lines', async () => {
    const { text } = await readFile(new Blob(['\uFEFF\r\n{"id":"1"}\r\n\r\n{"id":"2"}']));
    assert.equal(text, '\r\n{"id":"1"}\r\n\r\n{"id":"2"}\n');
  });

  it('hands over a line that was cut as a line of its own', async () => {
    const bytes = encoder.encode(SMALL);
    for (const length of bytes.keys()) {
      const cut = bytes.slice(0, length);
      const { pages, error } = await readFile(new Blob([cut]));
      assert.equal(error, undefined);
      const expected = length === 0 || cut.at(-1) === 0x0a ? cut : Uint8Array.of(...cut, 0x0a);
      assert.deepEqual(Buffer.concat(pages.map((page) => page.ndjson)), Buffer.from(expected), `${length} bytes`);
    }
  });

  it('reads on after a broken first line', async () => {
    for (const first of ['d","topic":"x"}', 'null', '"text"', '42', 'é"}', '{"id":']) {
      const { text, error } = await readFile(new Blob([`${first}\n${SMALL}`]));
      assert.equal(error, undefined, first);
      assert.equal(text, `${first}\n${SMALL}`);
    }
  });

  it('refuses a file that is neither, and says what it starts with', async () => {
    for (const [content, start] of [
      ['<!doctype html>\n{"a":1}\n', '"<!doctype html>\\n{\\"a\\":1}\\n"'],
      ['id,startedAt\n1,2\n', '"id,startedAt\\n1,2\\n"'],
      ['{\n  "conversations": []\n}', '"{\\n  \\"conversations\\": []\\n"'],
      ['\uFEFF<x/>', '0xef 0xbb 0xbf 0x3c'],
      [Uint8Array.of(0x50, 0x4b, 3, 4, 0x0a, 0x7b), '0x50 0x4b 0x03 0x04'],
      [Buffer.from('\uFEFF{"id":1}', 'utf16le'), '0xff 0xfe 0x7b 0x00'],
      [Buffer.from('{"id":1}\n', 'utf16le'), '0x7b 0x00 0x22 0x00'],
      ['x'.repeat(100_000), `"${'x'.repeat(24)}"`],
    ] as const) {
      const { pages, error } = await readFile(new File([content], 'export.txt'));
      assert.deepEqual(pages, []);
      assert.equal(error?.code, 'invalid-payload');
      assert.equal(error.retryable, false);
      assert.equal(
        error.message,
        `file "export.txt": expected one record a line (NDJSON) or a JSON array of records, plain or gzip, but it starts with ${start}. Check that it is the right file, or export it in one of these forms.`,
      );
    }
  });

  it('passes a line of 12 MB, and refuses one over 32 MiB after the lines before it', async () => {
    const long = new Uint8Array(12_000_000).fill(0x61);
    const passed = await readFile(new Blob([SMALL, long, '\n', SMALL]));
    assert.equal(passed.error, undefined);
    assert.equal(
      passed.pages.reduce((sum, page) => sum + page.ndjson.length, 0),
      12_000_001 + 2 * SMALL_BYTES,
    );

    const refused = await readFile(new Blob([SMALL, long, long, long, '\n', SMALL]));
    assert.equal(refused.text, SMALL);
    assert.equal(refused.error?.code, 'too-large');
    assert.match(refused.error.message, /^file: the line that starts at byte 42 is longer than 32 MiB/);
  });

  it('resumes from the cursor of any page', async () => {
    const lines = sampleLines(5000).trimEnd();
    const array = `\uFEFF[\n${lines.replaceAll('\n', ',\n')}\n]\n`;
    for (const content of [lines, `\uFEFF${lines}`, gzipSync(lines), array, gzipSync(array)]) {
      const blob = new Blob([content]);
      const { pages } = await readFile(blob);
      assert.ok(pages.length > 3);
      for (const [index, { cursor }] of pages.entries()) {
        const resumed = await readFile(blob, {}, { cursor: cursor as string });
        assert.equal(resumed.error, undefined);
        assert.equal(resumed.text.trim(), textOf(pages.slice(index + 1)).trim());
      }
    }
  });

  it('refuses a cursor that is not of this file', async () => {
    for (const cursor of ['100', '5', '-1', 'abc', '']) {
      const { pages, error } = await readFile(new Blob([SMALL]), {}, { cursor });
      assert.deepEqual(pages, []);
      assert.equal(error?.code, 'conflict', cursor);
    }
  });

  it('reads what a file grew by from its last cursor', async () => {
    const { pages } = await readFile(new Blob(['{"id":"1"}']));
    const { text } = await readFile(new Blob(['{"id":"1"}\n{"id":"2"}\n']), {}, { cursor: pages[0]?.cursor as string });
    assert.equal(text, '\n{"id":"2"}\n');
  });
});
