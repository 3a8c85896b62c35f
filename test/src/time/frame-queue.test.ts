import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FrameQueue, type FrameShare } from '../../../src/time/frame-queue.js';

/** A queue on a watch that jobs move, and frames that come when a test says so. */
function bench() {
  const done: string[] = [];
  const asked: (() => void)[] = [];
  let ms = 0;
  const queue = new FrameQueue({ now: () => ms, inNextFrame: (work) => void asked.push(work) });
  const job = (name: string, takes: number) => (): void => {
    ms += takes;
    done.push(name);
  };
  return {
    queue,
    job,
    /** What was done since it was asked last. */
    done: (): readonly string[] => done.splice(0),
    add: (share: FrameShare, name: string, takes = 4) => queue.add(share, job(name, takes)),
    /** One frame; what was done in it. */
    frame(): readonly string[] {
      const works = asked.splice(0);
      assert.ok(works.length <= 1, 'a frame is asked for once');
      for (const work of works) work();
      return done.splice(0);
    },
  };
}

describe('FrameQueue', () => {
  it('does as much a frame as takes 6 ms, the job that reaches them included', () => {
    const { add, frame } = bench();
    for (const name of ['a', 'b', 'c', 'd', 'e']) add('chart', name);
    assert.deepEqual([frame(), frame(), frame(), frame()], [['a', 'b'], ['c', 'd'], ['e'], []]);
  });

  it('does one job a frame where each takes longer', () => {
    const { add, frame } = bench();
    for (const name of ['a', 'b']) add('chart', name, 30);
    assert.deepEqual([frame(), frame()], [['a'], ['b']]);
  });

  it('does figures that are seen before charts, and charts before what nobody sees', () => {
    const { add, frame } = bench();
    add('unseen', 'u', 7);
    add('chart', 'c', 7);
    add('figures', 'f', 7);
    assert.deepEqual([frame(), frame(), frame()], [['f'], ['c'], ['u']]);
  });

  it('gives a job a frame of its own where the one before of its kind took long, and the first of its kind', () => {
    const { add, frame } = bench();
    add('figures', 'f');
    for (const name of ['a', 'b', 'c']) add('chart', name, name === 'a' ? 15 : 4);
    add('unseen', 'u');
    assert.deepEqual([frame(), frame(), frame()], [['f'], ['a'], ['b', 'c']]);
    add('figures', 'g');
    add('chart', 'd');
    assert.deepEqual([frame(), frame()], [['g', 'd'], ['u']]);
  });

  it('does what comes first at once, and refuses once it has taken the frame', () => {
    const { queue, job, done } = bench();
    assert.equal(queue.atOnce(job('a', 4)), true);
    assert.equal(queue.atOnce(job('b', 4)), true);
    assert.equal(queue.atOnce(job('c', 4)), false);
    assert.deepEqual(done(), ['a', 'b']);
  });

  it('leaves a frame that was taken at once to what was done in it', () => {
    const { queue, job, add, frame } = bench();
    queue.atOnce(job('now', 10));
    add('figures', 'a', 7);
    add('chart', 'b', 7);
    assert.deepEqual([frame(), frame(), frame()], [['now'], ['a'], ['b']]);
    assert.equal(queue.atOnce(job('later', 1)), true);
  });

  it('draws the one chart of a page in the frame that its figures come in, however long they took', () => {
    const { queue, job, add, frame } = bench();
    queue.atOnce(job('figures', 10));
    add('chart', 'chart');
    assert.deepEqual(frame(), ['figures', 'chart']);
  });

  it('takes a job back', () => {
    const { add, frame } = bench();
    const cancel = add('chart', 'a');
    add('chart', 'b');
    cancel();
    cancel();
    assert.deepEqual(frame(), ['b']);
  });

  it('goes on after a job that throws', () => {
    const { queue, add, frame } = bench();
    queue.add('chart', () => {
      throw new Error('no canvas');
    });
    add('chart', 'b');
    assert.throws(() => frame(), /no canvas/);
    assert.deepEqual(frame(), ['b']);
  });

  it('hands on what a job in its turn throws', async () => {
    const { queue, frame } = bench();
    const turn = queue.inTurn('unseen', () => {
      throw new Error('no figures');
    });
    assert.deepEqual(frame(), []);
    await assert.rejects(turn, /no figures/);
  });
});
