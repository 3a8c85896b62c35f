import { find } from './element.js';
import { inboxList } from './inbox-list.js';
import { conversationOrFirst, inboxThread } from './inbox-thread.js';
import type { Moments } from './moments.js';
import type { Words } from './words-en.js';

/** What the inbox shows. */
export interface InboxState {
  readonly words: Words;
  readonly moments: Moments;
  /** Id of the conversation in the address; null: none was chosen. */
  readonly item: string | null;
  readonly search: string;
}

/** The inbox: the list of conversations beside the one that is read. */
export interface InboxPage {
  update(state: InboxState): void;
}

/** Wires the inbox in `root`; `clearSearch` is called when the person asks for all conversations again. */
export function inboxPage(root: HTMLElement, clearSearch: () => void): InboxPage {
  const list = inboxList(root, clearSearch);
  const thread = inboxThread(find(root, '.thread'));
  return {
    update({ words, moments, item, search }) {
      const chosen = conversationOrFirst(item).id;
      // A narrow page shows either the list or the chosen conversation.
      root.classList.toggle('reading', item !== null);
      list.update({ words, moments, chosen, search });
      thread.update({ words, moments, chosen });
    },
  };
}
