/** What repeated runs took, ms. */
export interface Timing {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** One line of the report. */
export interface Line {
  readonly scenario: string;
  readonly engine: string;
  readonly timing?: Timing;
  /** Something else than a time, in words. */
  readonly value?: string;
}

/** A bar, and whether it is reached. */
export interface Check {
  readonly scenario: string;
  readonly what: string;
  readonly measured: number;
  readonly bar: number;
  readonly unit: '×' | 'ms' | 'share' | 'bytes';
  readonly better: 'more' | 'less';
}

/** What a scenario hands in. */
export interface Findings {
  readonly lines: Line[];
  readonly checks: Check[];
}

/** Work of which each run is another one, by its number. */
type Work = (run: number) => unknown;

/**
 * Times some work. The first runs warm up and do not count.
 * @param check called after each run, outside its time
 */
export async function time(runs: number, warmUps: number, work: Work, check?: Work): Promise<Timing> {
  const [timing] = await timeInTurns(runs, warmUps, [work], check);
  return timing!;
}

/** Times works whose times are compared with each other, run by run in turns: a machine that slows down slows them all. */
export async function timeInTurns(
  runs: number,
  warmUps: number,
  works: readonly Work[],
  check?: Work,
): Promise<readonly Timing[]> {
  const times = works.map((): number[] => []);
  for (let run = 0; run < warmUps + runs; run++) {
    for (const [at, work] of works.entries()) {
      const start = performance.now();
      await work(run);
      if (run >= warmUps) times[at]!.push(performance.now() - start);
      check?.(run);
    }
  }
  return times.map((all) => {
    all.sort((a, b) => a - b);
    return { median: all[all.length >> 1]!, min: all[0]!, max: all.at(-1)!, runs };
  });
}

/** Whether a bar is reached. */
export function isReached({ measured, bar, better }: Check): boolean {
  return better === 'more' ? measured >= bar : measured <= bar;
}
