/**
 * A second opinion on the fourteen reports: which figure stands in which series, read off the metrics page, section 5.
 */
import { naiveEdges, naiveFigures, type NaiveTotals } from './naive-report.js';
import type { NaiveQuantile } from './naive-statistics.js';

/** Values by the key of their series; null where there is nothing to divide by. */
export type NaiveSeries = ReadonlyMap<string, number | null>;

/** The series of a report over one stretch of time; of those that come from the data, the ones in which something is. */
export function naiveSeries(report: string, totals: NaiveTotals): NaiveSeries {
  const figures = naiveFigures(totals);
  switch (report) {
    case 'impact-this-week':
      return series({
        resolved: totals.resolvedSet,
        handled: totals.handled,
        averageResolutionTime:
          totals.resolutionTimeSetCount === 0 ? null : totals.resolutionTimeSetSum / totals.resolutionTimeSetCount,
        deflectionRate: figures.deflectionRate,
        helpfulRate: figures.helpfulRate,
      });
    case 'conversations-handled-chart':
      return series({ handled: totals.handled });
    case 'conversations-by-channel-chart':
      return new Map([...totals.handledByChannel].map(([name, count]) => [`channel:${name}`, count]));
    case 'visitor-feedback-chart':
      return series({
        positive: totals.feedbackPositive,
        neutral: totals.feedbackNeutral,
        negative: totals.feedbackNegative,
      });
    case 'handle-rate-chart':
      return series({ handleRate: figures.handleRate });
    case 'resolution-rate-card':
    case 'resolution-rate-chart':
      return series({ resolutionRate: figures.resolutionRate });
    case 'conversations-resolved-chart':
      return series({ resolved: totals.resolved, pending: totals.pending });
    case 'deflection-rate-chart':
      return series({ deflectionRate: figures.deflectionRate });
    case 'deflections-chart':
      return series({ deflected: totals.deflected });
    case 'team-resolutions-chart':
      return new Map([
        ['agent', totals.resolved],
        ...[...totals.closedByTeammate].map(([id, count]) => [`teammate:${id}`, count] as const),
      ]);
    case 'human-handoffs-chart':
      return series({
        agent: totals.handoffsByAgent,
        automation: totals.handoffsByAutomation,
        manual: totals.handoffsByManual,
        unknown: totals.handoffsByUnknown,
      });
    case 'human-handoff-rate-chart':
      return series({ handoffRate: figures.handoffRate });
    case 'customer-agent-handoff':
      return series({
        assigned: totals.assigned,
        handedOff: totals.assignedHandedOff,
        closed: totals.assignedHandedOffClosed,
        conversionRate: figures.conversionRate,
        averageTimeToClose: figures.averageTimeToClose,
        medianTimeToClose: asNumber(figures.medianTimeToClose),
      });
    default:
      throw new Error(`the metrics page knows no report ${report}`);
  }
}

/** Further figures of a whole range, by the key of their series; empty where the report has none. */
export function naiveDetails(report: string, totals: NaiveTotals): NaiveSeries {
  switch (report) {
    case 'resolution-rate-card': {
      const { handled, resolved, confirmed, pending, unresolved, undeterminable } = totals;
      const { unresolvedAlone, unresolvedWithPerson } = totals;
      const parts = { unresolvedWithPerson, unresolvedAlone, undeterminable };
      return series({ handled, resolved, confirmed, pending, unresolved, ...parts });
    }
    case 'customer-agent-handoff':
      return series({ open: totals.assignedHandedOffOpen });
    default:
      return series({});
  }
}

function series(values: Readonly<Record<string, number | null>>): NaiveSeries {
  return new Map(Object.entries(values));
}

/** At the ends there is no middle: "under 1 s" begins at 0, "90 days or more" at the last edge. */
function asNumber(quantile: NaiveQuantile | null): number | null {
  if (quantile === 'under') return 0;
  return quantile === 'over' ? naiveEdges().at(-1)! : quantile;
}
