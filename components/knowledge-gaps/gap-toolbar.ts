import { html, type TemplateResult } from 'lit';
import { gapStatuses, type GapStatus } from '../../src/gaps/gap-records.js';
import type { Messages } from '../../src/localize/messages.js';

/** What the line above the topics shows and tells. */
export interface GapToolbarOptions {
  readonly question: { readonly status: GapStatus; readonly search: string };
  /** What the search looks in. */
  readonly label: string;
  readonly messages: Messages;
  readonly search: (text: string) => void;
  readonly choose: (status: GapStatus) => void;
}

/** Status and search. Styles: `gapStyles`. */
export function renderGapToolbar({ question, label, messages, search, choose }: GapToolbarOptions): TemplateResult {
  const { gaps } = messages;
  return html`<div class="toolbar" part="toolbar">
    <div class="segments" role="group" aria-label=${gaps.statusLabel}>
      ${gapStatuses.map(
        (status) =>
          html`<button type="button" aria-pressed=${status === question.status} @click=${() => choose(status)}>
            ${gaps.status(status)}
          </button>`,
      )}
    </div>
    ${renderSearch(question.search, label, search)}
  </div>`;
}

/** The field that searches a list. Styles: `gapStyles`. */
export function renderSearch(text: string, label: string, search: (text: string) => void): TemplateResult {
  const onInput = (event: Event): void => search((event.target as HTMLInputElement).value);
  return html`<input
    class="search"
    part="search"
    type="search"
    aria-label=${label}
    placeholder=${label}
    maxlength="200"
    autocomplete="off"
    .value=${text}
    @input=${onInput}
  />`;
}
