import { html, type TemplateResult } from 'lit';
import { tagNames, type TagName } from '../../components/tag-names.js';
import { reports } from '../../src/reports/reports.js';
import { lookAttributes } from './page.js';
import { renderTag } from './tag-story.js';

/** Tags that show no card of their own, or are made of the others. */
const frames: readonly string[] = ['agent-performance', 'performance-tab', 'performance-filters', 'agent-report'];

const ranks = Object.keys(reports);
const rankOf = (tag: TagName): number => (ranks.includes(tag) ? ranks.indexOf(tag) : ranks.length);

/** Tags that show one card each: the reports in their order, then the others. */
export const cardTags: readonly TagName[] = tagNames
  .filter((tag) => !frames.includes(tag))
  .toSorted((one, other) => rankOf(one) - rankOf(other));

/** A figure, a share, a line and a list. */
const samples: readonly TagName[] = [
  'impact-this-week',
  'resolution-rate-card',
  'resolution-rate-chart',
  'knowledge-gaps-table',
];

/** All cards in a story of its own, a few where many stories are on one page: a browser takes long for all of them. */
export function cardsIn({ viewMode }: { readonly viewMode?: string }): readonly TagName[] {
  return viewMode === 'docs' ? samples : cardTags;
}

/** Every card of the kit, side by side where there is room. */
export function renderCards(globals: unknown, tags: readonly TagName[] = cardTags): TemplateResult {
  return html`<div class="grid">${tags.map((tag) => renderTag(tag, lookAttributes(globals)))}</div>`;
}
