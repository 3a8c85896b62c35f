export const pageNames = ['inbox', 'contacts', 'content', 'channels', 'performance', 'settings'] as const;
export type PageName = (typeof pageNames)[number];

/** Places of the Performance page, by the kit's names: its other view, and the sections of the first. */
const places = ['knowledge-gaps', 'resolutions', 'workload', 'handoffs'] as const;

/** Where the help desk stands. */
export interface Route {
  readonly page: PageName;
  /** What of the page is open: a conversation of the inbox, a place of the Performance page; null: nothing. */
  readonly item: string | null;
  /** Of the Performance page: id of the knowledge-gap topic that is open; null: none. */
  readonly topic: string | null;
}

/** Pages that belong to the customer agent and share its title and its tabs. */
export const agentPages: readonly PageName[] = ['content', 'channels', 'performance', 'settings'];

/** The place an address' hash names; anything unknown is the Performance page. */
export function readRoute(hash: string): Route {
  const [name, item = '', topic = ''] = hash.replace(/^#\//, '').split('/');
  const page = pageNames.find((candidate) => candidate === name) ?? 'performance';
  if (page === 'inbox') return { page, item: item || null, topic: null };
  const place = page === 'performance' ? (places.find((candidate) => candidate === item) ?? null) : null;
  return { page, item: place, topic: place === 'knowledge-gaps' ? decoded(topic) : null };
}

/** The hash that names a place of the Performance page. */
export function performanceHash(place: string | null, topic: string | null): string {
  return ['#/performance', place, topic && encodeURIComponent(topic)].filter(Boolean).join('/');
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text) || null;
  } catch {
    return null;
  }
}
