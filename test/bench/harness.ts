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

/**
 * Times some work: each run is another one, by its number. The first ones warm up and do not count.
 * @param check called after each run, outside its time
 */
export async function time(
  runs: number,
  warmUps: number,
  work: (run: number) => unknown,
  check?: (run: number) => void,
): Promise<Timing> {
  const times: number[] = [];
  for (let run = 0; run < warmUps + runs; run++) {
    const start = performance.now();
    await work(run);
    if (run >= warmUps) times.push(performance.now() - start);
    check?.(run);
  }
  times.sort((a, b) => a - b);
  return { median: times[times.length >> 1]!, min: times[0]!, max: times.at(-1)!, runs };
}

/** Whether a bar is reached. */
export function isReached({ measured, bar, better }: Check): boolean {
  return better === 'more' ? measured >= bar : measured <= bar;
}
