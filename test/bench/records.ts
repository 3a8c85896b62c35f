import { CHANNELS, FIRST, NOW, WINDOW_MS } from './facts.js';
import { randomFrom } from './random.js';

/** Events of each record. */
export const EVENTS = 9;
/** A record's last event comes no later after its start, ms. */
export const LONGEST_MS = 2 * 3_600_000;
const TEAMMATES = 12;

/** A record as an adapter hands it over. */
export interface BenchRecord {
  readonly id: string;
  readonly startedAt: number;
  readonly channel: string;
  readonly updatedAt: number;
  readonly events: readonly { readonly type: string; readonly at: number; readonly by?: { readonly kind: string } }[];
}

/** What makes records differ from those of the same number. */
export interface RecordOptions {
  /** A later version ends otherwise. */
  readonly version?: number;
  readonly channels?: readonly string[];
}

/**
 * The record of a number, the same for the same options. About one in seven is handed to a teammate, who closes it and
 * is credited with that.
 */
export function recordOf(number: number, count: number, options: RecordOptions = {}): BenchRecord {
  const { version = 0, channels = CHANNELS } = options;
  const random = randomFrom(number * 2_654_435_761 + 1);
  const startedAt = Math.floor(FIRST + ((NOW - FIRST) * number) / count);
  const events: BenchRecord['events'][number][] = [];
  const chance = (random() + version / 7) % 1;
  const isHandedOff = chance < 0.15;
  let at = startedAt;
  for (let turn = 0; turn < (isHandedOff ? 3 : 4); turn++) {
    at += Math.floor(random() * 600_000);
    events.push({ type: 'message', at, by: { kind: 'visitor' } });
    at += Math.floor(random() * 60_000);
    const sources = random() < 0.8 ? [{ title: 'Shipping' }] : [];
    events.push({ type: 'message', at, by: { kind: 'agent' }, ...{ sources, actions: [] } });
  }
  events.push(...(isHandedOff ? handedOff(at, `t-${number % TEAMMATES}`, random()) : [lastOf(at, chance)]));
  const channel = channels[number % channels.length]!;
  return { id: `conversation-${number}`, startedAt, channel, updatedAt: startedAt + version, events };
}

function handedOff(at: number, id: string, share: number): BenchRecord['events'] {
  const teammate = { kind: 'teammate', id };
  return [
    { type: 'assignment', at: at + 1_000, ...{ to: teammate } },
    { type: 'message', at: at + 60_000, by: teammate },
    { type: 'closed', at: at + 120_000 + Math.floor(share * 3_000_000), by: teammate },
  ];
}

function lastOf(at: number, chance: number): BenchRecord['events'][number] {
  if (chance >= 0.5) return { type: 'closed', at: at + 1_000 };
  return { type: 'feedback', at: at + 1_000, ...{ value: chance < 0.4 ? 'positive' : 'negative' } };
}

/** When a record settles, epoch ms: its replies are never far apart. */
export function settlesAtOf({ events }: BenchRecord): number {
  return Math.max(...events.filter(({ by }) => by?.kind === 'agent').map(({ at }) => at)) + WINDOW_MS;
}
