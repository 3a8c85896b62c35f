/** Every tag of the kit, in alphabetical order. */
export const tagNames = [
  'agent-performance',
  'agent-report',
  'conversations-by-channel-chart',
  'conversations-handled-chart',
  'conversations-resolved-chart',
  'customer-agent-handoff',
  'deflection-rate-chart',
  'deflections-chart',
  'handle-rate-chart',
  'human-handoff-rate-chart',
  'human-handoffs-chart',
  'impact-this-week',
  'knowledge-gap-panel',
  'knowledge-gaps-table',
  'performance-filters',
  'performance-tab',
  'resolution-rate-card',
  'resolution-rate-chart',
  'short-answers-list',
  'team-resolutions-chart',
  'visitor-feedback-chart',
] as const;

/** One of {@link tagNames}. */
export type TagName = (typeof tagNames)[number];

/** True for an element whose tag is one of the kit's, defined or not. */
export function isKitElement(element: Element): boolean {
  return (tagNames as readonly string[]).includes(element.localName);
}
