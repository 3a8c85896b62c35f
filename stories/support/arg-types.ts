import type { ArgTypes } from '@storybook/web-components-vite';
import type { TagName } from '../../components/tag-names.js';
import { tokens, type TokenName } from '../../src/theme/tokens.js';
import { descriptionOf, type Described } from './manifest.js';

/** The tokens most hosts set; the playground has all. */
export const mainTokens = [
  'accent',
  'surface',
  'text',
  'hairline',
  'series-1',
  'series-2',
  'radius',
  'font',
  'text-m',
  'chart-height',
] as const satisfies readonly TokenName[];

const tokenPrefix = '--dg-';

/** Controls for a tag: its attributes and the main tokens; below them, to read, its events, slots and parts. */
export function argTypesOf(tag: TagName): ArgTypes {
  const { attributes = [], events = [], slots = [], cssParts = [] } = descriptionOf(tag);
  return {
    ...Object.fromEntries(attributes.map((attribute) => [attribute.name, attributeControl(attribute)])),
    ...tokenControls,
    ...toRead('Events', events),
    ...toRead('Slots', slots),
    ...toRead('Parts', cssParts),
  };
}

/** The tokens among a story's arguments, as custom properties. */
export function tokensIn(args: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(args)
      .filter(([name, value]) => name.startsWith(tokenPrefix) && typeof value === 'string' && value !== '')
      .map(([name, value]) => [name, String(value)]),
  );
}

/** The attributes among a story's arguments; a text that was emptied is no attribute. */
export function attributesIn(args: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(args).filter(([name, value]) => !name.startsWith(tokenPrefix) && value !== ''),
  );
}

/** Whether a token is a colour, which a colour picker can set. */
export function isColor(name: TokenName): boolean {
  return tokens[name].default.startsWith('light-dark(');
}

const tokenControls: ArgTypes = Object.fromEntries(
  mainTokens.map((name) => [
    `${tokenPrefix}${name}`,
    {
      control: { type: isColor(name) ? 'color' : 'text' },
      description: tokens[name].meaning,
      table: { category: 'Main tokens', defaultValue: { summary: tokens[name].default } },
    },
  ]),
);

function attributeControl({ description = '', type, default: preset }: Described): ArgTypes[string] {
  const text = type?.text ?? 'string';
  return {
    control: { type: text === 'boolean' ? 'boolean' : 'text' },
    description,
    table: {
      category: 'Attributes',
      type: { summary: text },
      ...(preset === undefined || preset === 'null' ? {} : { defaultValue: { summary: preset } }),
    },
  };
}

function toRead(category: string, lines: readonly Described[]): ArgTypes {
  return Object.fromEntries(
    lines.map(({ name, description = '', type }) => [
      `${category}: ${name}`,
      {
        name: name || '(default)',
        control: false,
        description,
        table: { category, ...(type === undefined ? {} : { type: { summary: type.text } }) },
      },
    ]),
  );
}
