import type { ConversationEvent, ConversationRecord } from '../../../src/conversation/record.js';
import type { Totals } from '../../../src/metrics/answer.js';
import { measures, type MeasureName } from '../../../src/metrics/measures.js';
import type { ConversationStore } from '../../../src/store/conversation-store.js';
import type { Delivery } from '../../../src/store/delivery.js';
import type { SegmentedStore } from '../../../src/store/segmented-store.js';
import { gridStart, gridStepMs } from '../../support/arbitraries.js';
import type { NaiveTotals } from '../../support/naive-report.js';

export const HOUR = 3_600_000;
/** A Monday, 10:00 in Berlin. */
export const T0 = Date.UTC(2026, 2, 2, 9);
/** Boundaries around everything that test records hold. */
export const ever = [gridStart - 400 * gridStepMs, gridStart + 4_000 * gridStepMs] as const;
/** Every measure there is. */
export const allMeasures = Object.keys(measures) as readonly MeasureName[];

/** A conversation that a sourced reply resolves, unless more happens. */
export function answered(id: string, startedAt = T0, more: Partial<ConversationRecord> = {}): ConversationRecord {
  const reply: ConversationEvent = {
    type: 'message',
    at: startedAt,
    by: { kind: 'agent' },
    sources: [{}],
    actions: [],
  };
  return { id, startedAt, channel: 'chat', events: [reply], ...more };
}

/** Has a store take in what another one hands over, to the end. */
export function adoptAll(store: SegmentedStore, delivery: Delivery): void {
  const steps = store.adopt(delivery);
  while (steps.next().done !== true);
}

/** How many each of the measures counts, over everything. */
export function countsOf(store: ConversationStore, ...names: readonly MeasureName[]): readonly number[] {
  const [totals] = store.answer({ measures: names, boundaries: ever }).totals;
  return names.map((name) => totals!.of(name).count);
}

/** Everything a store can say over some boundaries, as plain data that can be compared. */
export function saidBy(store: ConversationStore, boundaries: readonly number[] = ever): unknown {
  const { totals, by } = store.answer({ measures: allMeasures, boundaries, by: 'channel' });
  const teammates = store.answer({ measures: ['closedByTeammate'], boundaries, by: 'teammate' }).by;
  return {
    now: store.now,
    size: store.size,
    changesAt: store.changesAt,
    channels: store.channels(),
    totals: totals.map(plainTotals),
    byChannel: sorted([...by].map(([name, parts]) => [name, parts.map(plainTotals)])),
    byTeammate: sorted(
      [...teammates].map(([name, parts]) => [name, parts.map((part) => part.of('closedByTeammate').count)]),
    ),
    settlesBy: store.settlesBy({ from: boundaries[0]!, to: boundaries.at(-1)! }),
    quality: Object.entries(store.quality()).map(([name, { count }]) => [name, count]),
  };
}

/** All totals as counts, sums and filled bins. */
export function plainTotals(totals: Totals): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    allMeasures.map((name) => {
      const { count, sum, histogram } = totals.of(name);
      return [name, [count, sum, ...[...histogram.entries()].filter(([, n]) => n > 0)]];
    }),
  );
}

/** The second opinion's totals in the form of {@link plainTotals}. */
export function plainNaive(naive: NaiveTotals): Readonly<Record<string, unknown>> {
  const timed = (name: 'resolutionTime' | 'resolutionTimeSet' | 'timeToClose'): unknown => {
    const bins = [...naive[`${name}Histogram`].entries()].filter(([, n]) => n > 0);
    return [naive[`${name}Count`], naive[`${name}Sum`], ...bins];
  };
  const causes = [naive.handoffsByAgent, naive.handoffsByAutomation, naive.handoffsByManual, naive.handoffsByUnknown];
  const derived: Readonly<Record<string, unknown>> = {
    resolutionTime: timed('resolutionTime'),
    resolutionTimeSet: timed('resolutionTimeSet'),
    timeToClose: timed('timeToClose'),
    handoffs: [causes.reduce((sum, count) => sum + count, 0), 0],
    closedByTeammate: [[...naive.closedByTeammate.values()].reduce((sum, count) => sum + count, 0), 0],
  };
  return Object.fromEntries(allMeasures.map((name) => [name, derived[name] ?? [naive[name as keyof NaiveTotals], 0]]));
}

function sorted<T>(entries: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  return entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
}
