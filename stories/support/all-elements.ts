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

/** Every card of the kit, side by side where there is room. */
export function renderCards(globals: unknown, tags: readonly TagName[] = cardTags): TemplateResult {
  return html`<div class="grid">${tags.map((tag) => renderTag(tag, lookAttributes(globals)))}</div>`;
}
