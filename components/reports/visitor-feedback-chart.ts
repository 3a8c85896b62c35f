import { reports } from '../../src/reports/reports.js';
import { countChartFace } from './present-count-chart.js';
import { ReportElement } from './report-element.js';

/**
 * Feedback visitors gave to the agent, by type, when they gave it.
 *
 * @summary Visitor feedback over time.
 * @tag visitor-feedback-chart
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
export class VisitorFeedbackChart extends ReportElement {
  protected override readonly row = reports['visitor-feedback-chart'];
  protected override readonly face = countChartFace('visitor-feedback-chart', ({ definitions }) => [
    definitions.feedback,
  ]);
}

declare global {
  interface HTMLElementTagNameMap {
    'visitor-feedback-chart': VisitorFeedbackChart;
  }
}
