import type { ReportDefinition } from '../../src/reports/report-definition.js';
import { figures, type RateRow } from '../../src/metrics/figures.js';
import type { NamedMeasure } from '../../src/metrics/measures.js';

/** A measure that the table does not have: conversations that are still open though a person took part. */
const openWithPerson: NamedMeasure = {
  name: 'openWithPerson',
  measure: { of: 'conversation', all: ['counted', 'handled', 'pending', 'handedOff'], none: [], at: 'startedAt' },
};

const openRate: RateRow = { kind: 'rate', unit: 'ratio', numerator: [openWithPerson], denominator: ['handled'] };

/** A host's own reports, one for each way to draw one. */
export const ownReports = {
  line: {
    report: 'open-with-a-person',
    cut: 'buckets',
    series: [{ key: 'open', figure: openRate, better: 'less' }],
    drawing: { kind: 'line', size: 'regular', colors: { open: 'series-4' } },
  },
  band: {
    report: 'own-resolution-rate',
    cut: 'buckets',
    series: [{ key: 'resolutionRate', figure: figures.resolutionRate, better: 'more' }],
    drawing: { kind: 'line', size: 'large', colors: { resolutionRate: 'series-2' } },
  },
  lines: {
    report: 'alone-or-open',
    cut: 'buckets',
    series: [
      { key: 'resolutionRate', figure: figures.resolutionRate, better: 'more' },
      { key: 'open', figure: openRate, better: 'less' },
    ],
    drawing: { kind: 'line', size: 'regular', colors: { resolutionRate: 'series-2', open: 'series-4' } },
  },
  bar: {
    report: 'replies-and-people',
    cut: 'buckets',
    series: [
      { key: 'alone', figure: figures.deflected },
      { key: 'handoffs', figure: figures.handoffs },
    ],
    drawing: { kind: 'bar', size: 'regular', colors: { handoffs: 'series-4', alone: 'series-3' } },
  },
  parts: {
    report: 'handoffs-by-channel',
    cut: 'range',
    series: [],
    split: { by: 'channel', figure: figures.handoffs },
    drawing: { kind: 'bar', size: 'regular', colors: { channel: 'series-4' } },
  },
  figures: {
    report: 'week-at-a-glance',
    cut: 'week-so-far',
    series: [
      { key: 'open', figure: openRate, better: 'less' },
      { key: 'handled', figure: figures.handled, better: 'more' },
      { key: 'time', figure: figures.averageResolutionTimeSet, better: 'less' },
    ],
    drawing: { kind: 'figures' },
  },
} as const satisfies Record<string, ReportDefinition>;
