export const pageNames = ['inbox', 'contacts', 'content', 'channels', 'performance', 'settings'] as const;
export type PageName = (typeof pageNames)[number];

/** Where the help desk stands. */
export interface Route {
  readonly page: PageName;
  /** What of the page is open: a conversation of the inbox; null: nothing. */
  readonly item: string | null;
}

/** Pages that belong to the customer agent and share its title and its tabs. */
export const agentPages: readonly PageName[] = ['content', 'channels', 'performance', 'settings'];

/** The place an address' hash names; anything unknown is the Performance page. */
export function readRoute(hash: string): Route {
  const [name, item] = hash.replace(/^#\//, '').split('/');
  const page = pageNames.find((candidate) => candidate === name) ?? 'performance';
  return { page, item: page === 'inbox' && item ? item : null };
}
