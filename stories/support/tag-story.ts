import type { Args, StoryObj } from '@storybook/web-components-vite';
import { ref } from 'lit/directives/ref.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import type { TemplateResult } from 'lit';
import type { TagName } from '../../components/tag-names.js';
import { argTypesOf, attributesIn, tokensIn } from './arg-types.js';
import { presentIn, spreadAttributes } from './attributes.js';
import { descriptionOf } from './manifest.js';
import { lookAttributes, type PageParameters } from './page.js';

/** What a tag's story may say beyond its tag. */
export interface TagStoryOptions extends PageParameters {
  /** Attributes the story starts with. */
  readonly attributes?: Readonly<Record<string, string | boolean>>;
  /** What a host sets by script. */
  readonly properties?: Readonly<Record<string, unknown>>;
  /** What stands inside the element. */
  readonly content?: () => TemplateResult;
}

/**
 * A story of one tag: its controls come from the manifest, its words from the element's own documentation. A test reads
 * the lines `tagStory('…')` and holds that every tag has one.
 */
export function tagStory(tag: TagName, options: TagStoryOptions = {}): StoryObj {
  const { attributes = {}, properties, content, source } = options;
  const { description = '' } = descriptionOf(tag);
  return {
    args: { ...attributes },
    argTypes: argTypesOf(tag),
    render: (args, { globals }) =>
      renderTag(tag, { ...attributesIn(args), ...lookAttributes(globals) }, content, properties),
    parameters: {
      ...(source === undefined ? {} : { source }),
      docs: {
        description: { story: description },
        source: { transform: (_code: string, { args }: { readonly args: Args }) => markupOf(tag, args) },
      },
    },
  };
}

/** One element of the kit with attributes by name. */
export function renderTag(
  tag: TagName,
  attributes: Readonly<Record<string, unknown>>,
  content?: () => TemplateResult,
  properties: Readonly<Record<string, unknown>> = {},
): TemplateResult {
  const name = unsafeStatic(tag);
  const set = ref((element) => void (element && Object.assign(element, properties)));
  return staticHtml`<${name} ${spreadAttributes(attributes)} ${set}>${content?.()}</${name}>`;
}

/** What a host writes for the same. */
function markupOf(tag: TagName, args: Args): string {
  const present = [...presentIn(attributesIn(args))].map(([name, value]) =>
    value === '' ? name : `${name}="${value}"`,
  );
  const element = `<${[tag, ...present].join(' ')}></${tag}>`;
  const tokens = Object.entries(tokensIn(args)).map(([name, value]) => `  ${name}: ${value};`);
  return tokens.length === 0 ? element : `<style>\n${tag} {\n${tokens.join('\n')}\n}\n</style>\n${element}`;
}
