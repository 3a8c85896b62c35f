import type { ConversationRecord } from '../../../src/conversation/record.js';
import { generateConversations } from '../../../src/testing/generator.js';

/** The clock of both pages. */
export const NOW = Date.UTC(2026, 2, 13, 9, 20);
const YEAR_MS = 365 * 86_400_000;

/** Of a desk as made up, in two years. */
const USUAL = 59_000;

/** The last so many conversations of two years of a made-up desk that is large enough. */
export function recordsOf(amount: number): readonly ConversationRecord[] {
  const perWeek = Math.ceil((1.1 * 900 * amount) / USUAL);
  return [...generateConversations({ seed: 7, from: NOW - 2 * YEAR_MS, to: NOW, perWeek })].slice(-amount);
}
