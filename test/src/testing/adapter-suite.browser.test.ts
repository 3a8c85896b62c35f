import { adapterChecks } from '../../../src/testing/adapter-suite.js';
import { now, workingAdapter } from './working-adapter.js';

// As a host registers it with mocha, in a browser.
describe('the suite for adapters runs in a browser:', () => {
  for (const check of adapterChecks(workingAdapter(), { writes: true, now, quietMs: 5 })) it(check.title, check.run);
});
