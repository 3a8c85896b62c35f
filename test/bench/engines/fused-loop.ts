import { CHANNELS, type Facts } from '../facts.js';
import type { Counters, Engine, Question } from '../question.js';
import { rowsOf, submissionsOf, type Row, type Submission } from '../rows.js';
import { tallyOf } from '../tally.js';

/** One pass over objects, written by hand for exactly these counters. */
export class FusedLoop implements Engine {
  readonly name = 'fused loop';
  readonly #rows: Row[];
  readonly #submissions: Submission[];

  constructor(facts: Facts) {
    this.#rows = rowsOf(facts);
    this.#submissions = submissionsOf(facts);
  }

  append(facts: Facts): void {
    this.#rows.push(...rowsOf(facts));
    this.#submissions.push(...submissionsOf(facts));
  }

  ask(question: Question): Counters {
    const tally = tallyOf(question);
    const isWanted = CHANNELS.map((_, channel) => question.channels === null || question.channels.includes(channel));
    for (const row of this.#rows) if (isWanted[row.channel]) tally.count(row, 1);
    for (const submission of this.#submissions) if (isWanted[submission.channel]) tally.countSubmission(submission, 1);
    return tally.counters();
  }
}
