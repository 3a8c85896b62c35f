import type { Meta, StoryObj } from '@storybook/web-components-vite';
import type { PerformanceAdapter } from '../src/adapters/adapter.js';
import { deskLike } from './desk-api/open-desk.js';
import type { DeskMood } from './desk-api/handlers.js';
import { cardsIn, renderCards } from './support/all-elements.js';

export default {
  title: 'States',
  render: (_args, context) => renderCards(context.globals, cardsIn(context)),
} satisfies Meta;

/** A state that every card can be in, and what the viewer can do about it. */
function state(source: () => PerformanceAdapter | null, description: string): StoryObj {
  return { parameters: { source, docs: { description: { story: description } } } };
}

const mood = (of: DeskMood) => () => deskLike(of);

/** Loads once; the question for what changed since is answered with an error. */
const staleDesk: PerformanceAdapter = {
  ...deskLike('stale'),
  subscribe: (changed) => void setTimeout(changed, 500),
};

export const Ready = state(mood('well'), 'All data is there.');

export const Waiting = state(
  mood('waiting'),
  'Nothing has come yet. What stands still holds the room of the figures, so that nothing moves when they come.',
);

export const Progress = state(
  mood('progress'),
  'A long load says how far it is, and can be cancelled. What has come by then stays.',
);

export const Empty = state(
  mood('empty'),
  'No conversations is an answer and no error: the card says what would be here.',
);

export const Partial = state(
  mood('partial'),
  'A later page failed. The figures of what came are shown, and say so; _Try again_ goes on where it broke off.',
);

export const Stale = state(
  () => staleDesk,
  'The figures are complete up to a moment that is past: a refresh did not get through.',
);

export const Failed = state(
  mood('failed'),
  'Nothing could be loaded: what happened, _Try again_, and what to tell support.',
);

export const FailedForNow = state(mood('busy'), 'The help desk was asked too often, and says how long to wait.');

export const Forbidden = state(mood('forbidden'), 'The viewer has no right to the numbers, and reads whom to ask.');

export const NotWired = state(() => null, 'No data source: the card names the three ways to give one.');
