import { Arquero } from '../engines/arquero.js';
import { CrossfilterEngine } from '../engines/crossfilter.js';
import { Deskglass } from '../engines/deskglass.js';
import { DuckDb, type Connection } from '../engines/duckdb.js';
import { FusedLoop } from '../engines/fused-loop.js';
import { CHANNELS, makeFacts, type Facts } from '../facts.js';
import { time, type Findings } from '../harness.js';
import { questionOf, sameCounters, type Counters, type Engine, type Question } from '../question.js';
import { knownZones, zoneNotAskedBefore } from '../zones.js';

/** Every choice of some channels but not all, none twice. */
const choices = Array.from({ length: 2 ** CHANNELS.length - 2 }, (_, n) =>
  CHANNELS.map((_, channel) => channel).filter((channel) => ((n + 1) >> channel) & 1),
);
/** The same for every engine, so that all are asked the same. */
const RUNS = { warmUps: 10, filters: 21, ranges: 15, appends: 9 } as const;
/**
 * For how long each engine is asked at least before it is timed: an engine of scripts makes quick code of what has run often,
 * and a page has asked often by the time that all of its conversations are there.
 */
const WARM_UP = { ms: 500, mostRuns: 200, rows: 50_000 } as const;

type EngineMaker = (facts: Facts) => Engine | Promise<Engine>;

/** Beyond all runs that are timed. */
const FIRST_WARM_UP = RUNS.warmUps + Math.max(RUNS.filters, RUNS.ranges, RUNS.appends);

/** What is asked of every engine, run by run. */
interface Task {
  readonly scenario: string;
  readonly runs: number;
  /** Changes nothing, so that engines can be warmed up by it as often as each needs. */
  readonly isQuestion: boolean;
  work(engine: Engine, run: number): Counters | Promise<Counters>;
}

/** All reports at once, for filters, ranges and data that are new. */
export async function reports(rows: number, connect: () => Promise<Connection>): Promise<Findings> {
  const facts = makeFacts(rows);
  // The core comes first: it alone pays for zones that nobody has asked for.
  const makers: readonly EngineMaker[] = [
    (of) => new Deskglass(of),
    (of) => new FusedLoop(of),
    (of) => new CrossfilterEngine(of),
    (of) => new Arquero(of),
    async (of) => DuckDb.of(await connect(), of),
  ];
  const engines: Engine[] = [];
  for (const make of makers) engines.push(await make(facts));
  await agree(engines);
  const findings: Findings = { lines: [], checks: [] };
  await newFilter(engines, findings);
  await newRange(engines, findings);
  await append(engines, makers, findings);
  for (const engine of engines) await engine.close?.();
  return findings;
}

/** @throws where engines answer differently */
async function agree(engines: readonly Engine[]): Promise<void> {
  const whole = questionOf(1, knownZones.berlin);
  const questions: readonly Question[] = [
    whole,
    ...choices.slice(20, 23).map((channels) => ({ ...whole, channels })),
    questionOf(3, knownZones.newYork, [1, 2]),
    questionOf(4, knownZones.lordHowe),
    questionOf(5, knownZones.kathmandu, [4]),
  ];
  for (const question of questions) {
    const answers: Counters[] = [];
    for (const engine of engines) answers.push(await engine.ask(question));
    engines.forEach(({ name }, index) => sameCounters(name, answers[0]!, answers[index]!));
  }
}

async function newFilter(engines: readonly Engine[], { lines, checks }: Findings): Promise<void> {
  const scenario = 'All reports, new channel filter, known boundaries';
  const question = questionOf(1, knownZones.berlin);
  const work: Task['work'] = (engine, run) => engine.ask({ ...question, channels: choices[run % choices.length]! });
  const medians = await compare(engines, { scenario, runs: RUNS.filters, isQuestion: true, work }, lines);
  checks.push(...barsFor(scenario, medians, { databases: 150, loop: 50 }));
}

async function newRange(engines: readonly Engine[], { lines, checks }: Findings): Promise<void> {
  const scenario = 'All reports, range and zone not asked before';
  const zones: string[] = [];
  const work: Task['work'] = (engine, run) => engine.ask(questionOf(10 + run, (zones[run] ??= zoneNotAskedBefore())));
  const medians = await compare(engines, { scenario, runs: RUNS.ranges, isQuestion: true, work }, lines);
  checks.push(...barsFor(scenario, medians, { databases: 60, loop: 25 }));
  await countingAlone(engines[0]!, scenario, lines);
}

/** Without what the calendar costs: the weeks of other ranges are cut before. */
async function countingAlone(core: Engine, scenario: string, lines: Findings['lines']): Promise<void> {
  const questions = Array.from({ length: RUNS.warmUps + RUNS.ranges }, (_, run) =>
    questionOf(50 + run, knownZones.tokyo),
  );
  const timing = await time(RUNS.ranges, RUNS.warmUps, (run) => core.ask(questions[run]!));
  lines.push({ scenario, engine: `${core.name}, weeks cut before`, timing });
}

async function append(
  engines: readonly Engine[],
  makers: readonly EngineMaker[],
  { lines, checks }: Findings,
): Promise<void> {
  const scenario = 'Append 1,000 and answer';
  // What is new has just begun.
  const more = Array.from({ length: 1 + RUNS.warmUps + RUNS.appends }, (_, n) => makeFacts(1_000, 100 + n, 0.999));
  for (const engine of engines) await engine.append(more.at(-1)!);
  await agree(engines);
  const question = questionOf(1, knownZones.berlin);
  const work: Task['work'] = async (engine, run) => {
    await engine.append(more[run % more.length]!);
    return engine.ask(question);
  };
  // Others of their kind, since what is appended stays.
  for (const make of makers) {
    const small = await make(makeFacts(WARM_UP.rows));
    await warmUp(small, work);
    await small.close?.();
  }
  const medians = await compare(engines, { scenario, runs: RUNS.appends, isQuestion: false, work }, lines);
  await agree(engines);
  const own = medians.get('deskglass')!;
  const common = { scenario, unit: '×', better: 'more' } as const;
  checks.push({ ...common, what: 'times DuckDB-wasm', measured: medians.get('DuckDB-wasm')! / own, bar: 20 });
  checks.push({ ...common, what: 'times crossfilter2', measured: medians.get('crossfilter2')! / own, bar: 40 });
}

/**
 * Times a task for each engine, and hands back the medians by name, ms.
 * @throws where an answer differs from that of the first engine in the same run
 */
async function compare(
  engines: readonly Engine[],
  task: Task,
  lines: Findings['lines'],
): Promise<ReadonlyMap<string, number>> {
  const { scenario, runs, work } = task;
  const medians = new Map<string, number>();
  const expected: Counters[] = [];
  for (const engine of engines) {
    const answers: Counters[] = [];
    if (task.isQuestion) await warmUp(engine, work);
    const timing = await time(runs, RUNS.warmUps, async (run) => {
      answers[run] = await work(engine, run);
    });
    if (engine === engines[0]) expected.push(...answers);
    expected.forEach((answer, run) => sameCounters(`${engine.name}, run ${run}`, answer, answers[run]!));
    lines.push({ scenario, engine: engine.name, timing });
    medians.set(engine.name, timing.median);
  }
  return medians;
}

/** Does other work than that which is timed, as far as there is other. */
async function warmUp(engine: Engine, work: Task['work']): Promise<void> {
  const end = performance.now() + WARM_UP.ms;
  for (let run = 0; run < WARM_UP.mostRuns && performance.now() < end; run++) await work(engine, FIRST_WARM_UP + run);
}

function barsFor(
  scenario: string,
  medians: ReadonlyMap<string, number>,
  bars: { readonly databases: number; readonly loop: number },
): Findings['checks'] {
  const own = medians.get('deskglass')!;
  const database = Math.min(medians.get('DuckDB-wasm')!, medians.get('crossfilter2')!);
  const common = { scenario, unit: '×', better: 'more' } as const;
  return [
    {
      ...common,
      what: 'times the faster of DuckDB-wasm and crossfilter2',
      measured: database / own,
      bar: bars.databases,
    },
    { ...common, what: 'times the fused loop', measured: medians.get('fused loop')! / own, bar: bars.loop },
  ];
}
