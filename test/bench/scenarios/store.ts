import { completeRules, officialRules } from '../../../src/conversation/rules.js';
import { reports as table, type ReportName } from '../../../src/reports/reports.js';
import { StoreWithRows } from '../../../src/reports/reporting-store.js';
import { runReport } from '../../../src/reports/run-report.js';
import { FIRST, NOW } from '../facts.js';
import { time, type Findings } from '../harness.js';
import { randomFrom } from '../random.js';
import { EVENTS, recordOf } from '../records.js';

const HOUR = 3_600_000;
const EDITS = 10_000;
const PAGE = 10_000;
const everything = [FIRST, NOW + 1] as const;
const measures = ['handled', 'resolved', 'unresolved', 'pending', 'deflected', 'closedByTeammate'] as const;

/** What changes cost a whole store of records, and what it takes. */
export async function store(rows: number): Promise<Findings> {
  const findings: Findings = { lines: [], checks: [] };
  const held = new StoreWithRows(NOW, officialRules);
  const rebuild = await time(1, 0, () => fill(held, rows));
  findings.lines.push({
    scenario: 'Build from records',
    engine: `deskglass, ${rows.toLocaleString('en')}`,
    timing: rebuild,
  });
  await results(held, findings);
  await otherRules(held, rows, findings);
  await ticks(held, rebuild.median, findings);
  await edits(held, rows, rebuild.median, findings);
  memory(rows, findings);
  return findings;
}

function fill(held: StoreWithRows, rows: number): void {
  for (let first = 0; first < rows; first += PAGE)
    held.upsert(Array.from({ length: Math.min(PAGE, rows - first) }, (_, n) => recordOf(first + n, rows)));
  held.answer({ measures, boundaries: everything });
}

async function results(held: StoreWithRows, { lines }: Findings): Promise<void> {
  const scenario = 'All fourteen reports as result objects, 104 weeks';
  const names = Object.keys(table) as ReportName[];
  const channels = ['chat', 'email', 'whatsapp', 'phone', 'sms'];
  const timing = await time(21, 10, (run) => {
    const query = { from: FIRST, to: NOW, timeZone: 'Europe/Berlin', weekStart: 1, compare: false } as const;
    for (const name of names) runReport(held, name, { ...query, channels: channels.slice(run % 4, 1 + (run % 5)) });
  });
  lines.push({ scenario, engine: 'deskglass', timing });
}

async function otherRules(held: StoreWithRows, rows: number, { lines, checks }: Findings): Promise<void> {
  const scenario = `Judge ${rows.toLocaleString('en')} conversations, ${(rows * EVENTS).toLocaleString('en')} events, by other rules`;
  const timing = await time(11, 4, (run) =>
    held.answer({
      measures: ['resolved', 'unresolved', 'pending'],
      boundaries: everything,
      rules: completeRules({ windowMs: (20 + run) * HOUR }),
    }),
  );
  lines.push({ scenario, engine: 'deskglass', timing });
  checks.push({ scenario, what: 'median', measured: timing.median, bar: 100, unit: 'ms', better: 'less' });
}

/** The clock goes on until five conversations have settled, each time. */
async function ticks(held: StoreWithRows, rebuildMs: number, { lines, checks }: Findings): Promise<void> {
  const scenario = 'A tick of the clock that settles five';
  const settled: number[] = [];
  const timing = await time(15, 3, () => {
    for (let row = 0; row < 5; row++) {
      held.advanceTo(held.changesAt ?? held.now + 1);
      settled.push(held.now);
    }
  });
  lines.push({ scenario, engine: 'deskglass', timing });
  const measured = timing.median / rebuildMs;
  checks.push({ scenario, what: 'of a rebuild', measured, bar: 0.01, unit: 'share', better: 'less' });
}

async function edits(held: StoreWithRows, rows: number, rebuildMs: number, { lines, checks }: Findings): Promise<void> {
  const scenario = '10,000 edits of random old rows, then the answer';
  const random = randomFrom(9);
  const timing = await time(3, 1, (run) => {
    const changed = Array.from({ length: EDITS }, () => recordOf(Math.floor(random() * rows), rows, run + 1));
    held.upsert(changed);
    held.answer({ measures, boundaries: everything });
  });
  lines.push({ scenario, engine: 'deskglass', timing });
  const measured = timing.median / rebuildMs;
  checks.push({ scenario, what: 'of a rebuild', measured, bar: 0.2, unit: 'share', better: 'less' });
}

function memory(rows: number, { lines, checks }: Findings): void {
  const scenario = 'Memory, as bytes of array buffers';
  const fresh = new StoreWithRows(NOW, officialRules);
  fill(fresh, rows);
  const { facts, ids, histories } = fresh.bytes();
  const ownBytes = Array.from({ length: rows }, (_, n) => `conversation-${n}`.length).reduce(
    (sum, length) => sum + length,
    0,
  );
  const common = { scenario, unit: 'bytes', better: 'less' } as const;
  checks.push(
    { ...common, what: 'facts and index, a conversation', measured: facts / rows, bar: 32 },
    { ...common, what: 'ids beyond their own bytes, a conversation', measured: (ids - ownBytes) / rows, bar: 16 },
    { ...common, what: 'what judging again needs, an event', measured: histories / (rows * EVENTS), bar: 8 },
  );
  for (const { what, measured } of checks.slice(-3))
    lines.push({ scenario, engine: what, value: `${measured.toFixed(1)} bytes` });
}
