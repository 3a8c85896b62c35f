import type { ConversationPage, ConversationQuery, RequestContext } from '../../../src/adapters/adapter.js';
import type { workingAdapter } from './working-adapter.js';

/** The working adapter, whose parts may be replaced by others. */
export type Working = ReturnType<typeof workingAdapter>;

/** An adapter with one fault. */
export interface Broken {
  readonly fault: string;
  /** What takes the place of the working adapter's parts. */
  readonly break: (adapter: Working) => object;
  /** The checks that fail. */
  readonly checks: readonly string[];
  /** What the first of them says. */
  readonly sentence: string;
}

type Pages = (query: ConversationQuery, context: RequestContext) => AsyncGenerator<ConversationPage>;

/** The same pages, each changed. */
export function pagesWith(
  adapter: Working,
  change: (page: { readonly conversations: readonly object[] }, place: number) => object,
): { readonly conversations: Pages } {
  return {
    async *conversations(query, context) {
      let place = 0;
      for await (const page of adapter.conversations(query, context)) yield change(page, place++) as ConversationPage;
    },
  };
}

/** The same records, each changed. */
export function recordsWith(adapter: Working, change: (record: object) => object): { readonly conversations: Pages } {
  return pagesWith(adapter, (page) => ({ ...page, conversations: page.conversations.map(change) }));
}

/** The same knowledge gaps with some functions replaced. */
export function gapsWith({ knowledgeGaps }: Working, more: object): object {
  return { knowledgeGaps: { ...knowledgeGaps, ...more } };
}
