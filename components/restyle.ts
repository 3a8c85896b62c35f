import type { CSSResult, LitElement } from 'lit';
import { registerProperties } from '../src/theme/registered-properties.js';

/**
 * Gives an element its styles back after it has moved to another document, such as that of a frame: style sheets belong to
 * the document they were made in, and are dropped on the way. For `adoptedCallback`.
 */
export function restyle(element: LitElement): void {
  const view = element.ownerDocument.defaultView;
  const root = element.shadowRoot;
  if (view === null || root === null) return;
  registerProperties(view);
  const { elementStyles } = element.constructor as typeof LitElement;
  root.adoptedStyleSheets = (elementStyles as readonly CSSResult[]).map(({ cssText }) => {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(cssText);
    return sheet;
  });
}
