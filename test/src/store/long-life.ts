import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { ConversationRecord } from '../../../src/conversation/record.js';
import { completeRules, type OutcomeRules } from '../../../src/conversation/rules.js';
import { recordsOf } from '../../../src/load/bytes.js';
import { SegmentedStore } from '../../../src/store/segmented-store.js';
import { Random } from '../../../src/testing/random.js';
import type { Grain } from '../../../src/time/civil.js';
import { spansOf } from '../../../src/time/range.js';
import { conversationRecords, gridStart, gridStepMs } from '../../support/arbitraries.js';
import { naiveChannel, naiveLatestVersions, naiveTotals } from '../../support/naive-report.js';
import { seed } from '../metrics/holds.js';
import { sent } from './delivery-properties.js';
import { adoptAll, allMeasures, plainNaive, plainTotals } from './store-support.js';

const IDS = Array.from({ length: 40 }, (_, n) => `c${n}`);
/** The channels that random conversations are in, and more of them than a segment ranks by themselves. */
const CHANNELS = ['chat', 'email', 'Chat', 'unknown'];
const MANY_CHANNELS = Array.from({ length: 30 }, (_, n) => `channel-${n}`);
const ZONES = ['Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/St_Johns', 'UTC'];
const GRAINS: readonly Grain[] = ['day', 'week', 'month'];
const RULES: readonly Partial<OutcomeRules>[] = [
  {},
  { windowMs: 2 * gridStepMs },
  { windowMs: 0.5, requireNoHuman: false },
  { unknownGrounding: 'grounded' },
];

/**
 * A store that lives through so many random steps: records come as objects, as bytes and in deliveries of another store, in
 * pages of any size, new, changed and late ones; conversations are removed; the clock goes on, and back at times. In between
 * it is asked at random and held against the second opinion.
 * @param channels whether the conversations are in few or in many of them
 * @throws AssertionError naming seed and step
 */
export function liveThrough(steps: number, channels: 'few' | 'many' = 'few'): void {
  const life = new Life(new Random(seed), channels === 'many' ? MANY_CHANNELS : null);
  for (let step = 0; step < steps; step++) {
    try {
      life.step();
    } catch (error) {
      throw new Error(`seed ${seed}, step ${step}: the store and the second opinion differ`, { cause: error });
    }
  }
}

class Life {
  #clock = gridStart;
  readonly #store = new SegmentedStore(gridStart, completeRules());
  #held: readonly ConversationRecord[] = [];
  readonly #source: readonly ConversationRecord[];
  #next = 0;

  readonly #channels: readonly string[];

  /** @param channels those that the conversations are spread over; null: they are in those that they come with */
  constructor(
    private readonly random: Random,
    channels: readonly string[] | null,
  ) {
    const pages = conversationRecords({ ids: IDS, maxLength: 30, maxEvents: 9 });
    const records = fc.sample(pages, { seed, numRuns: 400 }).flat();
    this.#source =
      channels === null ? records : records.map((record) => ({ ...record, channel: random.pick(channels) }));
    this.#channels = channels ?? CHANNELS;
  }

  step(): void {
    const { random } = this;
    const what = random.weighted([
      ['records', 55],
      ['remove', 8],
      ['clock', 15],
      ['ask', 22],
    ] as const);
    if (what === 'records') this.#take(this.#page());
    else if (what === 'remove') this.#remove(random.pick(IDS));
    else if (what === 'clock') this.#moveClock();
    else this.#ask();
  }

  #page(): readonly ConversationRecord[] {
    const from = this.#next % this.#source.length;
    const page = this.#source.slice(from, from + this.random.integer(1, 6));
    this.#next += page.length;
    return page;
  }

  #take(page: readonly ConversationRecord[]): void {
    const way = this.random.pick(['objects', 'bytes', 'delivery'] as const);
    if (way === 'objects') this.#store.upsert(page);
    else if (way === 'bytes') this.#store.upsert(recordsOf(bytesOf(page)));
    else {
      const other = new SegmentedStore(this.#anyClock(), completeRules());
      other.upsert(page);
      adoptAll(this.#store, sent(other.handOver()));
    }
    this.#held = naiveLatestVersions([...this.#held, ...page]);
  }

  #remove(id: string): void {
    const removed = this.#store.remove([id]);
    assert.equal(removed, this.#held.filter((record) => record.id === id).length);
    this.#held = this.#held.filter((record) => record.id !== id);
  }

  #moveClock(): void {
    this.#clock = this.random.chance(0.9) ? this.#clock + this.random.integer(1, gridStepMs) : this.#anyClock();
    if (this.#clock > gridStart + 60 * gridStepMs) this.#clock = gridStart;
    this.#store.advanceTo(this.#clock);
  }

  #anyClock(): number {
    return gridStart + this.random.integer(-2, 40) * gridStepMs + this.random.pick([-1, 0, 1]);
  }

  #ask(): void {
    const { random } = this;
    const boundaries = this.#boundaries();
    const channels = random.chance(0.5) ? undefined : this.#channels.filter(() => random.chance(0.5));
    const now = random.chance(0.7) ? this.#clock : Math.min(this.#clock, this.#anyClock());
    const rules = completeRules(random.chance(0.7) ? {} : random.pick(RULES));
    const filter = channels === undefined ? {} : { channels };
    const { totals, by } = this.#store.answer({
      measures: allMeasures,
      boundaries,
      now,
      rules,
      by: 'channel',
      ...filter,
    });
    const stretch = random.integer(0, totals.length - 1);
    const range = { from: boundaries[stretch]!, to: boundaries[stretch + 1]! };
    const question = { ...range, now, rules };
    assert.deepEqual(plainTotals(totals[stretch]!), plainNaive(naiveTotals(this.#held, { ...question, ...filter })));
    const name = random.pick(this.#channels);
    const part = channels === undefined || channels.includes(name) ? by.get(name)?.[stretch] : undefined;
    if (part !== undefined)
      assert.deepEqual(plainTotals(part), plainNaive(naiveTotals(this.#held, { ...question, channels: [name] })));
    this.#compareTheRest();
  }

  #compareTheRest(): void {
    assert.equal(this.#store.size, this.#held.length);
    assert.deepEqual(this.#store.channels(), [...new Set(this.#held.map(naiveChannel))].toSorted());
  }

  /** Civil days, weeks or months of a range that cuts them anywhere. */
  #boundaries(): readonly number[] {
    const { random } = this;
    const from = gridStart + random.integer(-10, 20) * gridStepMs + random.integer(-1, 3_600_000);
    const range = { from, to: from + random.integer(1, 40) * gridStepMs + random.integer(0, 3_600_000) };
    const weekStart = random.pick([1, 6, 7] as const);
    const spans = spansOf(range, random.pick(GRAINS), { timeZone: random.pick(ZONES), weekStart });
    return [range.from, ...spans.slice(1).map(({ start }) => start), range.to];
  }
}

function bytesOf(page: readonly ConversationRecord[]): Uint8Array {
  return new TextEncoder().encode(page.map((record) => `${JSON.stringify(record)}\n`).join(''));
}
