import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { AdapterErrorCode } from '../../src/errors.js';
import type { CardMessages } from '../../src/localize/messages.js';
import type { RichText } from '../../src/localize/rich-text.js';
import { renderText } from '../figure/render-text.js';

/** What a card shows in its body. `ready` is the only one that shows the body it was given. */
export type CardState =
  /** `busy`: what is shown will be replaced as soon as what was asked for has come. */
  | { readonly kind: 'ready'; readonly notices?: readonly CardNotice[]; readonly busy?: boolean }
  | { readonly kind: 'waiting' }
  | CardProgress
  | { readonly kind: 'cancelled'; readonly loaded: number; readonly load?: () => void }
  | CardEmpty
  | CardFailure
  /** `text` says why, where the source knows; else the card's own words. */
  | { readonly kind: 'forbidden'; readonly title?: string; readonly text?: string }
  | { readonly kind: 'not-wired' };

/** A long load. Without `total` and `share` the end is not known. */
export interface CardProgress {
  readonly kind: 'progress';
  /** Conversations that have come. */
  readonly loaded: number;
  /** Conversations in all. */
  readonly total?: number;
  /** Share of the data that has come, 0–1, where the source knows bytes but not conversations. */
  readonly share?: number;
  readonly cancel?: () => void;
}

/** Nothing to show, which is an answer and no failure. */
export interface CardEmpty {
  readonly kind: 'empty';
  readonly title: string;
  /** What would be here, and how it comes. */
  readonly text: string;
  readonly action?: CardAction;
  /** What to know before one takes it for the whole truth. */
  readonly notices?: readonly CardNotice[];
}

/** Nothing could be loaded. */
export interface CardFailure {
  readonly kind: 'failed';
  /** `definition`: the report makes no sense, and the card shows the details, which are for whoever wrote it. */
  readonly code: AdapterErrorCode | 'definition';
  /** What *Copy details* puts on the clipboard: for support, no secrets in it. */
  readonly details: string;
  /** Instead of the card's own title. */
  readonly title?: string;
  readonly retryAfterMs?: number;
  /** Absent where trying again cannot help. */
  readonly retry?: () => void;
}

/** A button of the card's owner. */
export interface CardAction {
  readonly label: string;
  readonly run: () => void;
}

/** Something to know about figures that are shown all the same. */
export interface CardNotice {
  /** `quality` is said quietly; `failed` is about something a person did. */
  readonly kind: 'partial' | 'stale' | 'quality' | 'failed';
  readonly text: RichText | string;
  readonly action?: CardAction;
}

/** What was asked for is on its way, and nothing is there yet. */
export function isAwaited({ kind }: CardState): boolean {
  return kind === 'waiting' || kind === 'progress';
}

/** The inside of a card in any state but `ready` and `waiting`. */
export function renderState(
  state: Exclude<CardState, { kind: 'ready' | 'waiting' }>,
  messages: CardMessages,
  announce: (text: string) => void,
): TemplateResult {
  switch (state.kind) {
    case 'progress':
      return renderProgress(state, messages);
    case 'cancelled': {
      const action = state.load && { label: messages.actions.load, run: state.load };
      return renderMessage(messages.cancelled.title, messages.cancelled.text(state.loaded), action);
    }
    case 'empty':
      return renderMessage(state.title, state.text, state.action);
    case 'failed':
      return renderFailure(state, messages, announce);
    case 'forbidden':
      return renderMessage(state.title ?? messages.forbidden.title, state.text ?? messages.forbidden.text);
    case 'not-wired':
      return html`<div class="state" part="state">
        <p class="state-title">${messages.notWired.title}</p>
        <ol class="steps">
          ${messages.notWired.steps.map((step) => html`<li><span>${renderText(step)}</span></li>`)}
        </ol>
      </div>`;
  }
}

/** A button in the card's own look. */
export function renderAction({ label, run }: CardAction, look: 'plain' | 'quiet' | 'link' = 'plain'): TemplateResult {
  return html`<button class="button ${look}" part="button" type="button" @click=${run}>${label}</button>`;
}

function renderMessage(title: string, text: string, action?: CardAction): TemplateResult {
  return html`<div class="state" part="state">
    <p class="state-title">${title}</p>
    <p>${text}</p>
    ${action === undefined ? nothing : html`<div class="buttons">${renderAction(action)}</div>`}
  </div>`;
}

function renderProgress({ loaded, total, share, cancel }: CardProgress, messages: CardMessages): TemplateResult {
  const { progress, actions } = messages;
  const done = total === undefined ? share : total === 0 ? 1 : Math.min(1, loaded / total);
  let text = progress.loaded(loaded);
  if (total !== undefined) text = progress.of(loaded, total);
  else if (share !== undefined) text = progress.share(loaded, share);
  return html`<div class="state loading" part="state">
    <p class="state-title">${text}</p>
    ${
      done === undefined
        ? html`<progress part="progress" aria-label=${progress.label}></progress>`
        : html`<progress part="progress" aria-label=${progress.label} max="1" .value=${done}></progress>`
    }
    <p>${progress.hint}</p>
    ${cancel && html`<div class="buttons">${renderAction({ label: actions.cancel, run: cancel })}</div>`}
  </div>`;
}

function renderFailure(failure: CardFailure, messages: CardMessages, announce: (text: string) => void): TemplateResult {
  const { failed, actions } = messages;
  const { retry, retryAfterMs } = failure;
  const copy = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLElement;
    try {
      await navigator.clipboard.writeText(failure.details);
      button.dataset['copied'] = 'done';
      announce(actions.copied);
    } catch {
      // Without the right to the clipboard the text is shown, so that a person can select it.
      button.dataset['copied'] = 'refused';
    }
  };
  return html`<div class="state" part="state">
    <p class="state-title">${failure.title ?? failed.title}</p>
    <p>
      ${failure.code === 'definition' ? renderForeign(failure.details) : failed.reason(failure.code)}
      ${retryAfterMs === undefined ? nothing : failed.retryAfter(retryAfterMs)}
      <span class="support">${renderText(failed.support(failure.code))}</span>
    </p>
    <div class="buttons">
      ${retry && renderAction({ label: actions.tryAgain, run: retry })}
      <button class="button quiet" part="button" type="button" @click=${copy}>
        <span class="before">${actions.copyDetails}</span><span class="after">${actions.copied}</span>
      </button>
      <pre class="details" tabindex="0" dir="ltr">${failure.details}</pre>
    </div>
  </div>`;
}

/** What only speaks English. */
function renderForeign(text: string): TemplateResult {
  return html`<bdi lang="en">${text}</bdi>`;
}
