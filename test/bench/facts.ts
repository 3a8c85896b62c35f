import { binOf } from '../../src/metrics/bins.js';
import { bitsOf, feedbackFacts, type ConversationFact } from '../../src/metrics/facts.js';
import { FactsTable } from '../../src/store/facts-table.js';
import { randomFrom } from './random.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
export const WINDOW_MS = 72 * HOUR;
/** A Monday in UTC; two years of conversations end with the clock. */
export const FIRST = Date.UTC(2024, 0, 1);
export const NOW = FIRST + 728 * DAY;
export const CHANNELS = ['chat', 'email', 'whatsapp', 'phone', 'sms', 'facebook'];
export const TEAMMATES = Array.from({ length: 12 }, (_, n) => `teammate-${n + 1}`);
const CHANNEL_SHARES = [0.42, 0.68, 0.84, 0.92, 0.97, 1];

/** Facts of conversations with their feedback, as every engine gets them. */
export interface Facts {
  readonly table: FactsTable;
  /** Bins of `bins.ts`, so that no engine has to find them; 255 for none. */
  readonly closeBin: Uint8Array;
  readonly resolutionBin: Uint8Array;
}

const outcomes = {
  unhandled: bitsOf(['counted']),
  resolved: bitsOf(['counted', 'handled', 'assigned', 'resolved', 'deflected', 'resolutionTimed']),
  confirmed: bitsOf(['counted', 'handled', 'assigned', 'resolved', 'confirmed', 'deflected', 'resolutionTimed']),
  unresolved: bitsOf(['counted', 'handled', 'assigned', 'unresolved', 'deflected']),
  undeterminable: bitsOf(['counted', 'handled', 'assigned', 'undeterminable', 'deflected', 'unknownGrounding']),
  pending: bitsOf(['counted', 'handled', 'assigned', 'pending', 'couldResolve', 'deflected']),
  handedOff: bitsOf(['counted', 'handled', 'assigned', 'unresolved', 'handedOff']),
};
const closed = bitsOf(['closedAfterHandoff', 'closeTimed', 'closedByTeammate']);
const causes = (
  ['handedOffByAgent', 'handedOffByAutomation', 'handedOffManually', 'handedOffByUnknown'] satisfies ConversationFact[]
).map((fact) => bitsOf([fact]));

/**
 * So many conversations over two years, more on working days and in the day, growing; in order of start to the day.
 * @param since share of the time before the first of them, 0–1
 */
export function makeFacts(count: number, seed = 1, since = 0): Facts {
  const random = randomFrom(seed);
  const table = new FactsTable(count);
  const closeBin = new Uint8Array(count).fill(255);
  const resolutionBin = new Uint8Array(count).fill(255);
  for (let n = 0; n < count; n++) {
    const row = table.take();
    const startedAt = startOf(since + (1 - since) * (n / count), random);
    const replyAfterMs = Math.floor(random() * random() * DAY);
    const settlesAt = startedAt + replyAfterMs + WINDOW_MS;
    const { bits, timeToCloseMs } = outcomeOf(settlesAt, random);
    const isHandled = (bits & HANDLED) !== 0;
    table.startedAt[row] = startedAt;
    table.bits[row] = bits;
    table.settlesAt[row] = isHandled ? settlesAt : NaN;
    table.timeToCloseMs[row] = timeToCloseMs;
    table.channel[row] = channelOf(random());
    table.teammate[row] = (bits & CLOSED_BY) === 0 ? 0 : 1 + Math.floor(random() * TEAMMATES.length);
    table.lastAt[row] = startedAt + replyAfterMs;
    table.changesAt[row] = isHandled && settlesAt > NOW ? settlesAt : Infinity;
    if (timeToCloseMs >= 0) closeBin[row] = binOf(timeToCloseMs);
    if ((bits & TIMED) !== 0) resolutionBin[row] = binOf(replyAfterMs);
    if (isHandled && random() < 0.35)
      table.submissions.add(row, startedAt + replyAfterMs + 60_000, Math.floor(random() * feedbackFacts.length));
  }
  return { table, closeBin, resolutionBin };
}

const HANDLED = bitsOf(['handled']);
const CLOSED_BY = bitsOf(['closedByTeammate']);
const TIMED = bitsOf(['resolutionTimed']);

/** Growing by half over the time; weekends hold a third of a working day. */
function startOf(share: number, random: () => number): number {
  const grown = (Math.sqrt(1 + 1.25 * share) - 1) / 0.5;
  let day = Math.floor(grown * 728);
  if (day % 7 >= 5 && random() < 0.66) day -= 1 + Math.floor(random() * 5);
  const hour = 6 + Math.floor((random() + random()) * 8);
  return Math.min(NOW - 1, FIRST + Math.max(0, day) * DAY + hour * HOUR + Math.floor(random() * HOUR));
}

function outcomeOf(settlesAt: number, random: () => number): { bits: number; timeToCloseMs: number } {
  const chance = random();
  if (chance < 0.15) return { bits: outcomes.unhandled, timeToCloseMs: NaN };
  if (settlesAt > NOW) return { bits: outcomes.pending, timeToCloseMs: NaN };
  if (chance < 0.54) return { bits: outcomes.resolved, timeToCloseMs: NaN };
  if (chance < 0.66) return { bits: outcomes.confirmed, timeToCloseMs: NaN };
  if (chance < 0.74) return { bits: outcomes.unresolved, timeToCloseMs: NaN };
  if (chance < 0.77) return { bits: outcomes.undeterminable, timeToCloseMs: NaN };
  const cause = causes[Math.floor(random() * causes.length)]!;
  if (chance < 0.85) return { bits: outcomes.handedOff | cause, timeToCloseMs: NaN };
  return { bits: outcomes.handedOff | cause | closed, timeToCloseMs: Math.floor(random() * random() * 6 * DAY) };
}

function channelOf(chance: number): number {
  return CHANNEL_SHARES.findIndex((share) => chance < share);
}
