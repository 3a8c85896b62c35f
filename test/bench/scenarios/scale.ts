import { Deskglass } from '../engines/deskglass.js';
import { makeFacts } from '../facts.js';
import { time, type Findings, type Timing } from '../harness.js';
import { questionOf } from '../question.js';
import { knownZones } from '../zones.js';

/** The same answer over five times the conversations. */
export async function scale(rows: number): Promise<Findings> {
  const scenario = 'The same answer over five times as many, warm';
  const small = await warm(rows);
  const large = await warm(5 * rows);
  const measured = large.median / small.median;
  return {
    lines: [
      { scenario, engine: `deskglass, ${rows.toLocaleString('en')}`, timing: small },
      { scenario, engine: `deskglass, ${(5 * rows).toLocaleString('en')}`, timing: large },
    ],
    checks: [{ scenario, what: 'times as long', measured, bar: 2, unit: '×', better: 'less' }],
  };
}

/** Boundaries that were asked before are known: what is new is the choice of channels. */
async function warm(rows: number): Promise<Timing> {
  const engine = new Deskglass(makeFacts(rows));
  const question = questionOf(1, knownZones.berlin);
  return time(41, 15, (run) => engine.ask({ ...question, channels: [run % 6, (run + 1) % 6] }));
}
