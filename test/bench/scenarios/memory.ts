import { officialRules } from '../../../src/conversation/rules.js';
import { StoreWithRows } from '../../../src/reports/reporting-store.js';
import { Dictionary } from '../../../src/store/dictionary.js';
import { columnsIn } from '../../../src/store/segment-parts.js';
import { Segment } from '../../../src/store/segment.js';
import { CHANNELS, NOW } from '../facts.js';
import { fill } from '../filled-store.js';
import type { Check, Findings } from '../harness.js';
import { EVENTS, recordOf } from '../records.js';

/** As few as the other scenarios have, and as many as running totals are kept apart for. */
const kinds = [CHANNELS, Array.from({ length: 16 }, (_, n) => `channel-${n + 1}`)];

/** What conversations take, as bytes of array buffers. */
export async function memory(rows: number): Promise<Findings> {
  const findings: Findings = { lines: [], checks: [] };
  for (const channels of kinds) measure(rows, channels, findings);
  return findings;
}

function measure(rows: number, channels: readonly string[], { lines, checks }: Findings): void {
  const scenario = `Memory of ${rows.toLocaleString('en')} in ${channels.length} channels, as bytes of array buffers`;
  const held = new StoreWithRows(NOW, officialRules);
  fill(held, rows, (number) => recordOf(number, rows, { channels }));
  const { facts, ids, histories } = held.bytes();
  let idBytes = 0;
  for (let number = 0; number < rows; number++) idBytes += `conversation-${number}`.length;
  const common = { scenario, unit: 'bytes', better: 'less' } as const;
  const found: readonly Check[] = [
    { ...common, what: 'facts and index, a conversation', measured: facts / rows, bar: 32 },
    { ...common, what: 'ids beyond their own bytes, a conversation', measured: (ids - idBytes) / rows, bar: 16 },
    { ...common, what: 'what judging again needs, an event', measured: histories / (rows * EVENTS), bar: 8 },
  ];
  checks.push(...found);
  for (const { what, measured } of found) lines.push({ scenario, engine: what, value: `${measured.toFixed(2)} bytes` });
  const { bytes, credited } = teammateIndexOf(held);
  lines.push({
    scenario,
    engine: `index of teammates, a conversation (${credited.toLocaleString('en')} credited)`,
    value: `${(bytes / rows).toFixed(2)} bytes`,
  });
}

/** The index of teammates, which is made when it is first asked for. The store holds nothing afterwards. */
function teammateIndexOf(held: StoreWithRows): { readonly bytes: number; readonly credited: number } {
  const { holdings, teammates } = held.handOver();
  const names = Dictionary.of(teammates);
  let bytes = 0;
  let credited = 0;
  for (const parts of holdings) {
    const ranks = new Segment(parts.segment, names).credits.timeline.rank();
    credited += ranks.all.length;
    // A row's number in 32 bits, and its teammate's in 16.
    bytes += 6 * ranks.all.length;
    for (const { byteLength } of columnsIn(ranks.parts)) bytes += byteLength;
  }
  return { bytes, credited };
}
