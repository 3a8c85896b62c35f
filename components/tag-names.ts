/** Every tag of the kit, in alphabetical order. */
export const tagNames = [
  'agent-performance',
  'impact-this-week',
  'knowledge-gaps-table',
  'performance-filters',
  'resolution-rate-chart',
] as const;

/** One of {@link tagNames}. */
export type TagName = (typeof tagNames)[number];

/** True for an element whose tag is one of the kit's, defined or not. */
export function isKitElement(element: Element): boolean {
  return (tagNames as readonly string[]).includes(element.localName);
}
