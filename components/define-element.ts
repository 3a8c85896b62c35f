import { registerProperties } from '../src/theme/registered-properties.js';

let warned = false;

/**
 * Registers an element under its tag, once. A tag that is taken already is left as it is, so that a page that loads the kit
 * twice works; it is told about it once.
 */
export function defineElement(tag: string, element: CustomElementConstructor): void {
  const known = customElements.get(tag);
  if (known === undefined) {
    registerProperties(globalThis);
    customElements.define(tag, element);
    return;
  }
  if (known === element || warned) return;
  warned = true;
  console.warn(
    `<${tag}>: is defined already, by another copy of Deskglass or another library; that one stays. Load the kit once on a page.`,
  );
}
