import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { literal, html as staticHtml } from 'lit/static-html.js';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import type { OpenTopic } from '../../src/context/performance-scope.js';
import { PerformanceSource } from '../../src/context/performance-source.js';
import { localize } from '../../src/localize/localize.js';
import type { Messages } from '../../src/localize/messages.js';
import { attributeText } from '../attribute-text.js';
import type { HeadingLevel } from '../card/card.js';
import { restyle } from '../restyle.js';
import { warnOnce } from '../warn-once.js';
import { PanelDialog } from './panel-dialog.js';
import { renderReports, sectionNames, type Given, type SectionName } from './sections.js';
import { tabStyles } from './tab.styles.js';

/** The pages of the tab. */
export const tabViews = ['reports', 'knowledge-gaps'] as const;
export type TabView = (typeof tabViews)[number];

/** Where in the tab somebody is, or wants to be. */
export interface TabPlace {
  readonly view: TabView;
  /** A section of the reports; null: their beginning. */
  readonly section: SectionName | null;
}

const HEADINGS = { 2: literal`h2`, 3: literal`h3`, 4: literal`h4`, 5: literal`h5`, 6: literal`h6` } as const;

/**
 * The whole Performance page: all reports in their order, and the knowledge gaps. A host that wants another order composes
 * the tags itself.
 *
 * @summary The whole Performance page.
 * @tag performance-tab
 * @fires {CustomEvent<TabPlace>} place-request - Somebody asked for another place. Cancelable; bubbles.
 * @fires {CustomEvent<TabPlace>} place-change - Another place is shown: for a host that keeps it in its address. Does not bubble.
 * @csspart navigation - The side bar, which is a row on top in a narrow container.
 * @csspart view - What is beside it.
 * @csspart panel - The dialog with a topic's questions.
 * @csspart section-heading - The heading of a group of reports.
 */
export class PerformanceTab extends LitElement {
  static override readonly styles = tabStyles;

  /** Where the data comes from; goes before `<agent-performance>` and `configure()`. */
  @property({ attribute: false }) adapter: PerformanceAdapter | null = null;
  /** Level of the headings of sections in the page, 2 to 5; cards stand one below. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel: HeadingLevel = 2;
  /** What is shown: `reports` (default) or `knowledge-gaps`. */
  @property() view: string | null = null;
  /** The section of the reports that is scrolled to: `resolutions`, `workload` or `handoffs`. */
  @property() section: string | null = null;
  /** `compact` for less space. */
  @property() density: string | null = null;

  readonly #source = new PerformanceSource(this, { weeks: null });
  /** Pages that were shown once stay, hidden, so that nothing is drawn anew. */
  readonly #visited = new Set<TabView>();

  /** The topic that is open where no page around the tab keeps it. */
  #own: OpenTopic | null = null;
  /** Somebody is closing a topic: the focus goes back to where it was opened. */
  #isClosing = false;

  constructor() {
    super();
    this.addController(new PanelDialog(this, () => this.#topic !== null && this.place.view === 'knowledge-gaps'));
  }

  /** Called by the browser when the element has moved to another document. */
  adoptedCallback(): void {
    restyle(this);
  }

  /** Where the tab is. */
  get place(): TabPlace {
    const view = this.#read('view', this.view, tabViews) ?? 'reports';
    return { view, section: view === 'reports' ? this.#read('section', this.section, sectionNames) : null };
  }

  protected override render(): TemplateResult {
    const localization = localize(this.#source.locale, this.#source.timeZone);
    const { tab } = localization.messages;
    const { view } = this.place;
    this.#visited.add(view);
    return html`<div class="tab" lang=${localization.locale} dir=${localization.direction}>
      ${this.#renderNavigation(tab)}
      <div class="views" part="view">
        ${tabViews.filter((name) => this.#visited.has(name)).map((name) => this.#renderView(name, tab))}
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#isClosing && this.#topic === null) {
      this.#isClosing = false;
      this.renderRoot.querySelector('knowledge-gaps-table')?.focusOpened();
    }
    const { section } = this.place;
    if (!changed.has('section') || section === null) return;
    const heading = this.renderRoot.querySelector<HTMLElement>(`#${section}`);
    heading?.scrollIntoView({ block: 'start' });
  }

  #renderNavigation(tab: Messages['tab']): TemplateResult {
    const { view, section } = this.place;
    const current = (here: boolean): 'page' | 'location' | typeof nothing =>
      here ? (section === null ? 'page' : 'location') : nothing;
    return html`<nav class="navigation" part="navigation" aria-label=${tab.label}>
      <ul>
        ${tabViews.map(
          (name) =>
            html`<li>
              <button
                type="button"
                aria-current=${current(name === view && section === null)}
                @click=${() => this.#go({ view: name, section: null })}
              >
                ${tab.views[name]}
              </button>
              ${name === 'reports' && view === 'reports' ? this.#renderSections(tab, current) : nothing}
            </li>`,
        )}
      </ul>
    </nav>`;
  }

  #renderSections(tab: Messages['tab'], current: (here: boolean) => unknown): TemplateResult {
    return html`<ul class="sections">
      ${sectionNames.map(
        (name) =>
          html`<li>
            <button
              type="button"
              aria-current=${current(name === this.place.section)}
              @click=${() => this.#go({ view: 'reports', section: name })}
            >
              ${tab.sections[name]}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #renderView(name: TabView, tab: Messages['tab']): TemplateResult {
    const level = Object.hasOwn(HEADINGS, this.headingLevel) ? this.headingLevel : 2;
    const given: Given = {
      adapter: this.adapter,
      density: attributeText(this.density) ?? '',
      headingLevel: Math.min(level + 1, 6) as HeadingLevel,
      noStatus: this.#source.filters !== null,
    };
    const { adapter, density, noStatus } = given;
    const isShown = name === this.place.view;
    if (name === 'knowledge-gaps') {
      return html`<div class="view gaps" ?hidden=${!isShown} @gap-open=${this.#onOpen} @gap-close=${this.#onClose}>
        <knowledge-gaps-table
          .adapter=${adapter}
          .openTopic=${this.#own}
          .headingLevel=${level}
          density=${density}
        ></knowledge-gaps-table>
        <dialog class="panel" part="panel" aria-label=${tab.topic} @cancel=${this.#onCancel} @close=${this.#onClosed}>
          <knowledge-gap-panel
            .adapter=${adapter}
            .openTopic=${this.#own}
            .headingLevel=${level}
            density=${density}
          ></knowledge-gap-panel>
        </dialog>
        <short-answers-list .adapter=${adapter} .headingLevel=${level} density=${density}></short-answers-list>
      </div>`;
    }
    return html`<div class="view" ?hidden=${!isShown}>
      ${noStatus ? html`<performance-filters .adapter=${adapter}></performance-filters>` : nothing}
      <impact-this-week
        ?no-status=${noStatus}
        .adapter=${adapter}
        .headingLevel=${level}
        density=${density}
      ></impact-this-week>
      ${sectionNames.map(
        (section) =>
          html`<section aria-labelledby=${section}>
            ${renderHeading(level, section, tab.sections[section])}
            <div class="grid">${renderReports(section, given)}</div>
          </section>`,
      )}
    </div>`;
  }

  /** The topic whose questions are shown; null: none. */
  get #topic(): OpenTopic | null {
    return this.#source.openTopic ?? this.#own;
  }

  readonly #onOpen = ({ detail }: CustomEvent<OpenTopic>): void => {
    this.#isClosing = false;
    this.#keep(detail);
  };

  readonly #onClose = (): void => {
    this.#isClosing = true;
    this.#keep(null);
  };

  readonly #onCancel = (event: Event): void => {
    event.preventDefault(); // What was typed is asked for first.
    this.renderRoot.querySelector('knowledge-gap-panel')?.close();
  };

  /** A browser closes it at the second Escape, whatever the first was answered: it is shown again while there is a topic. */
  readonly #onClosed = (): void => this.requestUpdate();

  #keep(topic: OpenTopic | null): void {
    if (this.#source.filters !== null) return; // The page around the tab does.
    this.#own = topic;
    this.requestUpdate();
  }

  /** Asks for another place, and goes there unless the host says no. */
  #go(place: TabPlace): void {
    const request = new CustomEvent('place-request', {
      detail: place,
      bubbles: true,
      composed: true,
      cancelable: true,
    });
    if (!this.dispatchEvent(request)) return;
    const isAgain = place.section !== null && place.section === this.section;
    this.view = place.view;
    this.section = place.section;
    if (isAgain) this.requestUpdate('section', null); // It may have been scrolled away since.
    this.dispatchEvent(new CustomEvent('place-change', { detail: place }));
  }

  #read<Name extends string>(attribute: string, value: unknown, names: readonly Name[]): Name | null {
    const text = attributeText(value);
    if (text === null) return null;
    const name = names.find((candidate) => candidate === text);
    if (name === undefined) warnOnce(this, `${attribute}: expected ${names.join(' or ')}, got "${text}".`);
    return name ?? null;
  }
}

function renderHeading(level: HeadingLevel, id: string, text: string): TemplateResult {
  const tag = HEADINGS[level];
  return staticHtml`<${tag} class="section-heading" part="section-heading" id=${id} tabindex="-1">${text}</${tag}>`;
}

declare global {
  interface HTMLElementEventMap {
    'place-request': CustomEvent<TabPlace>;
    'place-change': CustomEvent<TabPlace>;
  }
  interface HTMLElementTagNameMap {
    'performance-tab': PerformanceTab;
  }
}
