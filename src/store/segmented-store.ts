import { checkRecord } from '../conversation/check-record.js';
import type { Conversation } from '../conversation/conversation.js';
import { EventTable } from '../conversation/event-table.js';
import type { OutcomeRules } from '../conversation/rules.js';
import { DataError, type Refusal } from '../errors.js';
import type { Answer, Counted, Question, Selection, Stretch } from '../metrics/answer.js';
import type { AskedMeasure } from '../metrics/measures.js';
import type { DataQuality } from '../metrics/quality.js';
import { adoptRows } from './adopt-rows.js';
import { answerQuestion } from './answer-question.js';
import { CatchUp } from './catch-up.js';
import { checkClock } from './check-clock.js';
import type { ConversationStore, UpsertResult } from './conversation-store.js';
import { countAmong } from './count-among.js';
import { holdingOf, partsOf, type Delivery } from './delivery.js';
import { Dictionary } from './dictionary.js';
import { FactsRow, factsOf } from './facts-row.js';
import { Holdings, type StoreBytes } from './holdings.js';
import { JudgedOtherwise, otherwiseThan, type Judged, type JudgedFacts } from './judged-otherwise.js';
import { listRows } from './list-rows.js';
import { KnownTotals } from './known-totals.js';
import { qualityOf } from './quality-of.js';
import { Refusals } from './refusals.js';
import type { Segment } from './segment.js';
import { settlesBy } from './settles-by.js';
import { EncodedText } from './text-arena.js';

/** Conversations in segments with running totals; what changes is judged again from the histories. */
export class SegmentedStore implements ConversationStore {
  readonly rules: OutcomeRules;
  #now: number;
  #revision = 0;
  #teammates!: Dictionary;
  #holdings!: Holdings;
  #refusals!: Refusals;
  readonly #catchUp: CatchUp;
  readonly #known = new KnownTotals();
  readonly #otherwise = new JudgedOtherwise();
  #quality: { readonly revision: number; readonly quality: DataQuality } | null = null;
  // Scratches, filled anew for each conversation: what comes in, and what is held.
  readonly #id = new EncodedText();
  readonly #history = new EventTable();
  readonly #facts = new FactsRow();
  readonly #held = new EventTable();

  /** @param now epoch ms */
  constructor(now: number, rules: OutcomeRules) {
    this.#now = now;
    this.rules = rules;
    this.#catchUp = new CatchUp(rules);
    this.#start();
  }

  #start(): void {
    this.#teammates = new Dictionary();
    this.#teammates.take(''); // Number 0 means nobody.
    this.#holdings = new Holdings(this.#teammates, this.rules.windowMs, (history) => this.#judge(history));
    this.#refusals = new Refusals();
    this.#known.clear();
    this.#changed();
  }

  get now(): number {
    return this.#now;
  }

  get size(): number {
    return this.#holdings.size;
  }

  get revision(): number {
    return this.#revision;
  }

  get changesAt(): number | null {
    const judge = (history: EventTable): number => this.#judge(history).changesAt;
    const next = Math.min(...this.#holdings.sealed().map((holding) => holding.nextChange(judge, this.#held)));
    return next === Infinity ? null : next;
  }

  lastInstant(latest: number): number | null {
    const last = Math.max(...this.#holdings.sealed().map((holding) => holding.lastInstant(latest, this.#held)));
    return last === -Infinity ? null : last;
  }

  upsert(records: Iterable<unknown>): UpsertResult {
    const fates = { new: 0, replaced: 0, outdated: 0 };
    const rejected: (Refusal & { index: number })[] = [];
    let index = 0;
    try {
      for (const record of records) {
        const checked = checkRecord(record);
        if (checked instanceof DataError) rejected.push({ ...this.#refusals.add(checked, record), index });
        else fates[this.#put(checked)] += 1;
        index += 1;
        this.#revision += 1; // One by one: what came before an iterable that throws is in the store.
      }
    } finally {
      this.#changed(fates.replaced === 0);
    }
    const { replaced, outdated } = fates;
    return { accepted: fates.new + replaced, replaced, outdated, rejected };
  }

  #put(conversation: Conversation): 'new' | 'replaced' | 'outdated' {
    const { updatedAt, channel } = conversation;
    this.#refusals.forget(conversation.id);
    const id = this.#id.fill(conversation.id);
    const position = this.#holdings.find(id);
    let hasReplaced = false;
    if (position >= 0) {
      this.#holdings.read(position, this.#held);
      if (updatedAt !== null && this.#held.updatedAt > updatedAt) {
        this.#holdings.keep(position, id, this.#held);
        return 'outdated';
      }
      hasReplaced = this.#holdings.drop(position, this.#held);
    }
    this.#history.fillFrom(conversation, (teammate, name) => this.#teammates.take(teammate, name));
    this.#holdings.add(id, channel, this.#history, this.#judge(this.#history));
    return hasReplaced ? 'replaced' : 'new';
  }

  #judge(history: EventTable): FactsRow {
    factsOf(history, this.#now, this.rules, this.#facts);
    return this.#facts;
  }

  /**
   * Puts what has come in order, where it is that much: for loaders, which have time for 2 µs a conversation.
   * @returns whether it was that much
   */
  prepare(atLeast: number): boolean {
    if (this.#holdings.unordered < atLeast) return false;
    for (const segment of this.#segments()) segment.putInOrder();
    return true;
  }

  /** Bytes of array buffers, by what they are for. */
  bytes(): StoreBytes {
    return this.#holdings.bytes();
  }

  /** Hands everything over to another store, and holds nothing afterwards. */
  handOver(): Delivery {
    const delivery: Delivery = {
      now: this.#now,
      teammates: this.#teammates.parts,
      holdings: this.#holdings.sealed().map(partsOf),
      refused: this.#refusals.all(),
    };
    this.#start();
    return delivery;
  }

  /**
   * Takes in what another store of the same rules hands over, as if its records had been handed in: step by step, for a
   * thread that others need as well. Between two steps the store can be asked and be written to; of a segment whose last
   * step does not come, nothing is there but what stands in place of an earlier version, or an earlier one was turned
   * down for.
   */
  *adopt({ now, teammates, holdings, refused }: Delivery): Generator<void, void> {
    const names = Dictionary.of(teammates);
    for (const parts of holdings) {
      const holding = holdingOf(parts, names);
      holding.segment.putInOrder();
      yield;
      yield* this.#telling(adoptRows(holding, this.#holdings, this.#refusals));
      this.#catchUp.bring(holding, this.#holdings, { before: now, now: this.#now });
      this.#revised();
    }
    for (const refusal of refused) this.#refusals.take(refusal);
    yield* this.#telling(this.#holdings.gatherSmall());
    this.#revised();
  }

  /** Steps, each of which says whether it changed what stands in the segments that count. */
  *#telling(steps: Iterable<boolean>): Generator<void, void> {
    for (const hasChanged of steps) {
      if (hasChanged) this.#revised();
      yield;
    }
  }

  /** Makes, in steps, what the first question about teammates needs. */
  *rankTeammates(): Generator<void, void> {
    for (const segment of this.#segments()) {
      const ranks = segment.ranksTeammates ? segment.credits.timeline.rank() : null;
      yield ranks?.all.makeCounts();
      yield ranks?.each.makeCounts();
    }
  }

  remove(ids: Iterable<string>): number {
    let removed = 0;
    this.#holdings.sealed(); // A tail keeps the names of its channels until it is sealed.
    try {
      for (const id of ids) {
        this.#refusals.forget(id);
        const position = this.#holdings.find(this.#id.fill(id));
        if (position < 0) continue;
        this.#holdings.read(position, this.#held);
        if (this.#holdings.drop(position, this.#held)) removed += 1;
      }
    } finally {
      this.#id.wipe();
      this.#quality = null; // Its examples name conversations.
      this.#revised();
    }
    return removed;
  }

  advanceTo(now: number): void {
    checkClock(now);
    if (now === this.#now) return;
    const sealed = this.#holdings.sealed();
    const before = this.#now;
    this.#now = now;
    for (const holding of sealed) this.#catchUp.bring(holding, this.#holdings, { before, now });
    this.#revised(); // Weeks that ended between the two clocks change their state even where no conversation does.
  }

  teammateName(id: string): string | null {
    const dictionaries = new Set([this.#teammates, ...this.#holdings.sealed().map(({ teammates }) => teammates)]);
    for (const teammates of dictionaries) {
      const number = teammates.find(id);
      const name = number === undefined ? null : teammates.labelOf(number);
      if (name !== null) return name;
    }
    return null;
  }

  channels(): readonly string[] {
    return [...this.#known.channels(this.#segments()).keys()].sort();
  }

  answer(question: Question): Answer {
    const { segments, known, ranks } = this.#judgedFor(question, question.measures);
    return answerQuestion(segments, question, known, ranks);
  }

  settlesBy(stretch: Stretch): number | null {
    const { now = this.#now } = stretch;
    const asked = { ...stretch, boundaries: [stretch.from, stretch.to] };
    return settlesBy(this.#judgedFor(asked, ['pending']).segments, stretch, now);
  }

  list(selection: Selection): readonly Counted[] {
    const asked = { ...selection, boundaries: [selection.from, selection.to] };
    return listRows(this.#judgedFor(asked, [selection.measure]).listed, selection);
  }

  countAmong(ids: Iterable<string>, measures: readonly AskedMeasure[]): readonly number[] {
    this.#holdings.sealed();
    return countAmong(ids, measures, (id) => this.#holdings.bitsOf(this.#id.fill(id)));
  }

  *ahead(question: Question): Generator<void, void> {
    const asked = otherwiseThan(this, question, question.measures);
    if (asked !== null) yield* this.#otherwise.ahead(this.#holdings.sealed(), asked);
  }

  /** The facts as a question wants them judged: those that are held, or others made from the histories. */
  #judgedFor(question: Judged, measures: readonly AskedMeasure[]): JudgedFacts {
    const asked = otherwiseThan(this, question, measures);
    if (asked !== null) return this.#otherwise.judge(this.#holdings.sealed(), asked);
    return { listed: this.#holdings.sealed(), segments: this.#segments(), known: this.#known, ranks: true };
  }

  #segments(): readonly Segment[] {
    return this.#holdings.sealed().map(({ segment }) => segment);
  }

  quality(): DataQuality {
    if (this.#quality?.revision !== this.#revision) {
      const quality = qualityOf(this.#holdings.sealed(), this.#now, this.#refusals.entry, this.#held);
      this.#quality = { revision: this.#revision, quality };
    }
    return this.#quality.quality;
  }

  #revised(): void {
    this.#revision += 1;
    this.#changed();
  }

  /** What was worked out from the facts is wrong now. Nothing of a segment is where there are only more rows. */
  #changed(isGrowth = false): void {
    if (isGrowth) this.#known.grown();
    else this.#known.changed();
    this.#otherwise.clear();
  }
}
