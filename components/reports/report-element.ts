import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { localize, type Localization } from '../../src/localize/localize.js';
import type { PerformanceFeed } from '../../src/feed/performance-feed.js';
import { Announcer } from '../card/announcer.js';
import { CardMenu, type MenuOptions } from '../card/card-menu.js';
import { isAwaited, type CardState } from '../card/card-state.js';
import { noticesOf, renderCard, type FootLine, type HeadingLevel } from '../card/card.js';
import { cardStyles } from '../card/card.styles.js';
import { DefinitionDialog } from '../card/definition-dialog.js';
import { Grace } from '../card/grace.js';
import { KeepFocus } from '../card/keep-focus.js';
import { menuStyles } from '../card/menu.styles.js';
import { stateStyles } from '../card/state.styles.js';
import { renderTable } from '../card/table-view.js';
import { tableStyles } from '../card/table.styles.js';
import { ChartController } from '../chart/chart-controller.js';
import { warmUpAgain } from '../chart/chart-library.js';
import { chartStyles } from '../chart/chart.styles.js';
import { breakdownStyles } from '../figure/breakdown.styles.js';
import { figureStyles } from '../figure/figure.styles.js';
import { restyle } from '../restyle.js';
import { warnOnce } from '../warn-once.js';
import { AskedReport } from './asked-report.js';
import { dataNotices, dataState, dataStatus, isPartial, LoadWatch, menuNotices, quiet } from './data-state.js';
import {
  definitionCard,
  definitionIn,
  namedTable,
  renderHeadline,
  renderPicture,
  roomOf,
  sizeOf,
} from './card-parts.js';
import { ExportWarning } from '../export/export-warning.js';
import { definitionState, failureState } from './failure-state.js';
import { FilteredElement } from './filtered-element.js';
import { menuOf, type MenuCard } from './report-menu.js';
import type { Presentation, ReportFace } from './report-presentation.js';
import type { View } from './report-view.js';
import { TakeTurns } from './take-turns.js';

/**
 * What all reports share: context → runReport → card. A report adds its row and its words.
 *
 * @fires {CustomEvent<Error>} report-error - The report could not be loaded or worked out; the card says so. Does not bubble.
 * @fires {CustomEvent<ExportRequest>} export-request - A file of the report is ready to be downloaded; cancel it to take the file instead.
 * @csspart heading - The heading.
 * @csspart note - What is counted, under the heading.
 * @csspart figure - What stands over the picture, where something does.
 * @csspart menu - The button that opens the menu.
 * @csspart menu-list - The menu.
 * @csspart menu-item - An entry of it.
 * @csspart body - The room of the picture, in every state.
 * @csspart state - What stands in the body where there is no picture.
 * @csspart foot - The lines under the picture.
 * @csspart notice - What is to be known about the figures.
 * @csspart swatch - The colour and pattern beside a word.
 * @csspart table - The table view, which scrolls.
 * @csspart dialog - The definition.
 * @csspart close - The button that closes it.
 * @csspart progress - How far a long load is.
 * @csspart button - Any other button.
 * @slot actions - Further buttons beside the menu.
 * @slot empty - Instead of what is said where there is nothing to show.
 */
export abstract class ReportElement extends FilteredElement {
  static override readonly styles = [
    cardStyles,
    menuStyles,
    stateStyles,
    tableStyles,
    figureStyles,
    breakdownStyles,
    chartStyles,
  ];

  /** Level of the card's heading in the page, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel: HeadingLevel = 3;

  /** The page says elsewhere up to when the data is complete: the card leaves the line out, and says the rest in its menu. */
  @property({ type: Boolean, attribute: 'no-status' }) noStatus = false;

  /** How the report is put into words. */
  protected abstract readonly face: ReportFace;

  protected override get showsProgress(): boolean {
    return !this.noStatus;
  }

  /** Why the report cannot be asked at all: an error, which is told, or a state of its card; null: it can. */
  protected hindrance(_localization: Localization): Error | CardState | null {
    return null;
  }

  readonly #menu = new CardMenu(this);
  readonly #dialog = new DefinitionDialog(this);
  readonly #announcer = new Announcer(this);
  readonly #chart = new ChartController(this, { onError: (error) => this.#fail(error) });
  readonly #watch = new LoadWatch();
  readonly #grace = new Grace(this);
  readonly #turns = new TakeTurns(this);
  readonly #warning = new ExportWarning(this);
  readonly #asked = new AskedReport();
  #view: View | null = null;
  #failure: Error | null = null;
  /** Of `report-error`: what is still to be said, and what was said last. */
  #untold: Error | null = null;
  #told: Error | null = null;
  #asTable = false;

  constructor() {
    super();
    this.addController(new KeepFocus(this));
  }

  /** Called by the browser when the element has moved to another document. */
  adoptedCallback(): void {
    restyle(this);
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    // Cards come all at once, so that none pushes another one away; figures come in turns.
    if (!this.hasUpdated) return super.scheduleUpdate();
    return this.#turns.take(this.#view !== null, () => super.scheduleUpdate());
  }

  protected override render(): TemplateResult {
    const localization = localize(this.source.locale, this.source.timeZone);
    const { messages } = localization;
    const told = this.#update(localization);
    const state = quiet(told, this.noStatus);
    const view = state.kind === 'ready' || state.kind === 'empty' ? this.#view : null;
    const heading = this.face.title(localization);
    const room = roomOf(this.face, localization, this.noStatus);
    const foot = view === null ? [] : this.#foot(view);
    const skeleton = this.face.skeleton(localization);
    if (isAwaited(state) && typeof skeleton === 'string') this.#chart.expect();
    return renderCard({
      heading,
      headingLevel: this.headingLevel,
      note:
        this.noStatus && isPartial(told)
          ? messages.card.partial('')
          : (view?.presentation.note ?? this.face.note(localization)),
      state,
      messages: messages.card,
      language: localization,
      skeleton,
      room,
      ...(view?.presentation.headline === undefined ? {} : { figure: renderHeadline(view.presentation.headline) }),
      size: sizeOf(this.row),
      body: () => this.#renderBody(view!.presentation, localization),
      ...(foot.length === 0 && room.foot === undefined ? {} : { foot }),
      ...(view === null || this.noStatus ? {} : dataStatus(this.source, view.result, localization, noticesOf(state))),
      menu: this.#menu.render(this.#menuOf(view, localization, menuNotices(told, this.noStatus))),
      announce: (text) => this.#announcer.say(text),
      extras: html`${this.#renderDefinition(view, localization)}${this.#announcer.render()}`,
    });
  }

  protected override updated(): void {
    const error = this.#untold;
    if (error === null) return;
    this.#untold = null;
    this.dispatchEvent(new CustomEvent('report-error', { detail: error }));
  }

  /** The reader's own time: dates of its year are written without it. */
  get #today(): number {
    return this.source.feed!.clock.now();
  }

  protected override *ahead(feed: PerformanceFeed): Generator<void, void> {
    yield* this.#asked.ahead(feed, this.row, this.query(feed.store.now));
    if (this.#view === null) yield* warmUpAgain();
  }

  /** Brings the view up to date with the data, and says what the card shows. */
  #update(localization: Localization): CardState {
    const hindrance = this.hindrance(localization);
    if (hindrance !== null) this.#view = null;
    if (hindrance instanceof Error) {
      this.#fail(hindrance);
      return definitionState(this, hindrance, localization);
    }
    if (hindrance !== null) return hindrance;
    const state = dataState(this.source, localization, this.#mayStand(), this.#watch);
    if (state.kind !== 'ready') {
      if (state.kind !== 'waiting') this.#view = null;
      if (state.kind === 'failed') this.#tell(this.source.state.error!);
      return state;
    }
    const { feed } = this.source;
    const loaded = this.source.state.phase !== 'idle' && this.source.state.phase !== 'loading';
    const isComing = feed !== null && loaded && !this.#look(localization);
    if (this.#failure !== null) return this.#failed(this.#failure, localization);
    if (isComing && !this.#mayStand()) return { kind: 'waiting' };
    const view = this.#view!;
    const known = dataNotices(this.source, localization, view.result, () => this.#dialog.openAtLeftOut());
    const notices = [...known, ...this.#warning.of(view)];
    if (view.presentation.empty !== null) return { ...view.presentation.empty, notices };
    return { kind: 'ready', busy: !loaded || isComing, notices };
  }

  /** Whether what is shown may go on being shown while a load is under way: figures of a source that was left, not for long. */
  #mayStand(): boolean {
    const { feed } = this.source;
    if (this.#view === null || feed === null) return false;
    return this.#view.feed === feed || this.#grace.holds(feed);
  }

  /**
   * Asks the report again where anything it is made from has changed.
   * @returns false while older conversations are on their way: without them its figures would be too small
   */
  #look(localization: Localization): boolean {
    const feed = this.source.feed!;
    const { store } = feed;
    try {
      const query = this.query(store.now);
      if (query.from !== undefined && feed.reach(query.from) === 'coming') return false;
      const result = this.#asked.result(feed, this.row, query);
      const known = this.#view;
      const { face } = this;
      if (known?.result === result && known.localization === localization && known.face === face) return true;
      const presentation = face.present(result, localization, { grain: query.grain ?? 'week', today: this.#today });
      this.#view = { query, feed, localization, face, result, presentation };
      this.#failure = null;
    } catch (error) {
      this.#view = null; // What was shown before must be worked out anew once the question makes sense again.
      this.#fail(error);
    }
    return true;
  }

  /** Nothing is thrown out of an element: the card says it, and the host hears it. */
  #fail(error: unknown): void {
    const failure = error instanceof Error ? error : new Error(String(error));
    if (this.#failure?.message === failure.message) return;
    this.#failure = failure;
    warnOnce(this, failure.message);
    this.#tell(failure);
    if (!this.isUpdatePending) this.requestUpdate();
  }

  /** Each error once, and after the update: what a listener sets in the middle of one, another adapter for instance, is lost. */
  #tell(error: Error): void {
    if (error === this.#told) return;
    this.#told = this.#untold = error;
  }

  #failed(failure: Error, localization: Localization): CardState {
    const retry = (): void => {
      this.#failure = this.#view = null;
      this.requestUpdate();
    };
    return failureState(this, failure, localization, this.source.feed?.clock.now() ?? null, retry);
  }

  #renderBody(presentation: Presentation, localization: Localization): TemplateResult {
    if (this.#asTable) return renderTable(namedTable(this.face, presentation, localization));
    return renderPicture(presentation.picture, (model) => this.#chart.render(model));
  }

  /** What explains the drawing says nothing about a table. */
  #foot(view: View): readonly FootLine[] {
    return view.presentation.foot.filter(({ swatch }) => !this.#asTable || swatch === undefined);
  }

  #menuOf(view: View | null, localization: Localization, told: MenuCard['told']): MenuOptions {
    return menuOf(view, localization, {
      told,
      element: this,
      face: this.face,
      asTable: this.#asTable,
      toggle: () => {
        this.#asTable = !this.#asTable;
        this.requestUpdate();
      },
      version: definitionIn(view?.result).version,
      define: () => this.#dialog.open(),
      foot: () => this.#foot(view!),
      notices: () => dataNotices(this.source, localization, view!.result, () => undefined),
      say: (text) => this.#announcer.say(text),
      warn: (notice) => this.#warning.set(view, notice),
    });
  }

  #renderDefinition(view: View | null, localization: Localization): TemplateResult {
    const definition = definitionCard(this.face, localization, view?.result, view === null ? 0 : this.#today);
    return this.#dialog.render(definition, localization.messages.card);
  }
}

declare global {
  interface HTMLElementEventMap {
    'report-error': CustomEvent<Error>;
  }
}
