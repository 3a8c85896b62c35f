/** What tests of a host, or of an adapter, may want. */
export { generateConversations } from './generator.js';
