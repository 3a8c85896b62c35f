import { tokenNames, tokens, type TokenName } from './tokens.js';

/** What a token's default is made of, where a change of it can be noticed. */
function syntaxOf(name: TokenName): '<color>' | '<length>' | null {
  const text = tokens[name].default;
  if (text.startsWith('light-dark(')) return '<color>';
  return /^[\d.]+(px|rem)$/.test(text) ? '<length>' : null;
}

/** Tokens whose changes {@link watchedAs} shows. */
export const watchedTokens: readonly TokenName[] = tokenNames.filter((name) => syntaxOf(name) !== null);

/** The property that follows a token with a transition. */
export function watchedAs(name: TokenName): string {
  return `--deskglass-watch-${name}`;
}

const properties: readonly PropertyDefinition[] = [
  // A length in a document, and not a text that each element would read anew by its own font.
  { name: '--_dg-reader', syntax: '<length>', inherits: true, initialValue: '16px' },
  ...watchedTokens.map((name) => {
    const syntax = syntaxOf(name)!;
    const initialValue = syntax === '<color>' ? 'transparent' : '0px';
    return { name: watchedAs(name), syntax, inherits: false, initialValue };
  }),
];

/** As much of a window as is needed; in Node there is no CSS. */
type View = { readonly CSS?: Pick<typeof CSS, 'registerProperty'>; readonly document: Document };

/** Not their windows: that of a frame stays the same when it is loaded anew. */
const known = new WeakSet<Document>();

/**
 * Registers the kit's own properties in a window's document, once. Early, with the elements: the browser styles the whole
 * page anew after it.
 */
export function registerProperties(view: View): void {
  if (view.CSS === undefined || known.has(view.document)) return;
  known.add(view.document);
  for (const property of properties) {
    try {
      view.CSS.registerProperty(property);
    } catch {
      // Another copy of the kit on this page has registered it already, as the same.
    }
  }
}
