import { Deskglass } from '../engines/deskglass.js';
import { makeFacts } from '../facts.js';
import { timeInTurns, type Findings } from '../harness.js';
import { questionOf } from '../question.js';
import { knownZones } from '../zones.js';

/**
 * The same answer over five times the conversations. Boundaries that were asked before are known: what is new is the choice
 * of channels.
 */
export async function scale(rows: number): Promise<Findings> {
  const scenario = 'The same answer over five times as many, warm';
  const sizes = [rows, 5 * rows];
  const question = questionOf(1, knownZones.berlin);
  const works = sizes.map((size) => {
    const engine = new Deskglass(makeFacts(size));
    return (run: number): unknown => engine.ask({ ...question, channels: [run % 6, (run + 1) % 6] });
  });
  const timings = await timeInTurns(41, 15, works);
  const [small, large] = timings;
  const measured = large!.median / small!.median;
  return {
    lines: timings.map((timing, at) => ({ scenario, engine: `deskglass, ${sizes[at]!.toLocaleString('en')}`, timing })),
    checks: [{ scenario, what: 'times as long', measured, bar: 2, unit: '×', better: 'less' }],
  };
}
