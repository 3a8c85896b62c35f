import type { Ranked } from './rank-index.js';
import type { Totals } from './running-totals.js';
import type { Timeline } from './timeline.js';

/** Totals of stretches of time, and what of a segment goes where in them. */
export interface StretchTotals {
  readonly what: Ranked;
  /** Where in a stretch each cell of the segment's running totals goes; -1: nowhere. */
  readonly targets: Int32Array;
  /** Numbers that a stretch has. */
  readonly width: number;
  /** All stretches, one behind the other. */
  readonly totals: Totals;
}

/** Adds what lies between each two boundaries: one rank less the one before. */
export function addStretches(timeline: Timeline, boundaries: readonly number[], into: StretchTotals): void {
  const places = timeline.placesOf(boundaries);
  const last = places.length - 1;
  if (places[0] === places[last]) return;
  const { what, targets, width, totals } = into;
  const { index } = timeline;
  let before = index.blank(what);
  let after = index.blank(what);
  index.rank(what, places[0]!, before);
  for (let stretch = 0; stretch < last; stretch++) {
    if (places[stretch] === places[stretch + 1]) continue;
    index.rank(what, places[stretch + 1]!, after);
    addDifference(before, after, targets, totals, stretch * width);
    [before, after] = [after, before];
  }
}

function addDifference(before: Totals, after: Totals, targets: Int32Array, totals: Totals, first: number): void {
  for (let cell = 0; cell < targets.length; cell++)
    if (targets[cell]! >= 0) totals[first + targets[cell]!]! += after[cell]! - before[cell]!;
}
