import { expect } from '@open-wc/testing';
import { tagNames } from '../../../components/tag-names.js';
import '../../../components/define.js';
import { reaches, reportStates, showTags, stateNames } from '../../support/report-page.js';

/** All tags but the provider, which every page has, and the tab, which brings all others along. */
const tags = tagNames.filter((tag) => tag !== 'agent-performance' && tag !== 'performance-tab');

describe('every tag', () => {
  for (const state of stateNames) {
    it(`is accessible when ${state}`, async () => {
      const page = await showTags(tags, reportStates[state].adapter());
      await reaches(page, state);
      await expect(page).to.be.accessible();
    }).timeout(30_000);
  }
});

describe('the tab', () => {
  // Its cards are those above; what is its own differs by whether there is anything to show.
  for (const state of ['ready', 'empty', 'failed'] as const) {
    it(`is accessible when ${state}`, async () => {
      const page = await showTags(['performance-tab'], reportStates[state].adapter());
      await reaches(page, state);
      await expect(page).to.be.accessible();
    }).timeout(30_000);
  }
});
