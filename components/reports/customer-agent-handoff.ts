import { reports } from '../../src/reports/reports.js';
import { funnelFace } from './present-funnel.js';
import { ReportElement } from './report-element.js';

/**
 * From assignment to the agent over the handoff to the closed ticket: how many, and how long it takes.
 *
 * @summary The handoff funnel.
 * @tag customer-agent-handoff
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
 * @csspart bars - The steps.
 * @csspart facts - The times under them.
 * @csspart bar-item - One of its lines.
 * @csspart bar-label - The name of a bar.
 * @csspart bar - A bar.
 */
export class CustomerAgentHandoff extends ReportElement {
  protected override readonly row = reports['customer-agent-handoff'];
  protected override readonly face = funnelFace;
}

declare global {
  interface HTMLElementTagNameMap {
    'customer-agent-handoff': CustomerAgentHandoff;
  }
}
