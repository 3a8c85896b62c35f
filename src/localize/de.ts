import { breakdownsInGerman } from './de-breakdowns.js';
import { cardInGerman } from './de-card.js';
import { countChartsInGerman } from './de-count-charts.js';
import { definitionsInGerman } from './de-definitions.js';
import { filtersInGerman } from './de-filters.js';
import { exportInGerman } from './de-export.js';
import { gapCostInGerman } from './de-gap-cost.js';
import { gapExportInGerman } from './de-gap-export.js';
import { gapPanelInGerman } from './de-gap-panel.js';
import { gapWorkInGerman } from './de-gap-work.js';
import { gapsInGerman } from './de-gaps.js';
import { ownReportInGerman } from './de-own-report.js';
import { rateChartsInGerman } from './de-rate-charts.js';
import { shortAnswersInGerman } from './de-short-answers.js';
import { timeInGerman } from './de-time.js';
import type { Format } from './format.js';
import type { CountAt, CountSummary, Messages, RateAt, RateSummary } from './messages.js';
import { pluralOf } from './plural.js';
import { rich, strong } from './rich-text.js';

/** The German texts. */
export function german(format: Format): Messages {
  const plural = pluralOf('de');
  const { count, ratio, ratioTick, ratioSpoken, duration } = format;
  const time = timeInGerman(format);
  const inBucket = ({ grain, reference }: Pick<RateSummary, 'grain' | 'reference'>, start: number): string =>
    time.inside(grain, start, reference);
  const rateIn = (summary: RateSummary, { rate, start }: RateAt): string =>
    `${ratioSpoken(rate)} ${inBucket(summary, start)}`;
  const countIn = (summary: CountSummary, { count: amount, start }: CountAt): string =>
    `${count(amount)} ${inBucket(summary, start)}`;
  const unfinished = ({ grain, unfinished: amount }: Pick<RateSummary, 'grain' | 'unfinished'>): readonly string[] =>
    amount === 0 ? [] : [`Noch nicht vollständig: ${time.buckets(grain, amount)}.`];
  const pending = (amount: number): string =>
    plural(amount, { one: '1 noch in seinen 72 Stunden', other: `${count(amount)} noch in ihren 72 Stunden` });
  const canEndBetween = (low: number, high: number): string => `Kann zwischen ${ratio(low)} und ${ratio(high)} enden`;

  return {
    card: cardInGerman(format),
    filters: filtersInGerman(format),
    gaps: gapsInGerman(format),
    gapCost: gapCostInGerman(format),
    gapExport: gapExportInGerman,
    gapPanel: gapPanelInGerman(format),
    gapWork: gapWorkInGerman(format),
    shortAnswers: shortAnswersInGerman(format),
    definitions: definitionsInGerman(format),
    export: exportInGerman,

    buckets: {
      state: time.state,
      title: time.title,
      axis: (grain, start, reference) =>
        grain === 'month' ? format.monthShort(start, reference) : format.day(start, reference),
      column: (grain) => ({ day: 'Tag', week: 'Woche ab', month: 'Monat' })[grain],
      clipped: 'Nur der Teil innerhalb des Zeitraums zählt',
    },

    figures: {
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

    comparisonBefore: {
      points: (rate, then) => rich`${strong(`${format.points(rate, then)} Punkte`)} zum Zeitraum davor`,
      change: (change) => rich`${strong(format.change(change))} zum Zeitraum davor`,
      timeThen: (ms) => rich`${duration(ms)} im Zeitraum davor`,
      noClearChange: (then) => rich`Keine klare Änderung (im Zeitraum davor ${then})`,
      lastWeek: (then) => rich`${then} im Zeitraum davor`,
      nothingThen: rich`Im Zeitraum davor nichts zum Vergleichen`,
      whole: 'Ganzer Zeitraum',
      before: 'Zeitraum davor',
      column: 'Vergleich',
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

    rateCharts: rateChartsInGerman(format),
    countCharts: countChartsInGerman(format),
    breakdowns: breakdownsInGerman(format),
    ownReport: ownReportInGerman(format),

    tab: {
      label: 'Leistung',
      topic: 'Fragen eines Themas',
      views: { reports: 'Berichte', 'knowledge-gaps': 'Wissenslücken' },
      sections: {
        resolutions: 'Lösungen und Rückmeldung',
        workload: 'Arbeitsmenge',
        handoffs: 'Entlastung und Übergaben',
      },
    },

    charts: {
      inBuckets: time.inBuckets,
      soFar: (rate) => `${ratio(rate)} bisher`,
      stillRunning: (grain, pattern) =>
        `${pattern === 'ring' ? 'Ring' : 'Schraffiert'}: ${time.current[grain]}, läuft noch`,
      axisFrom: (rate) => `Die Achse beginnt bei ${ratioTick(rate)}.`,
      low: 'Endet mindestens bei',
      high: 'Endet höchstens bei',
      state: 'Stand',
    },

    spoken: {
      chart: 'Diagramm',
      rate: (point) => {
        const clauses = [time.title(point.grain, point.start, point.reference)];
        if (point.rate === null) clauses.push(`noch keine ${point.name}`);
        else {
          clauses.push(`${point.name} ${ratioSpoken(point.rate)}`);
          clauses.push(`${count(point.numerator)} von ${count(point.denominator)}`);
        }
        if (point.state !== 'complete') clauses.push(time.stateInside(point.state));
        if (point.pending) clauses.push(point.pending);
        if (typeof point.low === 'number' && typeof point.high === 'number') {
          clauses.push(`kann zwischen ${ratioSpoken(point.low)} und ${ratioSpoken(point.high)} enden`);
        }
        return clauses.join(', ');
      },
      count: (point) => {
        const clauses = [time.title(point.grain, point.start, point.reference), `${count(point.count)} ${point.what}`];
        if (point.state !== 'complete') clauses.push(time.stateInside(point.state));
        if (point.pending !== undefined) clauses.push(point.pending);
        return clauses.join(', ');
      },
      summary: (summary) => {
        const { first, last, lowest, highest } = summary;
        const span = `${summary.label} ${time.inBuckets(summary.grain, summary.buckets)}`;
        const sentences: string[] = [];
        if (first === null || last === null) sentences.push(`${span}: ${summary.nothing}.`);
        else if (first.start === last.start) sentences.push(`${span}: ${rateIn(summary, last)}.`);
        else sentences.push(`${span}: von ${rateIn(summary, first)} bis ${rateIn(summary, last)}.`);
        if (lowest !== null && highest !== null && lowest.rate !== highest.rate)
          sentences.push(`Am niedrigsten ${rateIn(summary, lowest)}, am höchsten ${rateIn(summary, highest)}.`);
        return [...sentences, ...unfinished(summary)].join(' ');
      },
      countSummary: (summary) => {
        const { parts, first, last, lowest, highest } = summary;
        const all = `${count(summary.total)} insgesamt`;
        const each = parts.map(({ label, total }) => `${label} ${count(total)}`);
        const span = `${summary.label} ${time.inBuckets(summary.grain, summary.buckets)}`;
        const sentences = [`${span}: ${[all, ...each].join(', ')}.`];
        if (first !== null && last !== null && first.start !== last.start)
          sentences.push(`Von ${countIn(summary, first)} bis ${countIn(summary, last)}.`);
        if (lowest !== null && highest !== null && lowest.count !== highest.count)
          sentences.push(`Am wenigsten ${countIn(summary, lowest)}, am meisten ${countIn(summary, highest)}.`);
        return [...sentences, ...unfinished(summary)].join(' ');
      },
    },
  };
}
