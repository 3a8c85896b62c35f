import { bucketOf } from '../bucket.js';
import { blankCounters } from '../counters.js';
import { CHANNELS, TEAMMATES, type Facts } from '../facts.js';
import { feedback, type Counters, type Engine, type Question } from '../question.js';
import { rowsOf, submissionsOf, type Row, type Submission } from '../rows.js';

/** One pass over objects, written by hand for exactly these counters. */
export class FusedLoop implements Engine {
  readonly name = 'fused loop';
  readonly #rows: readonly Row[];
  readonly #submissions: readonly Submission[];

  constructor(facts: Facts) {
    this.#rows = rowsOf(facts);
    this.#submissions = submissionsOf(facts);
  }

  ask({ boundaries, week, channels }: Question): Counters {
    const counters = blankCounters(boundaries.length - 1);
    const at = (name: string): Float64Array => counters.get(name)!;
    const conversations = at('conversations');
    const handled = at('handled');
    const resolved = at('resolved');
    const unresolved = at('unresolved');
    const pending = at('pending');
    const couldResolve = at('couldResolve');
    const deflected = at('deflected');
    const deflectedPending = at('deflectedPending');
    const causes = ['Agent', 'Automation', 'Manual', 'Unknown'].map((cause) => at(`handoffsBy${cause}`));
    const byChannel = CHANNELS.map((channel) => at(`channel:${channel}`));
    const byTeammate = TEAMMATES.map((teammate) => at(`teammate:${teammate}`));
    const closeBins = at('timeToClose:bins');
    const weekBins = at('week:bins');
    let assigned = 0;
    let assignedHandedOff = 0;
    let assignedClosed = 0;
    let closeCount = 0;
    let closeMs = 0;
    let resolvedSet = 0;
    let setMs = 0;
    let weekHandled = 0;
    let weekDeflected = 0;
    const isWanted = CHANNELS.map((_, channel) => channels === null || channels.includes(channel));
    for (const row of this.#rows) {
      if (!isWanted[row.channel]) continue;
      if (row.resolved && row.settlesAt >= week[0] && row.settlesAt < week[1]) {
        resolvedSet += 1;
        setMs += row.resolutionTimeMs;
        weekBins[row.resolutionBin]! += 1;
      }
      if (row.handled && row.startedAt >= week[0] && row.startedAt < week[1]) {
        weekHandled += 1;
        if (row.deflected) weekDeflected += 1;
      }
      const bucket = bucketOf(boundaries, row.startedAt);
      if (bucket < 0) continue;
      conversations[bucket]! += 1;
      if (!row.handled) continue;
      handled[bucket]! += 1;
      byChannel[row.channel]![bucket]! += 1;
      if (row.resolved) resolved[bucket]! += 1;
      if (row.unresolved) unresolved[bucket]! += 1;
      if (row.pending) pending[bucket]! += 1;
      if (row.couldResolve) couldResolve[bucket]! += 1;
      if (row.deflected) {
        deflected[bucket]! += 1;
        if (row.pending) deflectedPending[bucket]! += 1;
      }
      if (row.cause > 0) causes[row.cause - 1]![bucket]! += 1;
      if (row.teammate > 0) byTeammate[row.teammate - 1]![bucket]! += 1;
      if (!row.assigned) continue;
      assigned += 1;
      if (row.cause > 0) assignedHandedOff += 1;
      if (!row.closedAfterHandoff) continue;
      assignedClosed += 1;
      if (row.closeBin === 255) continue;
      closeCount += 1;
      closeMs += row.timeToCloseMs;
      closeBins[row.closeBin]! += 1;
    }
    const byValue = feedback.map((value) => at(value));
    const weekByValue = feedback.map((value) => at(`week:${value}`));
    for (const submission of this.#submissions) {
      if (!isWanted[submission.channel]) continue;
      if (submission.at >= week[0] && submission.at < week[1]) weekByValue[submission.value]![0]! += 1;
      const bucket = bucketOf(boundaries, submission.at);
      if (bucket >= 0) byValue[submission.value]![bucket]! += 1;
    }
    at('assigned')[0] = assigned;
    at('assignedHandedOff')[0] = assignedHandedOff;
    at('assignedHandedOffClosed')[0] = assignedClosed;
    at('timeToClose')[0] = closeCount;
    at('timeToCloseMs')[0] = closeMs;
    at('week:resolvedSet')[0] = resolvedSet;
    at('week:resolutionTimeSet')[0] = resolvedSet;
    at('week:resolutionTimeSetMs')[0] = setMs;
    at('week:handled')[0] = weekHandled;
    at('week:deflected')[0] = weekDeflected;
    return counters;
  }
}
