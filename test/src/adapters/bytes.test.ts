import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { contextOf, pagesOf, sampleLines, streamOf } from './file-support.js';

const encoder = new TextEncoder();

describe('fileAdapter, stopped', () => {
  const lines = encoder.encode(sampleLines(20_000));

  it('throws the reason of a signal that is aborted before, and asks for nothing', async () => {
    const reason = new Error('left');
    let asked = 0;
    const fetchFile: typeof fetch = () => Promise.resolve(new Response(String((asked += 1))));
    const pages = pagesOf('/x', { fetch: fetchFile }, {}, contextOf(AbortSignal.abort(reason)));
    await assert.rejects(drain(pages), (error) => error === reason);
    assert.equal(asked, 0);
  });

  it('ends the wait for an answer, even of a fetch that does not heed the signal', async () => {
    const { promise, resolve } = withResolvers<Response>();
    const controller = new AbortController();
    const pages = pagesOf('/x', { fetch: () => promise }, {}, contextOf(controller.signal));
    const reading = drain(pages);
    controller.abort('gone');
    await assert.rejects(reading, (error) => error === 'gone');
    const late = watchedStream([lines]);
    resolve(new Response(late.stream));
    await new Promise((done) => setTimeout(done, 0));
    assert.equal(late.cancelled(), 1);
  });

  it('ends a read that waits for bytes', async () => {
    const reason = new DOMException('stop', 'AbortError');
    const controller = new AbortController();
    for (const start of [
      [],
      [encoder.encode('{"id":"1"}\n')],
      [gzipSync('{"id":"1","topic":"x"}\n'.repeat(9)).subarray(0, 30)],
    ]) {
      const stalled = watchedStream(start, { stalls: true });
      const pages = pagesOf('/x', { fetch: answer(stalled.stream) }, {}, contextOf(controller.signal));
      setTimeout(() => controller.abort(reason), 5);
      await assert.rejects(drain(pages), (error) => error === reason);
      assert.equal(stalled.stream.locked, false);
    }
  });

  it('stops between two pages, cancels the stream and lets go of it', async () => {
    for (const content of [lines, gzipSync(lines)]) {
      const controller = new AbortController();
      const source = watchedStream(slices(content, 1000));
      const iterator = pagesOf('/x', { fetch: answer(source.stream) }, {}, contextOf(controller.signal))[
        Symbol.asyncIterator
      ]();
      assert.equal((await iterator.next()).done, false);
      controller.abort();
      assert.equal(source.cancelled(), 1);
      await assert.rejects(iterator.next(), { name: 'AbortError' });
      assert.equal(source.stream.locked, false);
      assert.deepEqual(await iterator.next(), { done: true, value: undefined });
    }
  });

  it('cancels the stream when the reader breaks off', async () => {
    for (const content of [lines, gzipSync(lines), encoder.encode(`[${'{"id":"1"},'.repeat(9999)}{}]`)]) {
      const source = watchedStream(slices(content, 1000));
      for await (const page of pagesOf('/x', { fetch: answer(source.stream) })) {
        assert.ok(page.ndjson.length > 0);
        break;
      }
      assert.equal(source.cancelled(), 1);
      assert.equal(source.stream.locked, false);
    }
  });

  it('reads no further than the pages that were asked for', async () => {
    const source = watchedStream(slices(lines, 1000));
    const iterator = pagesOf('/x', { fetch: answer(source.stream) })[Symbol.asyncIterator]();
    await iterator.next();
    await new Promise((done) => setTimeout(done, 20));
    assert.ok(source.pulled() < 40, `${source.pulled()} pieces were read`);
    await iterator.return?.();
  });
});

async function drain(pages: AsyncIterable<unknown>): Promise<void> {
  for await (const page of pages) assert.ok(page);
}

function answer(stream: ReadableStream<Uint8Array>): typeof fetch {
  // Bare, because a Response would lock the stream in its own way.
  const response = { ok: true, headers: new Headers(), body: stream } as unknown as Response;
  return () => Promise.resolve(response);
}

function slices(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.slice(index * size, (index + 1) * size),
  );
}

function watchedStream(pieces: readonly Uint8Array[], { stalls = false } = {}) {
  let cancelled = 0;
  let pulled = 0;
  const inner = streamOf(pieces).getReader();
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      pulled += 1;
      const next = await inner.read();
      if (!next.done) controller.enqueue(next.value);
      else if (stalls) await new Promise(() => undefined);
      else controller.close();
    },
    cancel() {
      cancelled += 1;
    },
  });
  return { stream, cancelled: () => cancelled, pulled: () => pulled };
}

function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
