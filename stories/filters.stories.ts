import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { renderCards } from './support/all-elements.js';
import { lookAttributes } from './support/page.js';
import { renderTag, tagStory } from './support/tag-story.js';

export default { title: 'Filters' } satisfies Meta;

export const PerformanceFilters = tagStory('performance-filters');

/** Everything around the filters follows them; a report with filters of its own does not. */
export const WithReports: StoryObj = {
  render: (_args, { globals }) =>
    html`<div class="grid">
      ${renderTag('performance-filters', lookAttributes(globals))}
      ${renderCards(globals, ['resolution-rate-chart', 'conversations-handled-chart'])}
    </div>`,
};
