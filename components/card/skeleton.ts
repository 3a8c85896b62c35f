import { html } from 'lit';
import type { TemplateResult } from 'lit';

/** What stands still where the body will be: the shape of what comes, or a template of the owner's. */
export type Skeleton = 'bars' | 'line' | 'rows' | TemplateResult;

const TWELVE = Array.from({ length: 12 }, (_, index) => index);

/** Still blocks in the shape and size of the body. Nothing moves, nothing is spoken. */
export function renderSkeleton(skeleton: Skeleton): TemplateResult {
  if (skeleton === 'bars') return html`<div class="bones bars">${TWELVE.map(() => html`<i></i>`)}</div>`;
  if (skeleton === 'rows') return html`<div class="bones rows">${TWELVE.slice(4).map(() => html`<i></i>`)}</div>`;
  if (skeleton !== 'line') return skeleton;
  return html`<div class="bones line">
    <svg viewBox="0 0 120 40" preserveAspectRatio="none">
      <path d="M0 24 L20 25 L40 21 L60 22 L80 17 L100 15 L120 13" />
    </svg>
  </div>`;
}
