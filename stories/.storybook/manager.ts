import { addons } from 'storybook/manager-api';
import { create } from 'storybook/theming';

addons.setConfig({
  theme: create({ base: 'light', brandTitle: 'Deskglass' }),
  // The keys belong to the elements.
  ui: { enableShortcuts: false },
});
