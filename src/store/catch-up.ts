import { EventTable } from '../conversation/event-table.js';
import type { OutcomeRules } from '../conversation/rules.js';
import { FactsRow, factsOf } from './facts-row.js';
import type { Holding } from './holding.js';
import type { Holdings } from './holdings.js';
import { EncodedText } from './text-arena.js';

/** Two clocks, epoch ms: what was judged at one is wanted at the other. */
export interface Clocks {
  readonly before: number;
  readonly now: number;
}

/** Judges what changes between two clocks, and nothing else. */
export class CatchUp {
  // Scratches, filled anew for each conversation.
  readonly #id = new EncodedText();
  readonly #history = new EventTable();
  readonly #facts = new FactsRow();
  readonly #factsBefore = new FactsRow();

  constructor(private readonly rules: OutcomeRules) {}

  /** Brings a segment to the clock that its holdings are judged at. */
  bring(holding: Holding, holdings: Holdings, clocks: Clocks): void {
    const { before, now } = clocks;
    const rows = now < before ? holding.rowsOpenBetween(now, before) : holding.rowsDueBy(now);
    for (const row of rows) this.#judgeAgain(holding, row, holdings, clocks);
    this.#id.wipe();
  }

  /** Judges a row that was judged at another clock. What has another place in time from now on moves. */
  #judgeAgain(holding: Holding, row: number, holdings: Holdings, { before, now }: Clocks): void {
    holding.read(row, this.#history);
    factsOf(this.#history, before, this.rules, this.#factsBefore);
    factsOf(this.#history, now, this.rules, this.#facts);
    const { bits, judgement, changesAt } = this.#facts;
    const stays = this.#facts.staysWhere(this.#factsBefore);
    const isSame = stays && this.#facts.countsLike(this.#factsBefore);
    if (isSame || (stays && holding.segment.rewrite(row, bits, judgement.timeToCloseMs)))
      holding.waitFor(row, changesAt);
    else holdings.move(holding, row, this.#history, this.#id);
  }
}
