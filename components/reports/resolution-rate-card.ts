import { reports } from '../../src/reports/reports.js';
import { outcomesFace } from './present-outcomes.js';
import { ReportElement } from './report-element.js';

/**
 * The resolution rate of the whole range, and how all handled conversations ended.
 *
 * @summary The resolution rate as one figure.
 * @tag resolution-rate-card
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
 * @csspart breakdown - The picture.
 * @csspart whole - The bar of all outcomes.
 * @csspart facts - The outcomes under it.
 */
export class ResolutionRateCard extends ReportElement {
  protected override readonly row = reports['resolution-rate-card'];
  protected override readonly face = outcomesFace;
}

declare global {
  interface HTMLElementTagNameMap {
    'resolution-rate-card': ResolutionRateCard;
  }
}
