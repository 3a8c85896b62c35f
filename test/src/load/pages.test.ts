import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { PAUSE, pagesUntil } from '../../../src/load/pages.js';

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

  it('tells once of each page that lets wait for itself, where somebody wants to hear of it', async () => {
    const waiting = new Set<() => void>();
    const after = (_: number, call: () => void): (() => void) => {
      waiting.add(call);
      return () => void waiting.delete(call);
    };
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
    const takeLong = async (): Promise<void> => {
      await turn();
      for (const call of [...waiting]) call();
      await turn();
    };
    async function* slow() {
      for (const page of [1, 2]) {
        await takeLong();
        yield page;
      }
      yield 3;
      await takeLong();
      throw new Error('too slow');
    }
    for (const isWanted of [true, false]) {
      const seen: unknown[] = [];
      await assert.rejects(async () => {
        const pages = pagesUntil(slow(), signal, { afterMs: 5, after, isWanted: () => isWanted });
        for await (const page of pages) seen.push(page);
      }, /too slow/);
      assert.deepEqual(seen, isWanted ? [PAUSE, 1, PAUSE, 2, 3, PAUSE] : [1, 2, 3]);
      assert.equal(waiting.size, 0);
    }
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
