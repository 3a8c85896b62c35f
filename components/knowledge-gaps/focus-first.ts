import type { LitElement } from 'lit';

/** Puts the focus on the first of these things of an element that is there. */
export function focusFirst({ renderRoot }: LitElement, ...selectors: readonly string[]): void {
  const found = selectors.map((selector) => renderRoot.querySelector<HTMLElement>(selector));
  found.find((target) => target !== null)?.focus();
}
