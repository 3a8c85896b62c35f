import { completeRules, officialRules, type OutcomeRules } from '../../../src/conversation/rules.js';
import { StoreWithRows } from '../../../src/reports/reporting-store.js';
import { CHANNELS, FIRST, NOW } from '../facts.js';
import { answerAll, fill } from '../filled-store.js';
import { time, type Check, type Findings, type Timing } from '../harness.js';
import { randomFrom } from '../random.js';
import { EVENTS, LONGEST_MS, recordOf, settlesAtOf, type BenchRecord } from '../records.js';

const HOUR = 3_600_000;
const EDITS = 10_000;
const APPENDED = 1_000;
const SETTLING = 5;
/** Of judging by other rules, which is asked of so many. */
const JUDGED = 200_000;
const RUNS = { ticks: 15, edits: 5, appends: 9, warmUps: 3 } as const;

/** A store, and what its records are by now. */
interface Held {
  readonly store: StoreWithRows;
  readonly rows: number;
  readonly versions: Map<number, number>;
  readonly appended: BenchRecord[];
}

/** What changes cost a whole store of records. */
export async function store(rows: number): Promise<Findings> {
  const { lines, checks }: Findings = { lines: [], checks: [] };
  const held: Held = { store: new StoreWithRows(NOW, officialRules), rows, versions: new Map(), appended: [] };
  const add = (scenario: string, timing: Timing, engine = 'deskglass'): void => {
    lines.push({ scenario: `${scenario}, ${rows.toLocaleString('en')} held`, engine, timing });
  };
  const built = fill(held.store, rows, (number) => recordOf(number, rows));
  add('All fourteen reports as result objects, 104 weeks', await results(held.store));
  const { tick, tickAndAnswer } = await ticks(held);
  add('A tick of the clock that settles five', tick);
  add('A tick of the clock that settles five, then all reports', tickAndAnswer);
  const edited = await edits(held);
  add('10,000 edits of random old rows, then all reports', edited);
  add('Append 1,000 records, then all reports', await appends(held));
  const rebuilt = rebuild(held);
  // The quicker of the two is what changes have to stand beside.
  const rebuildMs = Math.min(built, rebuilt);
  add('Build from records, then all reports', {
    median: rebuildMs,
    min: rebuildMs,
    max: Math.max(built, rebuilt),
    runs: 2,
  });
  const share = (what: string, { median }: Timing, bar: number): Check => {
    return { scenario: what, what: 'of a rebuild', measured: median / rebuildMs, bar, unit: 'share', better: 'less' };
  };
  checks.push(share('A tick of the clock that settles five, then all reports', tickAndAnswer, 0.01));
  checks.push(share('10,000 edits of random old rows, then all reports', edited, 0.2));
  await otherRules(Math.min(rows, JUDGED), { lines, checks });
  return { lines, checks };
}

/** Every filter has at least one channel, and none is asked twice. */
async function results(held: StoreWithRows): Promise<Timing> {
  return time(21, 10, (run) =>
    answerAll(
      held,
      CHANNELS.filter((_, channel) => ((run + 1) >> channel) & 1),
    ),
  );
}

/**
 * The clock goes on until exactly five more have settled, each time.
 * @throws where it were more or fewer
 */
async function ticks({ store, rows }: Held): Promise<{ readonly tick: Timing; readonly tickAndAnswer: Timing }> {
  // From here on nothing begins to exist any more: all that happens is that conversations settle.
  store.advanceTo(NOW + LONGEST_MS);
  const recent = Math.ceil((rows * (72 * HOUR + LONGEST_MS)) / (NOW - FIRST));
  const instants = Array.from({ length: Math.min(recent, rows) }, (_, n) => settlesAtOf(recordOf(rows - 1 - n, rows)))
    .filter((instant) => instant > store.now)
    .sort((a, b) => a - b);
  const needed = 2 * SETTLING * (RUNS.warmUps + RUNS.ticks);
  if (instants.length < needed)
    throw new Error(`rows: expected so many that ${needed} are pending, got ${instants.length} of ${rows}.`);
  let next = -1;
  let pending = pendingIn(store);
  const tick = (): void => store.advanceTo(instants[(next += SETTLING)]!);
  const check = (): void => {
    const left = pendingIn(store);
    if (pending - left !== SETTLING)
      throw new Error(`a tick: expected ${SETTLING} to settle, got ${pending - left} at ${store.now}.`);
    pending = left;
  };
  return {
    tick: await time(RUNS.ticks, RUNS.warmUps, tick, check),
    tickAndAnswer: await time(RUNS.ticks, RUNS.warmUps, () => [tick(), answerAll(store)], check),
  };
}

function pendingIn(store: StoreWithRows): number {
  return store.answer({ measures: ['pending'], boundaries: [FIRST, NOW + 1] }).totals[0]!.of('pending').count;
}

async function edits({ store, rows, versions }: Held): Promise<Timing> {
  const random = randomFrom(9);
  const batches = Array.from({ length: 1 + RUNS.edits }, (_, batch) =>
    Array.from({ length: EDITS }, () => {
      const number = Math.floor(random() * rows);
      versions.set(number, batch + 1);
      return recordOf(number, rows, { version: batch + 1 });
    }),
  );
  return time(RUNS.edits, 1, (run) => {
    const { replaced } = store.upsert(batches[run]!);
    if (replaced !== EDITS) throw new Error(`edits: expected ${EDITS} to be replaced, got ${replaced}.`);
    answerAll(store);
  });
}

async function appends({ store, rows, appended }: Held): Promise<Timing> {
  const batches = Array.from({ length: RUNS.warmUps + RUNS.appends }, (_, batch) =>
    Array.from({ length: APPENDED }, (_, n): BenchRecord => {
      return { ...recordOf(rows - 1 - (n % rows), rows), id: `appended-${batch}-${n}` };
    }),
  );
  appended.push(...batches.flat());
  return time(RUNS.appends, RUNS.warmUps, (run) => {
    store.upsert(batches[run]!);
    answerAll(store);
  });
}

/**
 * Builds the same anew, at the same clock.
 * @returns what that took, ms
 * @throws where it answers otherwise than the store that went through all changes
 */
function rebuild({ store, rows, versions, appended }: Held): number {
  const anew = new StoreWithRows(store.now, officialRules);
  const all = rows + appended.length;
  const took = fill(anew, all, (number) =>
    number < rows ? recordOf(number, rows, { version: versions.get(number) ?? 0 }) : appended[number - rows]!,
  );
  const expected = answerAll(anew);
  answerAll(store).forEach((result, index) => {
    if (JSON.stringify(result) !== JSON.stringify(expected[index]))
      throw new Error(`${result.report}: after all changes another answer than that of a store built anew.`);
  });
  return took;
}

async function otherRules(rows: number, { lines, checks }: Findings): Promise<void> {
  const scenario = `Judge ${rows.toLocaleString('en')} conversations, ${(rows * EVENTS).toLocaleString('en')} events, by other rules`;
  const held = new StoreWithRows(NOW, officialRules);
  fill(held, rows, (number) => recordOf(number, rows));
  const ask = (rules: Partial<OutcomeRules>): unknown =>
    held.answer({
      measures: ['resolved', 'unresolved', 'pending'],
      boundaries: [FIRST, NOW + 1],
      rules: completeRules(rules),
    });
  const window = await time(11, 4, (run) => ask({ windowMs: (20 + run) * HOUR }));
  const human = await time(11, 4, (run) => ask({ windowMs: (40 + run) * HOUR, requireNoHuman: false }));
  // Shorter than conversations last: then their ends are told by nothing but their histories.
  const short = await time(11, 4, (run) => ask({ windowMs: (run + 1) * 10_000 }));
  lines.push({ scenario, engine: 'deskglass, another window', timing: window });
  lines.push({ scenario, engine: 'deskglass, another window and with people', timing: human });
  lines.push({ scenario, engine: 'deskglass, a window shorter than conversations', timing: short });
  const median = Math.max(window.median, human.median);
  checks.push({
    scenario,
    what: 'median of what takes longer',
    measured: median,
    bar: 100,
    unit: 'ms',
    better: 'less',
  });
}
