import type { TagName } from '../../components/tag-names.js';
// As text and not as a module: the types do not depend on what was built.
// oxlint-disable-next-line import/default
import manifestText from '../../dist/custom-elements.json?raw';

/** One line of the manifest: an attribute, event, slot or part. A slot without a name is the default one. */
export interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

/** What the custom-elements manifest says of one tag. */
export interface ElementDescription {
  readonly tagName: TagName;
  readonly name: string;
  readonly summary?: string;
  readonly description?: string;
  readonly attributes?: readonly Described[];
  readonly members?: readonly (Described & { readonly kind: string; readonly attribute?: string })[];
  readonly events?: readonly Described[];
  readonly slots?: readonly Described[];
  readonly cssParts?: readonly Described[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly ElementDescription[] }[];
}

/** Every element of the kit, as the manifest describes it, in alphabetical order. */
export const elements: readonly ElementDescription[] = (JSON.parse(manifestText) as Manifest).modules.flatMap(
  ({ declarations }) => declarations,
);

/** What the manifest says of a tag. */
export function descriptionOf(tag: TagName): ElementDescription {
  const found = elements.find(({ tagName }) => tagName === tag);
  if (found === undefined) throw new Error(`<${tag}> is not in the manifest. Run \`npm run manifest\`.`);
  return found;
}
