import type { OutcomeRules } from '../conversation/rules.js';
import type { Format } from './format.js';
import type { Messages } from './messages.js';
import { pluralOf } from './plural.js';

const GROUNDING: Readonly<Record<OutcomeRules['unknownGrounding'], string>> = {
  undeterminable: 'Sagt die Quelle nicht, ob eine Antwort auf Inhalte zurückgriff, ist der Ausgang nicht bestimmbar.',
  grounded: 'Sagt die Quelle nicht, ob eine Antwort auf Inhalte zurückgriff, zählt sie, als hätte sie es getan.',
  ungrounded:
    'Sagt die Quelle nicht, ob eine Antwort auf Inhalte zurückgriff, zählt sie, als hätte sie es nicht getan.',
};

/** What each figure means, in German. */
export function definitionsInGerman(format: Format): Messages['definitions'] {
  const plural = pluralOf('de');
  const window = (ms: number): string => {
    const hours = ms / 3_600_000;
    if (!Number.isInteger(hours)) return format.duration(ms);
    return plural(hours, { one: '1 Stunde', other: `${format.count(hours)} Stunden` });
  };
  return {
    rules: (rules) => [
      `Ein Gespräch ist ${window(rules.windowMs)} nach der letzten Antwort des Agenten entschieden.`,
      rules.requireNoHuman
        ? 'Ein Gespräch, an dem ein Mensch beteiligt war, ist nicht gelöst.'
        : 'Auch ein Gespräch, an dem ein Mensch beteiligt war, kann gelöst sein.',
      GROUNDING[rules.unknownGrounding],
    ],
    resolved: {
      text: 'Gespräche, die der Agent ohne Menschen gelöst hat: Seit seiner letzten Antwort sind 72 Stunden vergangen, er griff auf Inhalte zurück oder führte etwas aus, niemand bat um Übergabe, und die letzte Rückmeldung war nicht negativ.',
      formula: 'Im Zeitraum entschiedene Lösungen, am Ende ihrer 72 Stunden',
    },
    handled: {
      text: 'Gespräche, in denen der Agent dem Besucher geantwortet oder das Gespräch übergeben hat.',
      formula: 'Bearbeitete Gespräche nach ihrem Beginn',
    },
    averageResolutionTime: {
      text: 'Zeit vom Beginn durch den Besucher bis zur letzten Antwort des Agenten, über die im Zeitraum entschiedenen Lösungen.',
      formula: 'Summe der Lösungszeiten ÷ entschiedene Lösungen',
    },
    deflectionRate: {
      text: 'Anteil der bearbeiteten Gespräche, an denen kein Mensch beteiligt war. Vorläufig, bis die 72 Stunden vorbei sind.',
      formula: 'Entlastungen ÷ bearbeitete',
    },
    helpfulRate: {
      text: 'Anteil der positiven unter allen Rückmeldungen, die Besucher dem Agenten gaben, zu ihrem Zeitpunkt.',
      formula: 'Positive ÷ alle Rückmeldungen',
    },
    resolutionRate: {
      text: 'Anteil der entschiedenen Gespräche, die der Agent ohne Menschen gelöst hat. Gespräche in ihren 72 Stunden bleiben außen vor; das Band zeigt, wie weit sie die Quote noch bewegen können.',
      formula: 'Gelöst ÷ (gelöst + nicht gelöst)',
    },
    handleRate: {
      text: 'Anteil der Besuchergespräche, in denen der Agent geantwortet oder die er übergeben hat.',
      formula: 'Bearbeitet ÷ Gespräche',
    },
    handoffRate: {
      text: 'Anteil der bearbeiteten Gespräche, die an einen Menschen gingen, gleich ob der Agent, eine Automation oder ein Teammitglied sie übergab.',
      formula: 'Übergaben ÷ bearbeitete',
    },
    resolvedByStart: {
      text: 'Gespräche, die der Agent ohne Menschen gelöst hat, nach ihrem Beginn. Die der letzten 72 Stunden sind noch offen.',
      formula: 'Gelöste Gespräche nach ihrem Beginn',
    },
    pending: {
      text: 'Bearbeitete Gespräche, deren 72 Stunden seit der letzten Antwort des Agenten nicht vorbei sind: Sie werden gelöst oder nicht gelöst.',
      formula: 'Offene Gespräche nach ihrem Beginn',
    },
    deflected: {
      text: 'Bearbeitete Gespräche, an denen kein Mensch beteiligt war. Nicht immer gelöst: Der Besucher kann gegangen sein. Vorläufig, bis die 72 Stunden vorbei sind.',
      formula: 'Entlastungen nach dem Beginn des Gesprächs',
    },
    feedback: {
      text: 'Rückmeldungen, die Besucher zu Antworten des Agenten gaben, jede zu ihrem Zeitpunkt.',
      formula: 'Rückmeldungen nach Art, zu ihrem Zeitpunkt',
    },
    handoffs: {
      text: 'Bearbeitete Gespräche, die an einen Menschen gingen, jedes einmal, nach dem Auslöser der ersten Übergabe: der Agent, eine Automation, ein Teammitglied oder unbekannt.',
      formula: 'Übergaben nach dem Beginn des Gesprächs',
    },
    closedByTeammate: {
      text: 'Gespräche, die ein Teammitglied geschlossen hat: das, dem sie dann zugewiesen waren, sonst das, das sie schloss. Vom Agenten gelöste gehören nicht dazu.',
      formula: 'Geschlossene Gespräche nach ihrem Beginn',
    },
    funnel: {
      text: 'Dem Agenten zugewiesene Gespräche, davon an einen Menschen übergebene, und davon solche, deren Ticket seither geschlossen wurde.',
      formula: 'Übergeben ÷ zugewiesen',
    },
    averageTimeToClose: {
      text: 'Zeit von der Zuweisung an den Agenten bis zum Schließen des Tickets, bei Gesprächen, die an einen Menschen gingen.',
      formula: 'Summe der Zeiten bis zum Schließen ÷ geschlossene',
    },
  };
}
