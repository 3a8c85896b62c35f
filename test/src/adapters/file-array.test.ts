import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fetchOf, everyCut, pagesOf, readFile, textOf } from './file-support.js';

const encoder = new TextEncoder();

describe('fileAdapter with a JSON array', () => {
  it('makes every element a line, as long as the array byte for byte', async () => {
    for (const [array, lines] of [
      ['[{"a":1},{"b":2}]', ' {"a":1}\n{"b":2}\n'],
      ['[\n  {\n    "a": [1, 2]\n  },\r\n  {}\n]\n', '    {     "a": [1, 2]   }\n\r   {} \n'],
      ['[[1,[2]],[],"x",null,4]', ' [1,[2]]\n[]\n"x"\nnull\n4\n'],
      ['[{"a":"],[}{,"},{"b":"\\"]\\\\"},{"c":"\\\\\\""}]', ' {"a":"],[}{,"}\n{"b":"\\"]\\\\"}\n{"c":"\\\\\\""}\n'],
      ['[{"é🙂":"漢"},{"a":{"b":{"c":[{}]}}}]', ' {"é🙂":"漢"}\n{"a":{"b":{"c":[{}]}}}\n'],
    ] as const) {
      const { text, error } = await readFile(new Blob([array]));
      assert.equal(error, undefined);
      assert.equal(text, lines);
    }
  });

  it('gives the same elements wherever the array is cut in pieces', async () => {
    const elements = [{ text: 'a"]\\,[é漢🙂\n' }, [1, [{ b: '}' }]], 'x\\', null, { c: {} }];
    for (const array of [JSON.stringify(elements), JSON.stringify(elements, null, 2)]) {
      for (const pieces of everyCut(encoder.encode(array))) {
        const { text, error } = await readFile('/records', { fetch: fetchOf(pieces) });
        assert.equal(error, undefined);
        assert.deepEqual(parsed(text), elements);
      }
    }
  });

  it('gives the same elements over many pages', async () => {
    const elements = Array.from({ length: 5000 }, (_, index) => ({ id: `c-${index}`, events: [{ text: '[{"}],\n' }] }));
    const { pages, text } = await readFile(new Blob([JSON.stringify(elements, null, '\t')]));
    assert.ok(pages.length > 3);
    assert.deepEqual(parsed(text), elements);
  });

  it('does not make a broken string whole', async () => {
    const { text } = await readFile(new Blob(['[{"id":"1","topic":"a\nb"},{"id":"2","topic":"a\\\nb"},{"id":"3"}]']));
    const [first, second, third] = text.split('\n');
    assert.throws(() => JSON.parse(first ?? ''));
    assert.throws(() => JSON.parse(second ?? ''));
    assert.equal(third, '{"id":"3"}');
  });

  it('loses only the element that is broken', async () => {
    for (const broken of ['{"a":1]', '{"a":1}}', '{"a":}', '{} {}', 'x']) {
      const { text, error } = await readFile(new Blob([`[{"id":"1"},${broken},{"id":"2"}]`]));
      assert.equal(error, undefined, broken);
      assert.equal(text, ` {"id":"1"}\n${broken}\n{"id":"2"}\n`);
    }
  });

  it('leaves a blank line for a comma too many', async () => {
    const { text, error } = await readFile(new Blob(['[{"id":"1"},,{"id":"2"},]']));
    assert.equal(error, undefined);
    assert.equal(text, ' {"id":"1"}\n\n{"id":"2"}\n\n');
  });

  it('hands over what there is of an array that ends early, then says so', async () => {
    const array = '[{"id":"1"},{"id":"2","topic":"é]"}]';
    const bytes = encoder.encode(array);
    const lines = encoder.encode(array.replace('[{', ' {').replace('},{', '}\n{'));
    for (let length = 1; length < bytes.length; length++) {
      const { pages, error } = await readFile(new Blob([bytes.slice(0, length)]));
      assert.equal(error?.code, 'invalid-payload');
      assert.equal(error.retryable, false);
      assert.match(error.message, /^file: it ends before its JSON array does/);
      const handedOver = Buffer.concat(pages.map((page) => page.ndjson)).toString('latin1');
      assert.equal(handedOver.trimEnd(), Buffer.from(lines.slice(0, length)).toString('latin1').trimEnd());
    }
  });

  it('resumes before the element that was cut', async () => {
    const { pages } = await readFile(new Blob(['[{"id":"1"},{"id":']));
    const { text } = await readFile(
      new Blob(['[{"id":"1"},{"id":"2"}]']),
      {},
      { cursor: pages.at(-1)?.cursor as string },
    );
    assert.equal(text, '{"id":"2"}\n');
  });

  it('names the place where something follows the array', async () => {
    for (const rest of ['x', ',', '[{"id":"3"}]', ']']) {
      const { text, error } = await readFile(new File([`[{"id":"1"}]\n${rest}`], 'all.json'));
      assert.equal(text.trimEnd(), ' {"id":"1"}');
      assert.equal(error?.code, 'invalid-payload');
      assert.match(error.message, /^file "all\.json": after the end of its JSON array, at byte 13, more text follows/);
    }
  });

  it('leaves the pieces it was given as they were', async () => {
    const pieces = ['[{"id":\n"1"},', '{"id":\n"2"},{}', ']'].map((text) => encoder.encode(text));
    const before = pieces.map((piece) => piece.slice());
    const body = new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(piece);
        controller.close();
      },
    });
    const response = { ok: true, headers: new Headers(), body } as unknown as Response;
    const pages = [];
    for await (const page of pagesOf('/records', { fetch: () => Promise.resolve(response) })) pages.push(page);
    assert.equal(textOf(pages), ' {"id": "1"}\n{"id": "2"}\n{}\n');
    assert.deepEqual(pieces, before);
  });
});

function parsed(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as unknown);
}
