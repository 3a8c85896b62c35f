import type { ConversationEvent, ConversationRecord } from '../../../../src/conversation/record.js';
import { boundsOf, isWanted } from '../../../../src/adapters/query-bounds.js';
import type { Random } from '../../../../src/testing/random.js';
import { DAY, HOUR, MINUTE } from '../fake-clock.js';
import { answered } from '../fake-source.js';

/** What a question for conversations finds. */
export interface Found {
  readonly records: readonly ConversationRecord[];
  readonly removed: readonly string[];
}

/** The data of a help desk that goes on working: conversations come, change, and are removed. */
export class ChangingDesk {
  #records: ConversationRecord[] = [];
  readonly #removed: { readonly id: string; readonly at: number }[] = [];
  #count = 0;

  constructor(
    private readonly random: Random,
    private readonly now: () => number,
  ) {
    const days = 10;
    for (let index = 0; index < 40; index++) this.#start(now() - random.next() * days * DAY);
  }

  /** All that stand, in the order of their start. */
  get records(): readonly ConversationRecord[] {
    return this.#records;
  }

  /** One thing happens. */
  work(): void {
    const { random } = this;
    const now = this.now();
    const index = random.integer(0, this.#records.length - 1);
    if (random.chance(0.3)) this.#start(now);
    else if (random.chance(0.2)) this.#removed.push({ id: this.#records.splice(index, 1)[0]!.id, at: now });
    else this.#records[index] = withEvent(this.#records[index]!, eventOf(random, now), now);
  }

  find(query: Readonly<Record<string, string>>): Found {
    const bounds = boundsOf(query);
    const { updatedSince } = bounds;
    const gone = updatedSince === null ? [] : this.#removed.filter(({ at }) => at >= updatedSince);
    return {
      records: this.#records.filter((record) => isWanted(record, bounds)),
      removed: gone.map(({ id }) => id),
    };
  }

  #start(at: number): void {
    const startedAt = Math.floor(at);
    const { random } = this;
    const id = `c-${this.#count++}`;
    const more = random.chance(0.5) ? [eventOf(random, Math.min(this.now(), startedAt + HOUR))] : [];
    const record = { ...answered(id, startedAt, ...more), channel: random.chance(0.5) ? 'chat' : 'email' };
    this.#records.push({ ...record, updatedAt: this.now() });
    this.#records.sort((a, b) => Number(a.startedAt) - Number(b.startedAt) || (a.id < b.id ? -1 : 1));
  }
}

function withEvent(record: ConversationRecord, event: ConversationEvent, now: number): ConversationRecord {
  // A clock that was put back must not make a new version older than the one before.
  return { ...record, events: [...record.events, event], updatedAt: Math.max(now, Number(record.updatedAt) + 1) };
}

function eventOf(random: Random, at: number): ConversationEvent {
  const kind = random.next();
  if (kind < 0.3) return { type: 'message', at, by: { kind: 'teammate', id: 'ada' } };
  if (kind < 0.5) return { type: 'handoff', at, cause: 'agent' };
  if (kind < 0.7) return { type: 'feedback', at, value: kind < 0.6 ? 'positive' : 'negative' };
  if (kind < 0.85) return { type: 'closed', at: at - MINUTE, by: { kind: 'teammate', id: 'ada' } };
  return { type: 'message', at, by: { kind: 'agent' }, sources: [{}] };
}
