import { reports } from '../../src/reports/reports.js';
import { rateChartFace } from './present-rate-chart.js';
import { ReportElement } from './report-element.js';

/**
 * Share of settled conversations the agent resolved alone, week by week; what can still change is drawn unfinished, with
 * the band of where it can end.
 *
 * @summary The resolution rate over time.
 * @tag resolution-rate-chart
 * @fires {CustomEvent<Error>} report-error - The report could not be loaded or worked out; the card says so. Does not bubble.
 * @fires {CustomEvent<ExportRequest>} export-request - A file of the report is ready to be downloaded; cancel it to take the file instead.
 * @slot heading - Instead of the card's heading.
 * @slot note - Instead of the note under it.
 * @slot foot - Instead of the lines at the foot.
 * @csspart card - The frame.
 * @csspart chart - The picture.
 * @csspart chart-tooltip - What is said of a point in the picture.
 * @csspart tag - Its state there.
 */
export class ResolutionRateChart extends ReportElement {
  protected override readonly row = reports['resolution-rate-chart'];
  protected override readonly face = rateChartFace(
    'resolution-rate-chart',
    (words) => words.definitions.resolutionRate,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'resolution-rate-chart': ResolutionRateChart;
  }
}
