import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { cardsIn, renderCards } from './support/all-elements.js';

export default {
  title: 'Languages',
  render: (_args, context) => renderCards(context.globals, cardsIn(context)),
} satisfies Meta;

/** The whole page in one language; numbers, dates and week names with it. */
const spoken = (language: string, description: string): StoryObj => ({
  globals: { language },
  parameters: { docs: { description: { story: description } } },
});

export const English = spoken('en', 'The language that all others are measured by.');

export const German = spoken('de', 'Long words and another way to write numbers and dates.');

export const Arabic = spoken('ar', 'Right to left: charts, tables and menus are mirrored with the text.');

/** Each element follows the nearest `lang`, so that one page can speak two languages. */
export const RightToLeftPage: StoryObj = {
  globals: { direction: 'rtl' },
  parameters: {
    docs: { description: { story: 'An English card in a page that runs right to left keeps its own direction.' } },
  },
};
