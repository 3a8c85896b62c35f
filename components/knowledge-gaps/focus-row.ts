import type { LitElement } from 'lit';

/** Puts the focus on the first of these things of an element that is there. */
export function focusFirst({ renderRoot }: LitElement, ...selectors: readonly string[]): void {
  const found = selectors.map((selector) => renderRoot.querySelector<HTMLElement>(selector));
  found.find((target) => target !== null)?.focus();
}

/**
 * After rows have left a table, the focus goes to the one that stands in their place, else to the last; where no row is left,
 * to whatever the card offers. It is taken from nobody: only where it was in the element, or nowhere.
 */
export async function focusRow(
  element: LitElement,
  place: number,
  selector = 'tbody .open',
  otherwise?: string,
): Promise<void> {
  const { activeElement: active, body } = element.ownerDocument;
  // The document sees no further than the outermost host; the element's own tree does.
  if ((element.getRootNode() as Document | ShadowRoot).activeElement !== element && active !== body) return;
  element.requestUpdate();
  await element.updateComplete;
  const rows = element.renderRoot.querySelectorAll<HTMLElement>(selector);
  const row = rows[Math.min(place, rows.length - 1)];
  if (row !== undefined) row.focus();
  else if (otherwise !== undefined) element.renderRoot.querySelector<HTMLElement>(otherwise)?.focus();
}
