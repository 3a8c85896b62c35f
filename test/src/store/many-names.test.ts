import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationEvent, ConversationRecord } from '../../../src/conversation/record.js';
import { officialRules } from '../../../src/conversation/rules.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import type { ConversationStore } from '../../../src/store/conversation-store.js';
import { Segment } from '../../../src/store/segment.js';
import { SegmentedStore } from '../../../src/store/segmented-store.js';
import { naiveTotals, type NaiveTotals } from '../../support/naive-report.js';
import { allMeasures, answered, HOUR, plainNaive, plainTotals, T0 } from './store-support.js';

const COUNT = 1_500;
const NOW = T0 + (COUNT + 40) * HOUR;
const boundaries = [T0 + HOUR / 2, T0 + 300 * HOUR, T0 + 301 * HOUR, T0 + 1_400 * HOUR, NOW];

/** An hour apart, every second one with feedback, every third one closed by one of so many teammates. */
function records(channels: number, teammates: number): readonly ConversationRecord[] {
  return Array.from({ length: COUNT }, (_, n) => {
    const startedAt = T0 + n * HOUR;
    const [reply] = answered('', startedAt).events;
    const to = { kind: 'teammate', id: `teammate-${(n * 7) % teammates}` } as const;
    const more: readonly ConversationEvent[] = [
      ...(n % 2 === 0 ? [{ type: 'feedback', at: startedAt + HOUR, value: 'positive' } as const] : []),
      ...(n % 3 === 0 ? [{ type: 'assignment', at: startedAt + 2 * HOUR, to } as const] : []),
      ...(n % 3 === 0 ? [{ type: 'closed', at: startedAt + 3 * HOUR } as const] : []),
    ];
    return answered(`c-${n}`, startedAt, { channel: `channel-${n % channels}`, events: [reply!, ...more] });
  });
}

function naive(
  all: readonly ConversationRecord[],
  stretch: number,
  channels?: readonly string[],
  now = NOW,
): NaiveTotals {
  const range = { from: boundaries[stretch]!, to: boundaries[stretch + 1]! };
  return naiveTotals(all, { ...range, now, ...(channels === undefined ? {} : { channels }) });
}

/** Has a store count every measure of all channels, like the second opinion does. */
function countsAll(store: ConversationStore, all: readonly ConversationRecord[]): void {
  const { totals } = store.answer({ measures: allMeasures, boundaries });
  totals.forEach((total, stretch) =>
    assert.deepEqual(plainTotals(total), plainNaive(naive(all, stretch, undefined, store.now))),
  );
}

function byChannel(store: ConversationStore): ReadonlyMap<string, unknown> {
  const { by } = store.answer({ measures: ['handled'], boundaries, by: 'channel' });
  return new Map([...by].map(([name, totals]) => [name, totals.map((total) => total.of('handled').count)]));
}

function byTeammate(store: ConversationStore): ReadonlyMap<string, unknown> {
  const { by } = store.answer({ measures: ['closedByTeammate'], boundaries, by: 'teammate' });
  return new Map([...by].map(([name, totals]) => [name, totals.map((total) => total.of('closedByTeammate').count)]));
}

/** The same, counted by the second opinion. */
function naiveParts(
  all: readonly ConversationRecord[],
  part: 'handledByChannel' | 'closedByTeammate',
): ReadonlyMap<string, unknown> {
  const stretches = boundaries.slice(1).map((_, stretch) => naive(all, stretch)[part]);
  const names = new Set(stretches.flatMap((counts) => [...counts.keys()]));
  return new Map([...names].map((name) => [name, stretches.map((counts) => counts.get(name) ?? 0)]));
}

describe('a store of many names', () => {
  const sizes = [
    [16, 256],
    [17, 257],
    [60, 499],
  ] as const;
  for (const [channels, teammates] of sizes) {
    const all = records(channels, teammates);
    const store = createStore({ now: NOW });
    store.upsert(all);

    it(`counts every measure of ${channels} channels and ${teammates} teammates, and of some of them`, () => {
      for (const wanted of [undefined, [], ['channel-3'], ['channel-0', 'channel-15', 'channel-16', 'none such']]) {
        const filter = wanted === undefined ? {} : { channels: wanted };
        const { totals } = store.answer({ measures: allMeasures, boundaries, ...filter });
        totals.forEach((total, stretch) =>
          assert.deepEqual(plainTotals(total), plainNaive(naive(all, stretch, wanted))),
        );
      }
    });

    it(`tells ${channels} channels and ${teammates} teammates apart`, () => {
      assert.deepEqual(byChannel(store), naiveParts(all, 'handledByChannel'));
      assert.deepEqual(byTeammate(store), naiveParts(all, 'closedByTeammate'));
    });

    it(`goes on telling ${channels} channels and ${teammates} teammates apart after edits and removals`, () => {
      const changed = records(channels, teammates);
      const fresh = createStore({ now: NOW });
      fresh.upsert(changed);
      byTeammate(fresh);
      countsAll(fresh, changed);
      fresh.remove(changed.filter((_, n) => n % 5 === 0).map(({ id }) => id));
      const edited = changed.filter((_, n) => n % 5 === 1).map((record) => ({ ...record, channel: 'moved' }));
      fresh.upsert(edited);
      const left = [...changed.filter((_, n) => n % 5 > 1), ...edited];
      assert.deepEqual(byChannel(fresh), naiveParts(left, 'handledByChannel'));
      assert.deepEqual(byTeammate(fresh), naiveParts(left, 'closedByTeammate'));
      countsAll(fresh, left);
      fresh.advanceTo(NOW - 30 * HOUR); // Some settled ones are pending again, in place.
      countsAll(fresh, left);
    });
  }

  it('counts 60 channels as one without a look at their rows, once running totals are there', (t) => {
    const store = new SegmentedStore(NOW, officialRules);
    store.upsert(records(60, 4));
    const looks = t.mock.method(Segment.prototype, 'patternOf').mock;
    const looksFor = (channels?: readonly string[]): number => {
      const before = looks.callCount();
      const measures = ['handled', 'resolvedSet', 'feedbackPositive'] as const;
      store.answer({ measures, boundaries, ...(channels === undefined ? {} : { channels }) });
      return looks.callCount() - before;
    };
    assert.ok(looksFor(['channel-3']) > 0, 'some of many channels are looked for');
    looksFor();
    store.upsert([answered('new', T0 + 10 * HOUR)]);
    assert.equal(looksFor(), 0);
    for (const { segment } of store.handOver().holdings)
      for (const { each } of Object.values(segment.ranks!))
        assert.equal(each, undefined, 'none of each channel are made');
  });

  it('counts by teammate what is placed elsewhere in time, row by row', () => {
    const all = records(3, 4);
    const store = createStore({ now: NOW });
    store.upsert(all);
    const { by } = store.answer({ measures: ['feedbackPositive', 'closedByTeammate'], boundaries, by: 'teammate' });
    const positive = [...by.values()].flatMap((totals) => totals.map((total) => total.of('feedbackPositive').count));
    // Nobody is credited with what is still pending.
    const expected = all.filter(({ startedAt }, n) => n % 6 === 0 && Number(startedAt) + 72 * HOUR <= NOW).length;
    assert.equal(
      positive.reduce((sum, count) => sum + count, 0),
      expected,
    );
  });
});
