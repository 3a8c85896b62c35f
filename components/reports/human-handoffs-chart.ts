import { reports } from '../../src/reports/reports.js';
import { countChartFace } from './present-count-chart.js';
import { ReportElement } from './report-element.js';

/**
 * Conversations that went to a person, by what caused the first handoff.
 *
 * @summary Human handoffs over time.
 * @tag human-handoffs-chart
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
export class HumanHandoffsChart extends ReportElement {
  protected override readonly row = reports['human-handoffs-chart'];
  protected override readonly face = countChartFace('human-handoffs-chart', ({ definitions }) => [
    definitions.handoffs,
  ]);
}

declare global {
  interface HTMLElementTagNameMap {
    'human-handoffs-chart': HumanHandoffsChart;
  }
}
