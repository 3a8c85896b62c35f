import type { Meta } from '@storybook/web-components-vite';
import { contractPath } from './desk-api/contract-handlers.js';
import { renderCards } from './support/all-elements.js';
import { storyNow, storyZone } from './support/moment.js';
import { tagStory } from './support/tag-story.js';

export default { title: 'The whole tab' } satisfies Meta;

export const AgentPerformance = tagStory('agent-performance', {
  source: () => null,
  attributes: { demo: true, now: storyNow, 'time-zone': storyZone, 'week-start': 'monday' },
  content: () => renderCards({}),
});

/** The data comes over the REST contract, each request and answer of which is held against the document. */
export const OverTheRestContract = tagStory('agent-performance', {
  source: () => null,
  attributes: { api: contractPath, now: storyNow, 'time-zone': storyZone, 'week-start': 'monday' },
  content: () => renderCards({}),
});

export const PerformanceTab = tagStory('performance-tab');
