import type { ListColumn } from '../../src/export/list-files.js';
import type { CheckedShortAnswer } from '../../src/gaps/short-answers.js';
import type { CheckedTopic } from '../../src/gaps/topics.js';
import type { Localization } from '../../src/localize/localize.js';
import { httpUrl } from '../../src/conversation/http-url.js';
import type { GapCost } from '../../src/metrics/gap-cost.js';

/** What a file of topics holds. */
export function topicColumns(
  costOf: (topic: CheckedTopic) => GapCost | null,
  { messages }: Localization,
): readonly ListColumn<CheckedTopic>[] {
  const { gaps, gapCost, gapExport } = messages;
  return [
    { key: 'title', label: gaps.topic, value: ({ title }) => title },
    { key: 'status', label: gaps.statusLabel, value: ({ status }) => gaps.status(status) },
    { key: 'questions', label: gapExport.questions, value: ({ openQuestions }) => openQuestions },
    { key: 'conversations', label: gaps.conversations, value: ({ conversations }) => conversations },
    { key: 'unsolved', label: gapCost.column, value: (topic) => costOf(topic)?.unsolved ?? null },
    { key: 'known', label: gapExport.known, value: (topic) => costOf(topic)?.known ?? null },
    { key: 'pending', label: gapExport.pending, value: (topic) => costOf(topic)?.pending ?? null },
    { key: 'lastAskedAt', label: gaps.last, value: ({ lastAskedAt }) => ({ at: lastAskedAt }) },
    { key: 'id', label: gapExport.id, value: ({ id }) => id },
  ];
}

/** What a file of short answers holds. Addresses that are no `http(s)` are left out, as in the list. */
export function shortAnswerColumns({ messages }: Localization): readonly ListColumn<CheckedShortAnswer>[] {
  const { gapExport, gapPanel } = messages;
  return [
    { key: 'question', label: gapPanel.question, value: ({ question }) => question },
    { key: 'answer', label: gapPanel.answer, value: ({ answer }) => answer },
    { key: 'createdAt', label: gapExport.createdAt, value: ({ createdAt }) => ({ at: createdAt }) },
    { key: 'createdBy', label: gapExport.createdBy, value: ({ createdBy }) => createdBy },
    {
      key: 'resolvedQuestions',
      label: gapExport.resolved,
      value: ({ resolvesQuestionIds }) => resolvesQuestionIds.length,
    },
    { key: 'url', label: gapExport.url, value: ({ url }) => httpUrl(url) },
    { key: 'topicId', label: gapExport.topicId, value: ({ topicId }) => topicId },
    { key: 'id', label: gapExport.id, value: ({ id }) => id },
  ];
}
