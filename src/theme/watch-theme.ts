import { registerProperties, watchedAs, watchedTokens } from './registered-properties.js';
import { tokenValue } from './resolve-colors.js';

/**
 * Calls `changed` whenever something that a canvas was drawn with has another value on the element: colours and lengths
 * of tokens, `color-scheme`, forced colours, contrast, writing direction, a web font that has arrived. Around printing
 * the call comes synchronously, otherwise once a frame.
 * @returns the way to stop; stopping leaves nothing behind.
 */
export function watchTheme(element: HTMLElement, changed: () => void): () => void {
  const { ownerDocument: page } = element;
  const view = page.defaultView ?? window;
  registerProperties(view);
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
  for (const name of watchedTokens) set(watchedAs(name), tokenValue(name));
  set('transition-property', [...watchedTokens.map(watchedAs), 'padding-left'].join(', '));
  set('transition-duration', '1ms');
  return sentinel;
}
