import { reports } from '../../src/reports/reports.js';
import { countChartFace } from './present-count-chart.js';
import { ReportElement } from './report-element.js';

/**
 * Handled conversations no person took part in, by when they began.
 *
 * @summary Deflections over time.
 * @tag deflections-chart
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
export class DeflectionsChart extends ReportElement {
  protected override readonly row = reports['deflections-chart'];
  protected override readonly face = countChartFace('deflections-chart', ({ definitions }) => [definitions.deflected]);
}

declare global {
  interface HTMLElementTagNameMap {
    'deflections-chart': DeflectionsChart;
  }
}
