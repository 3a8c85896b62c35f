import { html, type TemplateResult } from 'lit';
import type { CardMessages } from '../../src/localize/messages.js';

/** The button that closes what it stands in. Styles: `menuStyles`. */
export function renderCloseButton({ actions }: CardMessages, close: () => void): TemplateResult {
  return html`<button class="menu-button" type="button" aria-label=${actions.close} @click=${close}>
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M4 4l8 8M12 4l-8 8" /></svg>
  </button>`;
}
