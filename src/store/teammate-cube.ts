import type { Segment } from './segment.js';
import { numbersOfChannels, targetsOf } from './stretches.js';
import type { TotalsTable } from './totals-table.js';

/** How many conversations each teammate is credited with, at known boundaries, kept apart by channel or of all as one. */
export class TeammateCube {
  /** Names of teammates by number. */
  readonly teammates: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #channelCount: number;
  /** By stretch, then by teammate, then by channel. */
  readonly #counts: Int32Array;

  /**
   * @param segments those that rank teammates
   * @param channels numbers of the channels by name, all that the segments name; null: all count as one
   */
  constructor(
    segments: readonly Segment[],
    readonly boundaries: readonly number[],
    readonly channels: ReadonlyMap<string, number> | null,
  ) {
    const names = segments.flatMap(({ credits, teammates }) => credits.numbers.map((one) => teammates.nameOf(one)));
    this.teammates = [...new Set(names)];
    this.#numbers = new Map(this.teammates.map((name, number) => [name, number]));
    this.#channelCount = channels?.size ?? 1;
    this.#counts = new Int32Array((boundaries.length - 1) * this.teammates.length * this.#channelCount);
    for (const segment of segments) this.#add(segment);
  }

  /** Adds what is counted of a teammate in some channels to a column of a table. */
  addTo(table: TotalsTable, column: number, teammate: number, channels: readonly number[]): void {
    for (let stretch = 0; stretch < table.stretches; stretch++) {
      const first = (stretch * this.teammates.length + teammate) * this.#channelCount;
      let count = 0;
      for (let index = 0; index < channels.length; index++) count += this.#counts[first + channels[index]!]!;
      table.counts[table.cell(stretch, column)]! += count;
    }
  }

  #add({ credits, channels, teammates }: Segment): void {
    const places = credits.timeline.placesOf(this.boundaries);
    if (places[0] === places.at(-1)) return;
    const ranks = credits.timeline.rank();
    const numbers = credits.numbers.map((number) => this.#numbers.get(teammates.nameOf(number))!);
    const own = numbersOfChannels(channels, this.channels);
    (this.channels === null ? ranks.all : ranks.each).addCounts(places, credits.slots, {
      targets: targetsOf(numbers, own, this.#channelCount),
      width: this.teammates.length * this.#channelCount,
      totals: this.#counts,
    });
  }
}
