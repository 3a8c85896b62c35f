import { bitOf, bitsOf } from '../../src/metrics/facts.js';
import { WINDOW_MS, type Facts } from './facts.js';

/** A conversation as an application holds it. */
export interface Row {
  readonly startedAt: number;
  /** NaN where not handled. */
  readonly settlesAt: number;
  readonly channel: number;
  /** 0 is nobody. */
  readonly teammate: number;
  readonly handled: boolean;
  readonly resolved: boolean;
  readonly unresolved: boolean;
  readonly pending: boolean;
  readonly couldResolve: boolean;
  readonly deflected: boolean;
  /** 0 none, 1 agent, 2 automation, 3 manual, 4 unknown. */
  readonly cause: number;
  readonly assigned: boolean;
  readonly closedAfterHandoff: boolean;
  readonly timeToCloseMs: number;
  /** 255 where there is none. */
  readonly closeBin: number;
  readonly resolutionTimeMs: number;
  /** 255 where there is none. */
  readonly resolutionBin: number;
}

/** A submission of feedback. */
export interface Submission {
  readonly at: number;
  readonly value: number;
  readonly channel: number;
}

const causeBits = (
  ['handedOffByAgent', 'handedOffByAutomation', 'handedOffManually', 'handedOffByUnknown'] as const
).map(bitOf);

/** The same facts as objects. */
export function rowsOf({ table, closeBin, resolutionBin }: Facts): Row[] {
  return Array.from({ length: table.length }, (_, row) => {
    const bits = table.bits[row]!;
    const has = (...facts: Parameters<typeof bitsOf>[0][number][]): boolean => (bits & bitsOf(facts)) === bitsOf(facts);
    const startedAt = table.startedAt[row]!;
    const settlesAt = table.settlesAt[row]!;
    return {
      startedAt,
      settlesAt,
      channel: table.channel[row]!,
      teammate: table.teammate[row]!,
      handled: has('handled'),
      resolved: has('resolved'),
      unresolved: has('unresolved'),
      pending: has('pending'),
      couldResolve: has('couldResolve'),
      deflected: has('deflected'),
      cause: 1 + causeBits.findIndex((bit) => (bits & bit) !== 0),
      assigned: has('assigned'),
      closedAfterHandoff: has('closedAfterHandoff'),
      timeToCloseMs: closeBin[row] === 255 ? 0 : table.timeToCloseMs[row]!,
      closeBin: closeBin[row]!,
      resolutionTimeMs: resolutionBin[row] === 255 ? 0 : settlesAt - WINDOW_MS - startedAt,
      resolutionBin: resolutionBin[row]!,
    };
  });
}

/** The feedback as objects. */
export function submissionsOf({ table }: Facts): Submission[] {
  const { count, row, at, value } = table.submissions;
  return Array.from({ length: count }, (_, index) => ({
    at: at[index]!,
    value: value[index]!,
    channel: table.channel[row[index]!]!,
  }));
}
