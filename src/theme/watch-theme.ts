import { tokenValue } from './resolve-colors.js';
import { tokenNames, tokens, type TokenName } from './tokens.js';

/** What a token's default is made of, where a change of it can be noticed. */
function syntaxOf(name: TokenName): '<color>' | '<length>' | null {
  const text = tokens[name].default;
  if (text.startsWith('light-dark(')) return '<color>';
  return /^[\d.]+(px|rem)$/.test(text) ? '<length>' : null;
}

const watched = tokenNames.filter((name) => syntaxOf(name) !== null);

function registerWatched(): void {
  for (const name of watched) {
    const syntax = syntaxOf(name) ?? '<color>';
    const initialValue = syntax === '<color>' ? 'transparent' : '0px';
    try {
      CSS.registerProperty({ name: `--deskglass-watch-${name}`, syntax, inherits: false, initialValue });
    } catch {
      // Another copy of the kit on this page has registered it already, with the same syntax.
    }
  }
}

let registered = false;

/**
 * Calls `changed` whenever something that a canvas was drawn with has another value on the element: colours and lengths
 * of tokens, `color-scheme`, forced colours, contrast, writing direction, a web font that has arrived. Around printing
 * the call comes synchronously, otherwise once a frame.
 * @returns the way to stop; stopping leaves nothing behind.
 */
export function watchTheme(element: HTMLElement, changed: () => void): () => void {
  if (!registered) registerWatched();
  registered = true;

  const { ownerDocument: page } = element;
  const view = page.defaultView ?? window;
  const sentinel = createSentinel(page);
  let frame = 0;
  const soon = (): void => {
    frame ||= view.requestAnimationFrame(() => {
      frame = 0;
      changed();
    });
  };
  const atOnce = (): void => changed();

  const media = ['(forced-colors: active)', '(prefers-color-scheme: dark)', '(prefers-contrast: more)'];
  const queries = media.map((query) => view.matchMedia(query));
  const print = view.matchMedia('print');
  sentinel.addEventListener('transitionrun', soon);
  for (const query of queries) query.addEventListener('change', soon);
  print.addEventListener('change', atOnce);
  page.fonts.addEventListener('loadingdone', soon);
  element.append(sentinel);

  return () => {
    view.cancelAnimationFrame(frame);
    sentinel.removeEventListener('transitionrun', soon);
    for (const query of queries) query.removeEventListener('change', soon);
    print.removeEventListener('change', atOnce);
    page.fonts.removeEventListener('loadingdone', soon);
    sentinel.remove();
  };
}

/**
 * An invisible element whose properties follow the tokens with a transition of 1 ms: every change of a value starts a
 * transition, and the start of a transition is an event.
 */
function createSentinel(page: Document): HTMLElement {
  const sentinel = page.createElement('i');
  const set = (property: string, value: string): void => sentinel.style.setProperty(property, value);
  sentinel.setAttribute('aria-hidden', 'true');
  set('position', 'absolute');
  set('visibility', 'hidden');
  set('inline-size', '0');
  set('block-size', '0');
  // A change of direction has no event; this padding changes sides with it.
  set('padding-inline-start', '1px');
  for (const name of watched) set(`--deskglass-watch-${name}`, tokenValue(name));
  set('transition-property', [...watched.map((name) => `--deskglass-watch-${name}`), 'padding-left'].join(', '));
  set('transition-duration', '1ms');
  return sentinel;
}
