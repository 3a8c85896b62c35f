import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { fileAdapter, type FileAdapterOptions } from '../../../src/adapters/file.js';
import { PerformanceFeed } from '../../../src/feed/performance-feed.js';
import { expectedFigures, realLogNames, realLogPath, realLogsAbsent } from '../../support/real-logs.js';
import { FakeClock, T0 } from './fake-clock.js';
import { answered, countsOf, wishOf } from './fake-source.js';

const good = Array.from({ length: 40 }, (_, place) => answered(`good-${place}`, T0 - 80 * 3_600_000));
const goodLines = good.map((record) => JSON.stringify(record));

/** A feed of a file, once its load has ended. */
async function feedOfFile(content: BlobPart, options: FileAdapterOptions = {}, now = T0): Promise<PerformanceFeed> {
  const feed = new PerformanceFeed(fileAdapter(new Blob([content]), options), new FakeClock(now));
  await new Promise<void>((resolve) => {
    const leave = feed.listen(() => {
      if (feed.state.phase !== 'ready' && feed.state.phase !== 'failed') return;
      leave();
      resolve();
    }, wishOf());
  });
  return feed;
}

/** The good lines with a bad one after the tenth. */
function around(line: string): string {
  return [...goodLines.slice(0, 10), line, ...goodLines.slice(10)].join('\n');
}

describe('a feed of a file', () => {
  const broken: readonly (readonly [what: string, line: string, id: string | undefined, message: RegExp])[] = [
    ['a line cut in the middle', '{"id":"c-1","startedAt":17', 'c-1', /"c-1", line 11: .*uncut\.$/],
    ['a line without its start', 'at":1772442000000,"events":[]}', undefined, /without an id, line 11: /],
    ['a line of text', 'Export finished', undefined, /line 11: expected one whole JSON object, got "Export finished"/],
    [
      'a time without an offset',
      '{"id":"c-2","startedAt":"2026-03-02 10:00","events":[]}',
      'c-2',
      /startedAt: .*offset/,
    ],
    ['a time in seconds', '{"id":"c-3","startedAt":1772442000,"events":[]}', 'c-3', /startedAt: .*seconds/],
    [
      'an unknown event',
      '{"id":"c-4","startedAt":1772442000000,"events":[{"type":"x","at":1772442000000}]}',
      'c-4',
      /type/,
    ],
    ['a number', '17', undefined, /got 17/],
    ['polluted keys', '{"id":"c-5","__proto__":{"x":1},"startedAt":1772442000000,"events":[]}', 'c-5', /__proto__/],
  ];
  for (const [what, line, id, message] of broken) {
    it(`refuses ${what} by name and counts all around it`, async () => {
      for (const content of [around(line), gzipSync(around(line))]) {
        const feed = await feedOfFile(content, { asOf: T0 });
        assert.deepEqual([feed.state.phase, feed.state.error, feed.state.loaded], ['ready', null, 41]);
        assert.deepEqual(countsOf(feed.store), [40, 40, 0]);
        const { count, examples } = feed.store.quality().rejected;
        assert.deepEqual([count, examples.length, examples[0]!.id], [1, 1, id]);
        assert.match(examples[0]!.message!, message);
      }
    });
  }

  it('reads a byte order mark, CRLF and blank lines for what they are', async () => {
    for (const text of [`\u{feff}${goodLines.join('\r\n')}\r\n`, `${goodLines.join('\n\n')}\n\n`]) {
      const feed = await feedOfFile(text, { asOf: T0 });
      assert.deepEqual([feed.state.loaded, ...countsOf(feed.store)], [40, 40, 40, 0]);
      assert.equal(feed.store.quality().rejected.count, 0);
    }
  });

  it('counts the good part of half a gzip, refuses the cut line and says that the file ends early', async () => {
    const records = Array.from({ length: 3_000 }, (_, place) => answered(`c-${(place * 7919) % 100_003}`, T0 - place));
    const zipped = gzipSync(records.map((record) => JSON.stringify(record)).join('\n'));
    const feed = await feedOfFile(zipped.subarray(0, zipped.length / 2));
    const { phase, error, loaded } = feed.state;
    assert.deepEqual([phase, error?.code], ['failed', 'invalid-payload']);
    assert.match(error!.message, /ends early/);
    const { count, examples } = feed.store.quality().rejected;
    assert.ok(loaded > 1_000 && loaded < 2_000, `${loaded} records came`);
    assert.deepEqual([feed.store.size, count], [loaded - 1, 1]);
    assert.match(examples[0]!.message!, new RegExp(`line ${loaded}: expected one whole JSON object`));
    assert.equal(feed.store.now, T0);
  });

  it('tells the share of the file, up to all of it', async () => {
    const feed = await feedOfFile(goodLines.join('\n'));
    assert.deepEqual([feed.state.progress, feed.state.total, feed.state.loaded], [1, null, 40]);
  });

  it('stands where a closed log ends, and at the instant that an open one names', async () => {
    const archive = await feedOfFile(goodLines.join('\n'));
    assert.deepEqual([archive.store.now, ...countsOf(archive.store)], [T0 - 80 * 3_600_000, 40, 0, 40]);
    const live = await feedOfFile(goodLines.join('\n'), { asOf: new Date(T0 - 1).toISOString() });
    assert.deepEqual([live.store.now, ...countsOf(live.store)], [T0 - 1, 40, 40, 0]);
  });

  it('shows an empty file as empty, which is no error', async () => {
    const feed = await feedOfFile('');
    assert.deepEqual([feed.state.phase, feed.state.error, feed.store.size], ['ready', null, 0]);
  });
});

/** The names under which `expected.json` holds counts as the store has them. */
const measures = [
  ...(['conversations', 'handled', 'resolved', 'confirmed', 'unresolved', 'undeterminable', 'pending'] as const),
  ...(['couldResolve', 'resolvedSet', 'deflected', 'deflectedPending', 'deflectedHandedOff', 'handoffs'] as const),
  ...(['lateHandoffs', 'humanJoined', 'transferRequests', 'assigned', 'assignedHandedOff'] as const),
  'assignedHandedOffClosed',
] as const;

for (const name of realLogNames) {
  describe(`a feed of the ${name} log`, () => {
    it('gives the expected totals', async (t: TestContext) => {
      const path = realLogPath(name);
      const expected = expectedFigures(name);
      if (path === null || expected === null) {
        assert.notEqual(process.env['CI'], 'true', realLogsAbsent);
        return t.skip(realLogsAbsent);
      }
      const years = 5 * 366 * 24 * 3_600_000;
      const feed = await feedOfFile(readFileSync(path), { asOf: expected.now }, expected.now + years);
      assert.deepEqual([feed.state.phase, feed.state.asOf, feed.store.now], ['ready', expected.now, expected.now]);
      assert.equal(feed.state.loaded, expected.total.conversations);
      assert.equal(feed.store.quality().rejected.count, 0);
      const [totals] = feed.store.answer({ measures, boundaries: [Date.UTC(2000, 0), expected.now + 1] }).totals;
      for (const measure of measures) assert.equal(totals!.of(measure).count, expected.total[measure], measure);
      const timed = {
        measures: ['resolutionTime', 'timeToClose'] as const,
        boundaries: [Date.UTC(2000, 0), expected.now + 1],
      };
      const [times] = feed.store.answer(timed).totals;
      assert.equal(times!.of('resolutionTime').sum, expected.total.resolutionTimeSum);
      assert.equal(times!.of('timeToClose').sum, expected.total.timeToCloseSum);
    });
  });
}
