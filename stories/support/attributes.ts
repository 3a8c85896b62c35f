import { directive, Directive, type ElementPart, type PartInfo, PartType } from 'lit/directive.js';
import { noChange } from 'lit';

/** Attributes by name; null, undefined and false: absent, true: present without a value. */
export type Attributes = Readonly<Record<string, unknown>>;

class SpreadAttributes extends Directive {
  #set: readonly string[] = [];

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT)
      throw new Error('spreadAttributes: stands inside a tag, beside its attributes.');
  }

  override render(_attributes: Attributes): unknown {
    return noChange;
  }

  override update({ element }: ElementPart, [attributes]: [Attributes]): unknown {
    const wanted = presentIn(attributes);
    for (const name of this.#set) if (!wanted.has(name)) element.removeAttribute(name);
    for (const [name, value] of wanted) if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    this.#set = [...wanted.keys()];
    return noChange;
  }
}

/** Sets attributes whose names are known only when the template runs, and takes them away again. */
export const spreadAttributes = directive(SpreadAttributes);

/** The attributes that are there, with their text. */
export function presentIn(attributes: Attributes): ReadonlyMap<string, string> {
  const present = new Map<string, string>();
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    present.set(name, value === true ? '' : String(value));
  }
  return present;
}
