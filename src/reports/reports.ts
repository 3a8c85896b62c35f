import { figures } from '../metrics/figures.js';
import type { ReportDefinition } from './report-definition.js';

/** Every report, in the source's order. One row each; its element is one file in `components/reports/`. */
export const reports = {
  'impact-this-week': {
    report: 'impact-this-week',
    cut: 'week-so-far',
    series: [
      { key: 'resolved', figure: figures.resolvedSet, better: 'more' },
      { key: 'handled', figure: figures.handled, better: 'more' },
      { key: 'averageResolutionTime', figure: figures.averageResolutionTimeSet, better: 'less' },
      { key: 'deflectionRate', figure: figures.deflectionRate, better: 'more' },
      { key: 'helpfulRate', figure: figures.helpfulRate, better: 'more' },
    ],
    drawing: { kind: 'figures' },
  },
  'resolution-rate-chart': {
    report: 'resolution-rate-chart',
    cut: 'buckets',
    series: [{ key: 'resolutionRate', figure: figures.resolutionRate, better: 'more' }],
    drawing: { kind: 'line', size: 'large', colors: { resolutionRate: 'series-2' } },
  },
} as const satisfies Record<string, ReportDefinition>;

/** The name of a report that the kit brings. */
export type ReportName = keyof typeof reports;
