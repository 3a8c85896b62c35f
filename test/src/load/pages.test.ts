import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pagesUntil } from '../../../src/load/pages.js';

const { signal } = new AbortController();

async function read(pages: unknown, until: AbortSignal = signal): Promise<unknown[]> {
  const seen: unknown[] = [];
  for await (const page of pagesUntil(pages, until)) seen.push(page);
  return seen;
}

async function* two() {
  yield 1;
  yield 2;
}

describe('pagesUntil', () => {
  it('hands over every page, of an iterable or a promise of one', async () => {
    assert.deepEqual(await read(two()), [1, 2]);
    assert.deepEqual(await read(Promise.resolve(two())), [1, 2]);
  });

  it('throws the reason of an abort, though the source never answers', async () => {
    const never = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }) };
    for (const pages of [never, new Promise(() => {})]) {
      const controller = new AbortController();
      const reading = read(pages, controller.signal);
      const reason = new Error('enough');
      controller.abort(reason);
      await assert.rejects(reading, reason);
    }
    await assert.rejects(read(two(), AbortSignal.abort(new Error('before'))), /before/);
  });

  it('closes the source when the reader leaves or aborts, and only then', async () => {
    let closed = 0;
    const source = () => {
      const pages = two();
      const close = async (): Promise<IteratorResult<number>> => ((closed += 1), { done: true, value: 0 });
      return { [Symbol.asyncIterator]: () => ({ next: () => pages.next(), return: close }) };
    };
    await read(source());
    assert.equal(closed, 0);
    for await (const _ of pagesUntil(source(), signal)) break;
    assert.equal(closed, 1);
    const controller = new AbortController();
    await assert.rejects(async () => {
      for await (const _ of pagesUntil(source(), controller.signal)) controller.abort();
    });
    assert.equal(closed, 2);
  });

  it('leaves no listener on the signal', async () => {
    const controller = new AbortController();
    await read(two(), controller.signal);
    await assert.rejects(read(5, controller.signal), /expected an async iterable/);
    assert.equal(getEventListeners(controller.signal, 'abort').length, 0);
  });

  it('holds no page that was handed over', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const held: WeakRef<object>[] = [];
    async function* many() {
      for (let page = 0; page < 50; page++) yield { page };
    }
    for await (const page of pagesUntil(many(), signal)) {
      held.push(new WeakRef(page as object));
      if (held.length < 50) continue;
      await new Promise((resolve) => setImmediate(resolve));
      collect();
      const left = held.filter((ref) => ref.deref() !== undefined).length;
      assert.ok(left < 5, `${left} of 50 pages are held`);
    }
  });
});
