import type { Meta } from '@storybook/web-components-vite';
import { renderCards } from './support/all-elements.js';
import { storyNow, storyZone } from './support/moment.js';
import { tagStory } from './support/tag-story.js';

export default { title: 'The whole tab' } satisfies Meta;

export const AgentPerformance = tagStory('agent-performance', {
  source: () => null,
  attributes: { demo: true, now: storyNow, 'time-zone': storyZone, 'week-start': 'monday' },
  content: () => renderCards({}),
});

export const PerformanceTab = tagStory('performance-tab');
