import type { Meta } from '@storybook/web-components-vite';
import { tagStory } from './support/tag-story.js';

export default { title: 'Knowledge gaps' } satisfies Meta;

export const KnowledgeGapsTable = tagStory('knowledge-gaps-table');
