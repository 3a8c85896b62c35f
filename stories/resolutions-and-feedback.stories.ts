import type { Meta } from '@storybook/web-components-vite';
import { tagStory } from './support/tag-story.js';

export default { title: 'Resolutions and feedback' } satisfies Meta;

export const ResolutionRateChart = tagStory('resolution-rate-chart', { attributes: { range: '12w' } });

export const ResolutionRateCard = tagStory('resolution-rate-card');

export const ConversationsResolvedChart = tagStory('conversations-resolved-chart');

export const TeamResolutionsChart = tagStory('team-resolutions-chart');

export const VisitorFeedbackChart = tagStory('visitor-feedback-chart');
