import type { Channels } from './rank-index.js';
import type { Segment } from './segment.js';
import type { TotalsTable } from './totals-table.js';

/** How many conversations each teammate is credited with, at known boundaries: of all channels, and of each. */
export class TeammateCube {
  /** Names of teammates by number. */
  readonly teammates: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  /** By stretch, then by teammate, then by channel where each has its own. */
  readonly #counts: Partial<Record<Channels, Int32Array>> = {};

  /**
   * @param segments those that rank teammates
   * @param channels numbers of the channels by name; all that the segments name
   */
  constructor(
    private readonly segments: readonly Segment[],
    readonly boundaries: readonly number[],
    readonly channels: ReadonlyMap<string, number>,
  ) {
    const names = segments.flatMap(({ credits, teammates }) => credits.numbers.map((one) => teammates.nameOf(one)));
    this.teammates = [...new Set(names)];
    this.#numbers = new Map(this.teammates.map((name, number) => [name, number]));
  }

  /**
   * Adds what is counted of a teammate to a column of a table.
   * @param channels those that count; null: all
   */
  addTo(table: TotalsTable, column: number, teammate: number, channels: readonly number[] | null): void {
    const which = channels === null ? 'all' : 'each';
    const counts = (this.#counts[which] ??= this.#count(which));
    const apart = this.#apart(which);
    const own = channels ?? [0];
    for (let stretch = 0; stretch < table.stretches; stretch++) {
      const first = (stretch * this.teammates.length + teammate) * apart;
      let count = 0;
      for (let index = 0; index < own.length; index++) count += counts[first + own[index]!]!;
      table.counts[table.cell(stretch, column)]! += count;
    }
  }

  /** Channels that are apart. */
  #apart(which: Channels): number {
    return which === 'all' ? 1 : this.channels.size;
  }

  #count(which: Channels): Int32Array {
    const width = this.teammates.length * this.#apart(which);
    const totals = new Int32Array((this.boundaries.length - 1) * width);
    for (const segment of this.segments) {
      const started = segment.timeline('startedAt').placesOf(this.boundaries);
      if (started[0] === started.at(-1)) continue;
      const { credits } = segment;
      const targets = this.#targetsOf(segment, which);
      const places = started.map((row) => credits.before(row));
      credits.rank().addCounts(places, credits.slots, which, { targets, width, totals });
    }
    return totals;
  }

  /** Where in a stretch each of a segment's counts goes; -1: no row is in the channel any more. */
  #targetsOf({ credits, channels, teammates }: Segment, which: Channels): Int32Array {
    const numbers = credits.numbers.map((number) => this.#numbers.get(teammates.nameOf(number))!);
    if (which === 'all') return Int32Array.from(numbers);
    const own = channels.map((name) => this.channels.get(name) ?? -Infinity);
    const targets = numbers.flatMap((number) => own.map((channel) => number * this.channels.size + channel));
    return Int32Array.from(targets, (target) => Math.max(-1, target));
  }
}
