import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import type { OpenTopic } from '../../src/context/performance-scope.js';
import { PerformanceSource } from '../../src/context/performance-source.js';
import { QuestionList, type QuestionsWanted } from '../../src/feed/question-list.js';
import type { RightStanding } from '../../src/gaps/gap-records.js';
import { DEFAULT_TEXT_LIMIT } from '../../src/gaps/writes.js';
import { localize, type Localization } from '../../src/localize/localize.js';
import { attributeText } from '../attribute-text.js';
import type { GapDestination } from '../agent-performance/gap-request.js';
import { Announcer } from '../card/announcer.js';
import { renderAction, renderState, type CardState } from '../card/card-state.js';
import { renderCard, type HeadingLevel } from '../card/card.js';
import { cardStyles } from '../card/card.styles.js';
import { KeepFocus } from '../card/keep-focus.js';
import { menuStyles } from '../card/menu.styles.js';
import { stateStyles } from '../card/state.styles.js';
import { restyle } from '../restyle.js';
import { AnswerForm } from './answer-form.js';
import { gapPanelStyles } from './gap-panel.styles.js';
import { renderGapToolbar } from './gap-toolbar.js';
import { GapWriter, isConflict } from './gap-writer.js';
import { gapWriteStyles } from './gap-write.styles.js';
import { gapStyles } from './gap.styles.js';
import { OthersAnswer } from './others-answer.js';
import { standingFor } from './standing.js';
import { TickedQuestions, type Tickable } from './ticked-questions.js';

/**
 * The exact questions of one topic, and the form that answers them. Shows the topic that is open on the page around it, or
 * the one `topic-id` names.
 *
 * @summary One knowledge gap: its questions, and the short answer that closes it.
 * @tag knowledge-gap-panel
 * @fires {GapRequest} gap-resolve-request - A short answer shall be made, and questions resolved with it. Cancelable; bubbles.
 * @fires {GapRequest} gap-dismiss-request - The ticked questions shall be dismissed. Cancelable; bubbles.
 * @fires {GapRequest} gap-restore-request - The ticked questions, or what was written last, shall be open again. Cancelable; bubbles.
 * @fires {CustomEvent<GapOutcome>} gap-resolved - The source has made the short answer. Bubbles.
 * @fires {CustomEvent<GapOutcome>} gap-dismissed - The source has dismissed the questions. Bubbles.
 * @fires {CustomEvent<GapOutcome>} gap-restored - The source has opened the questions again. Bubbles.
 * @fires {CustomEvent<null>} gap-close - Somebody is done with the topic. Bubbles.
 * @slot note - Instead of the note under the topic.
 * @csspart card - The frame.
 * @csspart questions - The list of questions.
 * @csspart form - Question, short answer and the button.
 */
export class KnowledgeGapPanel extends LitElement {
  static override readonly styles = [cardStyles, menuStyles, stateStyles, gapStyles, gapWriteStyles, gapPanelStyles];

  /** Where this element's data comes from; goes before `<agent-performance>` and `configure()`. */
  @property({ attribute: false }) adapter: PerformanceAdapter | null = null;
  /** The topic it shows; absent: the one that is open on the page around it. */
  @property({ attribute: 'topic-id' }) topicId: string | null = null;
  /** What the topic with `topic-id` is called. */
  @property({ attribute: 'topic-title' }) topicTitle: string | null = null;
  /** Level of the panel's heading in the page, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel: HeadingLevel = 3;

  readonly #source = new PerformanceSource(this, { weeks: null });
  readonly #announcer = new Announcer(this);
  readonly #writer = new GapWriter(this, (text) => this.#announcer.say(text));
  readonly #form = new AnswerForm(this);
  readonly #others = new OthersAnswer(this);
  readonly #questions = new TickedQuestions(this, this.#writer, (text) => this.#announcer.say(text));
  #list: QuestionList | null = null;
  /** Somebody wants to close it, and something typed would be lost. */
  #isClosing = false;
  /** The topic that is shown: another one waits while something typed would be lost. */
  #topic: OpenTopic | null = null;
  #question: Pick<QuestionsWanted, 'status' | 'search'> = { status: 'open', search: '' };

  constructor() {
    super();
    this.addController(new KeepFocus(this));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list?.stop();
  }

  /** Called by the browser when the element has moved to another document. */
  adoptedCallback(): void {
    restyle(this);
  }

  /** The topic that is wanted. */
  get #wanted(): OpenTopic | null {
    const topicId = attributeText(this.topicId);
    return topicId === null ? this.#source.openTopic : { topicId, title: this.topicTitle, status: 'open' };
  }

  protected override render(): TemplateResult {
    const localization = localize(this.#source.locale, this.#source.timeZone);
    const { card, gapPanel } = localization.messages;
    const title = this.#topic?.title ?? null;
    const state = this.#update(localization);
    return renderCard({
      heading: title === null || title.trim() === '' ? gapPanel.title : title.slice(0, 300),
      headingLevel: this.headingLevel,
      note: gapPanel.note,
      state,
      messages: card,
      language: localization,
      size: 'natural',
      menu: this.#topic === null ? nothing : this.#renderClose(localization),
      body: () => this.#renderBody(localization),
      announce: (text) => this.#announcer.say(text),
      extras: this.#announcer.render(),
    });
  }

  /** Takes up another topic where nothing is lost by it, asks for its questions, and says what the card shows. */
  #update({ locale, messages, format }: Localization): CardState {
    const { feed } = this.#source;
    const { nothingOpen } = messages.gapPanel;
    if (feed === null) return { kind: this.#source.isUpgrading ? 'waiting' : 'not-wired' };
    if (this.#wanted?.topicId !== this.#topic?.topicId && !this.#form.isDirty) this.#show(this.#wanted);
    if (this.#topic === null) {
      this.#list?.stop();
      return { kind: 'empty', ...nothingOpen };
    }
    if (this.#list?.adapter !== feed.adapter) {
      this.#list?.stop();
      this.#list = new QuestionList(feed.adapter, () => this.requestUpdate());
    }
    const { topicId } = this.#topic;
    this.#list.ask({ topicId, ...this.#question }, { locale, timeZone: format.timeZone });
    return { kind: 'ready' };
  }

  #show(topic: OpenTopic | null): void {
    this.#topic = topic;
    this.#question = { status: topic?.status ?? 'open', search: '' };
    this.#questions.clear();
    this.#form.clear();
    this.#others.forget();
  }

  /** Closes the topic; where something typed would be lost, it asks first. */
  close(): void {
    this.#isClosing = this.#form.isDirty;
    this.requestUpdate();
    if (!this.#isClosing) this.#fire('gap-close', null);
  }

  #fire(type: 'gap-open' | 'gap-close', detail: OpenTopic | null): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
  }

  #renderClose({ messages }: Localization): TemplateResult {
    const label = messages.card.actions.close;
    return html`<button class="menu-button" type="button" aria-label=${label} @click=${() => this.close()}>
      <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
    </button>`;
  }

  #renderBody(localization: Localization): TemplateResult {
    const { messages } = localization;
    const { phase } = this.#list!.state;
    const standing = standingFor(this.#list!.work, 'resolve', ['create-short-answer', 'resolve-gap']);
    const isDone =
      phase === 'ready' && this.#list!.state.total === 0 && this.#question.search === '' && !this.#form.isDirty;
    const hasForm = this.#question.status === 'open' && !isDone;
    return html`<div class="panel" aria-busy=${phase === 'waiting' || phase === 'more'}>
      ${this.#renderUnsaved(localization)} ${this.#writer.render(this.#destination, messages)}
      ${this.#others.render(this.#destination, this.#topic!.topicId, isConflict(this.#writer.failure), localization, this.#now)}
      <div class="columns ${hasForm && standing !== 'hidden' ? 'with-form' : ''}">
        <div class="asked-side">${this.#renderQuestions(localization)}</div>
        ${hasForm && standing !== 'hidden' ? this.#renderForm(standing, localization) : nothing}
      </div>
    </div>`;
  }

  /** Another topic is wanted, or none, and something typed would be lost. */
  #renderUnsaved({ messages }: Localization): TemplateResult | typeof nothing {
    const isOther = this.#wanted?.topicId !== this.#topic?.topicId;
    if (!isOther && !this.#isClosing) return nothing;
    const { unsaved } = messages.gapPanel;
    const discard = (): void => {
      this.#form.clear();
      if (this.#isClosing) this.close();
    };
    const keep = (): void => {
      this.#isClosing = false;
      if (isOther) this.#fire('gap-open', this.#topic);
      this.renderRoot.querySelector<HTMLElement>('#answer')?.focus();
      this.requestUpdate();
    };
    return html`<div class="write-result unsaved" role="alert">
      <p>${unsaved.text}</p>
      ${renderAction({ label: unsaved.discard, run: discard })} ${renderAction({ label: unsaved.keep, run: keep })}
    </div>`;
  }

  #renderQuestions(localization: Localization): TemplateResult {
    const { messages, format } = localization;
    const { gapPanel, card } = messages;
    const { phase, entries, error } = this.#list!.state;
    const say = (text: string): void => this.#announcer.say(text);
    if (phase === 'failed' && error!.code === 'unsupported') {
      return renderState({ kind: 'empty', ...gapPanel.unsupported }, card, say);
    }
    const toolbar = renderGapToolbar({
      question: this.#question,
      label: gapPanel.search,
      messages,
      search: (search) => this.#ask({ search }),
      choose: (status) => this.#ask({ status }),
    });
    if (phase === 'failed') {
      const details = `${error!.code}: ${error!.message}\n${format.dateTime(this.#now)}`;
      const retry = (): void => this.#list!.retry();
      const failure = { kind: 'failed', title: gapPanel.failed, code: error!.code, details, retry } as const;
      return html`${toolbar}${renderState(failure, card, say)}`;
    }
    if (entries.length === 0) {
      const { status, search } = this.#question;
      const words = search === '' ? gapPanel.none(status) : gapPanel.noMatch(search);
      return html`${toolbar}${phase === 'waiting' ? nothing : html`<p class="none">${words}</p>`}`;
    }
    return html`${toolbar}${this.#questions.render(this.#tickable(localization), this.#now)}`;
  }

  #renderForm(standing: Exclude<RightStanding, 'hidden'>, localization: Localization): TemplateResult {
    const { gapPanel } = localization.messages;
    const { entries } = this.#list!.state;
    const total = this.#total;
    const { size } = this.#questions;
    return this.#form.render({
      localization,
      limit: this.#list!.work.textLimit ?? DEFAULT_TEXT_LIMIT,
      suggestion: this.#questions.chosenOf(entries)?.text.trim() ?? '',
      resolves:
        size === 0 ? gapPanel.resolvesAll(total) : gapPanel.resolves(size, total === null ? null : total - size),
      standing,
      isWriting: this.#writer.isWriting,
      send: (texts) => this.#resolve(texts, localization),
    });
  }

  get #destination(): GapDestination {
    return { work: this.#list!.work, viewer: { locale: this.#source.locale, timeZone: this.#source.timeZone } };
  }

  #ask(change: Partial<Pick<QuestionsWanted, 'status' | 'search'>>): void {
    this.#question = { ...this.#question, ...change };
    if (change.status !== undefined) this.#questions.clear();
    this.requestUpdate();
  }

  #tickable(localization: Localization): Tickable {
    const { topicId } = this.#topic!;
    const { status } = this.#question;
    return { list: this.#list!, topicId, status, total: this.#total, destination: this.#destination, localization };
  }

  /** All questions of the topic with the status at hand; null where nobody knows: a search counts what it finds. */
  get #total(): number | null {
    return this.#question.search === '' ? this.#list!.state.total : null;
  }

  get #now(): number {
    return this.#source.feed!.clock.now();
  }

  #resolve(texts: { readonly question: string; readonly answer: string }, { messages }: Localization): void {
    const { topicId } = this.#topic!;
    const command = { topicId, questionIds: this.#questions.idsOrAll, ...texts };
    const done = (): void => {
      this.#form.clear();
      this.#questions.clear();
    };
    void this.#writer.write('resolve', command, this.#destination, messages, done);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'knowledge-gap-panel': KnowledgeGapPanel;
  }
}
