import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { gapDeskLike, type GapMood } from './desk-api/gap-desks.js';
import { tagStory } from './support/tag-story.js';

export default { title: 'Knowledge gaps' } satisfies Meta;

export const KnowledgeGapsTable = tagStory('knowledge-gaps-table');

/** Its address alone: the source tells what the topic is called. */
export const KnowledgeGapPanel = tagStory('knowledge-gap-panel', { attributes: { 'topic-id': 'g-1' } });

export const ShortAnswersList = tagStory('short-answers-list');

/** A topic of a help desk that behaves like this, asked over HTTP. */
function topicOf(mood: GapMood, description: string): StoryObj {
  return {
    parameters: { source: () => gapDeskLike(mood), docs: { description: { story: description } } },
    render: () => html`<knowledge-gap-panel topic-id="g-1"></knowledge-gap-panel>`,
  };
}

export const WithoutTheRole = topicOf(
  'needs-role',
  'The editor permission is missing: everything can be read, and what cannot be done says why and whom to ask.',
);

export const WithoutASeat = topicOf('needs-seat', 'A paid seat is missing: the same, with that reason.');

export const NothingToKnowOf = topicOf(
  'hidden',
  'The viewer is not to know that gaps can be answered: the questions stand alone.',
);

export const WritesAreRefused = topicOf(
  'refusing',
  'Write an answer and send it: the help desk is out of order. What was typed stays, with the reason and _Try again_.',
);

export const AnswersAreLost = topicOf(
  'losing-answers',
  'Write an answer and send it: it is saved, but the connection breaks before the answer. The card says that nothing is confirmed; _Try again_ sends the same key, and one short answer is made.',
);
