/** What the tests of a host, or of another implementation, may want. */
export { generateConversations, type GeneratorOptions } from './generator.js';
export { outcomeCases, type OutcomeCase } from './outcome-cases.js';
