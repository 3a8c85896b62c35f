import { fileURLToPath } from 'node:url';
import type { StorybookConfig } from '@storybook/web-components-vite';
import { mergeConfig } from 'vite';

const inProject = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../**/*.mdx', '../**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  // The file that answers requests comes with msw itself, so that both are always of one version.
  staticDirs: [{ from: inProject('node_modules/msw/lib/mockServiceWorker.js'), to: '/mockServiceWorker.js' }],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (given) =>
    mergeConfig(given, {
      base: './',
      resolve: {
        // What a guide shows is written as a host writes it.
        alias: [
          { find: /^deskglass\/define\.js$/, replacement: inProject('components/define.ts') },
          { find: /^deskglass$/, replacement: inProject('src/index.ts') },
        ],
        // The kit's own and Storybook's are the same version; one of them is enough.
        dedupe: ['lit', 'lit-html', 'lit-element', '@lit/reactive-element'],
      },
      oxc: { decorator: { legacy: true } },
      worker: { format: 'es' },
      server: { fs: { allow: [inProject('.')] } },
      // Lowered, light-dark() would not follow a scheme that is set on an element.
      build: { target: 'es2022', cssTarget: 'esnext', chunkSizeWarningLimit: 2000 },
    }),
};

export default config;
