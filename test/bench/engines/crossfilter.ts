import crossfilter, { type Crossfilter, type Dimension } from 'crossfilter2';
import { CHANNELS, type Facts } from '../facts.js';
import type { Counters, Engine, Question } from '../question.js';
import { rowsOf, submissionsOf, type Row, type Submission } from '../rows.js';
import { tallyOf, type Tally } from '../tally.js';

/** What counts for a question, and goes on counting what is added. */
interface Groups {
  readonly question: Question;
  readonly tally: Tally;
  readonly all: readonly { value(): unknown; dispose(): unknown }[];
}

/**
 * crossfilter2 as it answers soonest: a dimension to filter by, and one group for all charts. The group is made anew for
 * a new question, since to move half of the rows out of it and in again takes longer; what is added it takes in.
 */
export class CrossfilterEngine implements Engine {
  readonly name = 'crossfilter2';
  readonly #rows: Crossfilter<Row>;
  readonly #channel: Dimension<Row, number>;
  readonly #submissions: Crossfilter<Submission>;
  readonly #submissionChannel: Dimension<Submission, number>;
  #groups: Groups | null = null;

  constructor(facts: Facts) {
    this.#rows = crossfilter(rowsOf(facts));
    this.#channel = this.#rows.dimension((row) => row.channel);
    this.#submissions = crossfilter(submissionsOf(facts));
    this.#submissionChannel = this.#submissions.dimension((submission) => submission.channel);
  }

  append(facts: Facts): void {
    this.#rows.add(rowsOf(facts));
    this.#submissions.add(submissionsOf(facts));
  }

  ask(question: Question): Counters {
    if (this.#groups?.question !== question) this.#group(question);
    const { tally, all } = this.#groups!;
    for (const group of all) group.value();
    return tally.counters();
  }

  #group(question: Question): void {
    for (const group of this.#groups?.all ?? []) group.dispose();
    this.#filter(question.channels);
    const tally = tallyOf(question);
    const rows = this.#rows.groupAll<Tally>();
    rows.reduce(...reducing<Row>(tally, (row, by) => tally.count(row, by)));
    const submissions = this.#submissions.groupAll<Tally>();
    submissions.reduce(...reducing<Submission>(tally, (submission, by) => tally.countSubmission(submission, by)));
    this.#groups = { question, tally, all: [rows, submissions] };
  }

  #filter(channels: Question['channels']): void {
    const isWanted = CHANNELS.map((_, channel) => channels === null || channels.includes(channel));
    for (const dimension of [this.#channel, this.#submissionChannel])
      if (channels === null) dimension.filterAll();
      else dimension.filterFunction((channel) => isWanted[channel as number]!);
  }
}

/** What a group is reduced by: a row comes in, goes out, and what there is before any. */
function reducing<Item>(
  tally: Tally,
  count: (item: Item, by: number) => void,
): [(tally: Tally, item: Item) => Tally, (tally: Tally, item: Item) => Tally, () => Tally] {
  const by = (sign: number) => (into: Tally, item: Item) => {
    count(item, sign);
    return into;
  };
  return [by(1), by(-1), () => tally];
}
