import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { PerformanceSource } from '../../src/context/performance-source.js';
import { AnswerEffects } from '../../src/feed/answer-effect.js';
import type { ListState } from '../../src/feed/list-state.js';
import { ShortAnswerList } from '../../src/feed/short-answer-list.js';
import type { CheckedShortAnswer } from '../../src/gaps/short-answers.js';
import { localize, type Localization } from '../../src/localize/localize.js';
import { Announcer } from '../card/announcer.js';
import { renderState, type CardState } from '../card/card-state.js';
import { CardMenu } from '../card/card-menu.js';
import { renderCard, type HeadingLevel } from '../card/card.js';
import { cardStyles } from '../card/card.styles.js';
import { KeepFocus } from '../card/keep-focus.js';
import { menuStyles } from '../card/menu.styles.js';
import { stateStyles } from '../card/state.styles.js';
import { restyle } from '../restyle.js';
import { FailureTeller } from './failure-teller.js';
import { renderSearch } from './gap-toolbar.js';
import { gapStyles } from './gap.styles.js';
import { shortAnswerColumns } from './list-columns.js';
import { ListExport, type ListToHandOut } from './list-export.js';
import { listFailure, nothingFound, renderListFoot } from './list-parts.js';
import { ListTeller } from './list-teller.js';
import { renderShortAnswer, type ShortAnswerFacts } from './short-answer.js';
import { shortAnswerStyles } from './short-answer.styles.js';

/**
 * What people wrote for the agent, the newest first: each short answer with the questions it resolved, and whether the topic
 * has been asked about less since. What the source cannot tell is left out.
 *
 * @summary The short answers made so far, and whether they helped.
 * @tag short-answers-list
 * @fires {CustomEvent<AdapterError>} report-error - The short answers could not be loaded; the card says so. Does not bubble.
 * @fires {CustomEvent<ExportRequest>} export-request - A file is ready; cancel it to take it. Cancelable; bubbles.
 * @slot heading - Instead of the card's heading.
 * @slot note - Instead of the note under it.
 * @csspart card - The frame.
 * @csspart list - The short answers.
 * @csspart effect - Whether one helped.
 */
export class ShortAnswersList extends LitElement {
  static override readonly styles = [cardStyles, menuStyles, stateStyles, gapStyles, shortAnswerStyles];

  /** Where this element's data comes from; goes before `<agent-performance>` and `configure()`. */
  @property({ attribute: false }) adapter: PerformanceAdapter | null = null;
  /** Level of the card's heading in the page, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel: HeadingLevel = 3;

  @state() private search = '';

  readonly #source = new PerformanceSource(this, { weeks: () => 0 });
  readonly #announcer = new Announcer(this);
  readonly #teller = new ListTeller<ListState<CheckedShortAnswer>>((text) => this.#announcer.say(text));
  readonly #menu = new CardMenu(this);
  readonly #files = new ListExport(this, (text) => this.#announcer.say(text));
  #list: ShortAnswerList | null = null;
  #effects: AnswerEffects | null = null;
  /** What the source at hand answered last; null: nothing yet. */
  #shown: ListState<CheckedShortAnswer> | null = null;

  constructor() {
    super();
    this.addController(new KeepFocus(this));
    this.addController(new FailureTeller(this, () => this.#list?.state.error ?? null));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
  }

  /** Called by the browser when the element has moved to another document. */
  adoptedCallback(): void {
    restyle(this);
  }

  protected override render(): TemplateResult {
    const { locale, timeZone } = this.#source;
    const localization = localize(locale, timeZone);
    const { shortAnswers, card } = localization.messages;
    const shown = this.#update(localization);
    return renderCard({
      heading: shortAnswers.title,
      headingLevel: this.headingLevel,
      note: shortAnswers.note,
      state: shown,
      menu: this.#menu.render({
        label: card.menu.label(shortAnswers.title),
        items: this.#files.items(this.#listed(localization), localization),
      }),
      messages: card,
      language: localization,
      size: 'natural',
      body: () => this.#renderBody(localization),
      announce: (text) => this.#announcer.say(text),
      extras: this.#announcer.render(),
    });
  }

  #stop(): void {
    this.#list?.stop();
    this.#list = null;
    this.#shown = null;
  }

  #update({ locale, format, messages }: Localization): CardState {
    const { feed } = this.#source;
    if (feed === null) return { kind: this.#source.isUpgrading ? 'waiting' : 'not-wired' };
    if (this.#list?.adapter !== feed.adapter) {
      this.#stop();
      this.#list = new ShortAnswerList(feed.adapter, () => this.requestUpdate(), feed.clock);
    }
    if (this.#effects?.feed !== feed) this.#effects = new AnswerEffects(feed);
    this.#list.ask({ search: this.search }, { locale, timeZone: format.timeZone });
    const list = this.#list.state;
    this.#teller.hear(list, messages.shortAnswers);
    if (list.phase !== 'waiting') this.#shown = list;
    return this.#shown !== null ? { kind: 'ready', notices: this.#files.notices } : { kind: 'waiting' };
  }

  #renderBody(localization: Localization): TemplateResult {
    const { shortAnswers } = localization.messages;
    const shown = this.#shown!;
    const { phase } = this.#list!.state;
    // A source that lists none, or not for this viewer, has nothing to search in.
    if (['unsupported', 'forbidden'].includes(shown.error?.code ?? '')) return this.#renderFound(shown, localization);
    return html`<div class="gaps" aria-busy=${phase === 'waiting' || phase === 'more'}>
      <div class="toolbar" part="toolbar">
        ${renderSearch(this.search, shortAnswers.search, (text) => this.#find(text, localization))}
      </div>
      ${this.#renderFound(shown, localization)}
    </div>`;
  }

  /** The list, or why there is none. */
  #renderFound(list: ListState<CheckedShortAnswer>, localization: Localization): TemplateResult {
    const { shortAnswers, card } = localization.messages;
    const say = (text: string): void => this.#announcer.say(text);
    const now = this.#source.feed!.clock.now();
    if (list.phase === 'failed') {
      const retry = (): void => {
        this.#teller.expect(({ entries, total }) => shortAnswers.shown(entries.length, total));
        this.#list!.retry();
      };
      return renderState(listFailure(list.error!, shortAnswers, localization, now, retry), card, say);
    }
    const words = this.search === '' ? shortAnswers.empty : shortAnswers.noMatch(this.search);
    const none = nothingFound(list, words, localization.messages);
    return none === null ? this.#renderList(list, now, localization) : renderState(none, card, say);
  }

  #renderList(list: ListState<CheckedShortAnswer>, now: number, localization: Localization): TemplateResult {
    const { shortAnswers } = localization.messages;
    return html`<ul class="answers" part="list" aria-label=${shortAnswers.list}>
        ${repeat(
          list.entries,
          ({ id }) => id,
          (entry) => html`<li>${renderShortAnswer(entry, this.#factsOf(entry, now), now, localization)}</li>`,
        )}
      </ul>
      ${renderListFoot({
        list,
        shown: shortAnswers.shown(list.entries.length, list.total),
        words: shortAnswers,
        localization,
        more: () => this.#teller.more(this.#list!, shortAnswers.more),
      })}`;
  }

  #factsOf(shortAnswer: CheckedShortAnswer, now: number): ShortAnswerFacts {
    const { topicId, resolvesQuestionIds } = shortAnswer;
    const { locale, timeZone } = this.#source;
    if (topicId === null) return { effect: null, resolved: [] };
    const history = this.#list!.histories.of(topicId, { locale, timeZone });
    if (typeof history === 'string') return { effect: history === 'loading' ? 'loading' : null, resolved: [] };
    const ids = new Set(resolvesQuestionIds);
    const resolved = history.filter(({ id }) => ids.has(id));
    return { effect: this.#effects!.of(shortAnswer, history, now), resolved };
  }

  /** Everything that is listed, as a file; null where nothing is. */
  #listed(localization: Localization): (() => ListToHandOut<CheckedShortAnswer>) | null {
    const { feed, timeZone } = this.#source;
    const list = this.#list;
    if (feed === null || list === null || list.state.entries.length === 0) return null;
    const { title, note } = localization.messages.shortAnswers;
    const columns = shortAnswerColumns(localization);
    return () => ({ title, note, columns, all: () => list.all(), now: feed.clock.now(), timeZone });
  }

  #find(search: string, { messages }: Localization): void {
    this.search = search;
    this.#teller.expect(({ total, entries }) => messages.shortAnswers.found(total ?? entries.length));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'short-answers-list': ShortAnswersList;
  }
}
