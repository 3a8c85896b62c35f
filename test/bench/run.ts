import type { Connection } from './engines/duckdb.js';
import type { Check, Findings, Line } from './harness.js';
import { calendar } from './scenarios/calendar.js';
import { memory } from './scenarios/memory.js';
import { reports } from './scenarios/reports.js';
import { scale } from './scenarios/scale.js';
import { store } from './scenarios/store.js';

/** What is run, and by what. */
export interface BenchOptions {
  /** Conversations, where the issue does not say another number. */
  readonly rows: number;
  /** Name of one scenario; absent: all. */
  readonly only?: string;
  connect(): Promise<Connection>;
  say(text: string): void;
}

/** Everything that was found. */
export interface BenchReport {
  readonly lines: readonly Line[];
  readonly checks: readonly Check[];
}

/** Runs the scenarios, one after the other. */
export async function runBench({ rows, only, connect, say }: BenchOptions): Promise<BenchReport> {
  const scenarios: Readonly<Record<string, () => Promise<Findings>>> = {
    reports: () => reports(rows, connect),
    scale: () => scale(rows),
    calendar: () => calendar(rows),
    store: () => store(rows),
    memory: () => memory(rows),
  };
  if (only !== undefined && !(only in scenarios))
    throw new Error(`only: expected ${Object.keys(scenarios).join(', ')}, got ${JSON.stringify(only)}.`);
  const lines: Line[] = [];
  const checks: Check[] = [];
  for (const [name, run] of Object.entries(scenarios)) {
    if (only !== undefined && name !== only) continue;
    say(name);
    const found = await run();
    lines.push(...found.lines);
    checks.push(...found.checks);
  }
  return { lines, checks };
}
