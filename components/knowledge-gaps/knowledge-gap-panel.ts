import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import type { OpenTopic } from '../../src/context/performance-scope.js';
import { PerformanceSource } from '../../src/context/performance-source.js';
import { QuestionList } from '../../src/feed/question-list.js';
import type { ListState } from '../../src/feed/list-state.js';
import type { GapOutcome } from '../../src/gaps/commands.js';
import type { ResolveGap, RightStanding } from '../../src/gaps/gap-records.js';
import type { CheckedQuestion } from '../../src/gaps/questions.js';
import { rightsToResolve } from '../../src/gaps/rights.js';
import { DEFAULT_TEXT_LIMIT } from '../../src/gaps/writes.js';
import { localize, type Localization } from '../../src/localize/localize.js';
import { attributeText } from '../attribute-text.js';
import type { GapDestination } from '../agent-performance/gap-request.js';
import { isSameTopic, requestTopic } from '../agent-performance/open-topic.js';
import { renderCloseButton } from '../card/close-button.js';
import { Announcer } from '../card/announcer.js';
import type { CardState } from '../card/card-state.js';
import { renderCard, type HeadingLevel } from '../card/card.js';
import { cardStyles } from '../card/card.styles.js';
import { KeepFocus } from '../card/keep-focus.js';
import { menuStyles } from '../card/menu.styles.js';
import { stateStyles } from '../card/state.styles.js';
import { restyle } from '../restyle.js';
import { AnswerForm, resolvesWords, type AnswerWords } from './answer-form.js';
import type { RowTarget } from './focus-after-write.js';
import { gapPanelStyles } from './gap-panel.styles.js';
import { GapWriter, isConflict } from './gap-writer.js';
import { gapWriteStyles } from './gap-write.styles.js';
import { gapStyles } from './gap.styles.js';
import { ListTeller } from './list-teller.js';
import { OthersAnswer } from './others-answer.js';
import { actByKey } from './panel-keys.js';
import { renderQuestionSide, type QuestionFilter } from './question-side.js';
import { shortened } from './shortened.js';
import { standingFor } from './standing.js';
import { TickedQuestions, type Tickable } from './ticked-questions.js';
import { TopicSteps, type Stepping } from './topic-steps.js';
import { Unsaved } from './unsaved.js';

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
  /** What the topic with `topic-id` is called; absent: as the source calls it. */
  @property({ attribute: 'topic-title' }) topicTitle: string | null = null;
  /** The topic that is open around it, where no `<agent-performance>` keeps it. */
  @property({ attribute: false }) openTopic: OpenTopic | null = null;
  /** Level of the panel's heading in the page, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel: HeadingLevel = 3;

  readonly #source = new PerformanceSource(this, { weeks: null });
  readonly #announcer = new Announcer(this);
  readonly #writer = new GapWriter(this, (text) => this.#announcer.say(text));
  readonly #form = new AnswerForm(this);
  readonly #unsaved = new Unsaved(this, this.#form);
  readonly #others = new OthersAnswer(this);
  readonly #questions = new TickedQuestions(this, this.#writer, (text) => this.#announcer.say(text));
  readonly #teller = new ListTeller<ListState<CheckedQuestion>>((text) => this.#announcer.say(text));
  readonly #steps = new TopicSteps(this);
  #list: QuestionList | null = null;
  /** The topic that is shown: another one waits while something typed would be lost. */
  #topic: OpenTopic | null = null;
  #question: QuestionFilter = { status: 'open', search: '' };

  constructor() {
    super();
    this.addController(new KeepFocus(this));
    this.addEventListener('keydown', (event) => this.#onKey(event));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#list?.stop();
  }

  /** Called by the browser when the element has moved to another document. */
  adoptedCallback(): void {
    restyle(this);
  }

  protected override updated(): void {
    if (this.#list?.state.phase === 'ready') this.#steps.focusFirst(this.#topic);
  }

  /** The topic that is wanted. */
  get #wanted(): OpenTopic | null {
    const topicId = attributeText(this.topicId);
    if (topicId === null) return this.openTopic ?? this.#source.openTopic;
    return { topicId, title: this.topicTitle, status: 'open' };
  }

  protected override render(): TemplateResult {
    const localization = localize(this.#source.locale, this.#source.timeZone);
    const { card, gapPanel } = localization.messages;
    const state = this.#update(localization);
    const title = this.#topic === null ? null : (this.#topic.title ?? this.#list?.titleOf(this.#topic.topicId) ?? null);
    return renderCard({
      heading: title === null || title.trim() === '' ? gapPanel.title : shortened(title, 300),
      headingLevel: this.headingLevel,
      note: gapPanel.note,
      state,
      messages: card,
      language: localization,
      size: 'natural',
      menu:
        this.#topic === null
          ? nothing
          : html`${this.#steps.render(this.#stepping(localization))} ${renderCloseButton(card, () => this.close())}`,
      body: () => this.#renderBody(localization),
      announce: (text) => this.#announcer.say(text),
      extras: this.#announcer.render(),
    });
  }

  /** Takes up another topic where nothing is lost by it, asks for its questions, and says what the card shows. */
  #update({ locale, messages, format }: Localization): CardState {
    const { feed } = this.#source;
    if (feed === null) return { kind: this.#source.isUpgrading ? 'waiting' : 'not-wired' };
    if (!isSameTopic(this.#wanted, this.#topic) && !this.#form.isDirty) this.#show(this.#wanted);
    if (this.#topic === null) {
      this.#list?.stop();
      return { kind: 'empty', ...messages.gapPanel.nothingOpen };
    }
    if (this.#list?.adapter !== feed.adapter) {
      if (this.#list !== null) this.#questions.leave();
      this.#list?.stop();
      this.#list = new QuestionList(feed.adapter, () => this.requestUpdate());
    }
    this.#list.ask({ topicId: this.#topic.topicId, ...this.#question }, { locale, timeZone: format.timeZone });
    this.#teller.hear(this.#list.state, messages.gapPanel);
    return { kind: 'ready' };
  }

  #show(topic: OpenTopic | null): void {
    this.#topic = topic;
    this.#question = { status: topic?.status ?? 'open', search: '' };
    this.#questions.clear();
    this.#form.clear();
    this.#others.forget();
    this.#writer.turnTo(topic);
  }

  /** Closes the topic; where something typed would be lost, it asks first. */
  close(): void {
    this.#unsaved.close(this.#wanted);
  }

  #stepping({ messages }: Localization): Stepping {
    const orders = this.#list?.work.ordersUnder(this.#source.topicKeeper) ?? null;
    return {
      orders: attributeText(this.topicId) === null ? orders : null,
      topic: this.#topic!,
      messages,
      open: (topic) => requestTopic(this, topic),
      say: (text) => this.#announcer.say(text),
    };
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#topic === null) return;
    const stepping = this.#stepping(localize(this.#source.locale, this.#source.timeZone));
    const press = (name: string): void => this.renderRoot.querySelector<HTMLElement>(name)?.click();
    const dismiss = (): void => void this.#questions.tickFocused().then(() => press('.selection-bar .run'));
    actByKey(event, this.shadowRoot!, {
      dismiss: this.#question.status === 'open' ? dismiss : null,
      undo: () => press('[part="write-done"] .button'),
      nextTopic: () => this.#steps.step(stepping, 1),
      previousTopic: () => this.#steps.step(stepping, -1),
    });
  }

  #renderBody(localization: Localization): TemplateResult {
    const now = this.#source.feed!.clock.now();
    const { phase } = this.#list!.state;
    const standing = standingFor(this.#list!.work, 'resolve', rightsToResolve);
    const isDone = phase !== 'waiting' && this.#total === 0 && !this.#form.isDirty;
    const hasForm = this.#question.status === 'open' && !isDone;
    return html`<div class="panel" aria-busy=${phase === 'waiting' || phase === 'more'}>
      ${this.#unsaved.render(this.#wanted, this.#topic, localization.messages)}
      ${this.#writer.render(this.#destination, localization.messages)}
      ${this.#others.render(this.#tickable(localization), isConflict(this.#writer.failure), now)}
      <div class="columns ${hasForm && standing !== 'hidden' ? 'with-form' : ''}">
        <div class="asked-side">
          ${renderQuestionSide({
            filter: this.#question,
            questions: this.#questions,
            tickable: this.#tickable(localization),
            now,
            ask: (change) => this.#ask(change),
            say: (text) => this.#announcer.say(text),
          })}
        </div>
        ${hasForm && standing !== 'hidden' ? this.#renderForm(standing, localization) : nothing}
      </div>
    </div>`;
  }

  #renderForm(standing: Exclude<RightStanding, 'hidden'>, localization: Localization): TemplateResult {
    return this.#form.render({
      localization,
      limit: this.#list!.work.textLimit ?? DEFAULT_TEXT_LIMIT,
      isTicked: this.#questions.size > 0,
      suggestion: this.#questions.chosenOf(this.#list!.state.entries)?.text.trim() ?? '',
      resolves: (words) => resolvesWords(this.#commandOf(words), this.#total, localization),
      standing,
      isWriting: this.#writer.isWriting,
      send: (texts) => this.#resolve(texts, localization),
    });
  }

  get #destination(): GapDestination {
    return { work: this.#list!.work, viewer: { locale: this.#source.locale, timeZone: this.#source.timeZone } };
  }

  #ask(change: Partial<QuestionFilter>): void {
    this.#question = { ...this.#question, ...change };
    if (change.status !== undefined) this.#questions.clear();
    this.requestUpdate();
  }

  #tickable(localization: Localization): Tickable {
    return {
      list: this.#list!,
      topicId: this.#topic!.topicId,
      status: this.#question.status,
      total: this.#total,
      hasSteps: this.#steps.isOn,
      destination: this.#destination,
      localization,
      more: () => this.#teller.more(this.#list!, localization.messages.gapPanel.more),
    };
  }

  /** All questions of the topic with this status; null in a search, which counts what it finds. */
  get #total(): number | null {
    const { phase, entries, hasMore, total, error } = this.#list!.state;
    if (this.#question.search !== '') return null;
    const isEmpty = phase === 'ready' && entries.length === 0 && !hasMore;
    return error?.code === 'not-found' || isEmpty ? (total ?? 0) : total;
  }

  /** What was lost with the same words is sent once more as it was. */
  #commandOf(words: AnswerWords): ResolveGap {
    const { topicId } = this.#topic!;
    const questionIds = this.#questions.idsOrAll;
    return this.#writer.lostAnswer(topicId, words) ?? { topicId, questionIds, ...words };
  }

  #resolve(texts: AnswerWords, { messages }: Localization): void {
    const command = this.#commandOf(texts);
    const done = ({ topics }: GapOutcome): RowTarget | null => {
      this.#form.clear(texts);
      this.#questions.untick(topics.flatMap(({ questionIds }) => questionIds));
      const otherwise = '.card:has(.none) .step.next:not([aria-disabled="true"])';
      return this.#form.isDirty ? null : { place: 0, rows: '.question input', otherwise };
    };
    void this.#writer.write('resolve', command, this.#destination, messages, done);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'knowledge-gap-panel': KnowledgeGapPanel;
  }
}
