import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ConversationEvent, ConversationRecord } from '../../../src/conversation/record.js';
import type { NamedMeasure } from '../../../src/metrics/measures.js';
import { createStore } from '../../../src/reports/reporting-store.js';
import { naiveEvaluate } from '../../support/naive-evaluator.js';
import { answered, HOUR, T0 } from './store-support.js';

const NOW = T0 + 400 * HOUR;
const boundaries = [T0, T0 + 100 * HOUR, NOW];

/** A row as the table of measures has them: resolutions nobody confirmed, in the period in which they were set, with their times. */
const assumedResolutions: NamedMeasure = {
  name: 'assumedResolutions',
  measure: {
    of: 'conversation',
    all: ['counted', 'resolutionTimed'],
    none: ['confirmed'],
    sum: 'resolutionTimeMs',
    at: 'settlesAt',
  },
};

const records: readonly ConversationRecord[] = Array.from({ length: 300 }, (_, n) => {
  const startedAt = T0 + n * HOUR;
  const [reply] = answered('', startedAt).events;
  const value = (['positive', 'negative', 'neutral'] as const)[n % 3]!;
  const later: ConversationEvent = { ...reply!, at: startedAt + (n % 4) * HOUR };
  const feedback: ConversationEvent = { type: 'feedback', at: startedAt + 5 * HOUR, value };
  return answered(`c-${n}`, startedAt, { channel: `channel-${n % 20}`, events: [reply!, later, feedback] });
});

/** Read off the same row, by the second opinion. */
function naive(from: number, to: number, channel?: string): { ids: readonly string[]; sum: number } {
  const counted = records
    .map((record) => ({ record, outcome: naiveEvaluate(record, { now: NOW, rules: {} }) }))
    .filter(({ record }) => channel === undefined || record.channel === channel)
    .filter(({ outcome }) => outcome.resolution === 'resolved' && !outcome.confirmed)
    .filter(({ outcome }) => from <= outcome.settlesAt! && outcome.settlesAt! < to);
  const sum = counted.reduce((total, { outcome }) => total + outcome.resolutionTimeMs!, 0);
  return { ids: counted.map(({ record }) => record.id).toSorted(), sum };
}

describe('a measure of one’s own', () => {
  for (const channels of [undefined, ['channel-1', 'channel-2']]) {
    it(`is one row, counted like those of the table, ${channels === undefined ? 'of all channels' : 'of some'}`, () => {
      const store = createStore({ now: NOW });
      store.upsert(records);
      const filter = channels === undefined ? {} : { channels };
      const { totals, by } = store.answer({
        measures: ['resolvedSet', assumedResolutions],
        boundaries,
        by: 'channel',
        ...filter,
      });
      totals.forEach((total, stretch) => {
        const [from, to] = [boundaries[stretch]!, boundaries[stretch + 1]!];
        const parts = channels === undefined ? [naive(from, to)] : channels.map((name) => naive(from, to, name));
        const { count, sum, histogram } = total.of('assumedResolutions');
        const ids = parts.flatMap((part) => part.ids).toSorted();
        assert.deepEqual([count, sum], [ids.length, parts.reduce((all, part) => all + part.sum, 0)]);
        assert.equal(
          histogram.reduce((all, bin) => all + bin, 0),
          count,
        );
        assert.ok(count > 0 && (channels !== undefined || count < total.of('resolvedSet').count));
        const listed = store.list({ measure: assumedResolutions, from, to, ...filter }).map(({ id }) => id);
        assert.deepEqual(listed.toSorted(), ids);
        const one = by.get('channel-2')?.[stretch]?.of('assumedResolutions').count ?? 0;
        assert.equal(one, naive(from, to, 'channel-2').ids.length);
      });
    });
  }

  it('is counted in segments of few channels as well', () => {
    const store = createStore({ now: NOW });
    store.upsert(records.map((record) => ({ ...record, channel: 'chat' })));
    const [first] = store.answer({ measures: [assumedResolutions], boundaries }).totals;
    assert.equal(first!.of('assumedResolutions').count, naive(boundaries[0]!, boundaries[1]!).ids.length);
  });

  for (const of of ['conversation', 'feedback'] as const)
    it(`lists what it counts where it asks for no ${of === 'feedback' ? 'value of feedback' : 'facts'}, after removals`, () => {
      const measure: NamedMeasure =
        of === 'feedback'
          ? { name: 'own', measure: { of, all: [], none: [], at: 'at' } }
          : { name: 'own', measure: { of, all: [], none: [], at: 'startedAt' } };
      const store = createStore({ now: NOW });
      store.upsert(records);
      store.upsert([answered('later', NOW + HOUR), answered('by a teammate', T0, { initiatedBy: 'team' })]);
      store.remove(records.filter((_, n) => n % 2 === 0).map(({ id }) => id));
      const [from, to] = [T0, NOW + 2 * HOUR];
      const [total] = store.answer({ measures: [measure], boundaries: [from, to] }).totals;
      assert.equal(store.list({ measure, from, to }).length, total!.of('own').count);
    });

  it('sums no duration that a conversation does not have, nor one below 0', () => {
    const store = createStore({ now: NOW });
    const [reply] = answered('', T0 + HOUR).events;
    store.upsert([
      answered('an hour', T0, { events: [reply!] }),
      answered('replied to before it started', T0 + 2 * HOUR, { events: [reply!] }),
      answered('not replied to', T0, { events: [] }),
    ]);
    for (const at of ['startedAt', 'settlesAt'] as const) {
      const timed = (sum: 'resolutionTimeMs' | 'timeToCloseMs'): NamedMeasure => ({
        name: sum,
        measure: { of: 'conversation', all: ['counted'], none: [], sum, at },
      });
      const measures = [timed('resolutionTimeMs'), timed('timeToCloseMs')];
      const [total] = store.answer({ measures, boundaries: [T0, NOW] }).totals;
      const said = measures.map(({ name }) => [total!.of(name).count, total!.of(name).sum]);
      assert.deepEqual(said, [
        [1, HOUR],
        [0, 0],
      ]);
    }
  });

  it('is at an earlier clock what it was then, also where what is open settles later now', () => {
    const settling: NamedMeasure = {
      name: 'settling',
      measure: { of: 'conversation', all: ['counted', 'pending'], none: [], at: 'settlesAt' },
    };
    const then = T0 + HOUR;
    const boundaries = [T0 + 71 * HOUR, T0 + 73 * HOUR];
    const store = createStore({ now: NOW });
    const [reply] = answered('').events;
    store.upsert([answered('replied to again', T0, { events: [reply!, { ...reply!, at: T0 + 10 * HOUR }] })]);
    const count = (now?: number): number =>
      store
        .answer({ measures: [settling], boundaries, ...(now === undefined ? {} : { now }) })
        .totals[0]!.of('settling').count;
    assert.equal(count(then), 1);
    store.advanceTo(then);
    assert.equal(count(), 1);
  });

  it('needs a name that nothing else has', () => {
    const store = createStore({ now: NOW });
    store.upsert(records);
    const named = (name: string): NamedMeasure => ({ ...assumedResolutions, name });
    assert.throws(() => store.answer({ measures: [named('resolved')], boundaries }), /"resolved"/);
    assert.throws(() => store.list({ measure: named('resolved'), from: T0, to: NOW }), /"resolved"/);
    assert.throws(() => store.answer({ measures: [named('own'), named('own')], boundaries }), /two of "own"/);
  });
});
