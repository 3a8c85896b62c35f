import { channelRules, contentPieces } from './agent-records.js';
import { contacts } from './contact-records.js';
import { element, find, icon } from './element.js';
import { conversations } from './inbox-records.js';
import type { Moments } from './moments.js';
import { avatar } from './people.js';
import type { Words } from './words-en.js';

/** Fills the pages that are plain tables: contacts, content, channels and settings. */
export function fillTables(root: ParentNode, words: Words, moments: Moments): void {
  page(root, 'contacts').replaceChildren(contactsTable(words, moments));
  page(root, 'content').replaceChildren(contentTable(words, moments));
  page(root, 'channels').replaceChildren(channelsTable(words));
  page(root, 'settings').replaceChildren(settingsList(words));
}

function page(root: ParentNode, name: string): HTMLElement {
  return find(root, `[data-page=${name}]`);
}

function contactsTable(words: Words, moments: Moments): HTMLElement {
  const rows = contacts.map((contact) => {
    const last = conversations.find(({ contactId }) => contactId === contact.id);
    const subject = last
      ? element('a', { href: `#/inbox/${last.id}`, dir: 'auto', text: last.subject })
      : element('span', { text: '–' });
    const person = element(
      'span',
      { class: 'person' },
      avatar(contact.name),
      element(
        'span',
        {},
        element('bdi', { text: contact.name }),
        element('span', { class: 'soft', text: contact.email }),
      ),
    );
    return [person, contact.place, moments.ago(last?.messages.at(-1)?.minutesAgo ?? 0), subject];
  });
  return table(words.contacts, [words.name, words.place, words.lastConversation, words.subject], rows);
}

function contentTable(words: Words, moments: Moments): HTMLElement {
  const rows = contentPieces.map(({ title, kind, changed, usedByAgent }) => [
    element('span', { lang: 'en', text: title }),
    words[kind],
    moments.day(changed),
    element('span', { class: usedByAgent ? 'state agent' : 'state closed', text: usedByAgent ? words.yes : words.no }),
  ]);
  return table(words.content, [words.title, words.kind, words.changed, words.usedByAgent], rows);
}

function channelsTable(words: Words): HTMLElement {
  const rows = channelRules.map(({ channel, firstAnswer, hours }) => [
    element('span', { class: 'channel' }, icon(channel), element('span', { text: words[channel] })),
    element('span', { class: firstAnswer === 'byAgent' ? 'state agent' : 'state open', text: words[firstAnswer] }),
    words[hours],
  ]);
  return table(words.channels, [words.channel, words.firstAnswer, words.hours], rows);
}

function settingsList(words: Words): HTMLElement {
  const pairs = [
    [words.settingName, 'Wren'],
    [words.settingLanguages, words.settingLanguagesValue],
    [words.settingTone, words.settingToneValue],
    [words.settingHandover, words.settingHandoverValue],
    [words.settingDisclosure, words.settingDisclosureValue],
    [words.settingClosing, words.settingClosingValue],
  ] as const;
  const rows = pairs.map(([name, value]) =>
    element('div', {}, element('dt', { text: name }), element('dd', { text: value })),
  );
  return element('dl', { class: 'sheet pairs' }, ...rows);
}

/** Every cell carries its column's name, which a narrow page shows in front of it. */
function table(label: string, heads: readonly string[], rows: readonly (readonly (string | Node)[])[]): HTMLElement {
  const headRow = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col', text })));
  const bodyRows = rows.map((cells) => {
    const row = cells.map((content, column) => {
      const cell = element('td', { 'data-head': heads[column] ?? '' });
      cell.append(content);
      return cell;
    });
    return element('tr', {}, ...row);
  });
  return element(
    'table',
    { class: 'sheet', 'aria-label': label },
    element('thead', {}, headRow),
    element('tbody', {}, ...bodyRows),
  );
}
