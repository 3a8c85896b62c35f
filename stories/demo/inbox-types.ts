/** A person who writes to the desk. */
export interface Contact {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  readonly email: string;
  /** Months ago. */
  readonly since: number;
}

export type DeskChannel = 'chat' | 'email' | 'whatsapp' | 'phone';

/** `agent`: the customer agent is answering. `waiting`: the team waits for the contact. */
export type ConversationState = 'open' | 'waiting' | 'agent' | 'closed';

/** One thing that was said or done in a conversation. */
export interface DeskMessage {
  /** `note` is for the team's eyes; `handover`, `join` and `close` are lines between the messages. */
  readonly from: 'contact' | 'agent' | 'teammate' | 'note' | 'handover' | 'join' | 'close';
  readonly minutesAgo: number;
  /** Who, for a teammate's doings. */
  readonly name?: string;
  readonly text?: string;
}

/** One conversation of the inbox, oldest message first. */
export interface DeskConversation {
  readonly id: string;
  readonly contactId: string;
  readonly subject: string;
  readonly channel: DeskChannel;
  readonly state: ConversationState;
  readonly unread?: boolean;
  readonly messages: readonly DeskMessage[];
}
