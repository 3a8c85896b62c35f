import type { Measure } from '../metrics/measures.js';
import { placements } from './placement.js';
import { RankCube } from './rank-cube.js';
import type { Segment } from './segment.js';
import { TeammateCube } from './teammate-cube.js';

/** How many sets of boundaries are kept: the ranges of a page's reports. */
const MOST_KEPT = 8;

/** Totals at boundaries that were asked for lately, good for as long as no row changes. */
export class KnownTotals {
  #cubes: { readonly at: Measure['at']; readonly cube: RankCube }[] = [];
  #teammates: TeammateCube[] = [];
  #channels: ReadonlyMap<string, number> | null = null;

  /** Forgets everything: rows have changed. */
  clear(): void {
    this.#cubes = [];
    this.#teammates = [];
    this.#channels = null;
  }

  /** Numbers of all channels that segments name. */
  channels(segments: readonly Segment[]): ReadonlyMap<string, number> {
    if (this.#channels === null) {
      const names = new Set(segments.flatMap(({ channels }) => channels));
      names.delete(''); // Of channels that are gone.
      this.#channels = new Map([...names].map((name, number) => [name, number]));
    }
    return this.#channels;
  }

  /** The totals of segments that rank channels, at some boundaries. */
  cube(segments: readonly Segment[], boundaries: readonly number[], at: Measure['at']): RankCube {
    const known = this.#cubes.find((entry) => entry.at === at && sameNumbers(entry.cube.boundaries, boundaries));
    if (known !== undefined) return known.cube;
    const channels = this.channels(segments);
    const cube = new RankCube(segments, boundaries, channels, placements[at], (segment) => segment.timeline(at));
    this.#cubes = [{ at, cube }, ...this.#cubes].slice(0, MOST_KEPT);
    return cube;
  }

  /** The totals of each teammate, of segments that rank them. */
  teammateCube(segments: readonly Segment[], boundaries: readonly number[]): TeammateCube {
    const known = this.#teammates.find((cube) => sameNumbers(cube.boundaries, boundaries));
    if (known !== undefined) return known;
    const cube = new TeammateCube(segments, boundaries, this.channels(segments));
    this.#teammates = [cube, ...this.#teammates].slice(0, MOST_KEPT);
    return cube;
  }
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
