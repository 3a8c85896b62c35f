import { element, find, icon } from './element.js';
import { conversations } from './inbox-records.js';
import type { ConversationState, DeskConversation } from './inbox-types.js';
import type { Moments } from './moments.js';
import { avatar, contactOf } from './people.js';
import type { Words } from './words-en.js';
import { fill } from './words.js';

const views = ['viewAll', 'viewOpen', 'viewAgent', 'viewClosed'] as const;
type View = (typeof views)[number];

const statesOf: Readonly<Record<View, readonly ConversationState[]>> = {
  viewAll: ['open', 'waiting', 'agent', 'closed'],
  viewOpen: ['open', 'waiting'],
  viewAgent: ['agent'],
  viewClosed: ['closed'],
};

const stateWords = { open: 'stateOpen', waiting: 'stateWaiting', agent: 'stateAgent', closed: 'stateClosed' } as const;

/** What the list shows. */
export interface InboxListState {
  readonly words: Words;
  readonly moments: Moments;
  /** Id of the conversation that is read. */
  readonly chosen: string;
  readonly search: string;
}

/** The inbox's list of conversations with its views. */
export interface InboxList {
  update(state: InboxListState): void;
}

/** Fills the list in `root`; `clearSearch` is called when the person asks for it. */
export function inboxList(root: HTMLElement, clearSearch: () => void): InboxList {
  const list = find(root, '.conversations');
  const buttons = find(root, '.views');
  const noMatch = find(root, '.no-match');
  let view: View = 'viewAll';
  let state: InboxListState | null = null;
  let built: Moments | null = null;
  const rows = new Map<DeskConversation, HTMLElement>();

  find(noMatch, 'button').addEventListener('click', clearSearch);
  buttons.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    const chosen = views.find((candidate) => candidate === button?.value);
    if (chosen === undefined) return;
    view = chosen;
    show();
  });

  function build({ words, moments }: InboxListState): void {
    rows.clear();
    for (const conversation of conversations) rows.set(conversation, buildRow(conversation, words, moments));
    list.replaceChildren(...rows.values());
    buttons.replaceChildren(
      ...views.map((name) => {
        const size = conversations.filter(({ state: current }) => statesOf[name].includes(current)).length;
        return element(
          'button',
          { type: 'button', value: name },
          element('span', { text: words[name] }),
          element('span', { class: 'size', text: moments.count(size) }),
        );
      }),
    );
    built = moments;
  }

  function show(): void {
    if (state === null) return;
    let matches = 0;
    for (const [conversation, row] of rows) {
      row.hidden = !statesOf[view].includes(conversation.state) || !contains(conversation, state.search);
      if (!row.hidden) matches += 1;
      find(row, 'a').toggleAttribute('aria-current', false);
      if (conversation.id === state.chosen) find(row, 'a').setAttribute('aria-current', 'true');
    }
    for (const button of buttons.querySelectorAll('button')) {
      button.setAttribute('aria-pressed', String(button.value === view));
    }
    noMatch.hidden = matches > 0;
    find(noMatch, 'span').textContent = fill(state.words.noMatch, { text: state.search });
  }

  return {
    update(next) {
      state = next;
      if (built !== next.moments) build(next);
      show();
    },
  };
}

function buildRow(conversation: DeskConversation, words: Words, moments: Moments): HTMLElement {
  const contact = contactOf(conversation);
  const last = conversation.messages.at(-1);
  const said = conversation.messages.findLast(({ text, from }) => text !== undefined && from !== 'note');
  const minutesAgo = last?.minutesAgo ?? 0;
  const link = element(
    'a',
    { href: `#/inbox/${conversation.id}` },
    avatar(contact.name),
    element('span', { class: 'who', dir: 'auto', text: contact.name }),
    element('time', { datetime: moments.machine(minutesAgo), text: moments.ago(minutesAgo) }),
    element('span', { class: 'subject', dir: 'auto', text: conversation.subject }),
    element('span', { class: 'preview', dir: 'auto', text: said?.text ?? '' }),
    element(
      'span',
      { class: 'facts' },
      element('span', { class: `state ${conversation.state}`, text: words[stateWords[conversation.state]] }),
      element(
        'span',
        { class: 'channel' },
        icon(conversation.channel),
        element('span', { text: words[conversation.channel] }),
      ),
    ),
  );
  if (conversation.unread)
    link.append(element('span', { class: 'unread' }, element('span', { class: 'unseen', text: words.unread })));
  return element('li', {}, link);
}

function contains(conversation: DeskConversation, search: string): boolean {
  const texts = [
    conversation.id,
    conversation.subject,
    contactOf(conversation).name,
    ...conversation.messages.map(({ text }) => text ?? ''),
  ];
  const wanted = search.trim().toLocaleLowerCase();
  return texts.some((text) => text.toLocaleLowerCase().includes(wanted));
}
