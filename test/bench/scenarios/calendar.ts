import { spansOf } from '../../../src/time/range.js';
import { bucketOf } from '../bucket.js';
import { FIRST, makeFacts, NOW } from '../facts.js';
import { time, type Findings } from '../harness.js';
import { zoneNotAskedBefore } from '../zones.js';

const RUNS = { timed: 21, warmUps: 6 } as const;
const BARS = { ms: 2, times: 50 } as const;

/** The weeks of two years in zones and with week starts that were not asked before. */
export async function calendar(rows: number): Promise<Findings> {
  const scenario = 'All weeks of two years, new zone or week start';
  const zones = Array.from({ length: RUNS.warmUps + RUNS.timed }, zoneNotAskedBefore);
  const weeksOf = (run: number): number[] => {
    const weekStart = (1 + (run % 7)) as 1;
    return spansOf({ from: FIRST, to: NOW }, 'week', { timeZone: zones[run]!, weekStart }).map(({ start }) => start);
  };
  const boundaries: number[][] = [];
  const weeks = await time(RUNS.timed, RUNS.warmUps, (run) => {
    boundaries[run] = weeksOf(run);
  });
  const { table } = makeFacts(rows);
  const column = await time(5, 2, (run) => weekColumn(table.startedAt, boundaries[run]!));
  const times = column.median / weeks.median;
  const isQuick = weeks.median <= BARS.ms;
  return {
    lines: [
      { scenario, engine: 'deskglass', timing: weeks },
      { scenario, engine: 'the week column of all rows, from the same weeks', timing: column },
    ],
    checks: [
      // Either bar will do.
      isQuick || times < BARS.times
        ? { scenario, what: 'median', measured: weeks.median, bar: BARS.ms, unit: 'ms', better: 'less' }
        : { scenario, what: 'times the week column', measured: times, bar: BARS.times, unit: '×', better: 'more' },
    ],
  };
}

function weekColumn(startedAt: Float64Array, boundaries: readonly number[]): Int16Array {
  const weeks = new Int16Array(startedAt.length);
  for (let row = 0; row < weeks.length; row++) weeks[row] = bucketOf(boundaries, startedAt[row]!);
  return weeks;
}
