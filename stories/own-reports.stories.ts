import type { Meta } from '@storybook/web-components-vite';
import type { ReportDefinition } from '../src/reports/report-definition.js';
import { tagStory } from './support/tag-story.js';

export default { title: 'Own reports' } satisfies Meta;

/** Conversations that a person took part in without a handoff: a measure that the kit has no report of. */
const definition: ReportDefinition = {
  report: 'joined-without-handoff',
  cut: 'buckets',
  series: [
    {
      key: 'joined',
      figure: {
        kind: 'rate',
        unit: 'ratio',
        numerator: [
          {
            name: 'joinedWithoutHandoff',
            measure: {
              of: 'conversation',
              all: ['counted', 'handled', 'humanJoined'],
              none: ['handedOff'],
              at: 'startedAt',
            },
          },
        ],
        denominator: ['handled'],
      },
      better: 'less',
    },
  ],
  drawing: { kind: 'line', size: 'regular', colors: { joined: 'series-5' } },
};

export const AgentReport = tagStory('agent-report', {
  attributes: { heading: 'Joined without a handoff', note: 'Share of handled conversations' },
  properties: { definition, labels: { joined: 'Joined' } },
});
