import { html, nothing, type TemplateResult } from 'lit';
import type { AdapterError } from '../../src/errors.js';
import type { ListState } from '../../src/feed/list-state.js';
import type { Localization } from '../../src/localize/localize.js';
import type { Messages } from '../../src/localize/messages.js';
import { renderAction, type CardState } from '../card/card-state.js';

/** What stands under a list, and what it does. */
export interface ListFootOptions {
  readonly list: ListState<unknown>;
  /** How much of how much is shown. */
  readonly shown: string;
  /** What stands in its place where the list, or a further page, did not come. */
  readonly words: { readonly failed: string; readonly failedMore: string };
  /** Something to know beside it. */
  readonly hint?: string | null;
  readonly localization: Localization;
  /** Asks for the next page, or for the one that did not come. */
  readonly more: () => void;
}

/** How much of a list is shown, and the button for more of it. Styles: `gapStyles`. */
export function renderListFoot(options: ListFootOptions): TemplateResult {
  const { list, shown, words, hint = null, localization, more } = options;
  const { gaps, card } = localization.messages;
  const { error, refused, hasMore, isStale } = list;
  const label = error === null ? gaps.showMore : card.actions.tryAgain;
  return html`<div class="more">
    <span>
      ${error === null ? shown : isStale ? words.failed : words.failedMore}
      ${hint === null ? nothing : html`<br />${hint}`} ${refused > 0 ? html`<br />${card.leftOut(refused)}` : nothing}
    </span>
    ${hasMore || error !== null ? renderAction({ label, run: more }) : nothing}
  </div>`;
}

/** What stands in the place of a list in which nothing is; null: something is, or may be. */
export function nothingFound(
  { entries, total, hasMore, refused, error }: ListState<unknown>,
  { title, text }: { readonly title: string; readonly text: string },
  { card }: Messages,
): Extract<CardState, { kind: 'empty' }> | null {
  const isKnown = !hasMore && error === null && (refused > 0 || (total ?? 0) === 0);
  if (entries.length > 0 || !isKnown) return null;
  // Nothing is left of what came: that is no emptiness.
  return { kind: 'empty', title, text: refused > 0 ? card.leftOut(refused) : text };
}

/** What a card says where a list could not be loaded. */
export interface ListFailureWords {
  readonly failed: string;
  readonly forbidden: string;
  readonly unsupported: { readonly title: string; readonly text: string };
}

/** A list that could not be loaded; an absent function is an absent capability and no failure. */
export function listFailure(
  { code, message }: AdapterError,
  words: ListFailureWords,
  { format }: Localization,
  now: number,
  retry: () => void,
): Exclude<CardState, { kind: 'ready' | 'waiting' }> {
  if (code === 'unsupported') return { kind: 'empty', ...words.unsupported };
  if (code === 'forbidden') return { kind: 'forbidden', title: words.forbidden };
  return { kind: 'failed', title: words.failed, code, details: `${code}: ${message}\n${format.dateTime(now)}`, retry };
}
