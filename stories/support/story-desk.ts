import type { PerformanceAdapter } from '../../src/adapters/adapter.js';
import { demoAdapter } from '../../src/adapters/demo.js';
import { memoryAdapter } from '../../src/adapters/memory.js';
import { generateConversations } from '../../src/testing/generator.js';
import { storyNow, storyNowMs, weekMs } from './moment.js';

const from = storyNowMs - 27 * weekMs;
const { knowledgeGaps, shortAnswers, access } = demoAdapter({ now: storyNow });

/** Half a year of a made-up help desk, made when it is first asked. One for all stories: a page loads it once. */
export const storyDesk: PerformanceAdapter = {
  ...memoryAdapter(
    generateConversations({ seed: 1, from, to: storyNowMs, storyFrom: from - 77 * weekMs, perWeek: 300 }),
    undefined,
    { asOf: storyNow },
  ),
  ...(knowledgeGaps && shortAnswers && access ? { knowledgeGaps, shortAnswers, access } : {}),
};
