import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { direction } from '../../src/localize/localize.js';
import { hostThemes, type HostThemeName } from '../theming/host-themes.js';
import { tokensIn } from './arg-types.js';
import { storyDesk } from './story-desk.js';
import { storyNow, storyZone } from './moment.js';

/** How a story is looked at: what the toolbar sets. */
export interface Look {
  readonly theme: 'system' | 'light' | 'dark';
  readonly host: HostThemeName;
  readonly density: 'regular' | 'compact';
  readonly language: string;
  readonly direction: 'auto' | 'ltr' | 'rtl';
  readonly width: string;
}

/** Parameters of a story that the page around it reads. */
export interface PageParameters {
  /** Where the elements' data comes from; null: from nowhere. Default: the made-up help desk. */
  readonly source?: () => PerformanceAdapter | null;
}

const schemes = { system: 'light dark', light: 'light', dark: 'dark' } as const;

/** Puts a story into a page with a data source, in the language and look of the toolbar. */
export const onPage: Decorator = (story, { args, globals, parameters }) => {
  const look = globals as unknown as Look;
  const { source = () => storyDesk } = parameters as PageParameters;
  const host = hostThemes[look.host];
  const adapter = source();
  const styles = {
    ...(look.width === 'full' ? {} : { inlineSize: look.width }),
    ...host.page,
    colorScheme: host.scheme ?? schemes[look.theme],
    ...host.tokens,
    ...tokensIn(args),
  };
  const dir = look.direction === 'auto' ? direction(look.language) : look.direction;
  return html`<div class="stage" lang=${look.language} dir=${dir} style=${styleMap(styles)}>
    ${
      adapter === null
        ? story()
        : html`<agent-performance .adapter=${adapter} now=${storyNow} time-zone=${storyZone} week-start="monday">
            ${story()}
          </agent-performance>`
    }
  </div>`;
};

/** What an element is told of the look by attributes of its own. */
export function lookAttributes(globals: unknown): { readonly density: string | null } {
  return { density: (globals as Look).density === 'compact' ? 'compact' : null };
}

const choice = (title: string, items: readonly { readonly value: string; readonly title: string }[]) => ({
  description: title,
  toolbar: { title, items: [...items], dynamicTitle: true },
});

/** The toolbar above every story, and where its switches stand at first. */
export const toolbar = {
  initialGlobals: {
    theme: 'light',
    host: 'none',
    density: 'regular',
    language: 'en',
    direction: 'auto',
    width: 'full',
  } satisfies Look,
  globalTypes: {
    theme: choice('Theme', [
      { value: 'light', title: 'Light' },
      { value: 'dark', title: 'Dark' },
      { value: 'system', title: 'As the system' },
    ]),
    host: choice(
      'Host theme',
      Object.entries(hostThemes).map(([value, { title }]) => ({ value, title })),
    ),
    density: choice('Density', [
      { value: 'regular', title: 'Regular' },
      { value: 'compact', title: 'Compact' },
    ]),
    language: choice('Language', [
      { value: 'en', title: 'English' },
      { value: 'de', title: 'Deutsch' },
      { value: 'ar', title: 'العربية' },
    ]),
    direction: choice('Direction', [
      { value: 'auto', title: 'As the language' },
      { value: 'ltr', title: 'Left to right' },
      { value: 'rtl', title: 'Right to left' },
    ]),
    width: choice('Width', [
      { value: 'full', title: 'Full width' },
      { value: '240px', title: '240 px' },
      { value: '360px', title: '360 px' },
      { value: '768px', title: '768 px' },
      { value: '1024px', title: '1024 px' },
    ]),
  },
} satisfies Pick<Preview, 'initialGlobals' | 'globalTypes'>;
