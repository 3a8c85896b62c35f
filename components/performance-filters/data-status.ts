import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { PerformanceFeed } from '../../src/feed/performance-feed.js';
import type { Localization } from '../../src/localize/localize.js';

/** Conversations of a large help desk. */
const MANY = 888_888;

/** How far the data is, and what can be done about it. */
export interface DataStatus {
  readonly kind: 'none' | 'loading' | 'failed' | 'ready' | 'stale';
  readonly text: string;
  /** What the button does; null: nothing now, which it says by being off. Absent: there is no button. */
  readonly action?: { readonly label: string; readonly run: () => void } | null;
}

/** A Wednesday in September, the longest of the days and months. */
const AT = Date.UTC(2026, 8, 30, 20, 20);

/** What is said of a feed's data. null: there is no feed. */
export function dataStatus(
  feed: PerformanceFeed | null,
  since: number | null,
  { messages }: Localization,
  refresh: () => void,
): DataStatus {
  const { filters: words, card } = messages;
  if (feed === null) return { kind: 'none', text: words.noSource };
  const { phase, error, asOf, loaded, total } = feed.state;
  const retry = (): void => feed.retry();
  const tryAgain = { label: card.actions.tryAgain, run: retry };
  if ((phase === 'idle' || phase === 'loading') && loaded === 0)
    return { kind: 'loading', text: words.loading, action: null };
  if (phase === 'idle' || phase === 'loading') {
    const text = total === null ? card.progress.loaded(loaded) : card.progress.of(loaded, total);
    return { kind: 'loading', text, action: { label: card.actions.cancel, run: () => feed.cancel() } };
  }
  if (phase === 'cancelled')
    return { kind: 'failed', text: words.cancelled, action: { label: card.actions.load, run: retry } };
  if (phase === 'failed' && error?.code === 'unsupported') return { kind: 'none', text: card.unsupported.title };
  if (phase === 'failed') {
    const whole = error?.code === 'forbidden' ? card.forbidden.title : words.failed;
    const text = feed.store.size > 0 ? card.partialLoaded(loaded) : whole; // The cards show what has come.
    return { kind: 'failed', text, action: tryAgain };
  }
  if (since !== null && feed.reach(since) === 'coming')
    return { kind: 'loading', text: words.loadingOlder, action: null };
  const text = card.asOf(asOf!, feed.clock.now());
  if (error !== null) return { kind: 'stale', text, action: tryAgain };
  // A closed log has nothing new to tell.
  if (feed.adapter.source === 'archive') return { kind: 'ready', text };
  return { kind: 'ready', text, action: { label: card.actions.refresh, run: refresh } };
}

/**
 * The end of the line. Texts as long as those to come hold their room, so that nothing moves; each text is an element of its
 * own, since one that changes would move where lines begin at the other side.
 */
export function renderDataStatus({ kind, text, action }: DataStatus, { messages }: Localization): TemplateResult {
  const { filters: words, card } = messages;
  const run = (): void => action?.run();
  const label = action?.label ?? card.actions.refresh;
  const renderButton = (): TemplateResult =>
    html`<button
      class="button quiet"
      part="button"
      type="button"
      aria-disabled=${action === null ? 'true' : nothing}
      title=${kind === 'stale' ? words.stale : nothing}
      @click=${run}
    >
      ${renderLabel(label, card)}
    </button>`;
  return html`<div class="as-of" part="as-of">
    <span class="stack">
      ${[
        card.asOf(AT, AT),
        words.failed,
        words.loadingOlder,
        card.partialLoaded(MANY),
        card.progress.of(MANY, MANY),
      ].map((room) => html`<span class="room" aria-hidden="true">${room}</span>`)}
      ${keyed(
        text,
        html`<span class=${kind}>
          ${text} ${kind === 'stale' ? html`<span class="spoken">${words.stale}</span>` : nothing}
        </span>`,
      )}
    </span>
    ${action === undefined ? html`<span class="button quiet room" aria-hidden="true">${renderLabel('', card)}</span>` : renderButton()}
  </div>`;
}

/** What a button says over the longest that it can say. */
function renderLabel(label: string, { actions }: Localization['messages']['card']): TemplateResult {
  return html`<span class="stack">
    ${[actions.refresh, actions.tryAgain, actions.cancel].map(
      (room) => html`<span class="room" aria-hidden="true">${room}</span>`,
    )}
    ${keyed(label, html`<span>${label}</span>`)}
  </span>`;
}
