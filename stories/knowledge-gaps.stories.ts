import type { Meta } from '@storybook/web-components-vite';
import { tagStory } from './support/tag-story.js';

export default { title: 'Knowledge gaps' } satisfies Meta;

export const KnowledgeGapsTable = tagStory('knowledge-gaps-table');

export const KnowledgeGapPanel = tagStory('knowledge-gap-panel', {
  attributes: { 'topic-id': 'g-1', 'topic-title': 'Change delivery address after ordering' },
});

export const ShortAnswersList = tagStory('short-answers-list');
