/** What the tests of a host, or of another implementation, may want. */
export {
  AdapterCheckError,
  adapterChecks,
  testAdapter,
  type AdapterCheck,
  type AdapterCheckOutcome,
  type AdapterCheckReport,
  type AdapterReport,
  type AdapterSuiteOptions,
} from './adapter-suite.js';
export { generateConversations, type GeneratorOptions } from './generator.js';
export { outcomeCases, type OutcomeCase } from './outcome-cases.js';
