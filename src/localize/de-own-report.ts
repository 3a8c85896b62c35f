import type { Format } from './format.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

/** What the kit adds to the words of a host's own report, in German. */
export function ownReportInGerman(format: Format): Messages['ownReport'] {
  const plural = pluralOf('de');
  const { count, ratio, dateTime } = format;
  const until = (text: string, at: number | null, reference: number): string =>
    at === null ? text : `${text}; entschieden bis ${dateTime(at, reference)}`;
  const open = (amount: number): string =>
    plural(amount, {
      one: '1 Gespräch kann daran noch etwas ändern',
      other: `${count(amount)} Gespräche können daran noch etwas ändern`,
    });
  return {
    title: 'Bericht',
    noDefinition: {
      title: 'Noch kein Bericht gewählt',
      text: 'Er erscheint hier, sobald die Seite die „definition“ dieses Elements gesetzt hat.',
    },
    badDefinition: 'Dieser Bericht lässt sich nicht berechnen',
    empty: {
      title: 'Nichts in diesem Zeitraum',
      text: 'Die Zahlen erscheinen hier, sobald es etwas zu zählen gibt.',
    },
    of: (part, whole) => `${count(part)} von ${count(whole)}`,
    ofWhole: (whole) => `von ${count(whole)}`,
    pointOf: (label, whole) => `${label}, von ${count(whole)}`,
    over: (amount) => plural(amount, { one: 'aus 1 Gespräch', other: `aus ${count(amount)} Gesprächen` }),
    nothing: 'Keine Grundgesamtheit',
    nothingInside: 'keine Grundgesamtheit',
    inParts: (amount) => plural(amount, { one: 'in 1 Teil', other: `in ${count(amount)} Teilen` }),
    others: (amount) => plural(amount, { one: '1 weiterer', other: `${count(amount)} weitere` }),
    pending: (amount, at, reference) => until(open(amount), at, reference),
    pendingFoot: (amount, at, reference, drawn) => {
      const how = drawn === null ? '' : { dashed: 'Gestrichelt: ', hatched: 'Schraffiert: ' }[drawn];
      return `${how}${until(open(amount), at, reference)}`;
    },
    atLeast: (rate) => `mindestens ${ratio(rate)}`,
    atMost: (rate) => `höchstens ${ratio(rate)}`,
    table: {
      figure: 'Kennzahl',
      value: 'Wert',
      of: 'Von',
      part: 'Teil',
      whole: 'Ganzes',
      count: 'Anzahl',
      share: 'Anteil',
      pending: 'Kann sich noch ändern',
    },
    described: 'Eine eigene Kennzahl dieser Seite, aus den Messgrößen unten.',
    mean: (measure) => `Mittel von ${measure}`,
    median: (measure) => `Median von ${measure}`,
  };
}
