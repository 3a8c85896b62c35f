import type { Meta } from '@storybook/web-components-vite';
import { tagStory } from './support/tag-story.js';

export default { title: 'Workload' } satisfies Meta;

export const ConversationsHandledChart = tagStory('conversations-handled-chart');

export const ConversationsByChannelChart = tagStory('conversations-by-channel-chart');

export const HandleRateChart = tagStory('handle-rate-chart');
