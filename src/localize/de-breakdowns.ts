import { channelInGerman } from './de-channels.js';
import type { Format } from './format.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

/** The reports that say what a whole is made of, in German. */
export function breakdownsInGerman(format: Format): Messages['breakdowns'] {
  const plural = pluralOf('de');
  const { count, ratio } = format;
  const others = (amount: number): string => plural(amount, { one: '1 weiterer', other: `${count(amount)} weitere` });
  return {
    'conversations-by-channel-chart': {
      title: 'Bearbeitete Gespräche nach Kanal',
      note: 'Anteil an allen bearbeiteten',
      part: channelInGerman,
      others,
      of: ({ parts }) => plural(parts, { one: 'auf 1 Kanal', other: `über ${count(parts)} Kanäle` }),
      foot: null,
      empty: {
        title: 'Keine Gespräche in diesem Zeitraum',
        text: 'Kanäle erscheinen hier, sobald der Agent auf einem geantwortet hat.',
      },
      table: { part: 'Kanal', count: 'Bearbeitet', share: 'Anteil' },
    },
    'team-resolutions-chart': {
      title: 'Der Kundenagent in Ihrem Team',
      note: 'Gelöste Gespräche, nach Löser',
      part: (name) => (name === '' ? 'Kundenagent' : name),
      others,
      of: ({ own, whole }) => `vom Agenten, ${count(own)} von ${count(whole)}`,
      foot: 'Zwei Regeln: Der Agent zählt nach 72 Stunden ohne Menschen, das Team mit dem Schließen des Tickets',
      empty: { title: 'Nichts gelöst in diesem Zeitraum', text: 'Wer Gespräche löst, erscheint hier.' },
      table: { part: 'Gelöst von', count: 'Gespräche', share: 'Anteil' },
    },
    'resolution-rate-card': {
      title: 'Lösungsquote',
      note: 'Wie die bearbeiteten Gespräche ausgingen',
      of: (part, whole) =>
        plural(whole, {
          one: `${count(part)} von 1 entschiedenen`,
          other: `${count(part)} von ${count(whole)} entschiedenen`,
        }),
      nothing: 'Noch nichts entschieden',
      parts: {
        handled: 'Bearbeitet',
        resolved: 'Gelöst',
        confirmed: 'vom Besucher bestätigt',
        pending: 'Offen',
        unresolved: 'Nicht gelöst',
        unresolvedWithPerson: 'mit einem Menschen',
        unresolvedAlone: 'ohne Menschen',
        undeterminable: 'Nicht bestimmbar',
      },
      foot: (low, high) => `Kann zwischen ${ratio(low)} und ${ratio(high)} enden`,
      empty: {
        title: 'Keine Gespräche in diesem Zeitraum',
        text: 'Die Quote erscheint hier 72 Stunden nach den ersten Antworten des Agenten an Besucher.',
      },
      table: { part: 'Ausgang', count: 'Gespräche', share: 'Anteil an bearbeiteten' },
    },
    'customer-agent-handoff': {
      title: 'Übergabe durch den Kundenagenten',
      note: 'Von der Zuweisung an den Agenten bis zum geschlossenen Ticket',
      of: 'der zugewiesenen wurden übergeben',
      nothing: 'Dem Agenten nichts zugewiesen',
      steps: {
        assigned: 'Dem Agenten zugewiesen',
        handedOff: 'An einen Menschen übergeben',
        closed: 'Ticket geschlossen',
      },
      ofStepBefore: (share) => `${ratio(share)} des Schritts davor`,
      averageTimeToClose: 'Mittlere Zeit bis zum Schließen',
      medianTimeToClose: 'Median',
      nineInTen: '9 von 10 geschlossen in',
      open: 'Übergeben, noch offen',
      conversionRate: 'Übergabequote der zugewiesenen',
      empty: {
        title: 'Keine Gespräche in diesem Zeitraum',
        text: 'Die Schritte erscheinen hier, sobald dem Agenten Gespräche zugewiesen sind.',
      },
      table: { figure: 'Kennzahl', value: 'Wert', of: 'Von' },
    },
  };
}
