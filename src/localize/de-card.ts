import type { AdapterErrorCode } from '../errors.js';
import type { Format } from './format.js';
import type { CardMessages } from './messages.js';
import { pluralOf } from './plural.js';
import { code, rich, strong } from './rich-text.js';

const REASONS: Readonly<Record<AdapterErrorCode, string>> = {
  unauthenticated: 'Ihre Sitzung ist abgelaufen. Melden Sie sich an und versuchen Sie es erneut.',
  forbidden: 'Sie dürfen diese Zahlen nicht lesen.',
  'not-found': 'Die Daten liegen nicht dort, wo sie erwartet werden.',
  'rate-limited': 'Der Helpdesk wurde zu oft gefragt. Warten Sie kurz und versuchen Sie es erneut.',
  'too-large': 'Die Antwort ist zu groß. Wählen Sie einen kürzeren Zeitraum.',
  timeout: 'Der Helpdesk hat nicht rechtzeitig geantwortet.',
  offline: 'Es besteht keine Verbindung. Prüfen Sie das Netz und versuchen Sie es erneut.',
  unavailable: 'Der Helpdesk hat mit einem Fehler geantwortet.',
  conflict: 'Die Daten haben sich inzwischen geändert.',
  unsupported: 'Diese Quelle kann die Frage nicht beantworten.',
  'invalid-payload': 'Die Antwort des Helpdesks war nicht lesbar.',
  unknown: 'Beim Laden ist etwas fehlgeschlagen.',
};

/** The card's own texts in German. */
export function cardInGerman(format: Format): CardMessages {
  const plural = pluralOf('de');
  const { count, dateTime } = format;
  const conversations = (amount: number) => plural(amount, { one: '1 Gespräch', other: `${count(amount)} Gespräche` });
  const near = (at: number, now: number) => {
    const day = format.nearDay(at, now);
    return day === null ? dateTime(at, now) : `${day}, ${format.time(at)}`;
  };
  return {
    menu: {
      label: (title) => `Menü zu ${title}`,
      showAsTable: 'Als Tabelle zeigen',
      showAsChart: 'Als Diagramm zeigen',
      noFigures: 'Noch keine Zahlen',
      downloadCsv: 'CSV laden',
      downloadPng: 'PNG laden',
      downloadJson: 'JSON laden',
      noEntries: 'Nichts aufgelistet',
      definition: 'Definition',
    },
    actions: {
      tryAgain: 'Erneut versuchen',
      copyDetails: 'Details kopieren',
      copied: 'Details kopiert',
      cancel: 'Abbrechen',
      close: 'Schließen',
      load: 'Laden',
      refresh: 'Aktualisieren',
    },
    waiting: (title) => `${title}: wird geladen`,
    progress: {
      label: 'Wird geladen',
      of: (loaded, total) =>
        plural(total, {
          one: `${count(loaded)} von etwa 1 Gespräch`,
          other: `${count(loaded)} von etwa ${count(total)} Gesprächen`,
        }),
      loaded: (loaded) => `Bisher ${conversations(loaded)}`,
      share: (loaded, share) => `${conversations(loaded)}, ${format.ratioTick(share)} der Daten gelesen`,
      hint: 'Sie können weiterarbeiten; die Zahlen erscheinen, wenn alle da sind.',
    },
    cancelled: {
      title: 'Das Laden wurde abgebrochen',
      text: (loaded) =>
        loaded === 0
          ? 'Es war noch nichts angekommen. Laden Sie, um die Zahlen zu sehen.'
          : `${conversations(loaded)} waren da. Laden Sie den Rest, um die Zahlen zu sehen.`,
    },
    failed: {
      title: 'Die Zahlen konnten nicht geladen werden',
      reason: (errorCode) => REASONS[errorCode],
      retryAfter: (ms) => `Der Helpdesk bittet, ${format.duration(ms)} zu warten.`,
      support: (errorCode) => rich`Für den Support: Code ${code(errorCode)}`,
    },
    forbidden: {
      title: 'Sie können diese Zahlen nicht sehen',
      text: 'Ihr Konto hat nicht das Recht, sie zu lesen. Eine Kontoverwalterin oder ein Kontoverwalter kann es vergeben.',
    },
    unsupported: {
      title: 'Diese Quelle hat keine Gespräche',
      text: 'Zahlen erscheinen hier, sobald ihr Adapter Gespräche übergibt.',
    },
    notWired: {
      title: 'Dieses Element hat noch keine Daten',
      steps: [
        rich`Setzen Sie sein ${code('.adapter')}`,
        rich`Oder stellen Sie es in ${code('<agent-performance>')}`,
        rich`Oder rufen Sie ${code('configure({ adapter })')} auf`,
      ],
      foot: 'Verschwindet, sobald eines der drei da ist',
    },
    partial: (detail) => rich`${strong('Nur ein Teil der Daten.')} ${detail}`,
    partialLoaded: (loaded) => `Das Laden endete nach ${inDative(format, loaded)}.`,
    partialCancelled: (loaded) => `Das Laden wurde nach ${inDative(format, loaded)} abgebrochen.`,
    partialOlder: 'Ältere Gespräche konnten nicht geladen werden.',
    stale: (asOf, now) => rich`${strong(`Stand von ${near(asOf, now)}.`)} Die letzte Aktualisierung kam nicht durch.`,
    leftOut: (amount) =>
      plural(amount, { one: '1 Datensatz wurde ausgelassen', other: `${count(amount)} Datensätze wurden ausgelassen` }),
    leftOutRecords: {
      which: 'Welche',
      title: 'Ausgelassene Datensätze',
      some: (amount) => plural(amount, { one: 'Einer davon:', other: `${count(amount)} davon:` }),
      withoutId: 'Ohne lesbare Kennung',
      whole: 'Der ganze Datensatz',
    },
    zone: (timeZone) => `Zeiten in ${timeZone}`,
    asOf: (at, reference) => `Stand: ${dateTime(at, reference)}`,
    asOfIn: (at, reference, timeZone) => `Stand: ${dateTime(at, reference)}, Zeiten in ${timeZone}`,
    table: {
      caption: (title, note) => `${title}. ${note}`,
      region: (title) => `${title}, Tabelle`,
    },
    definition: {
      title: (title) => `Definition: ${title}`,
      formula: 'Formel',
      version: 'Fassung',
      versionAndHash: (version, hash) => `${version} (${hash})`,
      rules: 'Regeln',
      zone: 'Zeitzone',
      asOf: 'Stand der Daten',
    },
  };
}

function inDative(format: Format, amount: number): string {
  return pluralOf('de')(amount, { one: '1 Gespräch', other: `${format.count(amount)} Gesprächen` });
}
