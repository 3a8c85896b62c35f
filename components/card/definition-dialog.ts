import { html, nothing } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { CardMessages } from '../../src/localize/messages.js';
import { renderLeftOut, type LeftOut } from './left-out.js';

/** What the figures of a card are. All texts are finished. */
export interface Definition {
  /** The card's heading. */
  readonly title: string;
  readonly figures: readonly DefinedFigure[];
  /** Version and hash that go with every result. */
  readonly version: string;
  readonly hash: string;
  /** One sentence a rule. */
  readonly rules: readonly string[];
  readonly timeZone: string;
  /** Up to when the data is complete; null: not known yet. */
  readonly asOf: string | null;
  readonly leftOut: LeftOut;
}

/** One figure in words. */
export interface DefinedFigure {
  /** Absent where the card has one figure only. */
  readonly name?: string;
  readonly text: string;
  readonly formula: string;
}

let dialogs = 0;

/** The dialog that says what a card's figures mean. Closing it hands the focus back to where it was. */
export class DefinitionDialog implements ReactiveController {
  readonly #id = `definition-${(dialogs += 1)}`;
  readonly #dialog = createRef<HTMLDialogElement>();

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Opens it over the page. Render it first. */
  open(): void {
    if (this.#dialog.value?.open === false) this.#dialog.value.showModal();
  }

  /** Opens it at the records that were left out. */
  openAtLeftOut(): void {
    this.open();
    this.#dialog.value?.querySelector<HTMLElement>('.left-out')?.focus();
  }

  close(): void {
    if (this.#dialog.value?.open) this.#dialog.value.close();
  }

  render(definition: Definition, messages: CardMessages): TemplateResult {
    const words = messages.definition;
    const { version, hash, rules, timeZone, asOf, leftOut } = definition;
    return html`<dialog
      class="dialog"
      part="dialog"
      aria-labelledby=${this.#id}
      @click=${this.#onClick}
      ${ref(this.#dialog)}
    >
      <div class="dialog-content">
        <header class="dialog-head">
          <h2 id=${this.#id}>${words.title(definition.title)}</h2>
          <button
            class="menu-button"
            part="close"
            type="button"
            aria-label=${messages.actions.close}
            @click=${() => this.close()}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
          </button>
        </header>
        <div class="dialog-body" tabindex="0" role="region" aria-labelledby=${this.#id}>
          ${definition.figures.map((figure) => renderDefinedFigure(figure, words.formula))}
          <dl>
            <div>
              <dt>${words.rules}</dt>
              <dd>${rules.map((rule) => html`<p>${rule}</p>`)}</dd>
            </div>
            <div>
              <dt>${words.version}</dt>
              <dd><bdi>${words.versionAndHash(version, hash)}</bdi></dd>
            </div>
            <div>
              <dt>${words.zone}</dt>
              <dd><bdi>${timeZone}</bdi></dd>
            </div>
            ${
              asOf === null
                ? nothing
                : html`<div>
                    <dt>${words.asOf}</dt>
                    <dd>${asOf}</dd>
                  </div>`
            }
          </dl>
          ${leftOut.count === 0 ? nothing : renderLeftOut(leftOut, messages)}
        </div>
      </div>
    </dialog>`;
  }

  readonly #onClick = (event: MouseEvent): void => {
    // The content fills the dialog, so a click on the dialog itself lies on its backdrop.
    if (event.target === this.#dialog.value) this.close();
  };
}

function renderDefinedFigure({ name, text, formula }: DefinedFigure, formulaLabel: string): TemplateResult {
  return html`<section class="defined">
    ${name === undefined ? nothing : html`<h3>${name}</h3>`}
    <p>${text}</p>
    <p class="formula"><span class="spoken">${formulaLabel}: </span>${formula}</p>
  </section>`;
}
