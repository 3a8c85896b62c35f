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
  };
}
