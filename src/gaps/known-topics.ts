import type { GapOutcome } from './commands.js';
import type { GapStatus } from './gap-records.js';
import type { CheckedTopic } from './topics.js';

/**
 * Topics as they are known to stand after a confirmed write, until the source is asked again: those without a question of
 * the listed status leave, the others have so many less. What only the source can count stays as it was.
 */
export function topicsAfter(
  topics: readonly CheckedTopic[],
  listed: GapStatus,
  outcome: GapOutcome,
): readonly CheckedTopic[] {
  if (outcome.from !== listed) return topics;
  const gone = new Map(outcome.topics.map(({ topicId, questionIds }) => [topicId, questionIds.length]));
  return topics.flatMap((topic) => {
    const changed = gone.get(topic.id);
    if (changed === undefined) return [topic];
    const openQuestions = topic.openQuestions - changed;
    return openQuestions > 0 ? [{ ...topic, openQuestions }] : [];
  });
}
