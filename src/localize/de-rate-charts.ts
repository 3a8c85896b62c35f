import { timeInGerman } from './de-time.js';
import type { Format } from './format.js';
import type { EmptyWords, Messages, Unfinished } from './messages.js';
import { pluralOf } from './plural.js';

/** The charts of rates over time, in German, by report. */
export function rateChartsInGerman(format: Format): Messages['rateCharts'] {
  const plural = pluralOf('de');
  const { count, ratio, dateTime } = format;
  const { ofCurrent: OF_CURRENT, ofEarlier: OF_EARLIER } = timeInGerman(format);
  const pending = (amount: number): string =>
    plural(amount, { one: '1 noch in seinen 72 Stunden', other: `${count(amount)} noch in ihren 72 Stunden` });
  const canBeHandedOff = (amount: number): string =>
    plural(amount, { one: '1 kann noch übergeben werden', other: `${count(amount)} können noch übergeben werden` });
  const until = (text: string, at: number | null, reference: number): string =>
    at === null ? text : `${text}; entschieden bis ${dateTime(at, reference)}`;
  const empty = (text: string): EmptyWords => ({ title: 'Keine Gespräche in diesem Zeitraum', text });
  const resolutionFoot = (unfinished: Unfinished): string => {
    const { grain, current, earlier, settledBy, reference } = unfinished;
    const conversations = (amount: number, of: string): string =>
      plural(amount, {
        one: `1 Gespräch ${of} noch in seinen 72 Stunden`,
        other: `${count(amount)} Gespräche ${of} noch in ihren 72 Stunden`,
      });
    const sentences: string[] = [];
    if (current !== null) {
      const band = `das Band zeigt, wo die Quote enden kann: ${ratio(current.low)} bis ${ratio(current.high)}`;
      sentences.push(`${conversations(current.pending, OF_CURRENT[grain])}; ${band}.`);
      if (earlier > 0) sentences.push(`${count(earlier)} weitere ${OF_EARLIER[grain]}.`);
    } else sentences.push(`${conversations(earlier, OF_EARLIER[grain])}.`);
    if (settledBy !== null) sentences.push(`Entschieden bis ${dateTime(settledBy, reference)}.`);
    return `${unfinished.dashed ? 'Gestrichelt: ' : ''}${sentences.join(' ')}`;
  };
  return {
    'handle-rate-chart': {
      title: 'Bearbeitungsquote im Verlauf',
      note: 'Bearbeitet, von allen Besuchergesprächen',
      name: 'Bearbeitungsquote',
      label: 'Bearbeitungsquote',
      of: (part, whole) => `${count(part)} von ${count(whole)}`,
      nothing: 'Keine Gespräche',
      nothingInside: 'keine Gespräche',
      empty: empty('Die Quote erscheint hier, sobald Besucher geschrieben haben.'),
      table: { part: 'Bearbeitet', whole: 'Gespräche' },
      pending: null,
    },
    'resolution-rate-chart': {
      title: 'Lösungsquote im Verlauf',
      note: 'Ohne Menschen gelöst, von Gesprächen, deren 72 Stunden vorbei sind',
      name: 'Lösungsquote',
      label: 'Lösungsquote',
      of: (part, whole) =>
        plural(whole, {
          one: `${count(part)} von 1 entschiedenen`,
          other: `${count(part)} von ${count(whole)} entschiedenen`,
        }),
      nothing: 'Noch nichts entschieden',
      nothingInside: 'noch nichts entschieden',
      empty: empty('Die Quote erscheint hier 72 Stunden nach den ersten Antworten des Agenten an Besucher.'),
      table: { part: 'Gelöst', whole: 'Entschieden' },
      pending: {
        point: (amount, at, reference) => until(pending(amount), at, reference),
        low: (rate) => `${ratio(rate)} wenn keines`,
        high: (rate) => `${ratio(rate)} wenn alle gelöst`,
        foot: resolutionFoot,
        column: 'Offen',
      },
    },
    'deflection-rate-chart': {
      title: 'Entlastungsquote im Verlauf',
      note: 'Allein vom Agenten bearbeitet; nicht immer gelöst',
      name: 'Entlastungsquote',
      label: 'Entlastungsquote',
      of: (part, whole) => `${count(part)} von ${count(whole)} bearbeiteten`,
      nothing: 'Nichts bearbeitet',
      nothingInside: 'nichts bearbeitet',
      empty: empty('Die Quote erscheint hier, sobald der Agent Besuchern geantwortet hat.'),
      table: { part: 'Entlastungen', whole: 'Bearbeitet' },
      pending: {
        point: (amount, at, reference) => until(canBeHandedOff(amount), at, reference),
        low: (rate) => `mindestens ${ratio(rate)}`,
        high: null,
        foot: ({ current, earlier, settledBy, dashed, reference }) => {
          const amount = (current?.pending ?? 0) + earlier;
          const text = `${canBeHandedOff(amount)}; die Quote kann nur sinken.`;
          const settled = settledBy === null ? '' : ` Entschieden bis ${dateTime(settledBy, reference)}.`;
          return `${dashed ? 'Gestrichelt: ' : ''}${text}${settled}`;
        },
        column: 'Noch übergebbar',
      },
    },
    'human-handoff-rate-chart': {
      title: 'Übergabequote im Verlauf',
      note: 'Übergeben, von bearbeiteten Gesprächen',
      name: 'Übergabequote',
      label: 'Übergabequote',
      of: (part, whole) => `${count(part)} von ${count(whole)}`,
      nothing: 'Nichts bearbeitet',
      nothingInside: 'nichts bearbeitet',
      empty: empty('Die Quote erscheint hier, sobald der Agent Besuchern geantwortet hat.'),
      table: { part: 'Übergeben', whole: 'Bearbeitet' },
      pending: null,
    },
  };
}
