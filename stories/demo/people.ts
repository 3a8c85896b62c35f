import { contacts } from './contact-records.js';
import { element } from './element.js';
import type { Contact, DeskConversation } from './inbox-types.js';

const tones = 6;

/** The person behind a conversation. */
export function contactOf(conversation: DeskConversation): Contact {
  const contact = contacts.find(({ id }) => id === conversation.contactId);
  if (contact === undefined)
    throw new Error(`Conversation ${conversation.id} has no contact "${conversation.contactId}".`);
  return contact;
}

/** A round badge with a person's initials; the same name has the same tone everywhere. */
export function avatar(name: string): HTMLElement {
  const words = name.split(' ');
  const initials = [words.at(0), words.at(-1)].map((word) => [...(word ?? '')][0] ?? '').join('\u200a');
  const sum = [...name].reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  return element('span', { class: `avatar tone-${(sum % tones) + 1}`, 'aria-hidden': 'true', text: initials });
}
