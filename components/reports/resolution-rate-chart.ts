import { property } from 'lit/decorators.js';
import { reports } from '../../src/reports/reports.js';
import { weeksBack } from '../../src/time/range.js';
import { attributeText } from '../attribute-text.js';
import { readWeeks } from '../read-weeks.js';
import { warnOnce } from '../warn-once.js';
import { resolutionRateFace } from './present-rate-chart.js';
import { ReportElement } from './report-element.js';

/** Weeks shown where nothing says otherwise, the current one included. */
const DEFAULT_WEEKS = 12;

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
 */
export class ResolutionRateChart extends ReportElement {
  protected override readonly definition = reports['resolution-rate-chart'];
  protected override readonly face = resolutionRateFace;

  /** How many weeks are shown, the current one included, such as `12w` (default). */
  @property() range: string | null = null;

  protected override query(now: number) {
    const { timeZone, weekStart } = this.source;
    return { ...weeksBack(now, this.weeksShown(), { timeZone, weekStart }), grain: 'week' as const };
  }

  protected override weeksShown(): number {
    const range = attributeText(this.range);
    if (range === null) return DEFAULT_WEEKS;
    const weeks = readWeeks(range);
    if (weeks === null) warnOnce(this, `range: expected weeks such as "12w", got "${range}".`);
    return weeks ?? DEFAULT_WEEKS;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'resolution-rate-chart': ResolutionRateChart;
  }
}
