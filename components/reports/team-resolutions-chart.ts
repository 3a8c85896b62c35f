import { reports } from '../../src/reports/reports.js';
import { rankingFace } from './present-ranking.js';
import { ReportElement } from './report-element.js';

/**
 * Conversations resolved, by the agent and by each teammate; the two count by different rules.
 *
 * @summary Resolutions by teammate and the agent.
 * @tag team-resolutions-chart
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
 * @csspart bars - The picture.
 * @csspart breakdown - What is around them.
 * @csspart bar-item - One of its lines.
 * @csspart bar-label - The name of a bar.
 * @csspart bar - A bar.
 */
export class TeamResolutionsChart extends ReportElement {
  protected override readonly row = reports['team-resolutions-chart'];
  protected override readonly face = rankingFace('team-resolutions-chart', 'beside', ({ definitions, breakdowns }) => [
    { name: breakdowns['team-resolutions-chart'].part(''), ...definitions.resolvedByStart },
    { name: breakdowns['team-resolutions-chart'].table.part, ...definitions.closedByTeammate },
  ]);
}

declare global {
  interface HTMLElementTagNameMap {
    'team-resolutions-chart': TeamResolutionsChart;
  }
}
