import { reports } from '../../src/reports/reports.js';
import { impactFace } from './present-impact.js';
import { ReportElement } from './report-element.js';

/**
 * What the agent did this week, against the same part of last week as it stood then. Resolutions are those set this week.
 *
 * @summary This week's figures, each with its change.
 * @tag impact-this-week
 * @fires {CustomEvent<Error>} report-error - The report could not be loaded or worked out; the card says so. Does not bubble.
 * @fires {CustomEvent<ExportRequest>} export-request - A file of the report is ready to be downloaded; cancel it to take the file instead.
 * @slot heading - Instead of the card's heading.
 * @slot note - Instead of the note under it.
 * @slot foot - Instead of the lines at the foot.
 * @csspart card - The frame.
 * @csspart figures - The list of figures.
 * @csspart value - A figure, large.
 * @csspart unit - The unit in it.
 * @csspart of - What it is a part of.
 * @csspart interval - Between which the true rate lies, where few are counted.
 * @csspart change - How it was before.
 * @csspart figure-item - One of them.
 * @csspart label - Its name.
 * @csspart pending - What can still change it.
 * @csspart more - What else is known of it.
 */
export class ImpactThisWeek extends ReportElement {
  protected override readonly row = reports['impact-this-week'];
  protected override readonly face = impactFace;
}

declare global {
  interface HTMLElementTagNameMap {
    'impact-this-week': ImpactThisWeek;
  }
}
