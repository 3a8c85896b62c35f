import { cardInGerman } from './de-card.js';
import { definitionsInGerman } from './de-definitions.js';
import { exportInGerman } from './de-export.js';
import { gapsInGerman } from './de-gaps.js';
import type { Format } from './format.js';
import type { BucketState, Grain, Messages, RateAt, RateSummary } from './messages.js';
import { pluralOf } from './plural.js';
import { rich, strong } from './rich-text.js';

const STATES: Readonly<Record<BucketState, string>> = {
  complete: 'Vollständig',
  settling: 'Reift noch',
  open: 'Läuft noch',
};
const CURRENT: Readonly<Record<Grain, string>> = { day: 'heute', week: 'diese Woche', month: 'dieser Monat' };
const OF_CURRENT: Readonly<Record<Grain, string>> = {
  day: 'von heute',
  week: 'dieser Woche',
  month: 'dieses Monats',
};
const OF_EARLIER: Readonly<Record<Grain, string>> = {
  day: 'früherer Tage',
  week: 'früherer Wochen',
  month: 'früherer Monate',
};

/** The German texts. */
export function german(format: Format): Messages {
  const plural = pluralOf('de');
  const { count, ratio, ratioTick, ratioSpoken, duration, dayLong } = format;
  const buckets = (grain: Grain, amount: number): string =>
    plural(amount, {
      one: { day: 'ein Tag', week: 'eine Woche', month: 'ein Monat' }[grain],
      other: { day: `${count(amount)} Tage`, week: `${count(amount)} Wochen`, month: `${count(amount)} Monate` }[grain],
    });
  const inBuckets = (grain: Grain, amount: number): string =>
    plural(amount, {
      one: { day: 'an einem Tag', week: 'in einer Woche', month: 'in einem Monat' }[grain],
      other: {
        day: `in ${count(amount)} Tagen`,
        week: `in ${count(amount)} Wochen`,
        month: `in ${count(amount)} Monaten`,
      }[grain],
    });
  const bucketTitle = (grain: Grain, start: number, reference?: number): string =>
    ({
      day: format.weekdayDay(start, reference),
      week: `Woche ab ${dayLong(start, reference)}`,
      month: format.month(start),
    })[grain];
  const inBucket = ({ grain, reference }: RateSummary, { rate, start }: RateAt): string =>
    ({
      day: `${ratioSpoken(rate)} am ${format.weekdayDay(start, reference)}`,
      week: `${ratioSpoken(rate)} in der Woche ab ${dayLong(start, reference)}`,
      month: `${ratioSpoken(rate)} im ${format.month(start)}`,
    })[grain];
  const pending = (amount: number): string =>
    plural(amount, { one: '1 noch in seinen 72 Stunden', other: `${count(amount)} noch in ihren 72 Stunden` });
  const canEndBetween = (low: number, high: number): string => `Kann zwischen ${ratio(low)} und ${ratio(high)} enden`;

  return {
    card: cardInGerman(format),
    gaps: gapsInGerman(format),
    definitions: definitionsInGerman(format),
    export: exportInGerman,

    buckets: {
      state: (state) => STATES[state],
      title: bucketTitle,
      axis: (grain, start, reference) =>
        grain === 'month' ? format.monthShort(start, reference) : format.day(start, reference),
      column: (grain) => ({ day: 'Tag', week: 'Woche ab', month: 'Monat' })[grain],
      clipped: 'Nur der Teil innerhalb des Zeitraums zählt',
    },

    figures: {
      ofSettled: (part, whole) =>
        plural(whole, {
          one: `${count(part)} von 1 entschiedenen`,
          other: `${count(part)} von ${count(whole)} entschiedenen`,
        }),
      ofHandled: (part, whole) =>
        plural(whole, {
          one: `${count(part)} von 1 bearbeiteten`,
          other: `${count(part)} von ${count(whole)} bearbeiteten`,
        }),
      ofAnswers: (part, whole) =>
        plural(whole, {
          one: `${count(part)} von 1 Rückmeldung`,
          other: `${count(part)} von ${count(whole)} Rückmeldungen`,
        }),
      ofConversations: (whole) => plural(whole, { one: 'von 1 Gespräch', other: `von ${count(whole)} Gesprächen` }),
      medianIs: (ms: number) => `Median ${duration(ms)}`,
      pending,
      pendingCanChange: (amount) =>
        plural(amount, {
          one: '1 davon kann sich noch ändern',
          other: `${count(amount)} davon können sich noch ändern`,
        }),
      canEndBetween,
      interval: (low, high) => `${ratioTick(0.95)}-Intervall ${ratioTick(low)} bis ${ratioTick(high)}`,
      intervalColumn: `${ratioTick(0.95)}-Intervall`,
      intervalRange: (low, high) => `${ratioTick(low)} bis ${ratioTick(high)}`,
      nothingSettled: 'Noch nichts entschieden',
      nothingHandled: 'Noch nichts bearbeitet',
      nothingResolved: 'Noch keine gelöst',
      noAnswers: 'Noch keine Rückmeldungen',
    },

    comparison: {
      points: (rate, then) => rich`${strong(`${format.points(rate, then)} Punkte`)} zur Vorwoche`,
      change: (change) => rich`${strong(format.change(change))} zur Vorwoche`,
      timeThen: (ms) => rich`${duration(ms)} in der Vorwoche`,
      noClearChange: (then) => rich`Keine klare Änderung (damals ${then})`,
      lastWeek: (then) => rich`${then} in der Vorwoche`,
      nothingThen: rich`In der Vorwoche nichts zum Vergleichen`,
    },

    impact: {
      title: 'Wirkung diese Woche',
      note: (weekStart, reference) =>
        `${format.weekdayDay(weekStart, reference)} bis jetzt, gegen denselben Teil der Vorwoche nach damaligem Stand`,
      noteSnapshot: (weekStart, reference) =>
        `${format.weekdayDay(weekStart, reference)} bis jetzt, ohne Vergleich: Diese Quelle kennt nur die Gegenwart`,
      resolved: 'Gelöste Gespräche',
      resolvedSet: 'diese Woche entschieden',
      resolvedPending: (amount) =>
        plural(amount, {
          one: '1 dieser Woche noch in seinen 72 Stunden',
          other: `${count(amount)} dieser Woche noch in ihren 72 Stunden`,
        }),
      handled: 'Bearbeitete Gespräche',
      averageResolutionTime: 'Mittlere Lösungszeit',
      overResolvedSet: (amount) => `aus ${count(amount)} gelösten, diese Woche entschieden`,
      deflectionRate: 'Entlastungsquote',
      helpfulRate: 'Rückmeldung „hilfreich“',
      empty: {
        title: 'Keine Gespräche in dieser Woche',
        text: 'Die Zahlen dieser Woche erscheinen hier, sobald ein Besucher geschrieben hat.',
      },
      table: {
        figure: 'Kennzahl',
        thisWeek: 'Diese Woche',
        of: 'Von',
        lastWeek: 'Vorwoche damals',
        comparison: 'Vergleich',
      },
    },

    resolutionRateChart: {
      title: 'Lösungsquote im Verlauf',
      note: 'Ohne Menschen gelöst, von Gesprächen, deren 72 Stunden vorbei sind',
      name: 'Lösungsquote',
      label: 'Lösungsquote',
      soFar: (rate) => `${ratio(rate)} bisher`,
      ifAll: (rate) => `${ratio(rate)} wenn alle gelöst`,
      ifNone: (rate) => `${ratio(rate)} wenn keines`,
      pendingUntil: (amount, at, reference) => `${pending(amount)}; entschieden bis ${format.dateTime(at, reference)}`,
      foot: (unfinished) => {
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
        if (settledBy !== null) sentences.push(`Entschieden bis ${format.dateTime(settledBy, reference)}.`);
        return `${unfinished.dashed ? 'Gestrichelt: ' : ''}${sentences.join(' ')}`;
      },
      stillRunning: (grain) => `Ring: ${CURRENT[grain]}, läuft noch`,
      empty: {
        title: 'Keine Gespräche in diesem Zeitraum',
        text: 'Die Quote erscheint hier 72 Stunden nach den ersten Antworten des Agenten an Besucher.',
      },
      table: {
        rate: 'Lösungsquote',
        resolved: 'Gelöst',
        settled: 'Entschieden',
        pending: 'Offen',
        low: 'Endet mindestens bei',
        high: 'Endet höchstens bei',
        state: 'Stand',
      },
    },

    spoken: {
      chart: 'Diagramm',
      rate: (point) => {
        const clauses = [bucketTitle(point.grain, point.start, point.reference)];
        if (point.rate === null) clauses.push(`noch keine ${point.name}`);
        else {
          clauses.push(`${point.name} ${ratioSpoken(point.rate)}`);
          clauses.push(`${count(point.numerator)} von ${count(point.denominator)}`);
        }
        if (point.state !== 'complete') clauses.push({ settling: 'reift noch', open: 'läuft noch' }[point.state]);
        if (point.pending) clauses.push(pending(point.pending));
        if (typeof point.low === 'number' && typeof point.high === 'number') {
          clauses.push(`kann zwischen ${ratioSpoken(point.low)} und ${ratioSpoken(point.high)} enden`);
        }
        return clauses.join(', ');
      },
      summary: (summary) => {
        const { label, grain, first, last, lowest, highest } = summary;
        const span = `${label} ${inBuckets(grain, summary.buckets)}`;
        const sentences: string[] = [];
        if (first === null || last === null) sentences.push(`${span}: noch nichts entschieden.`);
        else if (first.start === last.start) sentences.push(`${span}: ${inBucket(summary, last)}.`);
        else sentences.push(`${span}: von ${inBucket(summary, first)} bis ${inBucket(summary, last)}.`);
        if (lowest !== null && highest !== null && lowest.rate !== highest.rate) {
          sentences.push(`Am niedrigsten ${inBucket(summary, lowest)}, am höchsten ${inBucket(summary, highest)}.`);
        }
        if (summary.unfinished > 0) sentences.push(`Noch nicht vollständig: ${buckets(grain, summary.unfinished)}.`);
        return sentences.join(' ');
      },
    },
  };
}
