import type { Counters } from '../question.js';
import type { Row } from '../rows.js';

/** What a conversation counts into besides its channel, teammate and durations, as one number. */
export function outcomeKeyOf(row: Row): number {
  const flags = [
    row.handled,
    row.resolved,
    row.unresolved,
    row.pending,
    row.couldResolve,
    row.deflected,
    row.assigned,
    row.closedAfterHandoff,
  ];
  return flags.reduce((key, flag) => key * 2 + (flag ? 1 : 0), row.cause);
}

const causes = ['handoffsByAgent', 'handoffsByAutomation', 'handoffsByManual', 'handoffsByUnknown'];

/** Adds conversations of one outcome to counters. */
export function countOutcome(outcome: Row, bucket: number, channel: string, count: number, counters: Counters): void {
  const add = (name: string, place = bucket): void => void (counters.get(name)![place]! += count);
  add('conversations');
  if (!outcome.handled) return;
  add('handled');
  add(`channel:${channel}`);
  if (outcome.resolved) add('resolved');
  if (outcome.unresolved) add('unresolved');
  if (outcome.pending) add('pending');
  if (outcome.couldResolve) add('couldResolve');
  if (outcome.deflected) add('deflected');
  if (outcome.deflected && outcome.pending) add('deflectedPending');
  if (outcome.cause > 0) add(causes[outcome.cause - 1]!);
  if (!outcome.assigned) return;
  add('assigned', 0);
  if (outcome.cause > 0) add('assignedHandedOff', 0);
  if (outcome.closedAfterHandoff) add('assignedHandedOffClosed', 0);
}
