/** Attributes of a new element; `class` and `text` as they are written, `true` for a boolean one. */
export type Attributes = Readonly<Record<string, string | boolean>>;

/** A new element with its attributes and children; `text` is its text. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Node[]
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'text') created.textContent = String(value);
    else if (value === true) created.setAttribute(name, '');
    else if (value !== false) created.setAttribute(name, value);
  }
  created.append(...children);
  return created;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/** One of the page's icons; words say what it means. */
export function icon(name: string): SVGSVGElement {
  const picture = document.createElementNS(svgNamespace, 'svg');
  picture.setAttribute('class', 'icon');
  picture.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(svgNamespace, 'use');
  use.setAttribute('href', `#icon-${name}`);
  picture.append(use);
  return picture;
}

/** The element that the page is known to hold. */
export function find<Found extends Element = HTMLElement>(root: ParentNode, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (found === null) throw new Error(`The help desk's page has no "${selector}".`);
  return found;
}
