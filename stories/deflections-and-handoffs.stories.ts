import type { Meta } from '@storybook/web-components-vite';
import { tagStory } from './support/tag-story.js';

export default { title: 'Deflections and handoffs' } satisfies Meta;

export const DeflectionRateChart = tagStory('deflection-rate-chart');

export const DeflectionsChart = tagStory('deflections-chart');

export const HumanHandoffsChart = tagStory('human-handoffs-chart');

export const HumanHandoffRateChart = tagStory('human-handoff-rate-chart');

export const CustomerAgentHandoff = tagStory('customer-agent-handoff');
