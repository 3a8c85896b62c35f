import { expect } from '@open-wc/testing';
import { pageThroughChaos } from './chaos/page-through-chaos.js';

describe('a page over a server in trouble', () => {
  // 500 more of them are among the slow tests.
  for (const [page, seed] of [
    ['with every tag by itself', 3],
    ['that is the whole tab', 20],
  ] as const)
    it(`${page} shows in the end in each card what its records come to`, async () => {
      const { faults, cards } = await pageThroughChaos(seed, page === 'that is the whole tab');
      expect(faults.length).to.be.above(0);
      expect(cards).to.be.at.least(13);
    }).timeout(30_000);
});
