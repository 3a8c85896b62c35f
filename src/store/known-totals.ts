import type { Measure } from '../metrics/measures.js';
import { placements } from './placement.js';
import { RankCube } from './rank-cube.js';
import type { Channels } from './ranks.js';
import type { Segment } from './segment.js';
import { TeammateCube } from './teammate-cube.js';

/** How many sets of boundaries are kept: the ranges of a page's reports, of large segments and of small ones. */
const MOST_KEPT = 48;
/** Rows from which on a segment stays what it is; smaller ones come and go with all that is new. */
const LASTING_ROWS = 6_144;
/** Rows from which on a segment is one of a few; smaller ones become more now and then. */
const LARGE_ROWS = 65_536;

/**
 * Totals at boundaries that were asked for lately, good for as long as no row of their segments changes. Large segments have
 * totals of their own, so that what is new costs no more than the small segments it is in.
 */
export class KnownTotals {
  readonly #ranks = new Shelf<RankCube>();
  readonly #teammates = new Shelf<TeammateCube>();
  #channels: ReadonlyMap<string, number> | null = null;
  #boundaries: readonly number[] = [];

  /** Forgets everything: the segments are not held any more. */
  clear(): void {
    this.#ranks.keep(() => false);
    this.#teammates.keep(() => false);
    this.#channels = null;
  }

  /** Forgets what is wrong, or no more asked for, now that rows have changed, come or gone. */
  changed(): void {
    this.#ranks.keep(isGood);
    this.#teammates.keep(isGood);
    this.#channels = null;
  }

  /** Nothing that is known has changed; there are only more rows, in segments of their own. */
  grown(): void {
    this.#channels = null;
  }

  /** Numbers of all channels that segments name. */
  channels(segments: readonly Segment[]): ReadonlyMap<string, number> {
    return (this.#channels ??= channelsOf(segments));
  }

  /** The totals of segments that rank channels, at some boundaries: to be added up. */
  cubes(
    segments: readonly Segment[],
    asked: readonly number[],
    at: Measure['at'],
    which: Channels,
  ): readonly RankCube[] {
    const boundaries = this.#copyOf(asked);
    const make = (group: readonly Segment[]): RankCube =>
      new RankCube(group, boundaries, this.#apart(group, which), placements[at], (segment) => segment.timeline(at));
    return groupsOf(segments).map((group) => this.#ranks.take({ segments: group, boundaries, at, which }, make));
  }

  /** The totals of each teammate, of segments that rank them: to be added up. */
  teammateCubes(segments: readonly Segment[], asked: readonly number[], which: Channels): readonly TeammateCube[] {
    const boundaries = this.#copyOf(asked);
    const make = (group: readonly Segment[]): TeammateCube =>
      new TeammateCube(group, boundaries, this.#apart(group, which));
    return groupsOf(segments).map((group) => this.#teammates.take({ segments: group, boundaries, which }, make));
  }

  /** A copy, since whoever asks can change theirs; the same one for as long as no others are asked for. */
  #copyOf(boundaries: readonly number[]): readonly number[] {
    if (!sameItems(this.#boundaries, boundaries)) this.#boundaries = [...boundaries];
    return this.#boundaries;
  }

  #apart(segments: readonly Segment[], which: Channels): ReadonlyMap<string, number> | null {
    return which === 'all' ? null : this.channels(segments);
  }
}

/** What totals are of. */
interface Shelved {
  readonly segments: readonly Segment[];
  /** Changes in place that the segments had seen; absent: all up to now. */
  readonly revision?: number;
  readonly boundaries: readonly number[];
  readonly at?: Measure['at'];
  readonly which: Channels;
}

/** The last few totals that were asked for. */
class Shelf<Totals> {
  #entries: (Shelved & { readonly totals: Totals })[] = [];

  keep(isGood: (entry: Shelved) => boolean): void {
    this.#entries = this.#entries.filter(isGood);
  }

  take(asked: Shelved, make: (segments: readonly Segment[]) => Totals): Totals {
    const { segments, boundaries, at, which } = asked;
    const known = this.#entries.find(
      (entry) =>
        entry.at === at &&
        entry.which === which &&
        sameItems(entry.boundaries, boundaries) &&
        sameItems(entry.segments, segments),
    );
    if (known !== undefined) return known.totals;
    const totals = make(segments);
    this.#entries = [{ ...asked, revision: revisionOf(segments), totals }, ...this.#entries].slice(0, MOST_KEPT);
    return totals;
  }
}

function groupsOf(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const large = segments.filter(({ length }) => length >= LARGE_ROWS);
  if (large.length === segments.length) return [segments];
  const lasting = segments.filter((segment) => isLasting(segment) && segment.length < LARGE_ROWS);
  const small = segments.filter((segment) => !isLasting(segment));
  return [large, lasting, small].filter(({ length }) => length > 0);
}

function isLasting({ length }: Segment): boolean {
  return length >= LASTING_ROWS;
}

/** No row of its segments has changed, and they stay what they are. */
function isGood({ segments, revision }: Shelved): boolean {
  for (let index = 0; index < segments.length; index++) if (!isLasting(segments[index]!)) return false;
  return revision === revisionOf(segments);
}

function revisionOf(segments: readonly Segment[]): number {
  let sum = 0;
  for (let index = 0; index < segments.length; index++) sum += segments[index]!.revision;
  return sum;
}

function channelsOf(segments: readonly Segment[]): ReadonlyMap<string, number> {
  const names = new Set(segments.flatMap(({ channels }) => channels));
  names.delete(''); // Of channels that are gone.
  return new Map([...names].map((name, number) => [name, number]));
}

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let index = 0; index < a.length; index++) if (a[index] !== b[index]) return false;
  return true;
}
