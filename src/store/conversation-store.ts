import type { OutcomeRules } from '../conversation/rules.js';
import type { Refusal } from '../errors.js';
import type { AnswersQuestions } from '../metrics/answer.js';
import type { AskedMeasure } from '../metrics/measures.js';
import type { DataQuality } from '../metrics/quality.js';

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
  /** Forgets conversations by id, also for privacy requests. Hands back how many of them were held. */
  remove(ids: Iterable<string>): number;
  /** Moves the clock. Only what changes between the two instants is judged again. */
  advanceTo(now: number): void;
  /**
   * How many of these conversations each measure counts, by the same predicates as its totals. Each id counts once; one that
   * is not held counts nowhere.
   * @throws {DefinitionError} for a measure of feedback
   */
  countAmong(ids: Iterable<string>, measures: readonly AskedMeasure[]): readonly number[];
  /** What the records call a teammate; null where none tells a name, or nobody has this id. */
  teammateName(id: string): string | null;
  /** Channels that occur, in alphabetical order. */
  channels(): readonly string[];
  quality(): DataQuality;
}
