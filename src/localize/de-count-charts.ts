import type { Format } from './format.js';
import type { EmptyWords, Messages } from './messages.js';
import { pluralOf } from './plural.js';
import { rich, strong, type RichText } from './rich-text.js';

/** The charts of counts over time, in German, by report. */
export function countChartsInGerman(format: Format): Messages['countCharts'] {
  const plural = pluralOf('de');
  const { count, dateTime } = format;
  const empty = (text: string): EmptyWords => ({ title: 'Keine Gespräche in diesem Zeitraum', text });
  const entry = (total: number, name: string): RichText => rich`${strong(count(total))} ${name}`;
  const until = (text: string, at: number | null, reference: number): string =>
    at === null ? text : `${text}; entschieden bis ${dateTime(at, reference)}`;
  const conversations = (whole: number): string =>
    plural(whole, { one: 'von 1 Gespräch', other: `von ${count(whole)} Gesprächen` });
  const answers = (whole: number): string =>
    plural(whole, { one: 'von 1 Rückmeldung', other: `von ${count(whole)} Rückmeldungen` });
  const handoffs = (whole: number): string =>
    plural(whole, { one: 'von 1 Übergabe', other: `von ${count(whole)} Übergaben` });
  const feedback: Readonly<Record<string, string>> = { positive: 'positiv', neutral: 'neutral', negative: 'negativ' };
  const causes: Readonly<Record<string, string>> = {
    agent: 'vom Agenten',
    automation: 'durch Automation',
    manual: 'manuell',
    unknown: 'unbekannt',
  };
  const canBeHandedOff = (amount: number): string =>
    plural(amount, { one: '1 kann noch übergeben werden', other: `${count(amount)} können noch übergeben werden` });
  return {
    'conversations-handled-chart': {
      title: 'Bearbeitete Gespräche im Verlauf',
      note: 'Mit mindestens einer Antwort des Agenten',
      label: 'Bearbeitete Gespräche',
      series: { handled: 'Bearbeitet' },
      key: (_, total) => entry(total, 'bearbeitet'),
      point: (_, whole) => `bearbeitet, ${conversations(whole)}`,
      empty: empty('Sie erscheinen hier, sobald der Agent Besuchern geantwortet hat.'),
      pending: null,
    },
    'visitor-feedback-chart': {
      title: 'Rückmeldungen im Verlauf',
      note: 'Rückmeldungen nach Art und Zeitpunkt',
      label: 'Rückmeldungen',
      series: { positive: 'Positiv', neutral: 'Neutral', negative: 'Negativ' },
      key: (key, total) => entry(total, feedback[key]!),
      point: (key, whole) => `${feedback[key]!}, ${answers(whole)}`,
      empty: {
        title: 'Keine Rückmeldungen in diesem Zeitraum',
        text: 'Sie erscheinen hier, sobald Besucher den Agenten bewertet haben.',
      },
      pending: null,
    },
    'conversations-resolved-chart': {
      title: 'Gelöste Gespräche',
      note: 'Nach ihrem Beginn; offene obenauf',
      label: 'Gelöste Gespräche',
      series: { resolved: 'Gelöst', pending: 'Offen' },
      key: (key, total) => entry(total, key === 'resolved' ? 'gelöst' : 'offen'),
      point: (key, whole) =>
        key === 'resolved' ? `gelöst, von ${count(whole)} entschiedenen` : `offen, von ${count(whole)} bearbeiteten`,
      empty: empty('Sie erscheinen hier 72 Stunden nach den ersten Antworten des Agenten an Besucher.'),
      pending: {
        point: (amount, at, reference) =>
          until(
            plural(amount, { one: '1 noch in seinen 72 Stunden', other: `${count(amount)} noch in ihren 72 Stunden` }),
            at,
            reference,
          ),
        foot: (_, at, reference) => {
          const text = 'Offene werden nach Ablauf ihrer 72 Stunden gelöst oder nicht gelöst';
          return at === null ? text : `${text}; das letzte bis ${dateTime(at, reference)}`;
        },
        column: null,
      },
    },
    'deflections-chart': {
      title: 'Entlastungen im Verlauf',
      note: 'Gespräche ohne Beteiligung eines Menschen',
      label: 'Entlastungen',
      series: { deflected: 'Entlastungen' },
      key: (_, total) => entry(total, 'Entlastungen'),
      point: (_, whole) => `Entlastungen, von ${count(whole)} bearbeiteten`,
      empty: empty('Sie erscheinen hier, sobald der Agent Besuchern geantwortet hat.'),
      pending: {
        point: (amount, at, reference) => until(canBeHandedOff(amount), at, reference),
        foot: (amount, at, reference) => `Schraffiert: ${until(canBeHandedOff(amount), at, reference)}`,
        column: 'Noch übergebbar',
      },
    },
    'human-handoffs-chart': {
      title: 'Übergaben an Menschen',
      note: 'Nach Auslöser der ersten Übergabe',
      label: 'Übergaben an Menschen',
      series: { agent: 'Vom Agenten', automation: 'Durch Automation', manual: 'Manuell', unknown: 'Unbekannt' },
      key: (key, total) => entry(total, causes[key]!),
      point: (key, whole) => `${causes[key]!}, ${handoffs(whole)}`,
      empty: {
        title: 'Keine Übergaben in diesem Zeitraum',
        text: 'Sie erscheinen hier, sobald ein Gespräch an einen Menschen geht.',
      },
      pending: null,
    },
  };
}
