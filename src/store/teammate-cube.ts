import type { Segment } from './segment.js';
import type { TotalsTable } from './totals-table.js';

/** How many conversations each teammate is credited with, at known boundaries, kept apart by channel. */
export class TeammateCube {
  /** Names of teammates by number. */
  readonly teammates: readonly string[];
  readonly #counts: Int32Array;
  readonly #numbers: ReadonlyMap<string, number>;

  /**
   * @param segments those that rank teammates
   * @param channels numbers of the channels by name; all that the segments name
   */
  constructor(
    segments: readonly Segment[],
    readonly boundaries: readonly number[],
    readonly channels: ReadonlyMap<string, number>,
  ) {
    this.teammates = [
      ...new Set(
        segments.flatMap(({ credits, teammates }) => credits.numbers.map((number) => teammates.nameOf(number))),
      ),
    ];
    this.#numbers = new Map(this.teammates.map((name, number) => [name, number]));
    this.#counts = new Int32Array((boundaries.length - 1) * this.teammates.length * channels.size);
    for (const segment of segments) this.#add(segment);
  }

  /** Adds what is counted of a teammate in some channels to a column of a table. */
  addTo(table: TotalsTable, column: number, teammate: number, channels: readonly number[]): void {
    for (let stretch = 0; stretch < table.stretches; stretch++) {
      const cell = this.#cell(stretch, teammate);
      let count = 0;
      for (let index = 0; index < channels.length; index++) count += this.#counts[cell + channels[index]!]!;
      table.counts[table.cell(stretch, column)]! += count;
    }
  }

  #cell(stretch: number, teammate: number): number {
    return (stretch * this.teammates.length + teammate) * this.channels.size;
  }

  #add({ credits, channels, teammates }: Segment): void {
    const places = credits.timeline.placesOf(this.boundaries);
    if (places[0] === places.at(-1)) return;
    const numbers = credits.numbers.map((number) => this.#numbers.get(teammates.nameOf(number))!);
    const targets = new Int32Array(channels.length * numbers.length).fill(-1);
    channels.forEach((name, own) => {
      const channel = this.channels.get(name);
      if (channel === undefined) return; // No row is in it any more.
      numbers.forEach((number, slot) => {
        targets[own * numbers.length + slot] = number * this.channels.size + channel;
      });
    });
    const width = this.teammates.length * this.channels.size;
    credits.timeline.index.addCounts(places, { targets, width, totals: this.#counts });
  }
}
