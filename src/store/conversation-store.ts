import FlatQueue from 'flatqueue';
import type { Conversation } from '../conversation/conversation.js';
import { fingerprintOf } from '../conversation/fingerprint.js';
import { parseConversation } from '../conversation/parse.js';
import { completeRules, sameRules, type OutcomeRules } from '../conversation/rules.js';
import { DataError, DefinitionError, type Refusal } from '../errors.js';
import type { Answer, AnswersQuestions, Question, Stretch } from '../metrics/answer.js';
import type { DataQuality } from '../metrics/quality.js';
import { Columns } from './columns.js';
import { factsOf } from './facts-row.js';
import { scanQuality } from './quality-scan.js';
import { answerByScan, scanSettlesBy, type Verdict } from './scan.js';

/** Refused records kept by name; beyond it they are only counted. */
const MOST_REFUSALS = 1_000;

/** What a store starts with. It has no clock of its own. */
export interface StoreOptions {
  /** Epoch ms: the earlier of the clock and the time up to which the data is known to be complete. */
  readonly now: number;
  /** What differs from the official rules. */
  readonly rules?: Partial<OutcomeRules>;
}

/** What became of the records handed to {@link ConversationStore.upsert}. */
export interface UpsertResult {
  /** Records that are in the store now because of this call. */
  readonly accepted: number;
  /** Of them, those that stand in place of an earlier version. */
  readonly replaced: number;
  /** Records that were fine but older than what the store holds. */
  readonly outdated: number;
  /** Records the door refused, each by id, place in the call, field, value and way out. */
  readonly rejected: readonly (Refusal & { readonly index: number })[];
}

/** Conversations, judged at one clock, ready to be counted. */
export interface ConversationStore extends AnswersQuestions {
  /** The clock everything is judged at, epoch ms. */
  readonly now: number;
  readonly rules: OutcomeRules;
  /** Conversations held. */
  readonly size: number;
  /** Moves with every change of data or outcome: what was computed at the same revision is still right. */
  readonly revision: number;
  /** When something will next change by itself (a settlement, an event that begins to exist), epoch ms; null for never. */
  readonly changesAt: number | null;
  /** The latest start, event or close of all conversations up to `latest`, epoch ms; null without any. */
  lastInstant(latest: number): number | null;
  /** Takes records in; one handed over again replaces the earlier one unless that has a later `updatedAt`. */
  upsert(records: Iterable<unknown>): UpsertResult;
  /** Forgets conversations by id, also for privacy requests. Hands back how many there were. */
  remove(ids: Iterable<string>): number;
  /** Moves the clock. Only what changes between the two instants is judged again. */
  advanceTo(now: number): void;
  /** Channels that occur, in alphabetical order. */
  channels(): readonly string[];
  quality(): DataQuality;
}

/**
 * A store of conversations. No DOM, no clock: runs in a browser, a worker and a server.
 * @throws {DefinitionError} where the clock or a rule makes no sense
 */
export function createStore(options: StoreOptions): ConversationStore {
  return new ScanningStore(checkClock(options.now), completeRules(options.rules));
}

function checkClock(now: number): number {
  if (!Number.isFinite(now)) throw new DefinitionError(`now: expected epoch milliseconds, got ${String(now)}.`);
  return now;
}

/** A revoked proxy throws when it is asked what it is; the door refuses it by name. */
function isDataError(record: unknown): record is DataError {
  try {
    return record instanceof DataError;
  } catch {
    return false;
  }
}

function checkedOrRefused(record: unknown): Conversation | DataError {
  try {
    return parseConversation(record);
  } catch (error) {
    if (error instanceof DataError) return error;
    throw error;
  }
}

class ScanningStore implements ConversationStore {
  readonly rules: OutcomeRules;
  #now: number;
  #revision = 0;
  readonly #columns = new Columns();
  readonly #rows = new Map<string, number>();
  /** Rows by the instant at which they next change; entries of rows that changed meanwhile are stale and skipped. */
  readonly #changes = new FlatQueue<number>();
  /** By id; those without one by the fingerprint of their content. */
  readonly #refusals = new Map<string | number, Refusal>();
  #refused = 0;
  #quality: { readonly revision: number; readonly quality: DataQuality } | null = null;

  constructor(now: number, rules: OutcomeRules) {
    this.#now = now;
    this.rules = rules;
  }

  get now(): number {
    return this.#now;
  }

  get size(): number {
    return this.#rows.size;
  }

  get revision(): number {
    return this.#revision;
  }

  get changesAt(): number | null {
    this.#dropStale();
    return this.#changes.peekValue() ?? null;
  }

  lastInstant(latest: number): number | null {
    let last = -Infinity;
    for (let row = 0; row < this.#columns.length; row++) {
      const lastAt = this.#columns.lastAt[row]!;
      if (lastAt <= latest) last = Math.max(last, lastAt);
      else last = Math.max(last, lastUpTo(this.#columns.conversations[row], latest));
    }
    return last === -Infinity ? null : last;
  }

  upsert(records: Iterable<unknown>): UpsertResult {
    let accepted = 0;
    let replaced = 0;
    let outdated = 0;
    const rejected: (Refusal & { index: number })[] = [];
    let index = 0;
    for (const record of records) {
      const checked = this.#check(record);
      if (checked instanceof DataError) {
        const { field, value, message, id } = checked;
        rejected.push({ ...(id === undefined ? {} : { id }), index, field, value, message });
      } else {
        const fate = this.#put(checked);
        if (fate === 'outdated') outdated += 1;
        else accepted += 1;
        if (fate === 'replaced') replaced += 1;
      }
      index += 1;
      this.#revision += 1; // One by one: what came before an iterable that throws is in the store.
    }
    return { accepted, replaced, outdated, rejected };
  }

  /** A loader that could not even read a record hands over the DataError in its place. */
  #check(record: unknown): Conversation | DataError {
    const checked = isDataError(record) ? record : checkedOrRefused(record);
    if (checked instanceof DataError) this.#refuse(checked, record);
    return checked;
  }

  /** Refusals are told by name up to a limit; a record refused twice counts once while it is known. */
  #refuse(error: DataError, record: unknown): void {
    const { field, value, message, id } = error;
    const key = id ?? fingerprintOf(record);
    if (this.#refusals.has(key)) return;
    this.#refused += 1;
    if (this.#refusals.size < MOST_REFUSALS)
      this.#refusals.set(key, { ...(id === undefined ? {} : { id }), field, value, message });
  }

  #put(conversation: Conversation): 'new' | 'replaced' | 'outdated' {
    const { id, updatedAt } = conversation;
    if (this.#refusals.delete(id)) this.#refused -= 1;
    const known = this.#rows.get(id);
    const earlier = known === undefined ? undefined : this.#columns.conversations[known];
    if (earlier !== undefined && updatedAt !== null && earlier.updatedAt !== null && earlier.updatedAt > updatedAt)
      return 'outdated';
    const row = known ?? this.#columns.take();
    this.#rows.set(id, row);
    this.#judge(row, conversation);
    return known === undefined ? 'new' : 'replaced';
  }

  #judge(row: number, conversation: Conversation): void {
    const facts = factsOf(conversation, this.#now, this.rules);
    this.#columns.write(row, conversation, facts);
    if (facts.changesAt < Infinity) this.#changes.push(row, facts.changesAt);
  }

  remove(ids: Iterable<string>): number {
    let removed = 0;
    for (const id of ids) {
      const refused = this.#refusals.delete(id);
      if (refused) this.#refused -= 1;
      const row = this.#rows.get(id);
      if (row === undefined) continue;
      this.#columns.free(row);
      this.#rows.delete(id);
      removed += 1;
    }
    this.#quality = null; // Its examples name conversations.
    this.#revision += 1;
    return removed;
  }

  advanceTo(now: number): void {
    checkClock(now);
    if (now === this.#now) return;
    const backwards = now < this.#now;
    this.#now = now;
    if (backwards) this.#judgeBack();
    else this.#judgeDue();
    this.#revision += 1; // Weeks that ended between the two clocks change their state even where no conversation does.
  }

  /** Judges the rows that change up to the clock. */
  #judgeDue(): void {
    for (let at = this.#changes.peekValue(); at !== undefined && at <= this.#now; at = this.#changes.peekValue()) {
      const row = this.#changes.pop()!;
      const conversation = this.#columns.conversations[row];
      if (conversation === undefined || this.#columns.changesAt[row] !== at) continue;
      this.#judge(row, conversation);
    }
  }

  /** Judges the rows in which something lies after the clock: what came before it is told the same as ever. */
  #judgeBack(): void {
    for (let row = 0; row < this.#columns.length; row++) {
      const conversation = this.#columns.conversations[row];
      if (conversation === undefined) continue;
      const unsettled = this.#columns.settlesAt[row]! > this.#now;
      if (unsettled || this.#columns.lastAt[row]! > this.#now) this.#judge(row, conversation);
    }
  }

  #dropStale(): void {
    for (let at = this.#changes.peekValue(); at !== undefined; at = this.#changes.peekValue()) {
      if (this.#columns.changesAt[this.#changes.peek()!] === at) return;
      this.#changes.pop();
    }
  }

  channels(): readonly string[] {
    const names = new Set<string>();
    for (const conversation of this.#columns.conversations)
      if (conversation !== undefined) names.add(conversation.channel);
    return [...names].sort();
  }

  answer(question: Question): Answer {
    return answerByScan(this.#columns, question, this.#verdictOf(question));
  }

  settlesBy(question: Stretch): number | null {
    return scanSettlesBy(this.#columns, question, this.#verdictOf(question));
  }

  #verdictOf({
    now = this.#now,
    rules = this.rules,
  }: {
    readonly now?: number;
    readonly rules?: OutcomeRules;
  }): Verdict {
    if (!(now <= this.#now)) {
      throw new DefinitionError(`now: expected an instant up to the store's clock, ${this.#now}, got ${String(now)}.`);
    }
    const alike = sameRules(rules, this.rules);
    return { now, rules, judges: !alike ? 'all' : now === this.#now ? 'none' : 'touched' };
  }

  quality(): DataQuality {
    if (this.#quality?.revision !== this.#revision) {
      const quality = scanQuality(this.#columns, this.#now, {
        count: this.#refused,
        refusals: this.#refusals.values(),
      });
      this.#quality = { revision: this.#revision, quality };
    }
    return this.#quality.quality;
  }
}

/** The last of a conversation's instants that lies up to a limit; -Infinity for none. */
function lastUpTo(conversation: Conversation | undefined, latest: number): number {
  if (conversation === undefined) return -Infinity;
  const { startedAt, events, ticket } = conversation;
  const instants = [startedAt, events.findLast(({ at }) => at <= latest)?.at, ticket?.closedAt];
  return instants.reduce<number>((last, at) => (at != null && at <= latest && at > last ? at : last), -Infinity);
}
