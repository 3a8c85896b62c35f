import { reports } from '../../src/reports/reports.js';
import { rateChartFace } from './present-rate-chart.js';
import { ReportElement } from './report-element.js';

/**
 * Share of handled conversations no person took part in, with where it can still end.
 *
 * @summary The deflection rate over time.
 * @tag deflection-rate-chart
 * @fires {CustomEvent<Error>} report-error - The report could not be loaded or worked out; the card says so. Does not bubble.
 * @fires {CustomEvent<ExportRequest>} export-request - A file of the report is ready to be downloaded; cancel it to take the file instead.
 * @slot heading - Instead of the card's heading.
 * @slot note - Instead of the note under it.
 * @slot foot - Instead of the lines at the foot.
 * @csspart card - The frame.
 * @csspart value - A figure, large.
 * @csspart unit - The unit in it.
 * @csspart of - What it is a part of.
 * @csspart interval - Between which the true rate lies, where few are counted.
 * @csspart change - How it was before.
 * @csspart chart - The picture.
 * @csspart chart-tooltip - What is said of a point in the picture.
 * @csspart tag - Its state there.
 */
export class DeflectionRateChart extends ReportElement {
  protected override readonly row = reports['deflection-rate-chart'];
  protected override readonly face = rateChartFace(
    'deflection-rate-chart',
    ({ definitions }) => definitions.deflectionRate,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'deflection-rate-chart': DeflectionRateChart;
  }
}
