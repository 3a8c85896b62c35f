import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { QuestionList } from '../../src/feed/question-list.js';
import type { GapStatus, RightStanding } from '../../src/gaps/gap-records.js';
import type { CheckedQuestion } from '../../src/gaps/questions.js';
import { rightsFor, rightsToResolve } from '../../src/gaps/rights.js';
import type { GapWrite } from '../../src/gaps/writes.js';
import type { Localization } from '../../src/localize/localize.js';
import type { GapDestination } from '../agent-performance/gap-request.js';
import type { GapWriter } from './gap-writer.js';
import { AfterConflict } from './after-conflict.js';
import type { RowTarget } from './focus-after-write.js';
import { renderListFoot } from './list-parts.js';
import { renderShortcuts } from './panel-keys.js';
import { renderQuestionRows } from './question-rows.js';
import { RowWindow } from './row-window.js';
import { standingFor } from './standing.js';
import { renderWhyNot, Selection } from './selection.js';

/** What can be ticked at the moment. */
export interface Tickable {
  readonly list: QuestionList;
  readonly topicId: string;
  readonly status: GapStatus;
  /** All questions of the topic with this status; null where nobody knows, as in a search. */
  readonly total: number | null;
  /** There are further topics to go to. */
  readonly hasSteps: boolean;
  readonly destination: GapDestination;
  readonly localization: Localization;
  /** Asks for the next page, or for the one that did not come. */
  readonly more: () => void;
}

/** The questions of a panel, those that are ticked, and the one action on them: open ones are dismissed, others opened. */
export class TickedQuestions {
  readonly #host: LitElement;
  readonly #writer: GapWriter;
  readonly #say: (text: string) => void;
  readonly #ticked = new Selection();
  readonly #afterConflict: AfterConflict;
  /** Those shown whole. */
  readonly #whole = new Selection();

  readonly #rows: RowWindow;

  constructor(host: LitElement, writer: GapWriter, say: (text: string) => void) {
    this.#host = host;
    this.#afterConflict = new AfterConflict(host, this.#ticked);
    this.#rows = new RowWindow(host, 15);
    this.#writer = writer;
    this.#say = say;
  }

  get size(): number {
    return this.#ticked.size;
  }

  /** Another source has questions of its own. */
  leave(): void {
    this.clear();
    this.#writer.forget();
  }

  /** The ticked ones; null, for all of the topic, where none is. */
  get idsOrAll(): readonly string[] | null {
    return this.size === 0 ? null : this.#ticked.ids;
  }

  /** The question a short answer starts from. */
  chosenOf(questions: readonly CheckedQuestion[]): CheckedQuestion | undefined {
    return questions.find(({ id }) => this.#ticked.has(id)) ?? questions[0];
  }

  /** Ticks the question that has the focus where none is ticked, so that it can be dismissed by one key. */
  async tickFocused(): Promise<void> {
    const focused = this.#host.shadowRoot?.activeElement;
    if (this.size === 0 && focused?.matches('.question input') === true) (focused as HTMLElement).click();
    await this.#host.updateComplete;
  }

  /** Others are shown. */
  clear(): void {
    this.#ticked.clear();
    this.#whole.clear();
    this.#rows.reset();
    this.#host.requestUpdate();
  }

  /** Of questions that were written: what was ticked meanwhile stays so. */
  untick(ids: readonly string[]): void {
    this.#set(ids, false);
  }

  render(tickable: Tickable, now: number): TemplateResult {
    const { list, topicId, localization } = tickable;
    const { gapPanel } = localization.messages;
    const { entries, total } = list.state;
    this.#forgetGone(tickable);
    const write = this.#write(tickable);
    const standing = standingFor(list.work, write.kind, rightsFor(write));
    const resolving = standingFor(list.work, 'resolve', rightsToResolve);
    // Those that cannot be dismissed can still be ticked to be resolved.
    const isUseless = standing === 'hidden' && (tickable.status !== 'open' || resolving === 'hidden');
    return html`${isUseless ? nothing : this.#renderBar(standing, tickable)}
    ${renderQuestionRows({
      questions: entries,
      total,
      rows: this.#rows,
      now,
      localization,
      isTicked: isUseless ? null : (id) => this.#ticked.has(id),
      tick: (id, isTicked) => this.#set([id], isTicked),
      isWhole: (id) => this.#whole.has(id),
      toggleWhole: (id) => this.#toggleWhole(id),
      savingOf: (id) => list.work.savingOf(topicId, id),
    })}
    ${renderListFoot({
      list: list.state,
      shown: gapPanel.shown(entries.length, total),
      words: gapPanel,
      localization,
      more: tickable.more,
    })}
    ${isUseless ? nothing : renderShortcuts(localization.messages, tickable.status === 'open', tickable.hasSteps)}`;
  }

  /** Ticks of questions that somebody else has closed, where all are known; not while one's own write may have closed them. */
  #forgetGone({ list, total }: Tickable): void {
    this.#afterConflict.hear(this.#writer.failure, list);
    const { phase, entries, hasMore } = list.state;
    if (phase !== 'ready' || hasMore || total === null || this.#writer.isUnsure) return;
    const known = new Set(entries.map(({ id }) => id));
    this.#ticked.set(
      this.#ticked.ids.filter((id) => !known.has(id)),
      false,
    );
  }

  #renderBar(standing: RightStanding, tickable: Tickable): TemplateResult {
    const { list, localization } = tickable;
    const { gapPanel } = localization.messages;
    const { entries } = list.state;
    const total = tickable.total === null ? null : Math.max(tickable.total, this.size);
    const isAll = this.size > 0 && entries.every(({ id }) => this.#ticked.has(id)) && this.size >= (total ?? 0);
    const isAllowed = standing === 'allowed' && this.size > 0 && !this.#writer.isWriting;
    const onAll = (event: Event): void => {
      if ((event.target as HTMLInputElement).checked) void this.#tickAll(tickable);
      else this.#set(this.#ticked.ids, false);
    };
    return html`<div class="selection-bar" part="ticked">
      <label class="tick all">
        <input
          type="checkbox"
          aria-label=${gapPanel.tickAll(total)}
          .checked=${live(isAll)}
          .indeterminate=${live(this.size > 0 && !isAll)}
          @change=${onAll}
        />
        <span>${gapPanel.ticked(this.size, total)}</span>
      </label>
      ${standing === 'hidden' ? nothing : this.#renderRun(standing, isAllowed, tickable)}
    </div>`;
  }

  #renderRun(standing: Exclude<RightStanding, 'hidden'>, isAllowed: boolean, tickable: Tickable): TemplateResult {
    const { status, localization } = tickable;
    const { gapPanel } = localization.messages;
    return html`<button
        class="button run"
        type="button"
        aria-disabled=${!isAllowed}
        aria-describedby=${standing === 'allowed' ? nothing : 'why-not'}
        @click=${() => {
          if (isAllowed) this.#run(tickable);
        }}
      >
        ${status === 'open' ? gapPanel.dismiss : gapPanel.restore}
      </button>
      ${standing === 'allowed' ? nothing : renderWhyNot(standing, localization.messages)}`;
  }

  #write({ topicId, status }: Tickable): Exclude<GapWrite, { readonly kind: 'resolve' }> {
    const topics = [{ topicId, questionIds: this.#ticked.ids }];
    return status === 'open'
      ? { kind: 'dismiss', command: { topics } }
      : { kind: 'restore', command: { topics, from: status } };
  }

  #run(tickable: Tickable): void {
    const { destination, localization, list } = tickable;
    const write = this.#write(tickable);
    const first = list.state.entries.findIndex(({ id }) => this.#ticked.has(id));
    const done = (): RowTarget => {
      this.untick(write.command.topics.flatMap(({ questionIds }) => questionIds ?? []));
      return { place: Math.max(0, first), rows: '.question input' };
    };
    if (write.kind === 'dismiss') {
      void this.#writer.write('dismiss', write.command, destination, localization.messages, done);
    } else {
      void this.#writer.write('restore', write.command, destination, localization.messages, done);
    }
  }

  #set(ids: readonly string[], isTicked: boolean): void {
    this.#ticked.set(ids, isTicked);
    this.#host.requestUpdate();
  }

  #toggleWhole(id: string): void {
    this.#whole.set([id], !this.#whole.has(id));
    this.#host.requestUpdate();
  }

  async #tickAll({ list, localization }: Tickable): Promise<void> {
    try {
      this.#set(await list.allIds(), true);
    } catch {
      this.#say(localization.messages.gapPanel.failed);
    }
  }
}
