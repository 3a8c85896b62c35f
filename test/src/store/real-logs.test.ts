import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createStore, type ConversationStore, type MeasureName, type Weekday } from '../../../src/core.js';
import { machineClock } from '../../../src/feed/clock.js';
import { recordsOf } from '../../../src/load/bytes.js';
import { RecordLoader } from '../../../src/load/record-loader.js';
import { SegmentedStore } from '../../../src/store/segmented-store.js';
import { Random } from '../../../src/testing/random.js';
import { spansOf } from '../../../src/time/range.js';
import { DAY_MS } from '../../../src/time/civil.js';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { logOrSkip, realLogNames, type ExpectedFigures } from '../../support/real-logs.js';
import { WorkerInProcess } from '../load/worker-in-process.js';
import { sent } from './delivery-properties.js';
import { adoptAll } from './store-support.js';

/** The measure, and what of its total, behind each name in `expected.json`. */
const expectedNames: Readonly<Record<string, readonly [MeasureName, 'count' | 'sum']>> = {
  resolutionTimeSetN: ['resolutionTimeSet', 'count'],
  resolutionTimeSetSum: ['resolutionTimeSet', 'sum'],
  handoff_agent: ['handoffsByAgent', 'count'],
  handoff_automation: ['handoffsByAutomation', 'count'],
  handoff_manual: ['handoffsByManual', 'count'],
  handoff_unknown: ['handoffsByUnknown', 'count'],
  resolutionTimeN: ['resolutionTime', 'count'],
  resolutionTimeSum: ['resolutionTime', 'sum'],
  timeToCloseN: ['timeToClose', 'count'],
  timeToCloseSum: ['timeToClose', 'sum'],
  feedback_positive: ['feedbackPositive', 'count'],
  feedback_neutral: ['feedbackNeutral', 'count'],
  feedback_negative: ['feedbackNegative', 'count'],
};

const PAGE = 997;
/** Enough for a segment of its own. */
const LARGE_PAGE = 3_001;

type Load = (store: ConversationStore, records: readonly ConversationRecord[]) => unknown;

/** Ways in which the same records can come. */
const waysToLoad: Readonly<Record<string, Load>> = {
  'in one page': (store, records) => store.upsert(records),
  'in pages in random order': (store, records) => shuffledPages(records).forEach((page) => store.upsert(page)),
  'with every page twice': (store, records) =>
    shuffledPages(records).forEach((page) => {
      store.upsert(page);
      store.upsert(page);
    }),
  'as bytes that another store hands over': (store, records) => {
    for (const page of shuffledPages(records, LARGE_PAGE)) {
      const other = new SegmentedStore(store.now, store.rules);
      other.upsert(recordsOf(bytesOf(page)));
      adoptAll(store as SegmentedStore, sent(other.handOver()));
    }
  },
  'read by a worker, in one page': (store, records) => readByWorker(store, [records]),
  'read by a worker, in pages in random order': (store, records) => readByWorker(store, shuffledPages(records)),
  'read by a worker, with every page twice': (store, records) =>
    readByWorker(
      store,
      shuffledPages(records).flatMap((page) => [page, page]),
    ),
};

function bytesOf(page: readonly ConversationRecord[]): Uint8Array {
  return new TextEncoder().encode(page.map((record) => JSON.stringify(record)).join('\n'));
}

async function readByWorker(
  store: ConversationStore,
  pages: readonly (readonly ConversationRecord[])[],
): Promise<void> {
  const { signal } = new AbortController();
  const workers: WorkerInProcess[] = [];
  const loader = new RecordLoader(store as SegmentedStore, machineClock.after, () => {
    workers.push(new WorkerInProcess());
    return workers.at(-1)!;
  });
  try {
    for (const page of pages) {
      await loader.load({ ndjson: bytesOf(page) }, 1, signal);
      await workers[0]?.isUp;
    }
    await loader.flush(signal);
  } finally {
    loader.end();
  }
  assert.equal(workers.length, 1);
  assert.ok(workers[0]!.asked.includes('lines'));
}

function shuffledPages(
  records: readonly ConversationRecord[],
  size = PAGE,
): readonly (readonly ConversationRecord[])[] {
  const random = new Random(PAGE);
  const pages = Array.from({ length: Math.ceil(records.length / size) }, (_, n) =>
    records.slice(n * size, (n + 1) * size),
  );
  return pages
    .map((page) => ({ page, at: random.next() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ page }) => page);
}

function holdsFigures(store: ConversationStore, expected: ExpectedFigures): void {
  const everything = [Date.UTC(2000, 0), expected.now + 1];
  const { team, ...totals } = expected.total;
  for (const [key, value] of Object.entries(totals)) {
    const [measure, part] = expectedNames[key] ?? [key as MeasureName, 'count'];
    const [total] = store.answer({ measures: [measure], boundaries: everything }).totals;
    assert.equal(total!.of(measure)[part], value, key);
  }

  const teammates = store.answer({ measures: ['closedByTeammate'], boundaries: everything, by: 'teammate' }).by;
  const counts = [...teammates].map(([id, [total]]) => [id, total!.of('closedByTeammate').count]);
  assert.deepEqual(Object.fromEntries(counts), team);

  const channels = store.answer({ measures: ['handled'], boundaries: everything, by: 'channel' }).by;
  const handled = [...channels].map(([channel, [total]]) => [channel, total!.of('handled').count]);
  assert.deepEqual(Object.fromEntries(handled), expected.byChannel);
}

for (const name of realLogNames) {
  describe(`the ${name} log`, () => {
    for (const [how, load] of Object.entries(waysToLoad)) {
      // A worker's ways with the larger log are many seconds; the demo reads it by a real worker.
      if (name === 'incidents' && how.startsWith('read by a worker')) continue;
      it(`gives the expected figures through createStore, ${how}`, async (t) => {
        const log = logOrSkip(name, t);
        if (log === null) return;
        const [records, expected] = log;
        const store = createStore({ now: expected.now });
        await load(store, records);
        assert.deepEqual([store.size, store.quality().rejected.count], [records.length, 0]);
        holdsFigures(store, expected);
      });
    }

    it('gives the expected figures for each week', (t) => {
      const log = logOrSkip(name, t);
      if (log === null) return;
      const [records, expected] = log;
      const store = createStore({ now: expected.now });
      store.upsert(records);
      const calendar = { timeZone: expected.timeZone, weekStart: expected.weekStart as Weekday };
      const first = Date.parse(Object.keys(expected.weeks)[0]!);
      const weeks = spansOf({ from: first, to: expected.now }, 'week', calendar);
      const boundaries = [weeks[0]!.start, ...weeks.map(({ end }) => end)];
      const measures = ['conversations', 'handled', 'resolved', 'deflected', 'handoffs'] as const;
      const { totals } = store.answer({ measures, boundaries });
      let seen = 0;
      weeks.forEach((week, index) => {
        // Noon of the first day has the same date in UTC as in these zones.
        const date = new Date(week.start + DAY_MS / 2).toISOString().slice(0, 10);
        const counted = Object.fromEntries(measures.map((measure) => [measure, totals[index]!.of(measure).count]));
        const nothing = Object.fromEntries(measures.map((measure) => [measure, 0]));
        assert.deepEqual(counted, expected.weeks[date] ?? nothing, date);
        if (expected.weeks[date] !== undefined) seen += 1;
      });
      assert.equal(seen, Object.keys(expected.weeks).length);
    });
  });
}
