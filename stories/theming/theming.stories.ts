import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { cardsIn, renderCards } from '../support/all-elements.js';
import { renderTag } from '../support/tag-story.js';
import { hostThemes } from './host-themes.js';
import { hostilePage } from './hostile-page.js';
import './token-playground.js';

export default {
  title: 'Theming',
  render: (_args, context) => renderCards(context.globals, cardsIn(context)),
} satisfies Meta;

const told = (story: string) => ({ docs: { description: { story } } });

/** Every token, editable; the style sheet for one's own page comes with it. */
export const Playground: StoryObj = {
  render: (_args, context) => html`<token-playground>${renderCards({}, cardsIn(context))}</token-playground>`,
  parameters: told('Every token with its default and its meaning. What is changed is at the foot, ready to be copied.'),
};

export const Light: StoryObj = { globals: { theme: 'light' } };

export const Dark: StoryObj = {
  globals: { theme: 'dark' },
  parameters: told('Elements follow `color-scheme`; nothing has to be set for it.'),
};

export const HostThemes: StoryObj = {
  render: () =>
    html`<div class="columns">
      ${Object.values(hostThemes).map(
        ({ title, scheme, page, tokens }) =>
          html`<section
            class="stage"
            style=${styleMap({ ...page, ...(scheme ? { colorScheme: scheme } : {}), ...tokens })}
          >
            <h2>${title}</h2>
            ${renderCards({}, ['impact-this-week', 'resolution-rate-chart'])}
          </section>`,
      )}
    </div>`,
  parameters: told('The same elements in pages of hosts that differ in nothing but a few tokens.'),
};

export const Densities: StoryObj = {
  render: (_args, context) =>
    html`<div class="columns">
      ${[null, 'compact'].map(
        (density) => html`<div class="grid">${cardsIn(context).map((tag) => renderTag(tag, { density }))}</div>`,
      )}
    </div>`,
  parameters: told('`density="compact"` on an element; every space follows the one factor `--dg-density`.'),
};

export const Parts: StoryObj = {
  render: (_args, context) =>
    html`<style>
        .by-part ::part(card) {
          border-inline-start: 4px solid var(--dg-accent, #4350c8);
        }
        .by-part ::part(heading) {
          text-transform: uppercase;
          letter-spacing: 0.05em;
        }
      </style>
      <div class="by-part">${renderCards(context.globals, cardsIn(context))}</div>`,
  parameters: told(
    'Structure is reached by `::part()`; the parts of each element are listed under _Events and parts_.',
  ),
};

export const HostileHost: StoryObj = {
  render: (_args, context) =>
    html`${hostilePage}
      <div class="hostile">${renderCards(context.globals, cardsIn(context))}</div>`,
  parameters: told('A page whose rules hit everything: they stop at the elements.'),
};
