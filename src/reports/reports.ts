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
  'conversations-handled-chart': {
    report: 'conversations-handled-chart',
    cut: 'buckets',
    series: [{ key: 'handled', figure: figures.handled }],
    drawing: { kind: 'bar', size: 'regular', colors: { handled: 'series-1' } },
  },
  'conversations-by-channel-chart': {
    report: 'conversations-by-channel-chart',
    cut: 'buckets',
    series: [],
    split: { by: 'channel', figure: figures.handled },
    drawing: { kind: 'bar', size: 'regular', colors: { channel: 'series-1' } },
  },
  'visitor-feedback-chart': {
    report: 'visitor-feedback-chart',
    cut: 'buckets',
    series: [
      { key: 'positive', figure: figures.feedbackPositive, better: 'more' },
      { key: 'neutral', figure: figures.feedbackNeutral },
      { key: 'negative', figure: figures.feedbackNegative, better: 'less' },
    ],
    drawing: {
      kind: 'bar',
      size: 'regular',
      // The bad news lies on the zero line: only the lowest part can be compared over time.
      colors: { negative: 'feedback-negative', neutral: 'feedback-neutral', positive: 'feedback-positive' },
    },
  },
  'handle-rate-chart': {
    report: 'handle-rate-chart',
    cut: 'buckets',
    series: [{ key: 'handleRate', figure: figures.handleRate, better: 'more' }],
    drawing: { kind: 'line', size: 'regular', colors: { handleRate: 'series-1' } },
  },
  'resolution-rate-card': {
    report: 'resolution-rate-card',
    cut: 'range',
    series: [{ key: 'resolutionRate', figure: figures.resolutionRate, better: 'more' }],
    details: [
      { key: 'handled', figure: figures.handled },
      { key: 'resolved', figure: figures.resolved },
      { key: 'confirmed', figure: figures.confirmed },
      { key: 'pending', figure: figures.pending },
      { key: 'unresolved', figure: figures.unresolved },
      { key: 'unresolvedWithPerson', figure: figures.unresolvedWithPerson },
      { key: 'unresolvedAlone', figure: figures.unresolvedAlone },
      { key: 'undeterminable', figure: figures.undeterminable },
    ],
    drawing: { kind: 'figures' },
  },
  'resolution-rate-chart': {
    report: 'resolution-rate-chart',
    cut: 'buckets',
    series: [{ key: 'resolutionRate', figure: figures.resolutionRate, better: 'more' }],
    drawing: { kind: 'line', size: 'large', colors: { resolutionRate: 'series-2' } },
  },
  'conversations-resolved-chart': {
    report: 'conversations-resolved-chart',
    cut: 'buckets',
    series: [
      { key: 'resolved', figure: figures.resolved, better: 'more' },
      { key: 'pending', figure: figures.pending },
    ],
    drawing: { kind: 'bar', size: 'regular', colors: { resolved: 'series-2', pending: 'series-2' } },
  },
  'deflection-rate-chart': {
    report: 'deflection-rate-chart',
    cut: 'buckets',
    series: [{ key: 'deflectionRate', figure: figures.deflectionRate, better: 'more' }],
    drawing: { kind: 'line', size: 'regular', colors: { deflectionRate: 'series-3' } },
  },
  'deflections-chart': {
    report: 'deflections-chart',
    cut: 'buckets',
    series: [{ key: 'deflected', figure: figures.deflected, better: 'more' }],
    drawing: { kind: 'bar', size: 'regular', colors: { deflected: 'series-3' } },
  },
  'team-resolutions-chart': {
    report: 'team-resolutions-chart',
    cut: 'buckets',
    series: [{ key: 'agent', figure: figures.resolved, better: 'more' }],
    split: { by: 'teammate', figure: figures.closedByTeammate },
    drawing: { kind: 'bar', size: 'regular', colors: { agent: 'series-2', teammate: 'series-rest' } },
  },
  'human-handoffs-chart': {
    report: 'human-handoffs-chart',
    cut: 'buckets',
    series: [
      { key: 'agent', figure: figures.handoffsByAgent },
      { key: 'automation', figure: figures.handoffsByAutomation },
      { key: 'manual', figure: figures.handoffsByManual },
      { key: 'unknown', figure: figures.handoffsByUnknown },
    ],
    drawing: {
      kind: 'bar',
      size: 'regular',
      colors: { agent: 'series-4', automation: 'series-5', manual: 'series-6', unknown: 'series-rest' },
    },
  },
  'human-handoff-rate-chart': {
    report: 'human-handoff-rate-chart',
    cut: 'buckets',
    series: [{ key: 'handoffRate', figure: figures.handoffRate, better: 'less' }],
    drawing: { kind: 'line', size: 'regular', colors: { handoffRate: 'series-4' } },
  },
  'customer-agent-handoff': {
    report: 'customer-agent-handoff',
    cut: 'range',
    series: [
      { key: 'assigned', figure: figures.assigned },
      { key: 'handedOff', figure: figures.assignedHandedOff },
      { key: 'closed', figure: figures.assignedHandedOffClosed },
      { key: 'conversionRate', figure: figures.conversionRate },
      { key: 'averageTimeToClose', figure: figures.averageTimeToClose, better: 'less' },
      { key: 'medianTimeToClose', figure: figures.medianTimeToClose, better: 'less' },
    ],
    details: [{ key: 'open', figure: figures.assignedHandedOffOpen }],
    drawing: { kind: 'figures' },
  },
} as const satisfies Record<string, ReportDefinition>;

/** The name of a report that the kit brings. */
export type ReportName = keyof typeof reports;
