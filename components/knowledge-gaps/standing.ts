import type { GapWork } from '../../src/feed/gap-work.js';
import type { GapRight, RightStanding } from '../../src/gaps/gap-records.js';
import { standingOf } from '../../src/gaps/rights.js';
import type { GapWriteKind } from '../../src/gaps/writes.js';

/** How the viewer's rights to a write stand; `hidden` where the source cannot do it. What is not known yet is tried. */
export function standingFor(work: GapWork, kind: GapWriteKind, rights: readonly GapRight[]): RightStanding {
  if (!work.can(kind)) return 'hidden';
  return work.access === null ? 'allowed' : standingOf(work.access, rights);
}
