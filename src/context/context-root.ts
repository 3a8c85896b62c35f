import { ContextRoot } from '@lit/context';

let attached = false;

/**
 * Keeps the requests of elements that come before their provider, and sends them again when it comes. Once a page; called
 * by elements when they connect, so that an import touches no document.
 */
export function attachContextRoot(): void {
  if (attached) return;
  attached = true;
  new ContextRoot().attach(document.documentElement);
}
