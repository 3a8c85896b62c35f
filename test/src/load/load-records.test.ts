import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loadRecords } from '../../../src/load/load-records.js';
import { Slices } from '../../../src/load/slices.js';
import { officialRules } from '../../../src/conversation/rules.js';
import { SegmentedStore } from '../../../src/store/segmented-store.js';
import { T0 } from '../feed/fake-clock.js';
import { answered, linesOf } from '../feed/fake-source.js';

const { signal } = new AbortController();

describe('loadRecords', () => {
  it('counts good and bad records, and says which line comes next', async () => {
    const store = new SegmentedStore(T0, officialRules);
    const records = [answered('a'), { id: 'bad' }, null, answered('b')];
    assert.deepEqual(await loadRecords({ conversations: records }, store, 1, new Slices(), signal), {
      records: 4,
      nextLine: 1,
    });
    assert.deepEqual(await loadRecords({ ndjson: linesOf(answered('c'), 5) }, store, 5, new Slices(), signal), {
      records: 2,
      nextLine: 7,
    });
    assert.deepEqual([store.size, store.quality().rejected.count], [3, 3]);
  });

  it('gives the thread back many times over a page of 50,000 conversations', async () => {
    const store = new SegmentedStore(T0, officialRules);
    const conversations = Array.from({ length: 50_000 }, (_, place) => answered(`c-${place}`));
    let givenBack = 0;
    let between = 0;
    let most = 0;
    // A watch that moves by 1 ms every 100 records: what is counted does not hang on the machine.
    const slices = new Slices({
      now: () => {
        between += 1;
        most = Math.max(most, between);
        return store.size / 100;
      },
      giveThreadBack: async () => {
        givenBack += 1;
        between = 0;
        await new Promise((resolve) => setImmediate(resolve));
      },
    });
    await loadRecords({ conversations }, store, 1, slices, signal);
    assert.deepEqual([store.size, givenBack], [50_000, 62]);
    assert.ok(most <= 802, `${most} records in a slice`);
  });

  it('puts what has come in order now and then, over pages that are all too small for it', async () => {
    let ordered = 0;
    class WatchedStore extends SegmentedStore {
      override prepare(atLeast: number): boolean {
        const isDone = super.prepare(atLeast);
        if (isDone) ordered += 1;
        return isDone;
      }
    }
    const store = new WatchedStore(T0, officialRules);
    for (let page = 0; page < 13; page += 1) {
      const conversations = Array.from({ length: 1_000 }, (_, place) => answered(`c-${page}-${place}`));
      await loadRecords({ conversations }, store, 1, new Slices(), signal);
    }
    assert.deepEqual([store.size, ordered], [13_000, 2]);
  });

  it('takes nothing more once it is aborted', async () => {
    const store = new SegmentedStore(T0, officialRules);
    const gone = AbortSignal.abort(new Error('gone'));
    await assert.rejects(loadRecords({ conversations: [answered('a')] }, store, 1, new Slices(), gone), /gone/);
    assert.equal(store.size, 0);
  });
});
