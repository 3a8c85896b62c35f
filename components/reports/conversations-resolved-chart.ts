import { reports } from '../../src/reports/reports.js';
import { countChartFace } from './present-count-chart.js';
import { ReportElement } from './report-element.js';

/**
 * Conversations the agent resolved without a person, by when they began; pending ones on top.
 *
 * @summary Resolved conversations over time.
 * @tag conversations-resolved-chart
 * @fires {CustomEvent<Error>} report-error - The report could not be loaded or worked out; the card says so. Does not bubble.
 * @fires {CustomEvent<ExportRequest>} export-request - A file of the report is ready to be downloaded; cancel it to take the file instead.
 * @slot heading - Instead of the card's heading.
 * @slot note - Instead of the note under it.
 * @slot foot - Instead of the lines at the foot.
 * @csspart card - The frame.
 * @csspart keys - The legend that stands there.
 * @csspart chart - The picture.
 * @csspart chart-tooltip - What is said of a point in the picture.
 * @csspart tag - Its state there.
 */
export class ConversationsResolvedChart extends ReportElement {
  protected override readonly row = reports['conversations-resolved-chart'];
  protected override readonly face = countChartFace('conversations-resolved-chart', ({ definitions, countCharts }) => [
    { name: countCharts['conversations-resolved-chart'].series.resolved, ...definitions.resolvedByStart },
    { name: countCharts['conversations-resolved-chart'].series.pending, ...definitions.pending },
  ]);
}

declare global {
  interface HTMLElementTagNameMap {
    'conversations-resolved-chart': ConversationsResolvedChart;
  }
}
