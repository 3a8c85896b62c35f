import type { Segment } from './segment.js';
import type { TotalsTable } from './totals-table.js';

/** How many conversations each teammate is credited with, at known boundaries, kept apart by channel. */
export class TeammateCube {
  /** Names of teammates by number. */
  readonly teammates: readonly string[];
  readonly #counts: Float64Array;
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
    this.#counts = new Float64Array((boundaries.length - 1) * this.teammates.length * channels.size);
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

  #add(segment: Segment): void {
    const { index } = segment.credits.timeline;
    const places = segment.credits.timeline.placesOf(this.boundaries);
    const channels = segment.channels.map((name) => this.channels.get(name) ?? -1);
    const teammates = segment.credits.numbers.map((number) => this.#numbers.get(segment.teammates.nameOf(number))!);
    let before = index.blankCounts();
    let after = index.blankCounts();
    index.rankCounts(places[0]!, before);
    for (let stretch = 0; stretch + 1 < places.length; stretch++) {
      if (places[stretch] === places[stretch + 1]) continue;
      index.rankCounts(places[stretch + 1]!, after);
      for (let channel = 0, cell = 0; channel < channels.length; channel++)
        for (let slot = 0; slot < teammates.length; slot++, cell++)
          if (channels[channel]! >= 0)
            this.#counts[this.#cell(stretch, teammates[slot]!) + channels[channel]!]! += after[cell]! - before[cell]!;
      [before, after] = [after, before];
    }
  }
}
