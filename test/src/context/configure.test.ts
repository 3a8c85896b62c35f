import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type { PerformanceAdapter } from '../../../src/adapters/adapter.js';
import { configure } from '../../../src/context/configure.js';
import { AdapterError } from '../../../src/errors.js';
import { GapList } from '../../../src/feed/gap-list.js';
import { gapWorkOf } from '../../../src/feed/gap-work.js';
import type { Access } from '../../../src/gaps/gap-records.js';
import { quiet } from '../feed/fake-clock.js';
import { bench, pageOf } from '../feed/fake-source.js';

const viewer = { locale: 'en', timeZone: 'UTC' };
const dismissal = { topics: [{ topicId: 't', questionIds: null }] };

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

  it('is told once of each list, right and write that the source failed at, and not of what the kit itself refuses', async (context) => {
    const told: AdapterError[] = [];
    configure({ onError: (error) => void told.push(error) });
    let access: Access = {};
    const refuse = async (): Promise<never> => {
      throw new AdapterError('unavailable', 'It is down.');
    };
    const rights = async (): Promise<Access> => (told.length < 2 ? refuse() : access);
    const source: PerformanceAdapter = {
      contract: 1,
      knowledgeGaps: { list: refuse, dismiss: refuse },
      access: rights,
    };
    const list = new GapList(source, () => undefined);
    context.after(() => list.stop());
    list.ask({ status: 'open', sortBy: 'title', direction: 'ascending', search: '' }, viewer);
    await quiet();
    assert.deepEqual(told.map(({ message }) => message).toSorted(), [
      'It is down.',
      'The rights are not known: It is down.',
    ]);
    list.retry();
    await quiet();
    assert.equal(told.length, 3);
    await assert.rejects(list.work.write('dismiss', dismissal, 'k', viewer), { code: 'unavailable' });
    await quiet();
    assert.equal(told.length, 4);
    access = { 'dismiss-gap': 'needs-role' };
    const strict = gapWorkOf({ ...source });
    await assert.rejects(strict.write('dismiss', dismissal, 'k', viewer), { name: 'PermissionError' });
    await quiet();
    assert.equal(told.length, 4);
  });

  it('is told of a list whose refresh failed, which stays on screen, and of none that nobody waits for', async (context) => {
    const told: AdapterError[] = [];
    configure({ onError: (error) => void told.push(error) });
    let isBroken = false;
    const source: PerformanceAdapter = {
      contract: 1,
      knowledgeGaps: {
        list: async (_query, { signal }) => {
          if (isBroken) throw new TypeError('x is undefined');
          signal.throwIfAborted();
          return { topics: [] };
        },
      },
    };
    const list = new GapList(source, () => undefined);
    const question = { status: 'open', sortBy: 'title', direction: 'ascending', search: '' } as const;
    context.after(() => list.stop());
    list.ask(question, viewer);
    await quiet();
    isBroken = true;
    list.refresh();
    await quiet();
    assert.deepEqual([list.state.phase, told.map(({ code }) => code)], ['ready', ['unknown']]);
    list.refresh();
    list.stop();
    await quiet();
    assert.equal(told.length, 1);
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
