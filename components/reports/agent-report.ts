import { property } from 'lit/decorators.js';
import type { Localization } from '../../src/localize/localize.js';
import type { ReportDefinition } from '../../src/reports/report-definition.js';
import type { CardState } from '../card/card-state.js';
import { ownReport, type OwnReport } from './own-report.js';
import { ReportElement } from './report-element.js';

/**
 * A report of the page's own: any figures of the kit's measures, or of one's own, in the same card as all others. Its
 * `definition` says what is counted and how that is drawn: rates over time as a `line` each, counts as `bar`s over time or by
 * channel or teammate, and anything as `figures`.
 *
 * @summary A report that the page defines.
 * @tag agent-report
 * @fires {CustomEvent<Error>} report-error - The report makes no sense, or could not be loaded or worked out; the card says so. Does not bubble.
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
 * @csspart keys - The legend that stands there where there are several things.
 * @csspart chart - The picture of `line`s and of `bar`s over time.
 * @csspart chart-tooltip - What is said of a point in the picture.
 * @csspart tag - Its state there.
 * @csspart bars - The picture of `bar`s by channel or teammate.
 * @csspart breakdown - What is around them.
 * @csspart bar-item - One of its lines.
 * @csspart bar-label - The name of a bar.
 * @csspart bar - A bar.
 * @csspart figures - The picture of `figures`.
 * @csspart figure-item - One of them.
 * @csspart label - Its name.
 * @csspart pending - What can still change it.
 * @csspart more - What else is known of it.
 */
export class AgentReport extends ReportElement {
  /** What the report counts and how it is drawn, like a row of the kit's own `reports`; null: none is chosen yet. */
  @property({ attribute: false }) definition: ReportDefinition | null = null;
  /** The card's heading, also that of its files. Default: the name in the definition. */
  @property() heading: string | null = null;
  /** What is counted, under the heading. */
  @property() note: string | null = null;
  /** Names of the series, by key. Default: the keys, and the names of channels and teammates. */
  @property({ attribute: false }) labels: Readonly<Record<string, string>> = {};
  /** What the series mean, by key, for *Definition*; of a split by `channel` or `teammate`. */
  @property({ attribute: false }) descriptions: Readonly<Record<string, string>> = {};

  #made: { readonly from: readonly unknown[]; readonly report: OwnReport } | null = null;

  protected override get row(): OwnReport['row'] {
    return this.#own.row;
  }

  protected override get face(): OwnReport['face'] {
    return this.#own.face;
  }

  protected override hindrance({ messages }: Localization): Error | CardState | null {
    const { problem } = this.#own;
    return problem === 'missing' ? { kind: 'empty', ...messages.ownReport.noDefinition } : problem;
  }

  /** Made once for what is set: the source asks for it outside of updates too. */
  get #own(): OwnReport {
    const { definition, heading, note } = this;
    const from = [definition, heading, note, this.labels, this.descriptions];
    if (this.#made?.from.every((value, place) => value === from[place])) return this.#made.report;
    const words = { heading, note, labels: this.labels ?? {}, descriptions: this.descriptions ?? {} };
    this.#made = { from, report: ownReport(definition, words) };
    return this.#made.report;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'agent-report': AgentReport;
  }
}
