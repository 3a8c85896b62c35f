import { html } from 'lit';
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from 'lit';

/** Speaks through one polite live region of its host. Render it once, always at the same place. */
export class Announcer implements ReactiveController {
  #text = '';
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#text = '';
  }

  /** Says a finished sentence. The same sentence twice in a row is spoken twice. */
  say(text: string): void {
    // A screen reader speaks on change only: the invisible space makes a repetition one.
    this.#text = text === this.#text ? `${text}\u00a0` : text;
    this.#host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<p class="spoken" role="status">${this.#text}</p>`;
  }
}
