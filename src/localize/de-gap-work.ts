import type { AdapterErrorCode } from '../errors.js';
import type { GapWriteKind } from '../gaps/writes.js';
import type { Format } from './format.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

const SAVING: Readonly<Record<GapWriteKind, string>> = {
  resolve: 'Wird gelöst …',
  dismiss: 'Wird verworfen …',
  restore: 'Wird wiederhergestellt …',
};
const NOT_DONE: Readonly<Record<GapWriteKind, string>> = {
  resolve: 'Nicht gespeichert.',
  dismiss: 'Nicht verworfen.',
  restore: 'Nicht wiederhergestellt.',
};

/** The texts of answering, dismissing and restoring gaps in German. */
export function gapWorkInGerman(format: Format): Messages['gapWork'] {
  const plural = pluralOf('de');
  const { count } = format;
  const questions = (amount: number) => plural(amount, { one: '1 Frage', other: `${count(amount)} Fragen` });
  return {
    open: (title) => `„${title}“ öffnen`,
    selectTopic: (title) => `„${title}“ auswählen`,
    selectAll: (total) =>
      total === null
        ? 'Alle Themen auswählen'
        : plural(total, { one: 'Das Thema auswählen', other: `Alle ${count(total)} Themen auswählen` }),
    selected: (amount, total) =>
      total === null
        ? plural(amount, { one: '1 Thema ausgewählt', other: `${count(amount)} Themen ausgewählt` })
        : plural(total, {
            one: '1 von 1 Thema ausgewählt',
            other: `${count(amount)} von ${count(total)} Themen ausgewählt`,
          }),
    clear: 'Aufheben',
    dismissTopics: 'Themen verwerfen',
    restoreTopics: 'Themen wiederherstellen',
    saving: (kind) => SAVING[kind],
    done: (kind, amount) =>
      ({
        resolve: `Kurzantwort erstellt, ${questions(amount)} gelöst`,
        dismiss: `${questions(amount)} verworfen`,
        restore: plural(amount, {
          one: '1 Frage ist wieder offen',
          other: `${count(amount)} Fragen sind wieder offen`,
        }),
      })[kind],
    undo: 'Rückgängig',
    later: (status) =>
      status === 'resolved'
        ? 'Hier rückgängig, oder später unter „Gelöst“'
        : 'Hier rückgängig, oder später unter „Verworfen“',
    notDone: (kind) => NOT_DONE[kind],
    reason: (code) =>
      (
        ({
          conflict: 'Jemand anderes hat diese Fragen inzwischen geändert. Gezeigt wird wieder der neueste Stand.',
          offline: 'Es besteht keine Verbindung.',
          timeout: 'Der Helpdesk hat nicht rechtzeitig geantwortet.',
          forbidden: 'Der Helpdesk erlaubt es nicht.',
          unavailable: 'Der Helpdesk ist im Moment nicht erreichbar.',
          unauthenticated: 'Melden Sie sich beim Helpdesk neu an.',
          'rate-limited': 'Der Helpdesk bittet um eine Pause.',
          'not-found': 'Das gibt es nicht mehr.',
          'too-large': 'Der Text ist für den Helpdesk zu lang.',
          unsupported: 'Diese Quelle kann das nicht.',
        }) as Partial<Record<AdapterErrorCode, string>>
      )[code] ?? 'Der Helpdesk konnte es nicht ausführen.',
    elsewhere: (title) => (title === null ? 'In einem anderen Thema:' : `In „${title}“:`),
    notConfirmed: 'Nicht bestätigt.',
    tooMuch: 'Das sind zu viele auf einmal. Wählen Sie weniger aus.',
    nothingChanged: 'Nichts wurde geändert.',
    maybeDone: 'Es kann trotzdem geschehen sein; ein neuer Versuch tut nichts doppelt.',
    right: (standing) =>
      ({
        'needs-role': {
          title: 'Sie brauchen das Recht „Kundenagent bearbeiten“',
          text: 'Sie können alle Fragen lesen und ihre Tickets öffnen. Um sie zu beantworten oder zu verwerfen, bitten Sie einen Kontoadministrator um das Recht.',
        },
        'needs-seat': {
          title: 'Sie brauchen einen zugewiesenen bezahlten Platz',
          text: 'Beantworten und Verwerfen gehören zu einem bezahlten Platz. Ihr Administrator weist Plätze zu.',
        },
      })[standing],
  };
}
