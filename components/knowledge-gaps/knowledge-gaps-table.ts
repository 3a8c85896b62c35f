import { html, LitElement, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import type { OpenTopic } from '../../src/context/performance-scope.js';
import { PerformanceSource } from '../../src/context/performance-source.js';
import { GapList, mayListTopics, type GapListState, type TopicQuestion } from '../../src/feed/gap-list.js';
import type { TopicOrders } from '../../src/feed/topic-order.js';
import type { CheckedTopic } from '../../src/gaps/topics.js';
import { localize, type Localization } from '../../src/localize/localize.js';
import type { Messages } from '../../src/localize/messages.js';
import type { GapDestination } from '../agent-performance/gap-request.js';
import { requestTopic } from '../agent-performance/open-topic.js';
import { Announcer } from '../card/announcer.js';
import { renderState, type CardState } from '../card/card-state.js';
import { Grace } from '../card/grace.js';
import { renderCard, type HeadingLevel } from '../card/card.js';
import { cardStyles } from '../card/card.styles.js';
import { KeepFocus } from '../card/keep-focus.js';
import { menuStyles } from '../card/menu.styles.js';
import { stateStyles } from '../card/state.styles.js';
import { tableStyles } from '../card/table.styles.js';
import { figureStyles } from '../figure/figure.styles.js';
import { restyle } from '../restyle.js';
import { focusFirst } from './focus-first.js';
import { FailureTeller } from './failure-teller.js';
import { renderGapSkeleton } from './gap-skeleton.js';
import { renderGapToolbar } from './gap-toolbar.js';
import { GapWriter } from './gap-writer.js';
import { gapWriteStyles } from './gap-write.styles.js';
import { gapStyles } from './gap.styles.js';
import { listFailure, nothingFound, renderListFoot } from './list-parts.js';
import { RowWindow } from './row-window.js';
import { ListTeller } from './list-teller.js';
import { SelectedTopics, type Selectable } from './selected-topics.js';
import { mayCount, TopicCosts } from './topic-costs.js';
import { TopicMenu, type Listing } from './topic-menu.js';
import { renderTopicTable, type TopicSortKey } from './topic-table.js';

/**
 * What visitors asked and the agent could not answer: topics, how many conversations, and when the last one was. Sorts by
 * each column, searches, pages, and dismisses or restores selected topics.
 *
 * @summary The list of knowledge gaps.
 * @tag knowledge-gaps-table
 * @fires {CustomEvent<AdapterError>} report-error - Topics could not be loaded; the card says so. Does not bubble.
 * @fires {CustomEvent<GapOpenDetail>} gap-open - Somebody wants to see a topic's questions. Bubbles.
 * @fires {GapRequest} gap-dismiss-request - The selected topics shall be dismissed. Cancelable; bubbles.
 * @fires {GapRequest} gap-restore-request - The selected topics, or those dismissed before, shall be open again. Cancelable; bubbles.
 * @fires {CustomEvent<GapOutcome>} gap-dismissed - The source has dismissed them. Bubbles.
 * @fires {CustomEvent<GapOutcome>} gap-restored - The source has opened them again. Bubbles.
 * @fires {CustomEvent<ExportRequest>} export-request - A file is ready; cancel it to take it. Cancelable; bubbles.
 * @slot heading - Instead of the card's heading.
 * @slot note - Instead of the note under it.
 * @csspart card - The frame.
 * @csspart toolbar - Status and search.
 * @csspart table - The region that scrolls.
 */
export class KnowledgeGapsTable extends LitElement {
  static override readonly styles = [
    cardStyles,
    menuStyles,
    stateStyles,
    tableStyles,
    figureStyles,
    gapStyles,
    gapWriteStyles,
  ];

  /** Where this element's data comes from; goes before `<agent-performance>` and `configure()`. */
  @property({ attribute: false }) adapter: PerformanceAdapter | null = null;
  /** The topic that is open around it, where no `<agent-performance>` keeps it. */
  @property({ attribute: false }) openTopic: OpenTopic | null = null;
  /** Level of the card's heading in the page, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel: HeadingLevel = 3;

  @state() private question: TopicQuestion = {
    status: 'open',
    sortBy: 'conversations',
    direction: 'descending',
    search: '',
  };

  readonly #source = new PerformanceSource(this, { weeks: () => 0 });
  readonly #announcer = new Announcer(this);
  #list: GapList | null = null;
  /** What was shown last; it stays while another source is asked. */
  #shown: GapListState | null = null;
  #shownOf: PerformanceAdapter | null = null;
  #orders: TopicOrders | null = null;
  /** Where the topic stands, or stood, that was open last. */
  #openPlace = 0;
  readonly #grace = new Grace(this);
  readonly #teller = new ListTeller<GapListState>((text) => this.#announcer.say(text));

  readonly #writer = new GapWriter(this, (text) => this.#announcer.say(text));
  readonly #rows = new RowWindow(this, 25);
  readonly #costs = new TopicCosts();
  readonly #menu = new TopicMenu(this, (text) => this.#announcer.say(text));
  readonly #selected = new SelectedTopics(this, this.#writer, (text) => this.#announcer.say(text));

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
    const { gaps, card } = localization.messages;
    const state = this.#update(localization);
    return renderCard({
      heading: gaps.title,
      headingLevel: this.headingLevel,
      note: gaps.note,
      state,
      messages: card,
      language: localization,
      skeleton: this.#renderSkeleton(localization),
      size: 'regular',
      body: () => this.#renderBody(localization),
      foot: this.#source.isViewersZone ? [{ text: card.zone(timeZone) }] : [],
      menu: this.#menu.render(localization, this.#listing),
      extras: [this.#announcer.render(), this.#menu.renderDialog(localization, this.#source)],
    });
  }

  /** A source that lists no topics needs no room for them. */
  #renderSkeleton(localization: Localization): TemplateResult {
    const { feed, isUpgrading } = this.#source;
    const mayList = feed === null ? isUpgrading : mayListTopics(feed.adapter);
    return mayList ? renderGapSkeleton(localization, feed === null || mayCount(feed)) : html``;
  }

  /** Asks the question of the moment, and says what the card shows. */
  #update({ locale, format, messages }: Localization): CardState {
    const { feed } = this.#source;
    if (feed === null) {
      this.#shown = null;
      return { kind: this.#source.isUpgrading ? 'waiting' : 'not-wired' };
    }
    if (this.#list?.adapter !== feed.adapter) {
      if (this.#list !== null) this.#selected.leave();
      this.#stop();
      this.#list = new GapList(feed.adapter, () => this.requestUpdate());
    }
    this.#list.ask(this.question, { locale, timeZone: format.timeZone });
    const list = this.#list.state;
    if (list.phase !== 'waiting') {
      this.#shown = list;
      this.#shownOf = feed.adapter;
    } else if (this.#shownOf !== feed.adapter && !this.#grace.holds(feed.adapter)) {
      this.#shown = null; // Or the topics of one source would pass for those of another.
    }
    this.#teller.hear(list, messages.gaps);
    return this.#shown === null ? { kind: 'waiting' } : { kind: 'ready', notices: this.#menu.notices };
  }

  #renderBody(localization: Localization): TemplateResult {
    const busy = ['waiting', 'more'].includes(this.#list!.state.phase);
    // A source that lists none, or not for this viewer, has nothing to search in.
    if (['unsupported', 'forbidden'].includes(this.#shown!.error?.code ?? '')) {
      return this.#renderList(this.#shown!, localization);
    }
    const toolbar = renderGapToolbar({
      question: this.question,
      label: localization.messages.gaps.search,
      messages: localization.messages,
      search: (search) =>
        this.#ask({ search }, ({ total, entries }) => localization.messages.gaps.found(total ?? entries.length)),
      choose: (status) => this.#ask({ status }, () => localization.messages.gaps.table(status)),
    });
    return html`<div class="gaps" aria-busy=${busy}>
      ${toolbar}${this.#selected.renderBar(this.#selectable(localization))}
      ${this.#writer.render(this.#destination, localization.messages)} ${this.#renderList(this.#shown!, localization)}
    </div>`;
  }

  /** Puts the focus on the topic that was open last, or on the one that stands in its place. */
  focusOpened(): void {
    const row = `tbody [aria-rowindex="${this.#openPlace + 2}"] .open`;
    focusFirst(this, row, 'tbody:last-of-type tr:last-child .open', 'input.search');
  }

  /** Whose gaps are written, and for whom. Only while there are some. */
  get #destination(): GapDestination {
    return { work: this.#list!.work, viewer: { locale: this.#source.locale, timeZone: this.#source.timeZone } };
  }

  #selectable({ messages }: Localization): Selectable {
    const { status } = this.question;
    return { list: this.#list!, total: this.#shown!.total, status, destination: this.#destination, messages };
  }

  #stop(): void {
    this.#list?.stop();
    this.#orders?.set(this, null);
  }

  #open({ id: topicId, title }: CheckedTopic): void {
    requestTopic(this, { topicId, title, status: this.question.status });
  }

  #renderList(list: GapListState, localization: Localization): TemplateResult {
    const { messages } = localization;
    const { card, gaps, gapCost } = messages;
    const say = (text: string): void => this.#announcer.say(text);
    if (list.phase === 'failed') return renderState(this.#failure(list, localization), card, say);
    const feed = this.#source.feed!;
    const topics = this.#costs.inOrder(feed, this.#list!, list);
    this.#orders = this.#list!.work.ordersUnder(this.#source.topicKeeper);
    this.#orders.set(this, { topics, total: list.total, more: list.hasMore ? () => this.#list!.more() : null });
    const { search, status } = this.question;
    const none = nothingFound(list, search === '' ? gaps.empty(status) : gaps.noMatch(search), messages);
    if (none !== null) return renderState(none, card, say);
    const openId = (this.openTopic ?? this.#source.openTopic)?.topicId ?? null;
    const openPlace = topics.findIndex(({ id }) => id === openId);
    if (openPlace >= 0) this.#openPlace = openPlace;
    return html`
      ${renderTopicTable({
        topics,
        total: list.total,
        rows: this.#rows,
        question: this.question,
        now: feed.clock.now(),
        localization,
        sort: (key) => this.#sort(key, localization),
        cost: this.#costs.column(feed, topics),
        open: (topic) => this.#open(topic),
        openId,
        savingOf: (id) => this.#list!.work.savingOf(id),
        select: this.#selected.selecting(this.#selectable(localization)),
      })}
      ${renderListFoot({
        list,
        shown: gaps.shown(list.entries.length, list.total),
        words: gaps,
        hint: this.#costs.order !== null && list.hasMore ? gapCost.sortedSoFar(list.entries.length) : null,
        localization,
        more: () => this.#teller.more(this.#list!, gaps.more),
      })}
    `;
  }

  /** What can be handed out as a file; null: nothing. */
  get #listing(): Listing | null {
    if (this.#shown === null || this.#shown.entries.length === 0) return null;
    const { status } = this.question;
    return { list: this.#list!, status, source: this.#source, ...this.#costs.forFile(this.#source.feed!) };
  }

  #failure({ error }: GapListState, localization: Localization): ReturnType<typeof listFailure> {
    const retry = (): void => {
      this.#teller.expect(({ entries, total }) => localization.messages.gaps.shown(entries.length, total));
      this.#list!.retry();
    };
    return listFailure(error!, localization.messages.gaps, localization, this.#source.feed!.clock.now(), retry);
  }

  #ask(change: Partial<TopicQuestion>, say: (list: GapListState) => string): void {
    this.question = { ...this.question, ...change };
    if (change.status !== undefined || change.search !== undefined) this.#selected.clear();
    this.#teller.expect(say);
    this.#rows.reset();
  }

  /** The same column again turns the order round; a new one starts with what is looked for most. */
  #sort(key: TopicSortKey, { messages }: Localization): void {
    if (key === 'cost') return this.#sortByCost(messages);
    const { sortBy, direction } = this.question;
    const isAgain = sortBy === key && this.#costs.order === null;
    const turned = direction === 'ascending' ? 'descending' : 'ascending';
    const next = isAgain ? turned : key === 'title' ? 'ascending' : 'descending';
    this.#costs.clear();
    this.#ask({ sortBy: key, direction: next }, () => messages.gaps.sorted(key, next));
  }

  /** A source knows nothing of it: all topics are asked for, those with most conversations first, and sorted here. */
  #sortByCost({ gapCost }: Messages): void {
    const order = this.#costs.turn();
    this.#ask({ sortBy: 'conversations', direction: 'descending' }, () => gapCost.sorted[order]);
    this.requestUpdate();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'knowledge-gaps-table': KnowledgeGapsTable;
  }
}
