import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { OpenTopic } from '../../src/context/performance-scope.js';
import type { Messages } from '../../src/localize/messages.js';
import { isSameTopic, requestTopic } from '../agent-performance/open-topic.js';
import { renderAction } from '../card/card-state.js';
import type { AnswerForm } from './answer-form.js';

/** Asks before something typed is lost, to another topic or to closing. */
export class Unsaved {
  readonly #host: LitElement;
  readonly #form: AnswerForm;
  /** The topic that was wanted, or none, when somebody wanted to close what is shown; undefined: nobody does. */
  #closing: OpenTopic | null | undefined;

  constructor(host: LitElement, form: AnswerForm) {
    this.#host = host;
    this.#form = form;
  }

  /** Closes the topic; where something typed would be lost, it asks first. */
  close(wanted: OpenTopic | null): void {
    if (this.#form.isDirty) this.#closing = wanted;
    else requestTopic(this.#host, null);
    this.#host.requestUpdate();
  }

  /** The question, while another topic is wanted than the one that is shown, or none. Styles: `gapWriteStyles`. */
  render(wanted: OpenTopic | null, shown: OpenTopic | null, { gapPanel }: Messages): TemplateResult | typeof nothing {
    const isOver = this.#closing !== undefined && !isSameTopic(this.#closing, wanted); // Something else was wanted since.
    if (isOver || !this.#form.isDirty) this.#closing = undefined;
    const isOther = !isSameTopic(wanted, shown);
    const isClosing = this.#closing !== undefined;
    if (!isOther && !isClosing) return nothing;
    const discard = (): void => {
      this.#form.clear();
      if (isClosing) requestTopic(this.#host, null);
    };
    const keep = (): void => {
      this.#closing = undefined;
      if (isOther) requestTopic(this.#host, shown);
      this.#host.renderRoot.querySelector<HTMLElement>('#answer')?.focus();
      this.#host.requestUpdate();
    };
    const { unsaved } = gapPanel;
    return html`<div class="write-result unsaved" role="alert">
      <p>${unsaved.text}</p>
      ${renderAction({ label: unsaved.discard, run: discard })} ${renderAction({ label: unsaved.keep, run: keep })}
    </div>`;
  }
}
