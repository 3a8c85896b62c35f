import { randomFrom } from './random.js';
import { CHANNELS, FIRST, NOW } from './facts.js';

/** Events of each record. */
export const EVENTS = 9;

/** A record as an adapter hands it over, the same for the same number and version. */
export function recordOf(number: number, count: number, version = 0): object {
  const random = randomFrom(number * 2_654_435_761 + 1);
  const startedAt = Math.floor(FIRST + ((NOW - FIRST) * number) / count);
  const events: object[] = [];
  let at = startedAt;
  for (let turn = 0; turn < 4; turn++) {
    at += Math.floor(random() * 600_000);
    events.push({ type: 'message', at, by: { kind: 'visitor' } });
    at += Math.floor(random() * 60_000);
    const sources = random() < 0.8 ? [{ title: 'Shipping' }] : [];
    events.push({ type: 'message', at, by: { kind: 'agent' }, sources, actions: [] });
  }
  const chance = (random() + version / 7) % 1;
  if (chance < 0.15)
    events.push({ type: 'assignment', at: at + 1_000, to: { kind: 'teammate', id: `t-${number % 12}` } });
  else if (chance < 0.5)
    events.push({ type: 'feedback', at: at + 1_000, value: chance < 0.4 ? 'positive' : 'negative' });
  else events.push({ type: 'closed', at: at + 1_000 });
  return { id: `conversation-${number}`, startedAt, channel: CHANNELS[number % 6], updatedAt: at + version, events };
}
