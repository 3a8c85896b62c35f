import type { Meta } from '@storybook/web-components-vite';
import { tagStory } from './support/tag-story.js';

export default { title: 'Impact' } satisfies Meta;

export const ImpactThisWeek = tagStory('impact-this-week');
