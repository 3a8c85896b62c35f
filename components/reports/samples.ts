import type { Localization } from '../../src/localize/localize.js';
import type { CardNotice } from '../card/card-state.js';
import type { CardRoom } from '../card/card.js';
import type { FigureOptions } from '../figure/figure.js';

/**
 * Texts with figures that are wide, though not the widest there are: they hold the room of those to come. What needs more,
 * which is rare, makes its card grow.
 */

/** A Wednesday in September, the longest of the days and months. */
const AT = Date.UTC(2026, 8, 30, 20, 20);
const WEEKS_LATER = Date.UTC(2026, 11, 16, 20, 20);
const MANY = 8_888;
/** As many as have an interval beside them. */
const FEW = 88;
const RATE = 0.888;
const TIME_MS = (23 * 60 + 48) * 60_000;

/** The notice of a refresh that did not get through. */
export function staleSample({ messages }: Localization): CardNotice {
  const { card } = messages;
  const action = { label: card.actions.tryAgain, run: () => undefined };
  return { kind: 'stale', text: card.stale(AT, WEEKS_LATER), action };
}

/** Note and foot of *Impact this week*. */
export function impactRoom({ messages }: Localization): CardRoom {
  return { note: messages.impact.note(AT, AT) };
}

/** The figures of *Impact this week*, each with every line it can have. */
export function impactSample({ messages, format }: Localization): readonly FigureOptions[] {
  const { impact, figures, comparison } = messages;
  const swatch = { pattern: 'hatched', color: 'series-2' } as const;
  const change = { text: comparison.nothingThen, tone: 'neutral' } as const;
  const common = { size: 'large', change, waiting: true } as const;
  const rate = { ...common, value: format.ratioParts(RATE), interval: figures.interval(RATE, RATE) };
  return [
    {
      ...common,
      label: impact.resolved,
      value: format.countParts(MANY),
      of: impact.resolvedSet,
      pending: { text: impact.resolvedPending(MANY), swatch },
    },
    {
      ...common,
      label: impact.handled,
      value: format.countParts(MANY),
      of: figures.ofConversations(MANY),
    },
    {
      ...common,
      label: impact.averageResolutionTime,
      value: format.durationParts(TIME_MS),
      of: impact.overResolvedSet(MANY),
      notes: [figures.medianIs(TIME_MS)],
    },
    {
      ...rate,
      label: impact.deflectionRate,
      of: figures.ofHandled(FEW, FEW),
      pending: { text: figures.pendingCanChange(MANY), swatch },
    },
    { ...rate, label: impact.helpfulRate, of: figures.ofAnswers(FEW, FEW) },
  ];
}

/** Note and foot of *Resolution rate over time*. */
export function rateChartRoom({ messages }: Localization): CardRoom {
  const { resolutionRateChart: words } = messages;
  const current = { pending: MANY, low: RATE, high: RATE };
  const unfinished = { grain: 'week', reference: AT, current, earlier: MANY, settledBy: AT, dashed: true } as const;
  return {
    note: words.note,
    foot: [{ text: words.foot(unfinished), swatch: { pattern: 'dashed', color: 'series-2' } }],
  };
}
