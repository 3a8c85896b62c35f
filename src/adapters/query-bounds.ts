import { parseInstant } from '../conversation/instant.js';
import { DefinitionError } from '../errors.js';
import type { ConversationQuery } from './adapter.js';

/** The times of a {@link ConversationQuery} as epoch ms; open ends are infinite. */
export interface QueryBounds {
  readonly since: number;
  readonly until: number;
  /** null: changes were not asked for. */
  readonly updatedSince: number | null;
}

/**
 * Reads the times of a query.
 * @throws {DefinitionError} naming the time that is none
 */
export function boundsOf(query: ConversationQuery): QueryBounds {
  return {
    since: query.since === undefined ? -Infinity : readTime('since', query.since),
    until: query.until === undefined ? Infinity : readTime('until', query.until),
    updatedSince: query.updatedSince === undefined ? null : readTime('updatedSince', query.updatedSince),
  };
}

function readTime(name: string, value: unknown): number {
  const time = parseInstant(value);
  if (typeof time === 'string')
    throw new DefinitionError(`Conversation query, ${name}: ${time}, got ${String(value)}.`);
  return time;
}

/**
 * Whether an unchecked record started or has an event in `[since, until)`, and changed at or after `updatedSince`.
 * A record whose times cannot be read is wanted, so that the door can refuse it by name; not so where only changes are
 * asked for, as it would come with each of them again.
 */
export function isWanted(record: unknown, bounds: QueryBounds): boolean {
  const { since, until, updatedSince } = bounds;
  if (since === -Infinity && until === Infinity && updatedSince === null) return true;
  try {
    const { startedAt, updatedAt, events, ticket } = record as Readonly<Record<string, unknown>>;
    const times = [startedAt, ...(events as readonly { readonly at: unknown }[]).map((event) => event.at)].map(toTime);
    const inRange = times.some((time) => time >= since && time < until);
    if (!inRange || updatedSince === null) return inRange;
    if (updatedAt !== undefined && updatedAt !== null) return toTime(updatedAt) >= updatedSince;
    const closedAt = (ticket as { readonly closedAt?: unknown } | null | undefined)?.closedAt;
    if (closedAt !== undefined && closedAt !== null) times.push(toTime(closedAt));
    return times.some((time) => time >= updatedSince);
  } catch {
    return updatedSince === null;
  }
}

function toTime(value: unknown): number {
  const time = parseInstant(value);
  if (typeof time === 'string') throw new TypeError(time);
  return time;
}
