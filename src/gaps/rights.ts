import { Door } from '../conversation/door.js';
import { PermissionError } from '../errors.js';
import { reading } from './gap-door.js';
import { gapRights, rightStandings, type Access, type GapRight, type RightStanding } from './gap-records.js';
import type { GapWrite } from './writes.js';

/** How every right of the viewer stands. */
export type CheckedAccess = Readonly<Record<GapRight, RightStanding>>;

/** What a source allows that names no rights. */
export const fullAccess: CheckedAccess = accessOf({});

/** The rights with those that are absent, which are allowed. */
export function accessOf(access: Access): CheckedAccess {
  const standings = gapRights.map((right) => [right, access[right] ?? 'allowed'] as const);
  return Object.fromEntries(standings) as CheckedAccess;
}

/**
 * Checks the rights as an adapter hands them over. A standing nobody knows is refused, and never read as a permission.
 * @throws {DataError} naming the right
 */
export function parseAccess(raw: unknown): CheckedAccess {
  const door = new Door('access');
  return reading(door, raw, () => {
    const access = door.object(raw, '');
    const standings = gapRights.map((right) => {
      const standing = access[right] ?? 'allowed';
      return [right, door.oneOf(standing, right, rightStandings)] as const;
    });
    return Object.fromEntries(standings) as CheckedAccess;
  });
}

/** What answering asks for. */
export const rightsToResolve: readonly GapRight[] = ['create-short-answer', 'resolve-gap'];

/** The rights that a write asks for. Taking back needs the right of what is taken back. */
export function rightsFor(write: GapWrite): readonly GapRight[] {
  switch (write.kind) {
    case 'resolve':
      return rightsToResolve;
    case 'dismiss':
      return ['dismiss-gap'];
    case 'restore': {
      if (write.command.from === 'dismissed') return ['dismiss-gap'];
      return write.command.shortAnswerId === undefined ? ['resolve-gap'] : rightsToResolve;
    }
  }
}

/** How it stands with several rights that are all needed: the first in the way; `hidden` before what could be mended. */
export function standingOf(access: CheckedAccess, rights: readonly GapRight[]): RightStanding {
  const standings = rights.map((right) => access[right]);
  if (standings.includes('hidden')) return 'hidden';
  return standings.find((standing) => standing !== 'allowed') ?? 'allowed';
}

const REASONS: Readonly<Record<Exclude<RightStanding, 'allowed'>, string>> = {
  'needs-role': 'the customer agent editor permission is missing',
  'needs-seat': 'an assigned paid seat is missing',
  hidden: 'the viewer may not',
};

/**
 * Lets a write through for which the viewer has every right.
 * @throws {PermissionError} naming the right that is missing, and why
 */
export function checkRights(access: CheckedAccess, write: GapWrite): void {
  const missing = rightsFor(write).find((right) => access[right] !== 'allowed');
  if (missing === undefined) return;
  const reason = REASONS[access[missing] as Exclude<RightStanding, 'allowed'>];
  throw new PermissionError(`${write.kind}: ${missing} is not allowed: ${reason}. Nothing was written.`);
}
