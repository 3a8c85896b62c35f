import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { configure } from '../../../src/context/configure.js';
import { AdapterError } from '../../../src/errors.js';
import { quiet } from '../feed/fake-clock.js';
import { bench, pageOf } from '../feed/fake-source.js';

describe('configure({ onError })', () => {
  afterEach(() => configure({ onError: null }));

  it('is told once of each load and refresh that failed, and of no other', async () => {
    const told: AdapterError[] = [];
    configure({ onError: (error) => void told.push(error) });
    const { feed, source, look } = bench();
    look();
    look();
    await quiet();
    const torn = new AdapterError('unavailable', 'It is down.');
    await source.last.tap.fail(torn);
    await quiet();
    assert.deepEqual(told, [torn]);
    feed.retry();
    await source.answer(pageOf('a'));
    feed.refresh();
    await quiet();
    await source.last.tap.fail(new TypeError('x is undefined'));
    await quiet();
    assert.deepEqual(
      told.map(({ code }) => code),
      ['unavailable', 'unknown'],
    );
  });

  it('is not told of what the source leaves out, nor when it was taken back', async () => {
    configure({ onError: () => assert.fail() });
    const first = bench();
    first.look();
    await quiet();
    await first.source.last.tap.fail(new AdapterError('unsupported', 'No conversations.'));
    configure({ onError: null });
    const second = bench();
    second.look();
    await quiet();
    await second.source.last.tap.fail(new AdapterError('timeout', 'Too slow.'));
    await quiet();
    assert.equal(second.feed.state.phase, 'failed');
  });
});
