import type { Format } from './format.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

/** What the conversations of topics came to, in German. */
export function gapCostInGerman(format: Format): Messages['gapCost'] {
  const plural = pluralOf('de');
  const { count } = format;
  return {
    column: 'Ungelöst',
    of: (known) => `von ${count(known)}`,
    pending: (amount) => `${count(amount)} schwebend`,
    counting: 'Wird gezählt…',
    notKnown: 'Nicht bekannt',
    sorted: {
      ascending: 'Sortiert nach ungelösten Gesprächen, die wenigsten zuerst',
      descending: 'Sortiert nach ungelösten Gesprächen, die meisten zuerst',
    },
    sortedSoFar: (topics) =>
      plural(topics, { one: 'Bisher unter 1 Thema sortiert', other: `Bisher unter ${count(topics)} Themen sortiert` }),
    definition: {
      conversations: {
        name: 'Gespräche',
        text: 'Verschiedene Gespräche, in denen nach dem Thema gefragt wurde und der Agent keine Antwort hatte, so wie das Helpdesk sie zählt.',
        formula: 'Verschiedene Gespräche mit einer aufgelisteten Frage des Themas',
      },
      unsolved: {
        name: 'Ungelöst',
        text: 'Wie viele dieser Gespräche nicht gelöst endeten oder an einen Menschen gingen: was die Lücke kostet. Darunter steht, von wie vielen der Verlauf bekannt ist. Schwebende sind noch in ihren 72 Stunden und können ungelöst enden.',
        formula: 'Nicht gelöst ohne Übergabe + übergeben, jedes Gespräch einmal',
      },
      unknown: {
        name: 'Was nicht bekannt ist',
        text: 'Gespräche, die älter sind als das, was diese Seite geladen hat, gelöschte und solche, die Berichte auslassen, gelten als nicht bekannt. Nennt eine Quelle die Gespräche eines Themas nicht, wird nichts gesagt.',
        formula: 'Gespräche des Themas − die mit bekanntem Verlauf',
      },
    },
  };
}
