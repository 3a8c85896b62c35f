import type { Preview } from '@storybook/web-components-vite';
import 'deskglass/define.js';
import { configure } from '../../src/context/configure.js';
// The bundler makes the default export.
// oxlint-disable-next-line import/default
import workerUrl from '../../src/load/worker.ts?worker&url';
import { openDesk } from '../desk-api/open-desk.js';
import { onPage, toolbar } from '../support/page.js';
import './preview.css';

configure({ workerUrl });

const preview: Preview = {
  beforeAll: () => openDesk(),
  tags: ['autodocs'],
  decorators: [onPage],
  ...toolbar,
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true, sort: 'none' },
    docs: { toc: true },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Getting started',
          'Adapter guide',
          'Events and parts',
          'Impact',
          'Resolutions and feedback',
          'Workload',
          'Deflections and handoffs',
          'Knowledge gaps',
          'Filters',
          'The whole tab',
          'States',
          'Theming',
          'Languages',
        ],
      },
    },
  },
};

export default preview;
