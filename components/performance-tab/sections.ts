import { html, type TemplateResult } from 'lit';
import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import type { HeadingLevel } from '../card/card.js';

/** The groups of reports under the week's figures, in the order of the page. */
export const sectionNames = ['resolutions', 'workload', 'handoffs'] as const;
export type SectionName = (typeof sectionNames)[number];

/** What every element of the tab is given. */
export interface Given {
  readonly adapter: PerformanceAdapter | null;
  readonly density: string;
  readonly headingLevel: HeadingLevel;
  /** The page says how the data is. */
  readonly noStatus: boolean;
}

/** The reports of a section. Written out, so that a reader finds each tag where it stands. */
export function renderReports(
  section: SectionName,
  { adapter, density, headingLevel, noStatus }: Given,
): TemplateResult {
  switch (section) {
    case 'resolutions':
      return html`
        <resolution-rate-chart
          class="wide"
          .adapter=${adapter}
          ?no-status=${noStatus}
          .headingLevel=${headingLevel}
          density=${density}
        >
        </resolution-rate-chart>
        <resolution-rate-card
          .adapter=${adapter}
          ?no-status=${noStatus}
          .headingLevel=${headingLevel}
          density=${density}
        >
        </resolution-rate-card>
        <conversations-resolved-chart
          .adapter=${adapter}
          ?no-status=${noStatus}
          .headingLevel=${headingLevel}
          density=${density}
        >
        </conversations-resolved-chart>
        <team-resolutions-chart
          .adapter=${adapter}
          ?no-status=${noStatus}
          .headingLevel=${headingLevel}
          density=${density}
        >
        </team-resolutions-chart>
        <visitor-feedback-chart
          .adapter=${adapter}
          ?no-status=${noStatus}
          .headingLevel=${headingLevel}
          density=${density}
        >
        </visitor-feedback-chart>
      `;
    case 'workload':
      return html`
        <conversations-handled-chart
          .adapter=${adapter}
          ?no-status=${noStatus}
          .headingLevel=${headingLevel}
          density=${density}
        >
        </conversations-handled-chart>
        <conversations-by-channel-chart
          .adapter=${adapter}
          ?no-status=${noStatus}
          .headingLevel=${headingLevel}
          density=${density}
        >
        </conversations-by-channel-chart>
        <handle-rate-chart
          class="filling"
          .adapter=${adapter}
          ?no-status=${noStatus}
          .headingLevel=${headingLevel}
          density=${density}
        ></handle-rate-chart>
      `;
    case 'handoffs':
      return html`
        <deflection-rate-chart
          .adapter=${adapter}
          ?no-status=${noStatus}
          .headingLevel=${headingLevel}
          density=${density}
        >
        </deflection-rate-chart>
        <deflections-chart
          .adapter=${adapter}
          ?no-status=${noStatus}
          .headingLevel=${headingLevel}
          density=${density}
        ></deflections-chart>
        <human-handoffs-chart
          .adapter=${adapter}
          ?no-status=${noStatus}
          .headingLevel=${headingLevel}
          density=${density}
        >
        </human-handoffs-chart>
        <human-handoff-rate-chart
          .adapter=${adapter}
          ?no-status=${noStatus}
          .headingLevel=${headingLevel}
          density=${density}
        >
        </human-handoff-rate-chart>
        <customer-agent-handoff
          class="wide"
          .adapter=${adapter}
          ?no-status=${noStatus}
          .headingLevel=${headingLevel}
          density=${density}
        >
        </customer-agent-handoff>
      `;
  }
}
