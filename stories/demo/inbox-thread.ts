import { element, icon } from './element.js';
import { conversations } from './inbox-records.js';
import type { DeskConversation, DeskMessage } from './inbox-types.js';
import type { Moments } from './moments.js';
import { avatar, contactOf } from './people.js';
import type { Words } from './words-en.js';
import { fill } from './words.js';

const teammateName = 'Maren Holt';
const agentName = 'Wren';

/** What the thread shows. */
export interface InboxThreadState {
  readonly words: Words;
  readonly moments: Moments;
  /** Id of the conversation that is read. */
  readonly chosen: string;
}

/** The pane in which one conversation is read and answered. */
export interface InboxThread {
  update(state: InboxThreadState): void;
}

/** The conversation with that id, or the first. */
export function conversationOrFirst(id: string | null): DeskConversation {
  const found = conversations.find((conversation) => conversation.id === id) ?? conversations[0];
  if (found === undefined) throw new Error('The inbox holds no conversation.');
  return found;
}

/** Fills the thread in `root`. Replies stay in this page. */
export function inboxThread(root: HTMLElement): InboxThread {
  const replies = new Map<string, DeskMessage[]>();
  let shown: InboxThreadState | null = null;

  function render({ words, moments, chosen }: InboxThreadState): void {
    const conversation = conversationOrFirst(chosen);
    const messages = [...conversation.messages, ...(replies.get(conversation.id) ?? [])];
    const log = element(
      'ol',
      { class: 'messages' },
      ...messages.map((message) => messageItem(message, conversation, words, moments)),
    );
    const form = replyForm(words, (text) => {
      const earlier = replies.get(conversation.id) ?? [];
      replies.set(conversation.id, [...earlier, { from: 'teammate', minutesAgo: 0, name: teammateName, text }]);
      render({ words, moments, chosen });
      root.querySelector('textarea')?.focus();
    });
    root.replaceChildren(threadHead(conversation, words, moments), log, form);
  }

  return {
    update(state) {
      // A half-written reply must outlive a change that does not concern the thread.
      if (state.moments === shown?.moments && state.chosen === shown.chosen) return;
      shown = state;
      render(state);
    },
  };
}

function threadHead(conversation: DeskConversation, words: Words, moments: Moments): HTMLElement {
  const contact = contactOf(conversation);
  return element(
    'header',
    { class: 'thread-head' },
    element('a', { class: 'thread-back', href: '#/inbox' }, icon('back'), element('span', { text: words.back })),
    element('h2', { tabindex: '-1', dir: 'auto', text: conversation.subject }),
    element(
      'p',
      {},
      element('bdi', { class: 'who', text: contact.name }),
      element('span', { text: contact.place }),
      element(
        'span',
        { class: 'channel' },
        icon(conversation.channel),
        element('span', { text: words[conversation.channel] }),
      ),
      element('bdi', { text: `#${conversation.id}` }),
      element('span', { class: 'since', text: fill(words.contactSince, { time: moments.month(contact.since) }) }),
    ),
  );
}

function messageItem(
  message: DeskMessage,
  conversation: DeskConversation,
  words: Words,
  moments: Moments,
): HTMLElement {
  const name = message.name ?? '';
  if (message.from === 'handover') return eventItem(words.handedOver, message, moments);
  if (message.from === 'join') return eventItem(fill(words.joined, { name }), message, moments);
  if (message.from === 'close') return eventItem(fill(words.closedBy, { name }), message, moments);
  const author =
    message.from === 'contact' ? contactOf(conversation).name : message.from === 'agent' ? agentName : name;
  const badge = message.from === 'agent' ? words.agentBadge : message.from === 'note' ? words.internalNote : null;
  return element(
    'li',
    { class: `message ${message.from}` },
    message.from === 'agent'
      ? element('span', { class: 'avatar machine', 'aria-hidden': 'true' }, icon('agent'))
      : avatar(author),
    element(
      'div',
      {},
      element(
        'p',
        { class: 'author' },
        element('bdi', { text: author }),
        ...(badge === null ? [] : [element('span', { class: 'badge', text: badge })]),
        moment(message, moments),
      ),
      element('p', { class: 'said', dir: 'auto', text: message.text ?? '' }),
    ),
  );
}

function eventItem(text: string, message: DeskMessage, moments: Moments): HTMLElement {
  return element('li', { class: 'event' }, element('span', { text }), moment(message, moments));
}

function moment({ minutesAgo }: DeskMessage, moments: Moments): HTMLElement {
  const said = minutesAgo === 0 ? moments.full(0) : moments.ago(minutesAgo);
  return element('time', { datetime: moments.machine(minutesAgo), title: moments.full(minutesAgo), text: said });
}

function replyForm(words: Words, send: (text: string) => void): HTMLElement {
  const field = element('textarea', {
    id: 'reply',
    rows: '2',
    dir: 'auto',
    required: true,
    'aria-describedby': 'reply-hint',
  });
  const form = element(
    'form',
    { class: 'reply' },
    element('label', { for: 'reply', text: words.reply }),
    field,
    element(
      'div',
      {},
      element('p', { id: 'reply-hint', text: words.replyHint }),
      element('button', { class: 'button main', text: words.send }),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text !== '') send(text);
  });
  return form;
}
