import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { officialRules } from '../../../src/conversation/rules.js';
import { makeReady, putInOrder } from '../../../src/load/make-ready.js';
import { Slices } from '../../../src/load/slices.js';
import { measureOf } from '../../../src/metrics/measures.js';
import type { Question } from '../../../src/metrics/answer.js';
import { RankIndex } from '../../../src/store/rank-index.js';
import { Segment } from '../../../src/store/segment.js';
import { SegmentedStore } from '../../../src/store/segmented-store.js';
import { HOUR, T0 } from '../feed/fake-clock.js';
import { answered } from '../feed/fake-source.js';

const WEEK_MS = 7 * 86_400_000;

/** A store that is asked, on a watch that every question moves by 5 ms. */
function asked(signal: AbortSignal) {
  const questions: Question[] = [];
  const ranked: number[] = [];
  let ms = 0;
  let givenBack = 0;
  const slices = new Slices({ now: () => ms, giveThreadBack: async () => void (givenBack += 1) });
  const store = {
    answer(question: Question) {
      questions.push(question);
      ms += 5;
      return { totals: [], by: new Map() };
    },
    /** Of three segments, which take as long. */
    *rankTeammates() {
      for (let segment = 0; segment < 3; segment += 1) {
        ranked.push(segment);
        ms += 5;
        yield;
      }
    },
  };
  return { questions, ranked, done: makeReady(store, T0, slices, signal), givenBack: () => givenBack };
}

describe('makeReady', () => {
  const { signal } = new AbortController();

  it('asks for 53 weeks without a gap up to the clock, in each of the three orders of time', async () => {
    const { questions, done } = asked(signal);
    await done;
    for (const order of ['startedAt', 'settlesAt', 'at']) {
      const own = questions.filter(({ measures }) => measures.every((measure) => measureOf(measure).at === order));
      const bounds = own.map(({ boundaries }) => boundaries);
      assert.deepEqual([bounds[0]?.[1], bounds.at(-1)?.[0]], [T0 + 1, T0 + 1 - 53 * WEEK_MS], order);
      bounds.slice(1).forEach(([, to], index) => assert.equal(to, bounds[index]?.[0], order));
    }
  });

  it('then makes the totals of teammates, segment by segment', async () => {
    const { ranked, done } = asked(signal);
    await done;
    assert.deepEqual(ranked, [0, 1, 2]);
  });

  it('gives the thread back after every second question of 5 ms', async () => {
    const { questions, ranked, done, givenBack } = asked(signal);
    await done;
    assert.equal(givenBack(), Math.floor((questions.length + ranked.length) / 2));
  });

  it('asks nothing more once it is aborted', async () => {
    const { questions, done } = asked(AbortSignal.abort(new Error('gone')));
    await assert.rejects(done, /gone/);
    assert.deepEqual(questions, []);
  });
});

describe('putInOrder', () => {
  const NOW = T0 + 1_000 * HOUR;
  const question: Question = { measures: ['resolved', 'resolvedSet', 'feedbackPositive'], boundaries: [T0, NOW] };
  const ROWS = 7_000;

  function storeOf(rows: number): SegmentedStore {
    const store = new SegmentedStore(NOW, officialRules);
    store.upsert(Array.from({ length: rows }, (_, n) => answered(`c-${n}`, T0 + (n % 900) * HOUR)));
    return store;
  }

  it('leaves no rows to be put in order to the first question', (t) => {
    const store = storeOf(500);
    const looks = t.mock.method(Segment.prototype, 'settlesAtOf').mock;
    putInOrder(store, 501);
    assert.equal(looks.callCount(), 0, 'too few are not worth it');
    putInOrder(store, 500);
    const before = looks.callCount();
    assert.ok(before > 0);
    store.answer(question);
    assert.equal(looks.callCount(), before);
  });

  it('leaves what is known of a large segment known, however often new ones come', (t) => {
    const store = storeOf(ROWS);
    store.answer(question);
    for (let lot = 0; lot < 20; lot += 1) {
      store.upsert([answered(`new-${lot}`, T0 + lot * HOUR)]);
      putInOrder(store, 1);
    }
    const looks = t.mock.method(RankIndex.prototype, 'addCounts').mock;
    store.answer(question);
    const counted = looks.calls.map((call) => (call.this as RankIndex).length);
    assert.ok(counted.length > 0, 'the new ones are counted');
    assert.deepEqual(
      counted.filter((length) => length >= ROWS),
      [],
    );
  });
});
