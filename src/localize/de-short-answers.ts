import type { AnswerVerdict } from '../metrics/askings.js';
import type { Format } from './format.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

const VERDICTS: Readonly<Record<AnswerVerdict, string>> = {
  'asked-less': 'Sie hat geholfen: seither seltener gefragt',
  'asked-more': 'Sie hat nicht geholfen: seither öfter gefragt',
  'no-clear-change': 'Sie hat bisher nicht geholfen: keine klare Änderung',
  'too-early': 'Noch zu früh für ein Urteil',
};

/** The texts of the short answers in German. */
export function shortAnswersInGerman(format: Format): Messages['shortAnswers'] {
  const plural = pluralOf('de');
  const { count, decimal, ratio, ratioTick } = format;
  const answers = (amount: number) => plural(amount, { one: '1 Kurzantwort', other: `${count(amount)} Kurzantworten` });
  return {
    title: 'Kurzantworten',
    note: 'Was Menschen für den Agenten schrieben, das Neueste zuerst, und ob es geholfen hat',
    list: 'Kurzantworten',
    search: 'Kurzantworten suchen',
    shown: (shown, total) => (total === null ? answers(shown) : `${count(shown)} von ${answers(total)}`),
    found: (amount) => `${answers(amount)} gefunden`,
    more: (amount) => plural(amount, { one: '1 weitere Kurzantwort', other: `${count(amount)} weitere Kurzantworten` }),
    empty: {
      title: 'Noch keine Kurzantworten',
      text: 'Hier erscheint eine Kurzantwort, wenn jemand ein Thema beantwortet hat.',
    },
    noMatch: (search) => ({
      title: `Keine Kurzantwort enthält „${search}“`,
      text: 'Versuchen Sie weniger oder andere Wörter.',
    }),
    failed: 'Die Kurzantworten konnten nicht geladen werden',
    failedMore: 'Weitere Kurzantworten konnten nicht geladen werden',
    forbidden: 'Sie können diese Kurzantworten nicht sehen',
    unsupported: {
      title: 'Diese Quelle hat keine Kurzantworten',
      text: 'Hier erscheinen sie, sobald ihr Adapter sie auflistet.',
    },
    by: (name) => `von ${name}`,
    open: 'Im Helpdesk öffnen',
    resolved: (amount) => plural(amount, { one: 'Löste 1 Frage', other: `Löste ${count(amount)} Fragen` }),
    helped: 'Hat sie geholfen?',
    looking: 'Es wird nachgesehen, was seither gefragt wurde…',
    verdict: (verdict) => VERDICTS[verdict],
    askings: 'Gefragt pro Woche',
    resolutionRate: 'Lösungsquote',
    before: 'vorher',
    after: 'nachher',
    perWeek: (perWeek, low, high) =>
      `${decimal(perWeek)} (${ratioTick(0.95)}-Intervall ${decimal(low)} bis ${decimal(high)})`,
    rate: (rate, part, whole) => `${ratio(rate)} (${count(part)} von ${count(whole)})`,
    unknownRate: 'nicht bekannt',
    nothing: 'noch keine Zeit',
  };
}
