import type { GapStatus } from '../gaps/gap-records.js';
import type { Format } from './format.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

const NONE: Readonly<Record<GapStatus, string>> = {
  open: 'Keine offenen Fragen',
  resolved: 'Keine gelösten Fragen',
  dismissed: 'Keine verworfenen Fragen',
};

/** The texts of the panel of one topic in German. */
export function gapPanelInGerman(format: Format): Messages['gapPanel'] {
  const plural = pluralOf('de');
  const { count } = format;
  const questions = (amount: number) => plural(amount, { one: '1 Frage', other: `${count(amount)} Fragen` });
  return {
    title: 'Fragen eines Themas',
    nothingOpen: {
      title: 'Kein Thema ist geöffnet',
      text: 'Wählen Sie ein Thema, um seine genauen Fragen zu sehen und zu beantworten.',
    },
    note: 'Was Besucher gefragt haben, in ihren eigenen Worten',
    list: 'Fragen',
    search: 'Fragen suchen',
    tick: (text) => `„${text}“ anhaken`,
    tickAll: (total) =>
      total === null
        ? 'Alle Fragen anhaken'
        : plural(total, { one: 'Die Frage anhaken', other: `Alle ${count(total)} Fragen anhaken` }),
    ticked: (amount, total) =>
      total === null ? `${count(amount)} angehakt` : `${count(amount)} von ${count(total)} angehakt`,
    shown: (shown, total) => (total === null ? questions(shown) : `${count(shown)} von ${questions(total)}`),
    more: (amount) => plural(amount, { one: '1 weitere Frage', other: `${count(amount)} weitere Fragen` }),
    dismiss: 'Gespräch verwerfen',
    restore: 'Wieder öffnen',
    ticket: (id) => `Ticket ${id}`,
    noTicket: 'Kein Ticket',
    noWords: 'Ohne Worte',
    showAll: 'Ganz zeigen',
    showLess: 'Weniger zeigen',
    none: (status) => NONE[status],
    noMatch: (search) => `Keine Frage enthält „${search}“`,
    failed: 'Die Fragen konnten nicht geladen werden',
    failedMore: 'Weitere Fragen konnten nicht geladen werden',
    unsupported: { title: 'Diese Quelle hat keine einzelnen Fragen', text: 'Ihr Adapter listet nur Themen auf.' },
    question: 'Frage',
    questionHelp: {
      ticked: 'Aus der ersten angehakten Frage; frei zu bearbeiten',
      latest: 'Aus der neuesten Frage; frei zu bearbeiten',
    },
    answer: 'Kurzantwort',
    answerHelp: 'Was der Agent sagen darf, in Ihren Worten',
    length: (length, limit) => `${count(length)} von ${count(limit)}`,
    empty: { question: 'Schreiben Sie die Frage, die beantwortet wird.', answer: 'Schreiben Sie die Antwort.' },
    tooLong: (over) => `Kürzen Sie um ${count(over)} Zeichen.`,
    resolves: (ticked, left) => {
      const which = plural(ticked, {
        one: 'Löst die angehakte Frage.',
        other: `Löst die ${count(ticked)} angehakten Fragen.`,
      });
      if (left === null || left === 0) return which;
      return `${which} ${plural(left, { one: '1 bleibt offen.', other: `${count(left)} bleiben offen.` })}`;
    },
    resolvesAll: (total) =>
      total === null
        ? 'Löst alle offenen Fragen des Themas.'
        : total === 0
          ? 'Es ist keine offene Frage mehr zu lösen.'
          : plural(total, {
              one: 'Löst die einzige offene Frage des Themas.',
              other: `Löst alle ${count(total)} offenen Fragen des Themas.`,
            }),
    create: 'Erstellen und lösen',
    unsaved: { text: 'Ihre Antwort ist nicht gespeichert.', discard: 'Verwerfen', keep: 'Weiterschreiben' },
    others: (name, when) =>
      name === null ? `Jemand hat dieses Thema ${when} beantwortet:` : `${name} hat dieses Thema ${when} beantwortet:`,
    shortcuts: 'Tasten, solange der Bereich den Fokus hat',
    steps: {
      previous: 'Voriges Thema',
      next: 'Nächstes Thema',
      end: 'In dieser Richtung gibt es keine Themen mehr',
      at: (place, total, title) =>
        total === null ? `Thema ${count(place)}: ${title}` : `Thema ${count(place)} von ${count(total)}: ${title}`,
    },
    keys: {
      next: 'nächste',
      previous: 'vorige',
      tick: 'anhaken',
      answer: 'antworten',
      send: 'erstellen und lösen',
      dismiss: 'verwerfen',
      undo: 'rückgängig',
      nextTopic: 'nächstes Thema',
      previousTopic: 'voriges Thema',
    },
  };
}
