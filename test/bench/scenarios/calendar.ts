import { spansOf } from '../../../src/time/range.js';
import { zoneOf } from '../../../src/time/zone.js';
import { FIRST, makeFacts, NOW } from '../facts.js';
import { time, type Findings } from '../harness.js';

const ZONES = [
  'Europe/Paris',
  'America/Chicago',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'America/Caracas',
  'Africa/Cairo',
];

/** The weeks of two years in a zone and with a week start that were not asked before. */
export async function calendar(rows: number): Promise<Findings> {
  const scenario = 'All weeks of two years, new zone or week start';
  const weeks = await time(21, 6, (run) => {
    const weekStart = (1 + (run % 7)) as 1;
    const range = { from: FIRST + run, to: NOW };
    return spansOf(range, 'week', { timeZone: ZONES[run % ZONES.length]!, weekStart });
  });
  const { table } = makeFacts(rows);
  const zone = zoneOf('Europe/Paris');
  const column = await time(1, 0, () => weekColumn(table.startedAt, (at) => zone.offsetAt(at)));
  return {
    lines: [
      { scenario, engine: 'deskglass', timing: weeks },
      { scenario, engine: 'the week column of all rows, derived again', timing: column },
    ],
    checks: [{ scenario, what: 'median', measured: weeks.median, bar: 2, unit: 'ms', better: 'less' }],
  };
}

function weekColumn(startedAt: Float64Array, offsetAt: (at: number) => number): Int32Array {
  return Int32Array.from(startedAt, (at) => Math.floor((at + offsetAt(at) + 259_200_000) / 604_800_000));
}
