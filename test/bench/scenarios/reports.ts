import { Arquero } from '../engines/arquero.js';
import { CrossfilterEngine } from '../engines/crossfilter.js';
import { Deskglass } from '../engines/deskglass.js';
import { DuckDb, type Connection } from '../engines/duckdb.js';
import { FusedLoop } from '../engines/fused-loop.js';
import { CHANNELS, makeFacts } from '../facts.js';
import { time, type Findings, type Timing } from '../harness.js';
import { questionOf, sameCounters, type Engine, type Question } from '../question.js';

/** Every choice of some channels, none twice. */
const choices = Array.from({ length: 2 ** CHANNELS.length - 2 }, (_, n) =>
  CHANNELS.map((_, channel) => channel).filter((channel) => ((n + 1) >> channel) & 1),
);
/** Runs of engines that take long, and of this kit. */
const RUNS = { many: 41, few: 5 } as const;

/** All reports at once, for filters, ranges and data that are new. */
export async function reports(rows: number, connect: () => Promise<Connection>): Promise<Findings> {
  const facts = makeFacts(rows);
  const deskglass = new Deskglass(facts);
  const others: readonly Engine[] = [
    new FusedLoop(facts),
    new CrossfilterEngine(facts),
    new Arquero(facts),
    await DuckDb.of(await connect(), facts),
  ];
  for (const question of [questionOf(0), questionOf(3, [1, 2]), questionOf(5, [4])])
    for (const engine of others) sameCounters(engine.name, deskglass.ask(question), await engine.ask(question));
  const findings: Findings = { lines: [], checks: [] };
  await newFilter(deskglass, others, findings);
  await newRange(deskglass, others, findings);
  await append(deskglass, others, findings);
  for (const engine of others) await engine.close?.();
  return findings;
}

async function newFilter(deskglass: Deskglass, others: readonly Engine[], { lines, checks }: Findings): Promise<void> {
  const scenario = 'All reports, new channel filter, known boundaries';
  const question = questionOf(1);
  const ask = (engine: Engine, runs: number): Promise<Timing> => {
    const warmUps = runs === RUNS.many ? 15 : 2;
    return time(runs, warmUps, (run) => engine.ask({ ...question, channels: choices[run]! }));
  };
  await compare(scenario, deskglass, others, ask, lines, checks, { databases: 150, loop: 50 });
}

async function newRange(deskglass: Deskglass, others: readonly Engine[], { lines, checks }: Findings): Promise<void> {
  const scenario = 'All reports, range and zone not asked before';
  const questions: readonly Question[] = Array.from({ length: 60 }, (_, n) => questionOf(10 + n));
  const ask = (engine: Engine, runs: number): Promise<Timing> =>
    time(runs, runs === RUNS.many ? 15 : 2, (run) => engine.ask(questions[run]!));
  await compare(scenario, deskglass, others, ask, lines, checks, { databases: 60, loop: 25 });
}

async function compare(
  scenario: string,
  deskglass: Engine,
  others: readonly Engine[],
  ask: (engine: Engine, runs: number) => Promise<Timing>,
  lines: Findings['lines'],
  checks: Findings['checks'],
  bars: { readonly databases: number; readonly loop: number },
): Promise<void> {
  const own = await ask(deskglass, RUNS.many);
  lines.push({ scenario, engine: deskglass.name, timing: own });
  const medians = new Map<string, number>();
  for (const engine of others) {
    const timing = await ask(engine, RUNS.few);
    lines.push({ scenario, engine: engine.name, timing });
    medians.set(engine.name, timing.median);
  }
  const database = Math.min(medians.get('DuckDB-wasm')!, medians.get('crossfilter2')!);
  const common = { scenario, unit: '×', better: 'more' } as const;
  const what = 'times the faster of DuckDB-wasm and crossfilter2';
  checks.push({ ...common, what, measured: database / own.median, bar: bars.databases });
  checks.push({
    ...common,
    what: 'times the fused loop',
    measured: medians.get('fused loop')! / own.median,
    bar: bars.loop,
  });
}

async function append(deskglass: Deskglass, others: readonly Engine[], { lines, checks }: Findings): Promise<void> {
  const scenario = 'Append 1,000 and answer';
  const question = questionOf(1);
  // What is new has just begun.
  const more = Array.from({ length: 10 }, (_, n) => makeFacts(1_000, 100 + n, 0.999));
  const medians = new Map<string, number>();
  for (const engine of [deskglass, ...others]) {
    if (engine.append === undefined) continue;
    const timing = await time(7, 3, async (run) => {
      await engine.append!(more[run]!);
      await engine.ask(question);
    });
    lines.push({ scenario, engine: engine.name, timing });
    medians.set(engine.name, timing.median);
  }
  const own = medians.get(deskglass.name)!;
  const common = { scenario, unit: '×', better: 'more' } as const;
  checks.push({ ...common, what: 'times DuckDB-wasm', measured: medians.get('DuckDB-wasm')! / own, bar: 20 });
  checks.push({ ...common, what: 'times crossfilter2', measured: medians.get('crossfilter2')! / own, bar: 40 });
}
